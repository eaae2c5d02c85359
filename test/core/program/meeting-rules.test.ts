import { describe, expect, test } from 'vitest'
import { describeProgramChange } from '../../../src/core/program/change.ts'
import { parseProgram } from '../../../src/core/program/parse-program.ts'

function parse(more: Record<string, unknown>) {
  return parseProgram({
    slug: 'new-nurses',
    name: 'New nurses',
    type: 'preceptorship-core',
    starts_on: '2027-01-04',
    coordinators: ['amira@example.org'],
    ...more,
  })
}

function programOf(more: Record<string, unknown>) {
  const parsed = parse(more)
  if (!('program' in parsed)) throw new Error(JSON.stringify(parsed))
  return parsed.program
}

describe('meetings and protected_minutes of a program file', () => {
  test('have the defaults of the type', () => {
    expect(programOf({})).toMatchObject({
      meetings: [{ kind: 'within', days: 14 }, { kind: 'middle' }, { kind: 'end' }],
      protectedMinutes: 480,
    })
    expect(programOf({ type: 'preceptorship-gold' })).toMatchObject({
      meetings: [
        { kind: 'within', days: 7 },
        { kind: 'every', months: 2 },
      ],
      protectedMinutes: 720,
    })
    expect(programOf({ type: 'career' })).not.toHaveProperty('protectedMinutes')
  })

  test('can be set, also to none, and are written back as they are read', () => {
    const own = programOf({
      meetings: ['10 days', '3 Weeks', 'middle', 'every 3 months'],
      protected_minutes: '600',
    })
    const none = programOf({ meetings: 'none', protected_minutes: '0' })

    expect(own.meetings).toEqual([
      { kind: 'within', days: 10 },
      { kind: 'within', days: 21 },
      { kind: 'middle' },
      { kind: 'every', months: 3 },
    ])
    expect(none).toMatchObject({ meetings: [], protectedMinutes: 0 })
    expect(describeProgramChange(none, own)).toEqual([
      'protected_minutes: 0 → 600',
      'meetings: none → 10 days, 3 weeks, middle, every 3 months',
    ])
  })

  test.each([
    [{ meetings: ['fortnightly'] }, ['meetings', 0], 'is no required meeting'],
    [{ meetings: ['every 2 weeks'] }, ['meetings', 0], 'is no required meeting'],
    [{ meetings: 'monthly' }, ['meetings'], 'write this as a list'],
    [{ protected_minutes: '8 hours' }, ['protected_minutes'], 'whole number from 0 to 20000'],
  ])('%o is refused where it stands', (more, path, words) => {
    expect(parse(more)).toMatchObject({ problems: [{ path, problem: expect.stringContaining(words) }] })
  })
})
