import { describe, expect, test } from 'vitest'
import { parseRosterRow, type RosterRow, repeatsIn } from '../../../src/core/people/roster.ts'

const required = { email: 'amira.haddad@stmarys.example', name: 'Amira Haddad', role: 'mentor' }

function row(cells: object, line = 2): RosterRow {
  const result = parseRosterRow({ line, cells: { ...required, ...cells } })
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.row
}

function problemOf(cells: object) {
  const result = parseRosterRow({ line: 2, cells: { ...required, ...cells } })
  return 'problems' in result ? result.problems.map(({ column, problem }) => `${column}: ${problem}`) : []
}

test('a row says all that its cells say', () => {
  const read = row({
    email: 'Amira.Haddad@StMarys.example',
    name: ' Amira   Haddad ',
    grade: '7,5',
    sites: ['North', 'West'],
    registered_on: '25/04/2012',
    capacity: '0',
    manager_email: 'Ngozi.Eze@stmarys.example',
    never_with: ['Tom@stmarys.example'],
    time_zone: 'Asia/Kolkata',
    contact_days: 'Mon;Wed-Fri',
    contact_from: '21:00',
    contact_to: '7:30',
    leave: ['2027-02-01/2027-02-05', '2027-03-01'],
    slack_user_id: 'U0DEMO01',
    teams_user_id: '0F1E2D3C-4B5A-6978-8796-A5B4C3D2E1F0',
  })

  expect(read).toMatchObject({
    line: 2,
    email: 'amira.haddad@stmarys.example',
    name: 'Amira Haddad',
    role: 'mentor',
    grade: 7.5,
    sites: ['North', 'West'],
    capacity: 0,
    managerEmail: 'ngozi.eze@stmarys.example',
    neverWith: ['tom@stmarys.example'],
    timeZone: 'Asia/Kolkata',
    contactDays: [1, 3, 4, 5],
    contactFrom: '21:00',
    contactTo: '07:30',
    slackUserId: 'U0DEMO01',
    teamsUserId: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
  })
  expect(String(read.registeredOn)).toBe('2012-04-25')
  expect(read.leave?.map(({ from, to }) => `${from}/${to}`)).toEqual([
    '2027-02-01/2027-02-05',
    '2027-03-01/2027-03-01',
  ])
})

test('what is not written is undefined, not a default', () => {
  const { line, email, name, role, ...rest } = row({})

  expect({ line, email, name, role }).toEqual({ line: 2, ...required })
  expect(new Set(Object.values(rest))).toEqual(new Set([undefined]))
})

describe('a cell that makes no sense is told by its column', () => {
  test.each([
    ['email', 'amira'],
    ['email', `${'a'.repeat(250)}@b.example`],
    ['name', 'x'.repeat(121)],
    ['name', 'Amira\u0007'],
    ['name', 'Amira \u202Eddad'],
    ['role', 'preceptor'],
    ['profession', 'x'.repeat(501)],
    ['area', 'one\u0000two'],
    ['grade', '8a'],
    ['grade', '-1'],
    ['sites', Array.from({ length: 51 }, () => 'North')],
    ['sites', ['x'.repeat(121)]],
    ['registered_on', '03/04/2019'],
    ['joined_on', '43831'],
    ['capacity', '21'],
    ['capacity', '2.5'],
    ['manager_email', 'Ngozi Eze'],
    ['never_with', ['tom']],
    ['time_zone', 'London'],
    ['contact_days', 'weekdays'],
    ['contact_from', '9'],
    ['contact_to', '25:00'],
    ['leave', ['2027-02-05/2027-02-01']],
    ['slack_user_id', '@amira'],
    ['teams_user_id', 'amira@stmarys.example'],
  ])('%s: %s', (column, cell) => {
    expect(problemOf({ [column]: cell })).toEqual([expect.stringMatching(new RegExp(`^${column}: `))])
  })

  test('and all of them at once', () => {
    expect(problemOf({ role: 'boss', grade: 'five', time_zone: 'Mars' })).toHaveLength(3)
  })

  test('a date that could be read two ways with both readings', () => {
    expect(problemOf({ registered_on: '03/04/2019' })).toEqual([
      'registered_on: 03/04/2019 could be read two ways: write 2019-04-03 or 2019-03-04',
    ])
  })
})

describe('cells that are right by themselves and do not go together', () => {
  test.each([
    ['leaving before joining', { joined_on: '2027-02-01', leaves_on: '2027-01-31' }, 'leaves_on'],
    ['being one’s own manager', { manager_email: 'AMIRA.haddad@stmarys.example' }, 'manager_email'],
    ['never with oneself', { never_with: ['amira.haddad@stmarys.example'] }, 'never_with'],
  ])('%s', (_, cells, column) => {
    expect(problemOf(cells)).toEqual([expect.stringMatching(new RegExp(`^${column}: `))])
  })
})

test('an account that stands in two rows is told in the second', () => {
  const rows = [
    row({ slack_user_id: 'U0DEMO01' }, 2),
    row({ email: 'tom@stmarys.example' }, 3),
    row({ email: 'zoe@stmarys.example', slack_user_id: 'U0DEMO01' }, 4),
  ]

  expect(repeatsIn(rows)).toEqual([
    { line: 4, column: 'slack_user_id', problem: 'this stands already in line 2' },
  ])
})
