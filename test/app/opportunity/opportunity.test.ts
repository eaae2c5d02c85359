import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { askOutcomes } from '../../../src/app/opportunity/ask-outcomes.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Pair } from '../../../src/core/pair/pair.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { opportunitiesOfPairs } from '../../../src/store/opportunities.ts'
import { closePairs } from '../../../src/store/pairs.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let amira: Person
let priya: Person
let pair: Pair

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
})
afterAll(() => hospital.close())
beforeEach(async () => {
  hospital.at('2027-01-04T10:00:00Z')
  amira = await hospital.person({ name: 'Amira Haddad' })
  priya = await hospital.person({ name: 'Priya Shah' })
  pair = await hospital.pair((await hospital.program({})).id, amira, priya)
})

const kept = () => hospital.within((scope) => opportunitiesOfPairs(scope, [pair.id]))
const beat = () => askOutcomes(hospital.world, hospital.organizationId)

function write(values: Record<string, string> = {}) {
  const given = { kind: 'shadowing', title: 'A day with the discharge team', ...values }
  return hospital.as(priya).submit('opportunity.save', pair.id, given)
}

async function told(person: Person): Promise<string[]> {
  const mine = (await hospital.outbox()).filter(({ user }) => user === person.accounts[0]?.user)
  return mine.map(({ message }) => wordsIn(message))
}

test('either writes it down, the other is told, and both see it', async () => {
  await write()

  expect(await told(amira)).toEqual([expect.stringContaining('A day with the discharge team')])
  const list = wordsIn(await hospital.as(amira).press('opportunity.list'))
  expect(list).toContain('A day with the discharge team')
  expect(list).toContain('Shadowing · with Priya Shah')
})

test('what became of it is told by the first of the two, and stays so', async () => {
  await write()
  const [one] = await kept()

  await hospital
    .as(amira)
    .submit('opportunity.outcome-save', one?.id, { state: 'taken', outcome: 'A new team' })
  const second = await hospital.as(priya).submit('opportunity.outcome-save', one?.id, { state: 'not-taken' })

  expect(wordsIn(second)).toContain('written down already')
  expect(await kept()).toMatchObject([{ state: 'taken', outcome: 'A new team' }])
})

test.each([
  { when: 'the day after its date', values: { on: '2027-01-20' }, before: '2027-01-20', on: '2027-01-21' },
  { when: 'six weeks later without a date', values: {}, before: '2027-02-14', on: '2027-02-15' },
])('its author is asked what became of it $when, once', async ({ values, before, on }) => {
  await write(values)
  hospital.at(`${before}T10:00:00Z`)
  await beat()
  const tooEarly = (await told(priya)).length

  hospital.at(`${on}T10:00:00Z`)
  await beat()
  await beat()

  expect(tooEarly).toBe(0)
  expect(await told(priya)).toEqual([expect.stringContaining('what became of this?')])
})

test('nobody is asked about what is known, or once the pair is over', async () => {
  await write()
  await write({ title: 'A course' })
  const [one] = await kept()
  await hospital.as(priya).submit('opportunity.outcome-save', one?.id, { state: 'not-taken' })
  await hospital.within((scope) => closePairs(scope, [pair.id], 'date'))

  hospital.at({ days: 60 })
  await beat()

  expect(await told(priya)).toEqual([])
})

test('a pair closed while the form was open: the words come back', async () => {
  await hospital.within((scope) => closePairs(scope, [pair.id], 'date'))

  const said = await write()

  expect(wordsIn(said)).toContain('nothing was written down')
  expect(wordsIn(said)).toContain('A day with the discharge team')
  expect(await kept()).toEqual([])
})

test('somebody else’s is neither shown nor changed', async () => {
  await write()
  const [one] = await kept()
  const stranger = hospital.as(await hospital.person())

  const asked = await stranger.press('opportunity.outcome', one?.id)
  await stranger.submit('opportunity.outcome-save', one?.id, { state: 'taken' })

  expect(wordsIn(asked)).not.toContain('discharge')
  expect(await kept()).toMatchObject([{ state: 'open' }])
})

test('a form that is sent twice writes it down once, and the other is told once', async () => {
  await write()
  const again = wordsIn(await write())

  expect(await kept()).toHaveLength(1)
  expect(await told(amira)).toHaveLength(1)
  expect(again).toContain('A day with the discharge team')
})

test('of several that are due at once somebody is asked about one a day', async () => {
  await write({ title: 'A day on theatres' })
  await write({ title: 'A day in the clinic' })
  hospital.at('2027-03-01T10:00:00Z')
  await beat()
  const first = (await told(priya)).length
  hospital.at('2027-03-02T10:00:00Z')
  await beat()
  await beat()

  expect(first).toBe(1)
  expect(await told(priya)).toHaveLength(2)
})

test('one whose words cannot be opened keeps nobody else from being asked', async () => {
  await write()
  const lost = await kept()
  pair = await hospital.pair(pair.programId, await hospital.person(), priya)
  await write({ title: 'A day in the clinic' })
  await hospital.within(({ tx }) =>
    tx.opportunity.update({ where: { id: lost[0]?.id ?? '' }, data: { sealed: Buffer.from('?') } }),
  )
  hospital.at('2027-03-01T10:00:00Z')

  await expect(beat()).rejects.toThrow('could not be done')

  expect((await told(priya)).join()).toContain('A day in the clinic')
})
