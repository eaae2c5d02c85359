import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { proposePairs, readRun } from '../../../src/app/match/propose-pairs.ts'
import { type PublishedPairs, publishPairs } from '../../../src/app/match/publish-pairs.ts'
import { addPair } from '../../../src/app/pair/add-pair.ts'
import { endPair } from '../../../src/app/pair/end-pair.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Role } from '../../../src/core/people/enrollment.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { changeEnrollment } from '../../../src/store/enrollments.ts'
import { programsById } from '../../../src/store/programs.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let programId: string
let slug: string

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
})
afterAll(() => hospital.close())

beforeEach(async () => {
  const { id, program } = await hospital.program({ match: { offers: 'none' } })
  programId = id
  slug = program.slug
})

interface Enrolled extends Person {
  readonly enrollmentId: string
}

/** An active person of the program who has been told what is kept. `profile`: columns of the staff list. */
async function enrolled(role: Role, profile: object = {}, into = programId): Promise<Enrolled> {
  const person = await hospital.person()
  await list(person, profile)
  const enrollmentId = await hospital.enroll(into, person, { role })
  await hospital.within((scope) => changeEnrollment(scope, enrollmentId, { noticedAt: scope.now }))
  return { ...person, enrollmentId }
}

function list({ id }: Person, profile: object): Promise<unknown> {
  return hospital.within(({ tx }) => tx.person.update({ where: { id }, data: { profile } }))
}

/** A run of the program; throws where there can be none. */
async function propose(id = programId) {
  const run = await hospital.within(async (scope) => {
    const [stored] = await programsById(scope, [id])
    if (!stored) throw new Error('there is no such program')
    return readRun(scope, stored)
  })
  const proposed = 'problem' in run ? undefined : await proposePairs(hospital.world.matcher, { run })
  if (!(proposed && 'proposal' in proposed)) throw new Error('nothing was proposed')
  return proposed
}

async function proposedPairs(id = programId): Promise<{ mentee: string; mentor: string }[]> {
  const { proposal } = await propose(id)
  return proposal.pairs.map(({ mentee, mentor }) => ({ mentee: mentee.email, mentor: mentor.email }))
}

function publish(pairs: readonly { mentee: string; mentor: string }[]): Promise<PublishedPairs> {
  return hospital.within((scope) => publishPairs(scope, { programId, pairs, actor: 'command line' }))
}

function countPairs(): Promise<number> {
  return hospital.within(({ tx }) => tx.pair.count({ where: { programId, state: 'active' } }))
}

test('where nobody is asked, published pairs are made as one by hand is: check-ins, a word to both, the audit', async () => {
  const [mentor, mentee] = [await enrolled('mentor'), await enrolled('mentee')]

  const published = await publish(await proposedPairs())

  expect(published).toEqual({ ok: true, offers: 0, pairs: 1 })
  const pairId = await hospital.within(
    async ({ tx }) => (await tx.pair.findFirst({ where: { programId } }))?.id ?? '',
  )
  const told = (await hospital.outbox()).filter(({ key }) => key.startsWith(`pair:${pairId}:made:`))
  expect(told.map(({ message }) => wordsIn(message))).toEqual(
    expect.arrayContaining([expect.stringContaining(mentor.name), expect.stringContaining(mentee.name)]),
  )
  const [checkIns, audited] = await hospital.within(({ tx }) =>
    Promise.all([
      tx.checkIn.count({ where: { pairId, state: 'waiting' } }),
      tx.auditEntry.findMany({ where: { subject: { in: [pairId, programId] } }, orderBy: { action: 'asc' } }),
    ]),
  )
  expect(checkIns).toBe(2)
  expect(audited.map(({ action, details }) => [action, details])).toEqual([
    ['match.publish', { offers: 0, pairs: 1 }],
    ['pair.add', { published: 'match' }],
  ])
})

test('whoever has a mentor is not matched again, and a standing mentee takes a place', async () => {
  const mentor = await enrolled('mentor', { capacity: 2 })
  const mentees = [await enrolled('mentee'), await enrolled('mentee'), await enrolled('mentee')]
  const { id: other } = await hospital.program()
  await hospital.pair(other, mentor, await hospital.person())

  const pairs = await proposedPairs()

  expect(pairs).toHaveLength(1)
  await publish(pairs)
  const { proposal } = await propose()
  expect(proposal.pairs).toEqual([])
  expect(proposal.leftOver).toHaveLength(mentees.length - 1)
})

test('a pair that was ended is not proposed again, unless it was in another program', async () => {
  const [mentor, mentee] = [await enrolled('mentor'), await enrolled('mentee')]
  const two = { mentor: mentor.email, mentee: mentee.email, actor: 'command line' }
  const { id: elsewhere, program } = await hospital.program()
  for (const person of [mentor, mentee]) await hospital.enroll(elsewhere, person, { role: 'both' })
  await hospital.within((scope) => addPair(scope, { ...two, program: program.slug }))
  await hospital.within((scope) => endPair(scope, { ...two, program: program.slug }))
  const before = await proposedPairs()
  await publish(before)
  await hospital.within((scope) => endPair(scope, { ...two, program: slug }))

  const after = await propose()

  expect(before).toHaveLength(1)
  expect(after.proposal.pairs).toEqual([])
  expect(after.proposal.leftOver[0]?.reason).toMatchObject({
    excluded: [{ rule: 'paired-before', count: 1 }],
  })
})

test('where a program asks for it, a pair of any program is not proposed again', async () => {
  const { id: strict } = await hospital.program({ match: { require: ['not-paired-before'] } })
  const [mentor, mentee] = [await enrolled('mentor'), await enrolled('mentee')]
  for (const [person, role] of [
    [mentor, 'mentor'],
    [mentee, 'mentee'],
  ] as const)
    await hospital.enroll(strict, person, { role })
  await publish(await proposedPairs())
  const two = { program: slug, mentor: mentor.email, mentee: mentee.email, actor: 'command line' }
  await hospital.within((scope) => endPair(scope, two))

  const { proposal } = await propose(strict)

  expect(proposal.pairs).toEqual([])
})

test('invited and paused people are not matched, and counted', async () => {
  const [mentor, mentee] = [await enrolled('mentor'), await enrolled('mentee')]
  const another = await enrolled('mentee')
  await hospital.within((scope) => changeEnrollment(scope, mentee.enrollmentId, { state: 'invited' }))
  await hospital.within((scope) => changeEnrollment(scope, mentor.enrollmentId, { state: 'paused' }))

  const { proposal, absent } = await propose()

  expect(proposal.pairs).toEqual([])
  expect(proposal.leftOver.map(({ mentee: { email } }) => email)).toEqual([another.email])
  expect(absent).toEqual({ invited: 1, paused: 1, unbriefed: 0 })
})

test.each<[string, (two: { mentor: Enrolled; mentee: Enrolled }) => Promise<unknown>, string]>([
  ['lowers a capacity', ({ mentor }) => list(mentor, { capacity: 0 }), 'is not free this time'],
  [
    'withdraws a mentee',
    ({ mentee }) =>
      hospital.within((scope) => changeEnrollment(scope, mentee.enrollmentId, { state: 'left' })),
    'has left Career mentoring',
  ],
  [
    'gives a mentor a break',
    ({ mentor }) =>
      hospital.within((scope) => changeEnrollment(scope, mentor.enrollmentId, { state: 'paused' })),
    'is taking a break from Career mentoring',
  ],
  [
    'puts two on a never-with list',
    ({ mentor, mentee }) => list(mentee, { never_with: [mentor.email] }),
    'stand on a never-with list',
  ],
  [
    'makes the mentor a line manager',
    ({ mentor, mentee }) =>
      hospital.within(({ tx }) =>
        tx.person.update({ where: { id: mentee.id }, data: { managerEmail: mentor.email } }),
      ),
    'is the line manager of',
  ],
  [
    'pairs the mentee by hand',
    async ({ mentee }) => {
      const other = await enrolled('mentor', { capacity: 0 })
      await hospital.within((scope) =>
        addPair(scope, {
          ...{ program: slug, mentor: other.email, mentee: mentee.email, actor: 'command line' },
          anyway: 'They asked for it',
        }),
      )
    },
    'has a mentor in Career mentoring already',
  ],
])('where somebody %s meanwhile, publishing is refused as a whole', async (_, change, says) => {
  const two = { mentor: await enrolled('mentor'), mentee: await enrolled('mentee') }
  const [first] = await proposedPairs()
  const [mentor, mentee] = [await enrolled('mentor'), await enrolled('mentee')]
  await change(two)
  const before = await countPairs()

  const published = await publish([{ mentor: mentor.email, mentee: mentee.email }, ...(first ? [first] : [])])

  expect(published).toEqual({ ok: false, problems: [expect.stringContaining(says)] })
  expect(await countPairs()).toBe(before)
})

test('everything that has changed is said at once', async () => {
  const mentor = await enrolled('mentor', { capacity: 2 })
  const [one, other] = [await enrolled('mentee'), await enrolled('mentee')]
  const pairs = await proposedPairs()
  await list(mentor, { capacity: 1 })
  await hospital.within((scope) => changeEnrollment(scope, one.enrollmentId, { state: 'left' }))
  const third = await enrolled('mentee')

  const published = await publish([...pairs, { mentor: mentor.email, mentee: third.email }])

  expect(published).toEqual({
    ok: false,
    problems: [`${one.name} has left Career mentoring`, `${mentor.name} is not free this time`],
  })
  expect(pairs.map(({ mentee }) => mentee)).toContain(other.email)
})

test('two who publish the same draft at once make its pairs once', async () => {
  await enrolled('mentor')
  await enrolled('mentee')
  const pairs = await proposedPairs()

  const published = await Promise.all([publish(pairs), publish(pairs)])

  expect(published.map(({ ok }) => ok).toSorted()).toEqual([false, true])
  expect(await countPairs()).toBe(1)
})

test('the same people in another order are matched in the same way, also where all are alike', async () => {
  const names = ['ann', 'bea', 'cy', 'dan', 'eve', 'flo', 'gus', 'hal']
  const matched = async (order: readonly string[]) => {
    const other = await openHospital('2027-01-04T10:00:00Z')
    const { id } = await other.program()
    for (const name of order) {
      const person = await other.person({ email: `${name}@example.org` })
      await other.enroll(id, person, { role: name < 'dan' ? 'mentor' : 'mentee' })
    }
    const run = await other.within(async (scope) => {
      const [stored] = await programsById(scope, [id])
      return stored && readRun(scope, stored)
    })
    const { matcher } = other.world
    const proposed = run && !('problem' in run) ? await proposePairs(matcher, { run }) : undefined
    await other.close()
    if (!(proposed && 'proposal' in proposed)) throw new Error('nothing was proposed')
    return proposed.proposal.pairs.map(({ mentee, mentor }) => [mentee.email, mentor.email])
  }

  const there = await matched(names)
  const back = await matched(names.toReversed())

  expect(there).toHaveLength(3)
  expect(back).toEqual(there)
})

test('a program that is over is not matched', async () => {
  const { id } = await hospital.program({ starts_on: '2026-01-05', ends_on: '2026-12-31' })

  await expect(propose(id)).rejects.toThrow('nothing was proposed')
  const published = await hospital.within((scope) =>
    publishPairs(scope, { programId: id, pairs: [], actor: 'command line' }),
  )

  expect(published).toEqual({ ok: false, problems: ['Career mentoring is over'] })
})
