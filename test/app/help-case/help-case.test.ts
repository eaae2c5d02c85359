import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { tellGaveUp } from '../../../src/app/digest/gave-up.ts'
import { remindUnseen } from '../../../src/app/help-case/remind-unseen.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Pair } from '../../../src/core/pair/pair.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { openCasesOf } from '../../../src/store/help-cases.ts'
import { closePairs } from '../../../src/store/pairs.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let carla: Person
let tom: Person
let priya: Person
let pair: Pair

beforeAll(async () => {
  hospital = await openHospital('2027-01-08T10:00:00Z')
})
afterAll(() => hospital.close())
beforeEach(async () => {
  hospital.at('2027-01-08T10:00:00Z')
  carla = await hospital.person({ name: 'Carla Jones' })
  tom = await hospital.person({ name: 'Tom Okafor' })
  priya = await hospital.person({ name: 'Priya Shah' })
  await begin(await hospital.person({ name: 'Amira Haddad' }))
})

async function begin(mentor: Person): Promise<void> {
  const coordinators = [carla.email, tom.email]
  const { id } = await hospital.program({ coordinators, routes: { patient_safety: 'Ring 5555' } })
  pair = await hospital.pair(id, mentor, priya)
}

const ask = (urgent: 'yes' | 'no' = 'no', words = 'My rota breaks our meetings') =>
  hospital.as(priya).submit('help.save', pair.id, { words, urgent })

async function requestId(): Promise<string> {
  const [request] = await hospital.within((scope) => openCasesOf(scope, priya.id))
  return request?.id ?? ''
}

async function told(person: Person, kind = 'send'): Promise<string[]> {
  const mine = (await hospital.outbox()).filter(
    (one) => one.user === person.accounts[0]?.user && one.kind === kind && one.message !== null,
  )
  return mine.map(({ message }) => wordsIn(message))
}

const asSent = () =>
  hospital.within(({ tx }) =>
    tx.outboxEntry.updateMany({ where: { state: 'ready' }, data: { state: 'sent' } }),
  )

test('the form names who will read it, and says what it is not', async () => {
  const form = await hospital.as(priya).command('ask')

  expect(form).toMatchObject({ kind: 'form', form: { verb: 'help.save', about: pair.id } })
  expect(wordsIn(form)).toContain('Carla Jones and Tom Okafor will read it')
  expect(wordsIn(form)).toContain('not an emergency service')
})

test('a program that was over before they joined is no place to ask about', async () => {
  const { id } = await hospital.program({ slug: 'last-year', starts_on: '2026-01-05', ends_on: '2026-12-18' })
  await hospital.enroll(id, priya, { state: 'invited' })

  const form = await hospital.as(priya).command('ask')

  expect(form).toMatchObject({ kind: 'form', form: { about: pair.id } })
})

test('every coordinator gets it in person, and its author reads every other way in the same message', async () => {
  const said = wordsIn(await ask())

  expect(said).toContain('Carla Jones and Tom Okafor will read it')
  expect(said).toContain('Ring 5555')
  for (const coordinator of [carla, tom]) {
    expect(await told(coordinator)).toEqual([expect.stringContaining('My rota breaks our meetings')])
  }
  expect((await hospital.outbox()).every(({ channel }) => channel === null)).toBe(true)
})

test('an urgent one goes at any hour, and says at once that this is no emergency service', async () => {
  hospital.at('2027-01-09T02:00:00Z')
  const urgent = wordsIn(await ask('yes'))

  expect(urgent).toContain('not an emergency service')
  expect((await told(carla))[0]).toContain('It is urgent to them.')
  expect((await hospital.outbox()).filter(({ key }) => key.startsWith(`urgent:`)).length).toBeGreaterThan(1)
})

test('a coordinator in the pair or managing one of the two never sees it', async () => {
  priya = await hospital.person({ name: 'Priya Shah', managerEmail: tom.email })
  await begin(await hospital.person())
  const said = wordsIn(await ask())

  const list = wordsIn(await hospital.as(tom).press('help.list'))
  const shown = wordsIn(await hospital.as(tom).press('help.show', await requestId()))

  expect(said).toContain('Carla Jones will read it')
  expect(await told(tom)).toEqual([])
  expect(list).not.toContain('Priya Shah')
  expect(shown).toContain('not one you can see')
})

test('where no coordinator can read it nothing is kept, the words come back, and the other ways stand there', async () => {
  priya = await hospital.person({ managerEmail: tom.email })
  await begin(carla)

  const said = await ask()

  expect(said).toMatchObject({ holdsTyped: true })
  expect(wordsIn(said)).toContain('My rota breaks our meetings')
  expect(wordsIn(said)).toContain('Ring 5555')
  expect(await requestId()).toBe('')
})

test('where no coordinator could read it, nobody is asked to write', async () => {
  priya = await hospital.person({ managerEmail: tom.email })
  await begin(carla)

  const said = await hospital.as(priya).command('ask')

  expect(said.kind).toBe('show')
  expect(wordsIn(said)).toContain('No coordinator can read this right now')
  expect(wordsIn(said)).not.toContain('Nothing was kept')
  expect(wordsIn(said)).toContain('Ring 5555')
})

test('the first who has seen it has it: the author hears who, and the other’s card says so', async () => {
  await ask()
  await hospital.as(carla).press('help.seen', await requestId())
  const second = wordsIn(await hospital.as(tom).press('help.seen', await requestId()))

  expect(await told(priya)).toEqual([expect.stringContaining('Carla Jones has seen your request')])
  expect((await told(tom, 'update')).at(-1)).toContain('Carla Jones has seen it')
  expect(second).toContain('Carla Jones has seen it')
  expect(second).not.toContain('I have seen it')
})

test('an answer reaches the author; a second coordinator’s is not sent, and comes back', async () => {
  await ask()
  await hospital.as(tom).submit('help.answer-save', await requestId(), { words: 'I talk to the rota team' })
  const late = wordsIn(
    await hospital.as(carla).submit('help.answer-save', await requestId(), { words: 'Ring me' }),
  )

  expect((await told(priya)).join()).toContain('I talk to the rota team')
  expect(await told(priya)).toHaveLength(1)
  expect(late).toContain('Tom Okafor has answered already')
  expect(late).toContain('Ring me')
})

test('two who answer at the same second: one answer goes out, the other comes back', async () => {
  await ask()
  const about = await requestId()
  const answers = [carla, tom].map((person) =>
    hospital.as(person).submit('help.answer-save', about, { words: `Mine, ${person.name}` }),
  )

  const outcomes = (await Promise.all(answers)).map((outcome) => wordsIn(outcome))

  expect(await told(priya)).toHaveLength(1)
  expect(outcomes.find((words) => words.includes('has answered already'))).toMatch(
    /Mine, (Carla Jones|Tom Okafor)/,
  )
})

test('closed, no words of it are left in anybody’s card, and later presses are told so', async () => {
  await ask()
  await asSent()
  const about = await requestId()

  await hospital.as(carla).press('help.close', about)
  const late = wordsIn(await hospital.as(tom).press('help.seen', about))

  expect((await told(tom, 'update')).at(-1)).not.toContain('My rota')
  expect((await told(priya)).join()).toContain('Carla Jones has closed your request')
  expect(late).toContain('closed already')
})

test('the author sees how it stands, adds to it, and takes it back', async () => {
  await ask()
  await hospital.as(carla).press('help.seen', await requestId())

  const shown = wordsIn(await hospital.as(priya).command('ask'))
  await hospital.as(priya).submit('help.add-save', await requestId(), { words: 'It is worse this week' })
  const added = (await told(tom)).join()
  const about = await requestId()
  await asSent()
  await hospital.as(priya).press('help.withdraw', about)

  expect(shown).toContain('Carla Jones has seen it')
  expect(added).toContain('It is worse this week')
  expect((await told(tom, 'update')).at(-1)).toContain('has taken back a request')
  expect(await requestId()).toBe('')
  expect(wordsIn(await hospital.as(priya).submit('help.add-save', about, { words: 'Late words' }))).toContain(
    'Late words',
  )
})

test('sent twice it is one request', async () => {
  await ask()
  await ask()

  expect(await told(carla)).toHaveLength(1)
})

test('after two working days unseen the coordinators are reminded, once', async () => {
  await ask()
  hospital.at('2027-01-12T09:00:00Z')
  await remindUnseen(hospital.world, hospital.organizationId)
  const early = (await told(carla)).length
  hospital.at('2027-01-12T10:30:00Z')
  await remindUnseen(hospital.world, hospital.organizationId)
  await remindUnseen(hospital.world, hospital.organizationId)

  expect(early).toBe(1)
  expect(await told(carla)).toEqual([
    expect.anything(),
    expect.stringContaining('no coordinator has seen it yet'),
  ])
})

test('of what was seen nobody is reminded', async () => {
  await ask()
  await hospital.as(tom).press('help.seen', await requestId())
  hospital.at('2027-01-20T10:30:00Z')

  await remindUnseen(hospital.world, hospital.organizationId)

  expect(await told(carla)).toHaveLength(1)
})

test('the coordinators’ menu shows what is open, and a look is noted', async () => {
  await ask()

  expect(wordsIn(await hospital.as(carla).command('admin'))).toContain('One request is open.')
  expect(wordsIn(await hospital.as(carla).press('help.list'))).toContain('Priya Shah')
  await hospital.as(carla).press('help.show', await requestId())
  const looks = await hospital.within(({ tx }) =>
    tx.auditEntry.count({ where: { action: 'help.read', actor: carla.id } }),
  )
  expect(looks).toBe(1)
})

test('an urgent request that reaches nobody is told to its author, without its words', async () => {
  await ask('yes')
  const entries = await hospital.within(({ tx }) =>
    tx.outboxEntry.findMany({ where: { key: { startsWith: `urgent:` }, state: 'ready' } }),
  )
  for (const { id: entry, key, workspace, user, organizationId } of entries) {
    await hospital.within(async (scope) => {
      await scope.tx.outboxEntry.update({ where: { id: entry }, data: { state: 'failed', body: null } })
      const to = { workspace, user: user ?? '' }
      const failed = { id: entry, organizationId, key, platform: 'slack', to, kind: 'send' } as const
      await tellGaveUp(scope, { entry: failed, why: 'unreachable', code: 'internal_error' })
    })
  }

  const [lost, ...more] = (await told(priya)).filter((words) => words.includes('did not arrive'))
  expect(more).toEqual([])
  expect(lost).toContain('Ring 5555')
  expect(lost).not.toContain('rota')
})

test('a pair closed while the form was open: the words come back', async () => {
  await hospital.within((scope) => closePairs(scope, [pair.id], 'date'))

  expect(wordsIn(await ask())).toContain('My rota breaks our meetings')
  expect(await requestId()).toBe('')
})

test('somebody in no program is told whom else to ask', async () => {
  expect(wordsIn(await hospital.as(await hospital.person()).command('ask'))).toContain(
    'You are in no program',
  )
})

test('taken back, no card keeps its words: not one that rang again, nor that of somebody who coordinates no more', async () => {
  await ask()
  await asSent()
  await hospital.as(priya).submit('help.add-save', await requestId(), { words: 'And the night shifts' })
  await asSent()
  await hospital.within(({ tx }) =>
    tx.person.update({ where: { id: priya.id }, data: { managerEmail: tom.email } }),
  )
  const id = await requestId()
  await hospital.as(priya).press('help.withdraw', id)

  const outbox = await hospital.outbox()
  const cards = outbox.filter(({ key, kind }) => kind === 'send' && key.startsWith(`help:${id}:`))
  const now = cards.map(({ key }) => wordsIn(outbox.findLast(({ target }) => target === key)?.message))
  expect(cards).toHaveLength(4)
  for (const words of now) expect(words).toMatch(/taken (it )?back/)
})

test('a stranger neither reads, answers nor closes it', async () => {
  await ask()
  const about = await requestId()
  const stranger = hospital.as(await hospital.person())

  const said = [
    await stranger.press('help.show', about),
    await stranger.press('help.seen', about),
    await stranger.press('help.close', about),
    await stranger.press('help.add', about),
    await stranger.press('help.withdraw', about),
    await stranger.submit('help.answer-save', about, { words: 'Hello' }),
  ].map(wordsIn)

  expect(said.join()).not.toContain('rota')
  expect(await requestId()).toBe(about)
})
