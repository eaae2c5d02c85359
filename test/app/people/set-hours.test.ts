import { afterAll, beforeAll, expect, test } from 'vitest'
import { reschedule } from '../../../src/app/checkin/schedule.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Values } from '../../../src/core/message/form.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { waitingCheckInsOf } from '../../../src/store/check-ins.ts'
import { personById } from '../../../src/store/people.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
})
afterAll(() => hospital.close())

const usual = { days: ['1', '2', '3', '4', '5'], from: '09:00', to: '19:00', zone: 'Europe/London' }

/** A mentee whose first check-in is due on Tuesday 19 January at nine. */
async function mentee(): Promise<Person> {
  const [mentor, person] = [await hospital.person({ name: 'Amira Haddad' }), await hospital.person()]
  const { id } = await hospital.program()
  await hospital.pair(id, mentor, person)
  await hospital.within((scope) => reschedule(scope, person))
  return person
}

function save(person: Person, values: Values) {
  return hospital.as(person).submit('person.hours-save', undefined, { ...usual, ...values })
}

test('new hours move the next check-in, and the person reads when it comes', async () => {
  const person = await mentee()

  const outcome = await save(person, { from: '1 pm', to: '17.30', leave: '2027-01-18/2027-01-20' })

  const [next] = await hospital.within((scope) => waitingCheckInsOf(scope, [person.id]))
  expect(next?.nextAt?.toString()).toBe('2027-01-21T13:00:00Z')
  expect(wordsIn(outcome)).toContain('about you and Amira Haddad, comes on Thu 21 January at 13:00')
})

test.each([
  ['1 March to 7 March', '2027-03-01/2027-03-07', 'You are away Mon 1 March to Sun 7 March.'],
  ['3 Feb', '2027-02-03/2027-02-03', 'You are away Wed 3 February.'],
  ['28 Dec - 6 Jan', '2026-12-28/2027-01-06', 'You are away Mon 28 December to Wed 6 January.'],
  ['2027-03-01 to 2027-03-07', '2027-03-01/2027-03-07', 'You are away Mon 1 March to Sun 7 March.'],
])('days away typed as %s are understood, and said back', async (typed, kept, words) => {
  const person = await hospital.person()

  const outcome = await save(person, { leave: typed })

  const row = await hospital.within(({ tx }) => tx.person.findUniqueOrThrow({ where: { id: person.id } }))
  expect(row.leave).toEqual([kept])
  expect(wordsIn(outcome)).toContain(words)
})

test('a check-in keeps the time of day of its own stretch of the cadence', async () => {
  const [mentor, person] = [await hospital.person(), await hospital.person()]
  const { id } = await hospital.program({
    cadence: [
      { for: '2 weeks', every: '2 weeks', weekday: 'tuesday', at: '09:00' },
      { every: '2 weeks', weekday: 'tuesday', at: '14:00' },
    ],
  })
  await hospital.pair(id, mentor, person)
  hospital.at('2027-01-20T10:00:00Z')
  await hospital.within((scope) => reschedule(scope, person))

  await save(person, { from: '08:00' })

  const [next] = await hospital.within((scope) => waitingCheckInsOf(scope, [person.id]))
  expect(next?.nextAt?.toString()).toBe('2027-02-02T14:00:00Z')
  hospital.at('2027-01-04T10:00:00Z')
})

test('the form shows what is set, without leave that is over', async () => {
  const person = await hospital.person({ leave: ['2026-01-01/2026-01-08', '2027-03-01/2027-03-05'] })

  const outcome = await hospital.as(person).command('hours')

  expect(wordsIn(outcome)).toContain('2027-03-01 to 2027-03-05')
  expect(wordsIn(outcome)).not.toContain('2026-01-01')
})

test('only what was changed is the person’s own from then on', async () => {
  const person = await hospital.person({ leave: ['2026-01-01/2026-01-08'] })

  await save(person, { to: '18:00' })

  const row = await hospital.within(({ tx }) => tx.person.findUniqueOrThrow({ where: { id: person.id } }))
  expect(row.edited).toEqual(['contact_to'])
  expect(row.leave).toEqual(['2026-01-01/2026-01-08'])
})

test.each([
  ['from', 'noonish', 'time of day'],
  ['zone', 'Europe/Lodnon', 'Did you mean Europe/London?'],
  ['leave', 'next week', 'Line 1 is not a stretch of days'],
  ['leave', '2027-02-07/2027-02-01', 'Line 1 is not a stretch of days'],
])('a wrong %s is said at its field, and nothing changes', async (field, value, words) => {
  const person = await hospital.person()

  const outcome = await save(person, { [field]: value })

  expect(outcome).toMatchObject({ kind: 'errors', errors: { [field]: expect.stringContaining(words) } })
  const after = await hospital.within((scope) => personById(scope, person.id))
  expect(after).toEqual(person)
})

test('a person keeps at least one day', async () => {
  const person = await hospital.person()

  const outcome = await save(person, { days: [] })

  expect(outcome).toMatchObject({ kind: 'errors', errors: { days: expect.any(String) } })
})
