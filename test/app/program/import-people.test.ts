import { afterAll, beforeAll, expect, test } from 'vitest'
import { reschedule } from '../../../src/app/checkin/schedule.ts'
import { importPeople, type PeopleToImport } from '../../../src/app/program/import-people.ts'
import { type Hospital, slackTeam, teamsTenant } from '../../../src/catalogue/hospital.ts'
import { parseRosterRow, type RosterRow } from '../../../src/core/people/roster.ts'
import { waitingCheckInsOf } from '../../../src/store/check-ins.ts'
import { enrollmentsOfPerson } from '../../../src/store/enrollments.ts'
import { peopleByEmail } from '../../../src/store/people.ts'
import { openHospital } from '../../support/hospital.ts'

let hospital: Hospital
let programId: string
let line = 1

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
  programId = (await hospital.program({ time_zone: 'Europe/Dublin' })).id
})
afterAll(() => hospital.close())

function row(cells: Record<string, string | string[]>): RosterRow {
  line += 1
  const parsed = parseRosterRow({ line, cells: { name: 'Priya Shah', role: 'mentee', ...cells } })
  if (!('row' in parsed)) throw new Error(JSON.stringify(parsed))
  return parsed.row
}

function bring(rows: RosterRow[], how: Partial<PeopleToImport> = {}) {
  return hospital.within((scope) =>
    importPeople(scope, { programId, rows, overwrite: false, actor: 'command line', ...how }),
  )
}

async function personWith(email: string) {
  const [person] = await hospital.within((scope) => peopleByEmail(scope, [email]))
  if (!person) throw new Error('nobody was stored')
  return person
}

test('people who are new are created, invited, and get what the file leaves open from the program', async () => {
  const report = await bring([
    row({ email: 'new@example.org', skills_offered: ['feedback'], slack_user_id: 'U0NEW0001' }),
  ])

  expect(report).toMatchObject({
    applied: true,
    created: 1,
    updated: 0,
    unchanged: 0,
    problems: [],
    notes: [],
  })
  const person = await personWith('new@example.org')
  expect(person).toMatchObject({
    zone: 'Europe/Dublin',
    contact: { days: [1, 2, 3, 4, 5], from: '09:00', to: '19:00' },
    accounts: [{ platform: 'slack', workspace: slackTeam, user: 'U0NEW0001' }],
  })
  const [place] = await hospital.within((scope) => enrollmentsOfPerson(scope, person.id))
  expect(place).toMatchObject({ programId, role: 'mentee', state: 'invited' })
  expect(place?.noticedAt).toBeUndefined()
})

test('where taking part is a condition of work they are active, and the notice is still due', async () => {
  const { id } = await hospital.program({ join: 'required' })

  await bring([row({ email: 'must@example.org' })], { programId: id })

  const person = await personWith('must@example.org')
  const [place] = await hospital.within((scope) => enrollmentsOfPerson(scope, person.id))
  expect(place?.state).toBe('active')
  expect(place?.noticedAt).toBeUndefined()
})

test('the same file twice changes nothing', async () => {
  const rows = ['a', 'b', 'c'].map((name) =>
    row({
      email: `twice-${name}@example.org`,
      grade: '6',
      sites: ['North', 'South'],
      registered_on: '2020-02-01',
      leaves_on: '2028-01-31',
      never_with: ['x@example.org'],
      contact_days: 'Mon,Wed',
      leave: ['2027-02-01/2027-02-07'],
      teams_user_id: `0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f${name}`,
    }),
  )
  await bring(rows)
  const before = await hospital.within(({ tx }) =>
    tx.auditEntry.count({ where: { action: 'person.import' } }),
  )

  const report = await bring(rows)

  expect(report).toMatchObject({ created: 0, updated: 0, unchanged: 3, kept: [] })
  const after = await hospital.within(({ tx }) => tx.auditEntry.count({ where: { action: 'person.import' } }))
  expect(after).toBe(before)
})

test('what differs is changed; an empty cell and people who are missing are left alone', async () => {
  await bring([
    row({ email: 'one@example.org', grade: '5', profession: 'nurse' }),
    row({ email: 'two@example.org' }),
  ])

  const report = await bring([row({ email: 'one@example.org', grade: '6', role: 'both' })])

  expect(report).toMatchObject({ created: 0, updated: 1, unchanged: 0 })
  const stored = await hospital.within(({ tx }) =>
    tx.person.findFirstOrThrow({ where: { email: 'one@example.org' }, include: { enrollments: true } }),
  )
  expect(stored.profile).toMatchObject({ grade: 6, profession: 'nurse' })
  expect(stored.enrollments[0]?.role).toBe('both')
  expect((await personWith('two@example.org')).name).toBe('Priya Shah')
})

test('what a person has set themselves is kept and reported, unless it is to be overwritten', async () => {
  const wanted = row({
    email: 'own@example.org',
    contact_to: '17:00',
    grade: '7',
    slack_user_id: 'U0OWN0001',
  })
  await bring([row({ email: 'own@example.org', slack_user_id: 'U0OWN0001' })])
  const person = await personWith('own@example.org')
  const hours = { days: ['1', '2', '3', '4', '5'], from: '09:00', to: '21:00', zone: 'Europe/Dublin' }
  await hospital.as(person).submit('person.hours-save', undefined, hours)

  const kept = await bring([wanted])
  const after = await personWith('own@example.org')
  const overwritten = await bring([wanted], { overwrite: true })

  expect(kept.kept).toEqual([{ line: wanted.line, email: 'own@example.org', columns: ['contact_to'] }])
  expect(kept.updated).toBe(1)
  expect(after.contact.to).toBe('21:00')
  expect(overwritten).toMatchObject({ updated: 1, kept: [] })
  expect((await personWith('own@example.org')).contact.to).toBe('17:00')
  const stored = await hospital.within(({ tx }) => tx.person.findUniqueOrThrow({ where: { id: person.id } }))
  expect(stored.edited).toEqual([])
})

test('an account that is somebody else’s is a problem of its row: nothing is applied, or all but that row', async () => {
  const owner = await hospital.person()
  const rows = [
    row({ email: 'thief@example.org', slack_user_id: owner.accounts[0]?.user ?? '' }),
    row({ email: 'fine@example.org' }),
  ]

  const refused = await bring(rows)
  const found = await hospital.within((scope) => peopleByEmail(scope, ['fine@example.org']))
  const partly = await bring(rows, { applyGood: true })

  expect(refused).toMatchObject({
    applied: false,
    problems: [{ line: rows[0]?.line, column: 'slack_user_id' }],
  })
  expect(found).toEqual([])
  expect(partly).toMatchObject({ applied: true, created: 1, problems: [{ line: rows[0]?.line }] })
})

test('a further account from the file is told to the person on all of theirs', async () => {
  await bring([row({ email: 'both@example.org', slack_user_id: 'U0BOTH001' })])

  await bring([row({ email: 'both@example.org', teams_user_id: 'aaaaaaaa-4b5a-6978-8796-a5b4c3d2e1f0' })])

  const told = (await hospital.outbox()).filter(({ key }) => key.startsWith('account:teams:'))
  expect(told.map(({ user }) => user).sort()).toEqual(['U0BOTH001', 'aaaaaaaa-4b5a-6978-8796-a5b4c3d2e1f0'])
  expect((await personWith('both@example.org')).accounts.map(({ workspace }) => workspace).sort()).toEqual(
    [slackTeam, teamsTenant].sort(),
  )
})

test('new hours from the file move the check-ins that wait', async () => {
  const [mentor, mentee] = [await hospital.person(), await hospital.person({ name: 'Priya Shah' })]
  await hospital.pair(programId, mentor, mentee)
  await hospital.within((scope) => reschedule(scope, mentee))

  await bring([row({ email: mentee.email, leave: ['2027-01-18/2027-01-22'] })])

  const [next] = await hospital.within((scope) => waitingCheckInsOf(scope, [mentee.id]))
  expect(next?.nextAt?.toString()).toBe('2027-01-25T09:00:00Z')
})

test('everything is audited: the import with its counts, and each person by the names of the fields', async () => {
  await bring([row({ email: 'audited@example.org', aims: ['Lead a ward'] })])

  const person = await personWith('audited@example.org')
  const rows = await hospital.within(({ tx }) =>
    tx.auditEntry.findMany({ where: { OR: [{ subject: person.id }, { action: 'people.import' }] } }),
  )
  const own = rows.find(({ subject }) => subject === person.id)
  expect(own?.details).toMatchObject({ fields: expect.arrayContaining(['name', 'aims', 'role']) })
  expect(rows.some(({ details }) => JSON.stringify(details).includes('"created":1'))).toBe(true)
  expect(JSON.stringify(rows)).not.toContain('Lead a ward')
})

test('thousands of people come in at once, and again', async () => {
  const { id } = await hospital.program({ slug: 'crowd' })
  const rows = Array.from({ length: 5_000 }, (_, index) => ({
    ...row({ email: 'crowd@example.org', skills_sought: ['feedback'], time_zone: 'Europe/London' }),
    email: `crowd-${index}@example.org`,
    line: index + 2,
    slackUserId: `UCROWD${index}`,
  }))

  const first = await bring(rows, { programId: id })
  const again = await bring(rows, { programId: id })

  expect(first.created).toBe(5_000)
  expect(again.unchanged).toBe(5_000)
})
