import { afterAll, beforeAll, expect, test } from 'vitest'
import { finishCheckIn } from '../../../src/app/checkin/finish-check-in.ts'
import { openDue } from '../../../src/app/checkin/open-due.ts'
import { reschedule } from '../../../src/app/checkin/schedule.ts'
import { joinByAnswering } from '../../../src/app/people/join-program.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { openCheckInsOf, waitingCheckInsOf } from '../../../src/store/check-ins.ts'
import { enrollmentsOfPerson } from '../../../src/store/enrollments.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
})
afterAll(() => hospital.close())

async function placeOf(person: Person) {
  const [place] = await hospital.within((scope) => enrollmentsOfPerson(scope, person.id))
  return place
}

async function invited(given: Record<string, unknown> = {}) {
  const person = await hospital.person()
  const { id, program } = await hospital.program(given)
  const enrollmentId = await hospital.enroll(id, person, { role: 'mentee', state: 'invited' })
  return { person, programId: id, program, enrollmentId }
}

test('an invited person who presses join takes part from then on', async () => {
  const { person, enrollmentId } = await invited()

  const outcome = await hospital.as(person).press('program.join', enrollmentId)

  expect(await placeOf(person)).toMatchObject({ state: 'active' })
  expect(wordsIn(outcome)).toContain('You are in Career mentoring as a mentee')
})

test('joining by command says what is kept and who reads it before anything else', async () => {
  const { person } = await invited()

  const outcome = await hospital.as(person).command('join')

  expect(await placeOf(person)).toMatchObject({ state: 'active', noticedAt: expect.anything() })
  expect(wordsIn(outcome)).toMatch(/retention and legal access.*\n.*patient safety must be reported/)
})

test('who has read what is kept with their invitation is not shown it again on joining', async () => {
  const { person, enrollmentId } = await invited()
  const noticedAt = new Date('2027-01-04T09:00:00Z')
  await hospital.within(({ tx }) =>
    tx.enrollment.update({ where: { id: enrollmentId }, data: { noticedAt } }),
  )

  const outcome = await hospital.as(person).command('join')

  expect(wordsIn(outcome)).toContain('You are in Career mentoring as a mentee')
  expect(wordsIn(outcome)).not.toContain('legal access')
})

test('who is in a pair already is not asked for what would find them one', async () => {
  const { person, programId } = await invited()
  await hospital.pair(programId, await hospital.person(), person)

  const outcome = await hospital.as(person).command('join')

  expect(wordsIn(outcome)).toContain('You are in Career mentoring as a mentee')
  expect(wordsIn(outcome)).not.toContain('What would you like to get out of')
})

test('nobody joins by an invitation that is somebody else’s', async () => {
  const { person, enrollmentId } = await invited()
  const stranger = await hospital.person()

  const outcome = await hospital.as(stranger).press('program.join', enrollmentId)

  expect(await placeOf(person)).toMatchObject({ state: 'invited' })
  expect(wordsIn(outcome)).toContain('cannot find that')
})

test('a second press on join changes nothing and says so', async () => {
  const { person, enrollmentId } = await invited()
  await hospital.as(person).press('program.join', enrollmentId)

  const outcome = await hospital.as(person).press('program.join', enrollmentId)

  expect(wordsIn(outcome)).toContain('already')
})

test('not now is noted, skips the check-in it came with, and leaves the door open', async () => {
  const { person, programId, enrollmentId } = await invited()
  const mentor = await hospital.person()
  await hospital.pair(programId, mentor, person)
  await hospital.within((scope) => reschedule(scope, person))
  hospital.at('2027-01-19T10:00:00Z')
  await openDue(hospital.world, hospital.organizationId)

  await hospital.as(person).press('program.not-now', enrollmentId)

  expect(await placeOf(person)).toMatchObject({ state: 'invited', declinedAt: expect.anything() })
  const states = await hospital.within(({ tx }) =>
    tx.checkIn.findMany({ where: { personId: person.id }, orderBy: { dueOn: 'asc' } }),
  )
  expect(states[0]?.state).toBe('skipped')

  await hospital.as(person).command('join')

  expect(await placeOf(person)).toMatchObject({ state: 'active' })
  hospital.at('2027-01-04T10:00:00Z')
})

test('answering is joining, also after not now, and check-ins come again', async () => {
  const { person, programId, enrollmentId } = await invited()
  const mentor = await hospital.person()
  await hospital.pair(programId, mentor, person)
  await hospital.as(person).press('program.not-now', enrollmentId)

  await hospital.within((scope) => joinByAnswering(scope, person.id, programId))

  expect(await placeOf(person)).toMatchObject({ state: 'active' })
  expect(await hospital.within((scope) => waitingCheckInsOf(scope, [person.id]))).toHaveLength(1)
})

test('whoever finishes the check-in of an invitation by answering has joined', async () => {
  const { person, programId } = await invited()
  const mentor = await hospital.person()
  await hospital.pair(programId, mentor, person)
  await hospital.within((scope) => reschedule(scope, person))
  hospital.at('2027-01-19T10:00:00Z')
  await openDue(hospital.world, hospital.organizationId)

  await hospital.within(async (scope) => {
    const [open] = await openCheckInsOf(scope, person.id)
    if (open) await finishCheckIn(scope, open, 'answered')
  })

  expect(await placeOf(person)).toMatchObject({ state: 'active' })
  hospital.at('2027-01-04T10:00:00Z')
})

test('where a program is open, join asks for the role and enrolls', async () => {
  const { id } = await hospital.program({ join: 'open', name: 'Open to all' })
  const person = await hospital.person()

  const asked = await hospital.as(person).command('join')
  const outcome = await hospital.as(person).submit('program.join-save', id, { role: 'mentor' })

  expect(asked).toMatchObject({ kind: 'form', form: { verb: 'program.join-save' } })
  expect(wordsIn(asked)).toContain('patient safety must be reported')
  expect(wordsIn(outcome)).toContain('as a mentor')
  expect(await placeOf(person)).toMatchObject({ state: 'active', role: 'mentor', programId: id })
  await hospital.within(({ tx }) => tx.program.delete({ where: { id } }))
})

test('a program that is not open cannot be entered by a forged form', async () => {
  const { id } = await hospital.program()
  const person = await hospital.person()

  await hospital.as(person).submit('program.join-save', id, { role: 'mentor' })

  expect(await placeOf(person)).toBeUndefined()
})

test('somebody with nothing to join is told so', async () => {
  const person = await hospital.person()

  const outcome = await hospital.as(person).command('join')

  expect(wordsIn(outcome)).toContain('no program that you can join')
})

test('where taking part is a condition of work, understood is noted once read', async () => {
  const person = await hospital.person()
  const { id } = await hospital.program({ join: 'required' })
  const enrollmentId = await hospital.enroll(id, person, { role: 'mentee' })

  const outcome = await hospital.as(person).press('program.understood', enrollmentId)

  expect(wordsIn(outcome)).toContain('Thank you')
  const audit = await hospital.within(({ tx }) =>
    tx.auditEntry.findFirst({ where: { action: 'program.understood', subject: enrollmentId } }),
  )
  expect(audit?.actor).toBe(person.id)
})
