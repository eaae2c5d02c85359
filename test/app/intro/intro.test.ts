import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { settleIntroductions } from '../../../src/app/intro/settle-introductions.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Pair } from '../../../src/core/pair/pair.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { introductionsOfPair } from '../../../src/store/introductions.ts'
import { saveOwnNeverWith } from '../../../src/store/own-never-with.ts'
import { closePairs } from '../../../src/store/pairs.ts'
import { readRecordRows } from '../../../src/store/record-rows.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let amira: Person
let priya: Person
let zoe: Person
let pair: Pair
let name: string

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
})
afterAll(() => hospital.close())
beforeEach(async () => {
  hospital.at('2027-01-04T10:00:00Z')
  amira = await hospital.person({ name: 'Amira Haddad' })
  priya = await hospital.person({ name: 'Priya Shah' })
  zoe = await hospital.person()
  name = zoe.name
  pair = await hospital.pair((await hospital.program({})).id, amira, priya)
})

const propose = (colleague = name) =>
  hospital.as(amira).submit('intro.save', pair.id, { colleague, why: 'Both of you care about delirium' })
const beat = () => settleIntroductions(hospital.world, hospital.organizationId)
const all = () => hospital.within((scope) => introductionsOfPair(scope, pair.id))

async function id(): Promise<string> {
  return (await all())[0]?.id ?? ''
}

async function told(person: Person): Promise<string[]> {
  const mine = (await hospital.outbox()).filter(
    ({ user, kind, message }) => user === person.accounts[0]?.user && kind === 'send' && message !== null,
  )
  return mine.map(({ message }) => wordsIn(message))
}

test('the mentee is asked before the colleague hears a name', async () => {
  await propose()

  expect(await told(priya)).toEqual([expect.stringContaining('Both of you care about delirium')])
  expect(await told(zoe)).toEqual([])
})

test('after both have said yes each learns how to reach the other, and the mentor that it worked out', async () => {
  await propose()
  await hospital.as(priya).press('intro.yes', await id())
  const asked = await told(zoe)
  const answer = wordsIn(await hospital.as(zoe).press('intro.yes', await id()))

  expect(asked).toEqual([expect.stringContaining('Would you like to get to know Priya Shah?')])
  expect(answer).toContain(priya.email)
  expect((await told(priya)).join()).toContain(zoe.email)
  expect(await told(amira)).toEqual([expect.stringContaining('would like to get to know Priya Shah')])
})

test('a no of the colleague reaches the mentor alone as a no', async () => {
  await propose()
  await hospital.as(priya).press('intro.yes', await id())

  await hospital.as(zoe).press('intro.no', await id())

  expect(await told(amira)).toEqual([expect.stringContaining('cannot take on an introduction right now')])
  expect((await told(priya)).join()).toContain('will not happen this time')
  expect((await told(priya)).join()).not.toContain(zoe.email)
})

test('a no of the mentee ends it before the colleague is asked', async () => {
  await propose()

  await hospital.as(priya).press('intro.no', await id())

  expect(await told(zoe)).toEqual([])
  expect(await told(amira)).toEqual([expect.stringContaining('I have not asked')])
})

test('whoever was never asked finds nothing of it in their record', async () => {
  const listed = async (person: Person) =>
    wordsIn((await hospital.within((scope) => readRecordRows(scope, person.id))).introductions)
  await propose()
  const [mentee, colleague] = [await listed(priya), await listed(zoe)]
  await hospital.as(priya).press('intro.yes', await id())

  expect(mentee).toContain(zoe.name)
  expect(colleague).not.toContain('Priya Shah')
  expect(await listed(zoe)).toContain('Priya Shah')
})

test('a second press, and one of somebody else, is told that it is over', async () => {
  await propose()
  const stranger = wordsIn(await hospital.as(amira).press('intro.yes', await id()))
  await hospital.as(priya).press('intro.yes', await id())
  const again = wordsIn(await hospital.as(priya).press('intro.yes', await id()))

  expect([stranger, again]).toEqual([
    expect.stringContaining('no longer open'),
    expect.stringContaining('no longer open'),
  ])
  expect(await told(zoe)).toHaveLength(1)
})

test('nobody answers: one reminder, and after seven days the mentor hears that it has not come about', async () => {
  await propose()
  hospital.at({ days: 3 })
  await beat()
  await beat()
  const reminded = (await told(priya)).length
  hospital.at({ days: 4 })

  await beat()

  expect(reminded).toBe(2)
  expect(await told(amira)).toEqual([expect.stringContaining('I had no answer')])
  expect(wordsIn(await hospital.as(priya).press('intro.yes', await id()))).toContain('no longer open')
})

test.each(['mentee', 'colleague'] as const)(
  'where the %s keeps away from the other nobody is asked, and the mentor reads what a silence reads',
  async (who) => {
    const [author, named] = who === 'mentee' ? [priya, zoe] : [zoe, priya]
    await hospital.within((scope) => saveOwnNeverWith(scope, author.id, [named.id]))

    const said = wordsIn(await propose())
    hospital.at({ days: 3 })
    await beat()
    hospital.at({ days: 4 })
    await beat()

    expect(said).toContain('I will ask Priya Shah first')
    expect([...(await told(priya)), ...(await told(zoe))]).toEqual([])
    expect(await told(amira)).toEqual([expect.stringContaining('I had no answer')])
  },
)

test.each([
  ['nobody has', 'Nobody Atall', 'cannot find “Nobody Atall”'],
  ['has that address', 'no.body@example.org', 'check the address'],
  ['is the mentee’s own', 'priya shah', 'know each other'],
])('a name that %s is asked about at its field, and nothing typed is lost', async (_, typed, problem) => {
  await hospital.within(({ tx }) =>
    tx.person.updateMany({ where: { name: 'Priya Shah', NOT: { id: priya.id } }, data: { name: 'Past' } }),
  )

  const said = await propose(typed)

  expect(said).toMatchObject({ kind: 'errors', errors: { colleague: expect.stringContaining(problem) } })
  expect(wordsIn(said)).toContain('Both of you care about delirium')
  expect(await all()).toEqual([])
})

test('a name that two have needs the e-mail; somebody without an account is not asked', async () => {
  await hospital.person({ name })
  const away = await hospital.person({ platform: 'none' })

  expect(wordsIn(await propose())).toContain('several people called')
  expect(wordsIn(await propose(away.email))).toContain('no account')
  expect((await propose(zoe.email)).kind).toBe('show')
})

test('the same introduction is asked for once', async () => {
  await propose()

  const again = await propose()

  expect(wordsIn(again)).toContain('I ask nobody twice')
  expect(wordsIn(again)).toContain('Both of you care about delirium')
  expect(await told(priya)).toHaveLength(1)
})

test('taken back, nobody is asked any more', async () => {
  await propose()

  await hospital.as(amira).press('intro.withdraw', await id())

  expect(await told(priya)).toEqual([])
  expect(wordsIn(await hospital.as(priya).press('intro.yes', await id()))).toContain('no longer open')
})

test('a pair that closes takes its introductions along', async () => {
  await propose()
  await hospital.within((scope) => closePairs(scope, [pair.id], 'date'))

  expect(wordsIn(await hospital.as(priya).press('intro.yes', await id()))).toContain('no longer open')
  expect(wordsIn(await propose())).toContain('Both of you care about delirium')
  expect(await told(zoe)).toEqual([])
})

test('a mentee introduces nobody', async () => {
  expect(wordsIn(await hospital.as(priya).command('intro Zoe'))).toContain('you mentor nobody')
})

test('the name typed with the command stands in the form', async () => {
  expect(await hospital.as(amira).command('intro Zoe Marsh')).toMatchObject({ kind: 'form' })
  expect(wordsIn(await hospital.as(amira).command('intro Zoe Marsh'))).toContain('Zoe Marsh')
})
