import { expect, test } from 'vitest'
import { admitProgram } from '../../../src/app/program/admit-program.ts'
import { admitRoster } from '../../../src/app/program/admit-roster.ts'

// 943 476 5919 passes the check of an NHS number; it is the NHS's own example.
const bare = '9434765919'
const roster = (aims: string) =>
  Buffer.from(`email,name,role,aims\nann@example.org,Ann Moss,mentee,"${aims}"\nbo@example.org,Bo,mentor,\n`)
const program = (lines: string) =>
  Buffer.from(`slug: a\nname: A\ntype: career\nstarts_on: 2027-01-04\n${lines}`)

test('a row with a patient’s number is told by line and column, masked, and the other rows stand', () => {
  const { rows, errors } = admitRoster(roster('Ward rounds; NHS 943 476 5919'))

  expect(rows.map(({ email }) => email)).toEqual(['bo@example.org'])
  expect(errors).toEqual([
    { line: 2, column: 'aims', problem: expect.stringContaining('this seems to hold an NHS number (943 ') },
  ])
  expect(JSON.stringify(errors)).not.toContain('476')
})

test('a number that may be a patient’s stays out of a roster, since a file cannot be asked back', () => {
  const { errors } = admitRoster(roster(`About ${bare}`))

  expect(errors).toEqual([
    { line: 2, column: 'aims', problem: expect.stringMatching(/^this could be a patient’s NHS number/) },
  ])
})

test('the questions of a program pass the door by their lines; a route may be a ten-digit telephone number', () => {
  const read = admitProgram(
    program(
      `routes: { wellbeing: "${bare}" }\ncheck_in:\n  script:\n    - { id: one, kind: text, ask: "How is patient John Smith?" }\n`,
    ),
  )

  expect(read).toEqual({
    problems: [
      {
        line: 8,
        problem: expect.stringMatching(/^check_in.script\[1\].ask: this seems to hold the name of a patient/),
      },
    ],
  })
})

test('words that may come in are read as they are', () => {
  expect(admitRoster(roster('Patient experience and safety')).errors).toEqual([])
  expect(admitProgram(program(`routes: { wellbeing: "${bare}" }\n`))).toMatchObject({
    program: { routes: { wellbeing: bare } },
  })
})

test('points of the orientation list and resources pass the door by their lines', () => {
  const read = admitProgram(
    program(
      `orientation:\n  - { id: one, group: who, text: "Ask patient John Smith", by: "call ${bare}" }\nresources:\n  - title: About MRN 12345678\n    text: NHS 943 476 5919\n    topics: [rota]\n`,
    ),
  )

  expect(read).toEqual({
    problems: [
      { line: 6, problem: expect.stringMatching(/^orientation\[1\].text: /) },
      { line: 8, problem: expect.stringMatching(/^resources\[1\].title: /) },
      { line: 9, problem: expect.stringMatching(/^resources\[1\].text: /) },
    ],
  })
})

test('a cell that cannot be read is not repeated where it holds a patient’s number', () => {
  const { errors } = admitRoster(
    Buffer.from('email,name,role,grade\nann@example.org,Ann Moss,mentee,NHS 943 476 5919\n'),
  )

  expect(errors).toEqual([
    { line: 2, column: 'grade', problem: expect.stringContaining('an NHS number (943 ••• ••19)') },
  ])
})

test.each([
  'profession',
  'specialty',
  'area',
  'sites',
  'skills_offered',
  'skills_sought',
  'aims',
  'languages',
  'contact_style',
  'grade',
  'joined_on',
  'capacity',
  'contact_days',
  'contact_from',
  'leave',
  'never_with',
  'manager_email',
  'time_zone',
  'slack_user_id',
  'teams_user_id',
])('a patient’s number in the column %s keeps the row out', (column) => {
  const { rows, errors } = admitRoster(
    Buffer.from(`email,name,role,${column}\nann@example.org,Ann Moss,mentee,NHS 943 476 5919\n`),
  )

  expect(rows).toEqual([])
  expect(errors).toMatchObject([{ line: 2, column }])
  expect(JSON.stringify(errors)).not.toContain('476')
})

test.each([
  'name: "NHS 943 476 5919"',
  'slug: "943-476-5919"',
  'routes: { patient_safety: "NHS 943 476 5919" }',
  'routes: { wellbeing: "NHS 943 476 5919" }',
  'routes: { speak_up: "NHS 943 476 5919" }',
  'check_in: { script: [{ id: one, kind: text, ask: "NHS 943 476 5919" }] }',
  'check_in: { script: [{ id: one, kind: choice, ask: "Which?", options: ["NHS 943 476 5919", "None"] }] }',
  'check_in: { script: [{ id: "943-476-5919", kind: text, ask: "How?" }] }',
  'evaluation: { ratings: [{ id: one, ask: "NHS 943 476 5919" }] }',
  'evaluation: { ratings: [{ id: "943-476-5919", ask: "How?" }] }',
  'evaluation: { middle: "NHS 943 476 5919" }',
  'briefing: { required: "NHS 943 476 5919" }',
  'orientation: [{ id: one, group: who, text: "NHS 943 476 5919" }]',
  'orientation: [{ id: one, group: who, text: "Ask", by: "NHS 943 476 5919" }]',
  'orientation: [{ id: one, group: who, text: "Ask", link: "https://example.org/?nhs-number=9434765919" }]',
  'orientation: [{ id: "943-476-5919", group: who, text: "Ask" }]',
  'orientation: [{ id: one, group: "NHS 943 476 5919", text: "Ask" }]',
  'resources: [{ title: "NHS 943 476 5919", text: "Read", topics: [rota] }]',
  'resources: [{ title: "Rota", text: "NHS 943 476 5919", topics: [rota] }]',
  'resources: [{ title: "Rota", text: "Read", topics: ["NHS 943 476 5919"] }]',
  'coordinators: ["NHS 943 476 5919"]',
  'time_zone: "NHS 943 476 5919"',
  'type: "NHS 943 476 5919"',
  'meetings: [{ name: "NHS 943 476 5919", within: "4 weeks" }]',
  'nhs: "NHS 943 476 5919"',
  '"NHS 943 476 5919": yes',
])('a program file is not taken with %s', (lines) => {
  const key = /^"?[^:"]*/.exec(lines)?.[0] ?? ''
  const rest = ['slug: a', 'name: A', 'type: career', 'starts_on: 2027-01-04'].filter(
    (line) => !line.startsWith(`${key}:`),
  )
  const read = admitProgram(Buffer.from([...rest, lines].join('\n')))

  expect(read).toMatchObject({ problems: [expect.anything()] })
  expect(JSON.stringify(read)).not.toMatch(/943\D{0,3}476\D{0,3}5919/)
})
