import { afterAll, beforeAll, expect, test } from 'vitest'
import { reschedule } from '../../../src/app/checkin/schedule.ts'
import { applyProgram } from '../../../src/app/program/apply-program.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { parseProgram } from '../../../src/core/program/parse-program.ts'
import { waitingCheckInsOf } from '../../../src/store/check-ins.ts'
import { peopleByEmail } from '../../../src/store/people.ts'
import { programsById } from '../../../src/store/programs.ts'
import { openHospital } from '../../support/hospital.ts'

let hospital: Hospital

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
})
afterAll(() => hospital.close())

function apply(written: Record<string, unknown>) {
  const parsed = parseProgram({
    name: 'Career mentoring',
    type: 'career',
    starts_on: '2027-01-04',
    coordinators: ['carla.coord@example.org'],
    cadence: { every: '2 weeks', weekday: 'tuesday', at: '09:00' },
    ...written,
  })
  if (!('program' in parsed)) throw new Error(JSON.stringify(parsed))
  return hospital.within((scope) => applyProgram(scope, parsed.program, { actor: 'command line' }))
}

test('a new program is created, with its first digest and its coordinators', async () => {
  const digest = { platform: 'slack', channel: 'C0123456789', weekday: 'monday', at: '08:30' }

  const applied = await apply({ slug: 'new', time_zone: 'Europe/London', digest })

  expect(applied).toMatchObject({ created: true, warnings: [] })
  const [stored] = await hospital.within((scope) => programsById(scope, [applied.programId]))
  expect(stored?.nextDigestAt?.toString()).toBe('2027-01-11T08:30:00Z')
  const [carla] = await hospital.within((scope) => peopleByEmail(scope, ['carla.coord@example.org']))
  expect(carla).toMatchObject({ name: 'Carla Coord', zone: 'Europe/London' })
})

test('the same file again changes nothing, and what changes is said', async () => {
  await apply({ slug: 'again' })

  const same = await apply({ slug: 'again' })
  const renamed = await apply({ slug: 'again', name: 'Careers' })

  expect(same).toMatchObject({ created: false, changes: [] })
  expect(renamed.changes).toEqual(['name: Career mentoring → Careers'])
  const audits = await hospital.within(({ tx }) =>
    tx.auditEntry.count({ where: { subject: same.programId } }),
  )
  expect(audits).toBe(2)
})

test('a digest that is due this minute is not lost by applying another change', async () => {
  const digest = { platform: 'slack', channel: 'C0123456789', weekday: 'monday', at: '08:30' }
  const { programId } = await apply({ slug: 'due', digest })
  hospital.at('2027-01-11T09:00:00Z')

  await apply({ slug: 'due', digest, name: 'Renamed' })

  const [stored] = await hospital.within((scope) => programsById(scope, [programId]))
  expect(stored?.nextDigestAt?.toString()).toBe('2027-01-11T08:30:00Z')
  hospital.at('2027-01-04T10:00:00Z')
})

test.each([
  ['cadence', { cadence: { every: '4 weeks', weekday: 'wednesday', at: '11:00' } }, '2027-02-03T11:00:00Z'],
  ['blackouts', { blackouts: ['2027-01-19/2027-01-19'] }, '2027-01-20T09:00:00Z'],
])('a new %s moves the check-ins to come', async (name, change, expected) => {
  const { programId } = await apply({ slug: `moves-${name}` })
  const [mentor, mentee] = [await hospital.person(), await hospital.person()]
  await hospital.pair(programId, mentor, mentee)
  await hospital.within((scope) => reschedule(scope, mentee))

  await apply({ slug: `moves-${name}`, ...change })

  const [next] = await hospital.within((scope) => waitingCheckInsOf(scope, [mentee.id]))
  expect(next?.nextAt?.toString()).toBe(expected)
})

test('it warns where every coordinator is in a pair or manages one of it', async () => {
  const boss = await hospital.person({ email: 'boss@example.org' })
  const mentor = await hospital.person({ name: 'Amira Haddad' })
  const mentee = await hospital.person({ managerEmail: boss.email, name: 'Priya Shah' })
  const { programId } = await apply({ slug: 'conflict', coordinators: [boss.email] })
  await hospital.pair(programId, mentor, mentee)

  const alone = await apply({ slug: 'conflict', coordinators: [boss.email] })
  const two = await apply({ slug: 'conflict', coordinators: [boss.email, 'carla.coord@example.org'] })

  expect(alone.warnings).toEqual([expect.stringContaining('Amira Haddad and Priya Shah')])
  expect(two.warnings).toEqual([])
})

test('it warns where nobody coordinates', async () => {
  const applied = await apply({ slug: 'nobody', coordinators: [] })

  expect(applied.warnings).toEqual([expect.stringContaining('Nobody coordinates')])
})
