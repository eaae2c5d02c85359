import { expect, test } from 'vitest'
import { describeProgramChange } from '../../../src/core/program/change.ts'
import { parseProgram } from '../../../src/core/program/parse-program.ts'
import type { Program } from '../../../src/core/program/program.ts'

function program(settings: object = {}): Program {
  const required = { slug: 'career', name: 'Career', type: 'career', starts_on: '2027-01-04' }
  const parsed = parseProgram({ ...required, ...settings })
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
  return parsed.program
}

test('applying the same program again changes nothing', () => {
  expect(describeProgramChange(program(), program())).toEqual([])
})

test('of a new program every line that says something is shown', () => {
  const lines = describeProgramChange(undefined, program())

  expect(lines).toContain('cadence: every 2 weeks, Tue 09:00')
  expect(lines).toContain('ends_on: 2028-01-03')
  expect(lines.some((line) => line.startsWith('digest'))).toBe(false)
})

test('only what differs is shown, in the words of the file', () => {
  const after = program({
    name: 'Careers',
    cadence: [
      { every: 'weekly', for: '8 weeks' },
      { every: 'month', at: '12:30' },
    ],
    digest: { platform: 'slack', channel: 'C0123456789' },
    match: { weights: { skills: '40' } },
  })

  expect(describeProgramChange(program(), after)).toEqual([
    'name: Career → Careers',
    'cadence: every 2 weeks, Tue 09:00 → every week for 8 weeks, Tue 09:00; then every month, Tue 12:30',
    'digest: none → slack C0123456789, Mon 08:30',
    'match.weights: none → skills 40',
  ])
})

test('a new wording of one question shows as that question', () => {
  const asking = (ask: string) =>
    program({
      check_in: {
        script: [
          { id: 'met', kind: 'met', ask },
          { id: 'note', kind: 'text', ask: 'Anything?' },
        ],
      },
    })

  expect(describeProgramChange(asking('Met?'), asking('Did you meet?'))).toEqual([
    'check_in.script.met: met, “Met?” → met, “Did you meet?”',
  ])
})

test('what is taken away shows as none', () => {
  const before = program({ routes: { wellbeing: 'Ring 5556' }, blackouts: ['2027-04-02/2027-04-05'] })

  expect(describeProgramChange(before, program())).toEqual([
    'blackouts: 2027-04-02/2027-04-05 → none',
    'routes.wellbeing: Ring 5556 → none',
  ])
})
