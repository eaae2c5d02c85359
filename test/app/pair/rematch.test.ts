import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { smallRun } from '../../../src/app/match/small-run.ts'
import { seatLateJoiners } from '../../../src/app/waiting/seat-late-joiners.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Pair } from '../../../src/core/pair/pair.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { draftOf } from '../../../src/store/drafts.ts'
import { activePairsOf, pairById } from '../../../src/store/pairs.ts'
import { programsById } from '../../../src/store/programs.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let coordinator: Person
let mentor: Person
let mentee: Person
let programId: string
let pair: Pair

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
})
afterAll(() => hospital.close())
beforeEach(async () => {
  coordinator = await hospital.person({ name: 'Carla Jones' })
  mentor = await hospital.person({ name: 'Amira Haddad' })
  mentee = await hospital.person({ name: 'Priya Shah' })
  await begin()
})

async function begin(settings: Record<string, unknown> = {}): Promise<void> {
  programId = (await hospital.program({ coordinators: [coordinator.email], ...settings })).id
  pair = await hospital.pair(programId, mentor, mentee)
}

async function told(person: Person): Promise<string[]> {
  const user = person.accounts[0]?.user
  return (await hospital.outbox())
    .filter((entry) => entry.user === user)
    .map(({ message }) => wordsIn(message))
}

function isOpen(id = pair.id): Promise<boolean> {
  return hospital.within(async (scope) => (await pairById(scope, id))?.state === 'active')
}

test('the form says what happens, names the other, and asks for no reason', async () => {
  const asked = await hospital.as(mentee).command('rematch')

  expect(asked).toMatchObject({ kind: 'form', form: { verb: 'pair.rematch-save', about: pair.id } })
  expect(wordsIn(asked)).toContain('Amira Haddad')
  expect(wordsIn(asked)).toContain('No reason is needed')
  expect(await isOpen()).toBe(true)
})

test.each(['mentor', 'mentee'] as const)(
  'where the %s asks, the pair ends and the other is told so that nobody is at fault',
  async (side) => {
    const [asking, other] = side === 'mentor' ? [mentor, mentee] : [mentee, mentor]

    const said = await hospital.as(asking).submit('pair.rematch-save', pair.id, {})

    expect(await isOpen()).toBe(false)
    expect(wordsIn(said)).toContain(`Your pair with ${other.name}`)
    const [word = ''] = await told(other)
    expect(word).toContain(`your pair with ${asking.name} in Career mentoring has come to an end`)
    expect(word).toContain('so that you can both be matched again')
    expect(await told(asking)).toEqual([])
  },
)

test('the coordinators hear that both wait, and not who asked', async () => {
  await hospital.as(mentee).submit('pair.rematch-save', pair.id, {})
  const [first] = await told(coordinator)
  await begin()
  await hospital.as(mentor).submit('pair.rematch-save', pair.id, {})

  const [, second] = await told(coordinator)
  expect(first).toContain('both wait for a new match')
  expect(second).toBe(first)
})

test('a coordinator who manages one of the two hears nothing', async () => {
  mentee = await hospital.person({ managerEmail: coordinator.email })
  await begin()

  await hospital.as(mentee).submit('pair.rematch-save', pair.id, {})

  expect(await told(coordinator)).toEqual([])
})

test('both wait again: the mentee is placed, with anybody but the same mentor', async () => {
  await hospital.as(mentor).submit('pair.rematch-save', pair.id, {})
  const alone = await hospital.within(async (scope) => {
    const [stored] = await programsById(scope, [programId])
    return stored ? smallRun(scope, stored, [mentee.id]) : []
  })
  const free = await hospital.person()
  await hospital.enroll(programId, free, { role: 'mentor' })

  await seatLateJoiners(hospital.world, hospital.organizationId)

  const draft = await hospital.within((scope) => draftOf(scope, programId))
  expect(alone).toEqual([])
  expect(draft?.rows).toMatchObject([{ menteeId: mentee.id, mentorId: free.id }])
})

test('with several pairs the form asks which, and only that one ends', async () => {
  const second = await hospital.person({ name: 'Tom Okafor' })
  const other = await hospital.pair(programId, mentor, second)

  const asked = await hospital.as(mentor).command('rematch')
  const missing = await hospital.as(mentor).submit('pair.rematch-save', undefined, {})
  await hospital.as(mentor).submit('pair.rematch-save', undefined, { pair: other.id })

  expect(asked).toMatchObject({ kind: 'form', form: { parts: [{ kind: 'field' }, {}, {}] } })
  expect(missing).toMatchObject({ kind: 'errors' })
  expect(await isOpen(other.id)).toBe(false)
  expect(await isOpen()).toBe(true)
})

test('a pair of which one takes a break can be matched anew', async () => {
  await hospital.as(mentee).command('pause until 2027-03-01')

  await hospital.as(mentee).submit('pair.rematch-save', pair.id, {})

  expect(await isOpen()).toBe(false)
})

test('nobody is held in a pair by a condition of work', async () => {
  await begin({ type: 'preceptorship-core' })

  await hospital.as(mentee).submit('pair.rematch-save', pair.id, {})

  expect(await isOpen()).toBe(false)
})

test('sent twice, or by both, it happens once', async () => {
  const answers = await Promise.all(
    [mentor, mentee, mentee].map((person) => hospital.as(person).submit('pair.rematch-save', pair.id, {})),
  )

  const refused = answers.filter((answer) => wordsIn(answer).includes('That pair is over already'))
  expect(refused).toHaveLength(2)
  expect(await told(coordinator)).toHaveLength(1)
})

test('somebody else’s pair is left alone', async () => {
  const stranger = await hospital.person()

  const said = await hospital.as(stranger).submit('pair.rematch-save', pair.id, {})

  expect(wordsIn(said)).toContain('That pair is over already')
  expect(await isOpen()).toBe(true)
})

test('who is in no pair is told so in one sentence', async () => {
  const said = await hospital.as(await hospital.person()).command('rematch')

  expect(wordsIn(said)).toContain('You have no pair right now that could be matched again')
})

test('in a peer program the next round is the answer', async () => {
  const [one, two] = [await hospital.person(), await hospital.person()]
  const { id } = await hospital.program({
    type: 'peer',
    cadence: { every: 'round', weekday: 'tuesday', at: '09:00' },
  })
  await hospital.pair(id, one, two)

  const said = await hospital.as(one).command('rematch')

  expect(wordsIn(said)).toContain('in the next round')
  expect(await hospital.within((scope) => activePairsOf(scope, one.id))).toHaveLength(1)
})
