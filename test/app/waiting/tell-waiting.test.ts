import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { returnAllToDraft } from '../../../src/app/match/return-to-draft.ts'
import { closeWithWords } from '../../../src/app/pair/close-pair.ts'
import { tellWaiting } from '../../../src/app/waiting/tell-waiting.ts'
import type { Hospital, Queued } from '../../../src/catalogue/hospital.ts'
import type { EnrollmentState, Role } from '../../../src/core/people/enrollment.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { changeEnrollment } from '../../../src/store/enrollments.ts'
import { activePairsOf } from '../../../src/store/pairs.ts'
import { programsById } from '../../../src/store/programs.ts'
import { reject } from '../../../src/store/rejections.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let programId: string

beforeAll(async () => {
  hospital = await openHospital()
})
afterAll(() => hospital.close())
// A Monday, at ten on the clocks of London.
beforeEach(async () => {
  hospital.at('2027-01-04T10:00:00Z')
  await program()
})

async function program(given: Record<string, unknown> = {}): Promise<void> {
  programId = (await hospital.program({ ends_on: '2027-12-31', ...given })).id
}

interface Given {
  readonly state?: EnrollmentState
  readonly profile?: object
  readonly leave?: string[]
}

/** Somebody who joined now. */
async function joined(role: Role, { state = 'active', profile = {}, leave = [] }: Given = {}) {
  const person = await hospital.person({ name: role === 'mentor' ? 'Amira Haddad' : 'Priya Shah', leave })
  const id = await hospital.enroll(programId, person, { role, state })
  await hospital.within(({ tx }) => tx.person.update({ where: { id: person.id }, data: { profile } }))
  await hospital.within(({ tx, now }) =>
    tx.enrollment.update({ where: { id }, data: { joinedAt: new Date(now.epochMilliseconds) } }),
  )
  return { ...person, enrollmentId: id }
}

const beat = () => tellWaiting(hospital.world, hospital.organizationId)

/** Lets the days go by, with a beat every twelve hours. */
async function live(days: number): Promise<void> {
  for (let beats = 0; beats < days * 2; beats += 1) {
    await beat()
    hospital.at({ hours: 12 })
  }
  await beat()
}

async function heard(person: Person): Promise<Queued[]> {
  const user = person.accounts[0]?.user
  return (await hospital.outbox()).filter((entry) => entry.key.startsWith('waiting:') && entry.user === user)
}

async function words(person: Person): Promise<string> {
  return wordsIn((await heard(person)).at(-1)?.message)
}

test('a mentee without a mentor hears a week after joining, and every week from then on', async () => {
  const mentee = await joined('mentee')

  await live(6)
  const early = await heard(mentee)
  await live(1)
  const first = await heard(mentee)
  await live(14)

  expect(early).toEqual([])
  expect(first).toHaveLength(1)
  expect(await heard(mentee)).toHaveLength(3)
})

test('one word a week, however often the heart beats and however long it stood still', async () => {
  const mentee = await joined('mentee')
  await beat()
  hospital.at({ days: 28 })

  await beat()
  await beat()

  expect(await heard(mentee)).toHaveLength(1)
})

test('who joined on a Saturday hears before the week is over, at an hour that suits', async () => {
  hospital.at('2027-01-09T12:00:00Z')
  const mentee = await joined('mentee')

  await live(5)
  const early = await heard(mentee)
  await live(1)

  expect(early).toEqual([])
  expect(await heard(mentee)).toHaveLength(1)
})

test('who is on leave hears on the first day back', async () => {
  const mentee = await joined('mentee', { leave: ['2027-01-05/2027-01-20'] })
  await beat()

  hospital.at('2027-01-20T12:00:00Z')
  await beat()
  const away = await heard(mentee)
  hospital.at('2027-01-21T09:00:00Z')
  await beat()

  expect(away).toEqual([])
  expect(await heard(mentee)).toHaveLength(1)
})

test.each<[string, (mentee: Awaited<ReturnType<typeof joined>>) => Promise<unknown>]>([
  ['is on a break', (mentee) => hospital.as(mentee).command('pause until 2027-06-01')],
  [
    'has left',
    (mentee) => hospital.within((scope) => changeEnrollment(scope, mentee.enrollmentId, { state: 'left' })),
  ],
  ['has a mentor', async (mentee) => hospital.pair(programId, await joined('mentor'), mentee)],
])('nothing is said to somebody who %s', async (_, happen) => {
  const mentee = await joined('mentee')
  await beat()
  await happen(mentee)

  await live(15)

  expect(await heard(mentee)).toEqual([])
})

test('nothing is said once the program is over', async () => {
  await program({ ends_on: '2027-01-06' })
  const mentee = await joined('mentee')

  await live(15)

  expect(await heard(mentee)).toEqual([])
})

test('after the end of a pair a week counts from there', async () => {
  const [mentor, mentee] = [await joined('mentor'), await joined('mentee')]
  await hospital.pair(programId, mentor, mentee)
  await live(10)
  await hospital.within(async (scope) => {
    const [pair] = await activePairsOf(scope, mentee.id)
    if (pair) await closeWithWords(scope, pair, { actor: 'test', by: 'coordinator' })
  })

  await live(6)
  const early = await heard(mentee)
  await live(1)

  expect(early).toEqual([])
  expect(await heard(mentee)).toHaveLength(1)
  expect(await heard(mentor)).toHaveLength(1)
})

test('a mentee is told that a mentor has a place, and can name whom they would like', async () => {
  await joined('mentor')
  const mentee = await joined('mentee')

  await live(7)

  expect(await words(mentee)).toContain('There are mentors with a free place')
  expect(await words(mentee)).toContain('find')
})

test('a mentee is told which public rule nobody keeps', async () => {
  await program({ match: { require: ['same-profession'] } })
  await joined('mentor', { profile: { profession: 'midwife' } })
  const mentee = await joined('mentee', { profile: { profession: 'nurse' } })

  await live(7)

  expect(await words(mentee)).toContain('no mentor there has your profession')
})

test('whom only a no or a list excludes is told what is told of full mentors', async () => {
  const mentor = await joined('mentor')
  const mentee = await joined('mentee')
  await hospital.within((scope) =>
    reject(scope, programId, { mentorId: mentor.id, menteeId: mentee.id, by: 'mentor' }),
  )
  await joined('mentor', { profile: { capacity: 0 } })

  await live(7)

  expect(await words(mentee)).toContain('has a place left at the moment')
})

test('a mentee who has been proposed reads that the proposal is being looked at, and of whom not', async () => {
  await joined('mentor')
  const mentee = await joined('mentee')
  await hospital.within(async (scope) => {
    const [stored] = await programsById(scope, [programId])
    if (stored) await returnAllToDraft(scope, stored, [{ menteeId: mentee.id, why: 'test' }])
  })

  await live(7)

  expect(await words(mentee)).toContain('There is a proposal, and it is being looked at')
  expect(await words(mentee)).not.toContain('Haddad')
})

test.each([
  ['mentor', 'There is a proposal, and it is being looked at'],
  ['mentee', 'waits for your answer'],
])(
  'while the %s is asked the mentee reads no name, nor that a mentor could still say no',
  async (asked, said) => {
    const [mentor, mentee] = [await joined('mentor'), await joined('mentee')]
    await hospital.within(({ tx, now, organizationId }) =>
      tx.offer.create({
        data: {
          id: `${mentee.id}-offer`,
          organizationId,
          programId,
          mentorId: mentor.id,
          menteeId: mentee.id,
          state: 'open',
          asked,
          reasons: [],
          score: 1,
          publishedBy: 'test',
          offeredAt: new Date(now.epochMilliseconds),
          expiresAt: new Date('2027-12-01'),
        },
      }),
    )

    await live(7)

    expect(await words(mentee)).toContain(said)
    expect(await words(mentee)).not.toMatch(/Haddad|been asked|say yes/)
    expect(await heard(mentor)).toEqual([])
  },
)

test('a mentor whom nobody needs yet is thanked; one who takes nobody is left alone', async () => {
  const [ready, full] = [await joined('mentor'), await joined('mentor', { profile: { capacity: 0 } })]

  await live(7)

  expect(await words(ready)).toContain('says nothing about you')
  expect(await heard(full)).toEqual([])
})

test('before the program begins its first day is named', async () => {
  await program({ starts_on: '2027-03-01' })
  const mentee = await joined('mentee')

  await live(7)

  expect(await words(mentee)).toContain('Career mentoring starts on Mon 1 March')
})

test('in a peer program the next round is what they wait for', async () => {
  await program({ type: 'peer', cadence: { every: 'round', weekday: 'tuesday', at: '09:00' } })
  const peer = await joined('both')

  await live(7)

  expect(await words(peer)).toContain('the next round of Career mentoring')
})

test('ten thousand who have been told are not read again before their week is over', async () => {
  const people = 10_000
  await hospital.within(async ({ tx, organizationId, now }) => {
    await tx.$executeRaw`
      insert into people (id, organization_id, email, name, time_zone, contact_days, contact_from, contact_to)
      select ${programId} || n, ${organizationId}, ${programId} || n, 'Someone', 'UTC', '{1}', '09:00', '19:00'
      from generate_series(1, ${people}::int) n`
    await tx.$executeRaw`
      insert into enrollments (id, organization_id, program_id, person_id, role, state, look_at)
      select ${programId} || n, ${organizationId}, ${programId}, ${programId} || n, 'mentee', 'active',
        ${new Date(now.epochMilliseconds + 60_000)}::timestamptz
      from generate_series(1, ${people}::int) n`
    await tx.$executeRaw`analyze enrollments`
  })

  const plan = await hospital.within(
    ({ tx, now, organizationId }) =>
      tx.$queryRaw<{ 'QUERY PLAN': string }[]>`
      explain (analyze, costs off, timing off) select id from enrollments
      where (look_at is null or look_at <= ${new Date(now.epochMilliseconds)}::timestamptz)
        and organization_id = ${organizationId}
      order by look_at nulls first, id limit 500`,
  )

  expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('enrollments_look_at_idx')
})
