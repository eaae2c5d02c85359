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
