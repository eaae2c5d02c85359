import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDue } from '../../../src/app/checkin/open-due.ts'
import { reschedule } from '../../../src/app/checkin/schedule.ts'
import { resumePeople } from '../../../src/app/people/resume.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { waitingCheckInsOf } from '../../../src/store/check-ins.ts'
import { changeEnrollment, enrollmentsOfPerson } from '../../../src/store/enrollments.ts'
import { activePairsOf } from '../../../src/store/pairs.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let mentor: Person
let mentee: Person
let programId: string

beforeEach(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
  mentor = await hospital.person({ name: 'Amira Haddad', platform: 'teams' })
  mentee = await hospital.person({ name: 'Priya Shah' })
  const { id } = await hospital.program()
  programId = id
  await hospital.pair(id, mentor, mentee)
  for (const person of [mentor, mentee]) await hospital.within((scope) => reschedule(scope, person))
})
afterEach(() => hospital.close())

async function placeOf(person: Person) {
  const [place] = await hospital.within((scope) => enrollmentsOfPerson(scope, person.id))
  if (!place) throw new Error('not enrolled')
  return place
}

async function openedFor(person: Person): Promise<boolean> {
  await openDue(hospital.world, hospital.organizationId)
  const user = person.accounts[0]?.user
  return (await hospital.outbox()).some((entry) => entry.key.startsWith('nudge:') && entry.user === user)
}

test('a person on a break is not written to until the day they named, then by itself again', async () => {
  const said = await hospital.as(mentee).command('pause until 1 February')

  hospital.at('2027-01-19T10:00:00Z')
  expect(await openedFor(mentee)).toBe(false)
  hospital.at('2027-02-01T10:00:00Z')
  await resumePeople(hospital.world, hospital.organizationId)

  expect(await openedFor(mentee)).toBe(true)
  const place = await placeOf(mentee)
  expect(place).toMatchObject({ state: 'active', silences: 0 })
  expect(place.pausedUntil).toBeUndefined()
  expect(wordsIn(said)).toContain('Mon 1 February')
})

test('a break from two programs is said in one sentence', async () => {
  const second = await hospital.program({ name: 'Return to practice' })
  await hospital.enroll(second.id, mentee, { role: 'mentee' })

  const said = await hospital.as(mentee).command('pause until 1 February')

  expect(wordsIn(said)).toMatch(/You are on a break from (Career mentoring|Return to practice) and \w/)
})

test('a break ends on the person’s own calendar', async () => {
  const early = await hospital.person({ zone: 'Pacific/Auckland' })
  const late = await hospital.person({ zone: 'America/Los_Angeles' })
  for (const person of [early, late]) {
    await hospital.enroll(programId, person, { role: 'mentee' })
    await hospital.as(person).command('pause until 2027-02-01')
  }

  hospital.at('2027-01-31T12:00:00Z')
  await resumePeople(hospital.world, hospital.organizationId)

  expect(await placeOf(early)).toMatchObject({ state: 'active' })
  expect(await placeOf(late)).toMatchObject({ state: 'paused' })
})

test('pause without a date asks for one, and goes on without', async () => {
  const asked = await hospital.as(mentee).command('pause')
  await hospital.as(mentee).submit('program.pause-save', undefined, {})

  expect(asked).toMatchObject({ kind: 'form' })
  expect(await placeOf(mentee)).toMatchObject({ state: 'paused' })
})

test.each(['yesterday', '2027-01-04', '2029-01-01', 'whenever'])(
  'pause until %s is refused and changes nothing',
  async (date) => {
    await hospital.as(mentee).command(`pause until ${date}`)

    expect(await placeOf(mentee)).toMatchObject({ state: 'active' })
  },
)

test('a check-in that is open when the break begins is no silence', async () => {
  hospital.at('2027-01-19T10:00:00Z')
  await openDue(hospital.world, hospital.organizationId)

  await hospital.as(mentee).command('pause')
  await hospital.as(mentee).submit('program.pause-save', undefined, { until: '2027-03-01' })

  const states = await hospital.within(({ tx }) => tx.checkIn.findMany({ where: { personId: mentee.id } }))
  expect(states.map(({ state }) => state).sort()).toEqual(['skipped', 'waiting'])
})

test('resume plans the check-ins anew from today on', async () => {
  await hospital.as(mentee).command('pause until 2027-06-01')
  hospital.at('2027-01-19T10:00:00Z')
  await openDue(hospital.world, hospital.organizationId)
  hospital.at('2027-01-25T10:00:00Z')

  const outcome = await hospital.as(mentee).command('resume')

  const [next] = await hospital.within((scope) => waitingCheckInsOf(scope, [mentee.id]))
  expect(next?.nextAt?.toString()).toBe('2027-02-02T09:00:00Z')
  expect(wordsIn(outcome)).toContain('Tue 2 February at 09:00')
})

test('continue after three silences starts to count from nothing and plans again', async () => {
  const { id } = await placeOf(mentee)
  await hospital.within((scope) => changeEnrollment(scope, id, { silences: 3, askedToGoOnAt: scope.now }))
  hospital.at('2027-01-19T10:00:00Z')
  expect(await openedFor(mentee)).toBe(false)

  const outcome = await hospital.as(mentee).press('program.go-on', id)

  const place = await placeOf(mentee)
  expect(place).toMatchObject({ state: 'active', silences: 0 })
  expect(place.askedToGoOnAt).toBeUndefined()
  expect(wordsIn(outcome)).toContain('Your next check-in')
})

test('who leaves is asked to confirm, not why; the pair ends and the other person is told kindly', async () => {
  hospital.at('2027-01-19T10:00:00Z')
  await openDue(hospital.world, hospital.organizationId)
  const { id } = await placeOf(mentee)

  const asked = await hospital.as(mentee).command('leave')
  await hospital.as(mentee).submit('program.leave-save', undefined, {})

  expect(asked).toMatchObject({ kind: 'form', form: { parts: [{ kind: 'words' }] } })
  expect((await placeOf(mentee)).state).toBe('left')
  expect(await hospital.within((scope) => activePairsOf(scope, mentor.id))).toEqual([])
  const checkIns = await hospital.within(({ tx }) => tx.checkIn.findMany())
  expect(new Set(checkIns.map(({ state }) => state))).toEqual(new Set(['cancelled']))
  const told = (await hospital.outbox()).filter(({ key }) => key.includes(':ended:'))
  expect(told.map(({ user }) => user)).toEqual([mentor.accounts[0]?.user])
  expect(wordsIn(told[0]?.message)).toContain('says nothing about you')
  expect(wordsIn(await hospital.as(mentee).press('program.leave', id))).toContain('cannot find that')
})

test('with several programs, leave asks which', async () => {
  const second = await hospital.program({ name: 'Peer rounds' })
  const enrollmentId = await hospital.enroll(second.id, mentee, { role: 'mentee' })

  const asked = await hospital.as(mentee).command('leave')
  await hospital.as(mentee).submit('program.leave-save', undefined, { enrollment: enrollmentId })

  expect(wordsIn(asked)).toMatch(/Career mentoring[\s\S]*Peer rounds|Peer rounds[\s\S]*Career mentoring/)
  const places = await hospital.within((scope) => enrollmentsOfPerson(scope, mentee.id))
  expect(new Map(places.map((place) => [place.programId, place.state]))).toEqual(
    new Map([
      [programId, 'active'],
      [second.id, 'left'],
    ]),
  )
})

test('a condition of work is not left by a button, and the words are kind', async () => {
  const person = await hospital.person()
  const { id } = await hospital.program({ join: 'required', name: 'Preceptorship' })
  const enrollmentId = await hospital.enroll(id, person, { role: 'mentee' })

  const outcome = await hospital.as(person).command('leave')
  await hospital.as(person).submit('program.leave-save', enrollmentId, {})

  expect(wordsIn(outcome)).toContain('talk to your coordinator')
  expect((await placeOf(person)).state).toBe('active')
})

test('nobody takes somebody else out of a program', async () => {
  const { id } = await placeOf(mentee)

  await hospital.as(mentor).submit('program.leave-save', id, {})
  await hospital.as(mentor).submit('program.pause-save', id, {})

  expect((await placeOf(mentee)).state).toBe('active')
})
