import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeAsMissed } from '../../src/app/checkin/close-missed.ts'
import { scheduleFirst } from '../../src/app/checkin/schedule.ts'
import { beatFor } from '../../src/app/heartbeat.ts'
import type { Hospital } from '../../src/catalogue/hospital.ts'
import type { Person } from '../../src/core/people/person.ts'
import type { Program } from '../../src/core/program/program.ts'
import { openCheckInsOf } from '../../src/store/check-ins.ts'
import { changeEnrollment, enrollmentsOfPerson } from '../../src/store/enrollments.ts'
import { markGone } from '../../src/store/people.ts'
import { openHospital } from '../support/hospital.ts'

let hospital: Hospital
let program: { id: string; program: Program }

beforeEach(async () => {
  hospital = await openHospital('2027-01-04T08:00:00Z')
  program = await hospital.program()
})
afterEach(() => hospital.close())

/** A pair whose check-ins are due on Tuesday 19 January at nine. */
async function pair(): Promise<{ mentor: Person; mentee: Person }> {
  const [mentor, mentee] = [await hospital.person(), await hospital.person()]
  const made = await hospital.pair(program.id, mentor, mentee)
  await hospital.within(async (scope) => {
    for (const one of [mentor, mentee])
      await scheduleFirst(scope, one, { pair: made, program: program.program })
  })
  return { mentor, mentee }
}

function beat(): Promise<readonly string[]> {
  return beatFor(hospital.world, hospital.organizationId)
}

/** As if this process knew fewer time zones than the one that stored it. */
async function loseZone({ id }: Person): Promise<void> {
  await hospital.within(({ tx }) => tx.person.update({ where: { id }, data: { timeZone: 'Mars/Olympus' } }))
}

async function statesOf({ id }: Person): Promise<string[]> {
  const rows = await hospital.within(({ tx }) =>
    tx.checkIn.findMany({ where: { personId: id }, orderBy: { dueOn: 'asc' } }),
  )
  return rows.map(({ state }) => state)
}

async function usersWrittenTo(): Promise<(string | null)[]> {
  return (await hospital.outbox()).map(({ user }) => user)
}

test('a person with a time zone that nobody knows keeps nobody else from being asked and reminded', async () => {
  const [first, second] = [await pair(), await pair()]
  await loseZone(first.mentee)
  hospital.at('2027-01-19T09:00:00Z')

  expect(await beat()).toEqual(['openDue'])
  expect(await beat()).toEqual([])

  expect(await statesOf(first.mentee)).toEqual(['waiting'])
  for (const one of [first.mentor, second.mentor, second.mentee])
    expect(await statesOf(one)).toEqual(['open', 'waiting'])
  const aboutSkills = (await hospital.outbox()).filter(({ key }) => key.startsWith('skills:'))
  expect(aboutSkills.map(({ user }) => user)).toEqual([second.mentee.accounts[0]?.user])

  await loseZone(second.mentee)
  hospital.at('2027-01-21T09:00:00Z')
  await beat()
  const written = await usersWrittenTo()
  for (const one of [first.mentor, second.mentor])
    expect(written.filter((user) => user === one.accounts[0]?.user)).toHaveLength(2)
})

test('an answer that cannot be read any more keeps no other check-in from being closed', async () => {
  const { mentor, mentee } = await pair()
  hospital.at('2027-01-19T09:00:00Z')
  await beat()
  await hospital.within(async ({ tx, organizationId }) => {
    const checkIn = await tx.checkIn.findFirstOrThrow({ where: { personId: mentee.id, state: 'open' } })
    const answer = { question: 'learned', sealed: Buffer.from('?'), reader: 'pair', via: 'form' }
    await tx.answer.create({
      data: { id: 'broken', organizationId, checkInId: checkIn.id, answeredAt: new Date(), ...answer },
    })
  })
  hospital.at('2027-01-28T09:00:00Z')

  expect(await beat()).toEqual(['closeMissed'])

  expect(await statesOf(mentor)).toEqual(['missed', 'waiting'])
  expect(await statesOf(mentee)).toEqual(['open', 'waiting'])
})

test('what was answered while the heartbeat was about to close it as missed is not a silence', async () => {
  const { mentee } = await pair()
  hospital.at('2027-01-19T09:00:00Z')
  await beat()
  const seenOpen = await hospital.within((scope) => openCheckInsOf(scope, mentee.id))

  await hospital.as(mentee).press('checkin.skip', seenOpen[0]?.id)
  await hospital.within((scope) => closeAsMissed(scope, seenOpen))

  expect(await statesOf(mentee)).toEqual(['skipped', 'waiting'])
  const [enrollment] = await hospital.within((scope) => enrollmentsOfPerson(scope, mentee.id))
  expect(enrollment?.silences).toBe(0)
})

test('who cannot be written to counts as not asked yet whether to go on', async () => {
  const { mentee } = await pair()
  const [place] = await hospital.within((scope) => enrollmentsOfPerson(scope, mentee.id))
  await hospital.within((scope) => changeEnrollment(scope, place?.id ?? '', { silences: 2 }))
  hospital.at('2027-01-19T09:00:00Z')
  await beat()
  const [account] = mentee.accounts
  // Whose account has been gone for a week is not in the program any more.
  hospital.at('2027-01-24T09:00:00Z')
  if (account) await hospital.within((scope) => markGone(scope, account))
  hospital.at('2027-01-28T09:00:00Z')

  await beat()

  const [silent] = await hospital.within((scope) => enrollmentsOfPerson(scope, mentee.id))
  expect(silent).toMatchObject({ silences: 3 })
  expect(silent?.askedToGoOnAt).toBeUndefined()
})

test('a break and an invitation of a person with an unknown time zone hold up nobody else’s', async () => {
  const people = [await hospital.person(), await hospital.person(), await hospital.person()]
  for (const person of people) {
    const id = await hospital.enroll(program.id, person)
    const pausedUntil = Temporal.PlainDate.from('2027-01-05')
    await hospital.within((scope) => changeEnrollment(scope, id, { state: 'paused', pausedUntil }))
    await hospital.enroll((await hospital.program()).id, person, { state: 'invited' })
  }
  const [lost] = people
  if (lost) await loseZone(lost)
  hospital.at('2027-01-05T09:00:00Z')

  await beat()

  const back = await hospital.within(async (scope) => {
    const enrollments = []
    for (const { id } of people) enrollments.push(...(await enrollmentsOfPerson(scope, id)))
    return enrollments
  })
  expect(back.filter(({ state }) => state === 'paused').map(({ personId }) => personId)).toEqual([lost?.id])
  expect(await usersWrittenTo()).toHaveLength(2)
})

test('breaks that end on the same day end for everybody, however many they are', async () => {
  const person = await hospital.person()
  await hospital.within(async ({ tx, organizationId }) => {
    const ids = Array.from({ length: 450 }, (_, index) => `p${index}`)
    const { timeZone, contactDays, contactFrom, contactTo } = await tx.person.findUniqueOrThrow({
      where: { id: person.id },
    })
    const hours = { timeZone, contactDays, contactFrom, contactTo }
    await tx.person.createMany({
      data: ids.map((id) => ({ id, organizationId, email: `${id}@example.org`, name: id, ...hours })),
    })
    const place = { organizationId, programId: program.id, role: 'mentee', state: 'paused' }
    const pausedUntil = new Date('2027-01-05')
    await tx.enrollment.createMany({ data: ids.map((id) => ({ id, personId: id, ...place, pausedUntil })) })
  })
  hospital.at('2027-01-05T09:00:00Z')

  await beat()

  const paused = await hospital.within(({ tx }) => tx.enrollment.count({ where: { state: 'paused' } }))
  expect(paused).toBe(0)
})
