import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { publishPairs } from '../../../src/app/match/publish-pairs.ts'
import { closeWithWords } from '../../../src/app/pair/close-pair.ts'
import { seatLateJoiners } from '../../../src/app/waiting/seat-late-joiners.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { EnrollmentState, Role } from '../../../src/core/people/enrollment.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { draftOf, openDraft } from '../../../src/store/drafts.ts'
import { createRun } from '../../../src/store/match-runs.ts'
import { activePairsOf } from '../../../src/store/pairs.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let coordinator: Person
let programId: string

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
})
afterAll(() => hospital.close())
beforeEach(async () => {
  coordinator = await hospital.person({ name: 'Carla Jones' })
  programId = (await hospital.program({ coordinators: [coordinator.email] })).id
})

async function enrolled(
  role: Role,
  given: { name?: string; managerEmail?: string; state?: EnrollmentState } = {},
) {
  const { state = 'active', ...about } = given
  const person = await hospital.person(about)
  const enrollmentId = await hospital.enroll(programId, person, { role, state })
  return { ...person, enrollmentId }
}

/** A first pair is published: everybody else in the program comes late. */
async function publishOne() {
  const [mentor, mentee] = [await enrolled('mentor'), await enrolled('mentee')]
  const pairs = [{ mentor: mentor.email, mentee: mentee.email }]
  await hospital.within((scope) => publishPairs(scope, { programId, pairs, actor: 'test' }))
  return { mentor, mentee }
}

async function joinLate(name: string, given: { managerEmail?: string } = {}): Promise<Person> {
  const person = await enrolled('mentee', { name, state: 'invited', ...given })
  await hospital.as(person).press('program.join', person.enrollmentId)
  return person
}

const beat = () => seatLateJoiners(hospital.world, hospital.organizationId)

function rows() {
  return hospital.within(async (scope) => (await draftOf(scope, programId))?.rows ?? [])
}

async function told(person: Person = coordinator): Promise<string[]> {
  const user = person.accounts[0]?.user
  return (await hospital.outbox())
    .filter((entry) => entry.key.startsWith('late:') && entry.user === user)
    .map(({ message }) => wordsIn(message))
}

test('who joins after publishing gets a proposal out of what is free, and the coordinators one message about all', async () => {
  await publishOne()
  const free = await enrolled('mentor', { name: 'Amira Haddad' })
  const [first, second] = [await joinLate('Priya Shah'), await joinLate('Tom Okafor')]

  await beat()
  await beat()

  const placed = await rows()
  expect(placed.map(({ menteeId }) => menteeId).sort()).toEqual([first.id, second.id].sort())
  expect(placed.filter(({ mentorId }) => mentorId === free.id)).toHaveLength(1)
  const words = await told()
  expect(words).toHaveLength(1)
  expect(words[0]).toContain('Priya Shah')
  expect(words[0]).toContain('Tom Okafor')
  expect(words[0]).toContain('I propose Amira Haddad')
  expect(words[0]).toContain('nobody yet: ')
  expect(words[0]).toContain('match.review')
})

test('nobody is offered to anybody without the coordinators, and nobody is moved', async () => {
  await publishOne()
  await enrolled('mentor')
  await joinLate('Priya Shah')
  const before = await hospital.within(({ tx }) => tx.offer.count({ where: { programId } }))

  await beat()

  expect(await hospital.within(({ tx }) => tx.offer.count({ where: { programId } }))).toBe(before)
})

test('who joins before anything was proposed or published waits for the first run', async () => {
  await enrolled('mentor')
  await joinLate('Priya Shah')

  await beat()

  expect(await rows()).toEqual([])
  expect(await told()).toEqual([])
})

test('who joins while the whole program is being reviewed is added to that draft', async () => {
  const mentor = await enrolled('mentor')
  await hospital.within((scope) => openDraft(scope, programId))
  const late = await joinLate('Priya Shah')

  await beat()

  expect(await rows()).toMatchObject([{ menteeId: late.id, mentorId: mentor.id, standing: 'open' }])
})

test('while a run is under way nobody is placed; after it they are', async () => {
  await publishOne()
  await enrolled('mentor')
  const late = await joinLate('Priya Shah')
  const { runId } = await hospital.within((scope) => createRun(scope, { programId, askedBy: coordinator.id }))

  await beat()
  const during = await rows()
  await hospital.within(({ tx }) => tx.matchRun.update({ where: { id: runId }, data: { state: 'done' } }))
  await beat()

  expect(during).toEqual([])
  expect(await rows()).toMatchObject([{ menteeId: late.id }])
})

test('whoever comes back from a break is placed, and whose pair has ended, but not with the same again', async () => {
  await publishOne()
  const [mentor, mentee] = [await enrolled('mentor'), await enrolled('mentee', { name: 'Priya Shah' })]
  const back = await joinLate('Tom Okafor')
  hospital.at({ minutes: 5 })
  await hospital.as(back).command('pause until 2027-02-01')
  await hospital.pair(programId, mentor, mentee)
  await hospital.within(async (scope) => {
    const [pair] = await activePairsOf(scope, mentee.id)
    if (pair) await closeWithWords(scope, pair, { actor: 'test', by: 'coordinator' })
  })
  await hospital.as(back).command('resume')

  await beat()

  const placed = await rows()
  expect(placed.find(({ menteeId }) => menteeId === mentee.id)?.mentorId).toBeUndefined()
  expect(placed.find(({ menteeId }) => menteeId === back.id)?.mentorId).toBe(mentor.id)
  const [words] = await told()
  expect(words).toContain('(without a mentor again)')
  expect(words).toContain('(back after a break)')
})

test('a coordinator who is too close to somebody reads only that there is one more', async () => {
  const other = await hospital.person({ name: 'Sam Reed' })
  programId = (await hospital.program({ coordinators: [coordinator.email, other.email] })).id
  await publishOne()
  await joinLate('Priya Shah', { managerEmail: coordinator.email })
  await joinLate('Tom Okafor')

  await beat()

  const [mine] = await told()
  expect(mine).toContain('Tom Okafor')
  expect(mine).not.toContain('Priya Shah')
  expect(mine).toContain('1 more, not shown to you')
  expect((await told(other))[0]).toContain('Priya Shah')
})

test('a mentor who joins late is not put into a draft', async () => {
  await publishOne()
  const mentor = await enrolled('mentor', { state: 'invited' })
  await hospital.as(mentor).press('program.join', mentor.enrollmentId)

  await beat()

  expect(await rows()).toEqual([])
})

test('a draft that was discarded does not come back by itself', async () => {
  await publishOne()
  await joinLate('Priya Shah')
  await beat()
  await hospital.within(({ tx }) => tx.matchDraft.deleteMany({ where: { programId } }))

  await beat()

  expect(await rows()).toEqual([])
})

test('rounds and programs that are over take nobody in late', async () => {
  const cadence = { every: 'round', weekday: 'tuesday', at: '09:00' }
  const coordinators = [coordinator.email]
  for (const settings of [
    { type: 'peer', cadence },
    { ends_on: '2027-01-03', starts_on: '2026-09-01' },
  ]) {
    programId = (await hospital.program({ ...settings, coordinators })).id
    await hospital.within((scope) => openDraft(scope, programId))
    await enrolled('mentor')
    const late = await enrolled('mentee')
    await hospital.within(({ tx, now }) =>
      tx.enrollment.update({
        where: { id: late.enrollmentId },
        data: { toPlaceSince: new Date(now.epochMilliseconds) },
      }),
    )

    await beat()

    expect(await rows()).toEqual([])
  }
  expect(await told()).toEqual([])
})

test('where more came than a small run is for, the coordinators are asked for a run instead', async () => {
  await hospital.within((scope) => openDraft(scope, programId))
  const many = 201
  await hospital.within(async ({ tx, organizationId, now }) => {
    const since = new Date(now.epochMilliseconds)
    await tx.person.createMany({
      data: Array.from({ length: many }, (_, at) => ({
        id: `${programId}-${at}`,
        organizationId,
        email: `${programId}-${at}@example.org`,
        name: `Newcomer ${at}`,
        timeZone: 'UTC',
        contactDays: [1],
        contactFrom: '09:00',
        contactTo: '17:00',
      })),
    })
    await tx.enrollment.createMany({
      data: Array.from({ length: many }, (_, at) => ({
        id: `${programId}-${at}`,
        organizationId,
        programId,
        personId: `${programId}-${at}`,
        role: 'mentee',
        state: 'active',
        toPlaceSince: since,
      })),
    })
  })

  await beat()
  await beat()

  expect(await rows()).toEqual([])
  const words = await told()
  expect(words).toHaveLength(1)
  expect(words[0]).toContain('201 people')
  expect(words[0]).toContain('match.propose')
})
