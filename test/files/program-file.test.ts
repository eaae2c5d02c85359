import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Program } from '../../src/core/program/program.ts'
import { readProgramFile } from '../../src/files/program-file.ts'

const required = 'slug: new-nurses\nname: New nurses\ntype: career\nstarts_on: 2027-01-04\n'

function read(text: string) {
  return readProgramFile(new TextEncoder().encode(text))
}

function program(text: string): Program {
  const file = read(text)
  if ('problems' in file) throw new Error(JSON.stringify(file.problems))
  return file.program
}

function problems(text: string): readonly string[] {
  const file = read(text)
  return 'problems' in file ? file.problems.map(({ line, problem }) => `${line} ${problem}`) : []
}

function demo(name: string) {
  return readProgramFile(readFileSync(new URL(`../../demo/${name}`, import.meta.url)))
}

describe('a program file that is right', () => {
  test.each(['new-nurses.yaml', 'career.yaml'])('the demonstration %s is one', (name) => {
    expect(demo(name)).toMatchObject({ notes: [] })
  })

  test('says all that the file says', () => {
    const file = demo('new-nurses.yaml')

    expect(file).toMatchObject({
      program: {
        slug: 'new-nurses-2027',
        join: 'invited',
        cadence: [{ every: { unit: 'week', count: 2 }, weekday: 2, at: '09:00' }],
        digest: { platform: 'slack', channel: 'C0STMARYS01', weekday: 1, at: '08:30' },
        match: { offers: 'reviewed', offerExpiresDays: 5, require: ['same-profession', 'trained'] },
        checkIn: { remindersDays: [2, 5], script: 'default' },
        routes: { patientSafety: 'Ring 5555, then Datix' },
      },
    })
    expect('program' in file && String(file.program.blackouts[0]?.to)).toBe('2027-03-29')
  })

  test('needs no more than the four required keys', () => {
    const { endsOn, ...rest } = program(required)

    expect(String(endsOn)).toBe('2028-01-03')
    expect(rest).toMatchObject({
      timeZone: 'Europe/London',
      join: 'invited',
      coordinators: [],
      match: { require: [] },
    })
  })

  test('may start with a byte order mark and end its lines as Windows does', () => {
    expect(program(`\uFEFF${required.replaceAll('\n', '\r\n')}`).slug).toBe('new-nurses')
  })

  test('may hold keys of later releases, and is told that they are not used yet', () => {
    const file = read(
      `${required}coordinators: [a@b.example]\nretention: { months: 6 }\npulse: { every: month }\n`,
    )

    expect('notes' in file && file.notes).toEqual([
      'pulse: accepted, but this release does not use it yet',
      'retention: accepted, but this release does not use it yet',
    ])
  })
})

describe('what YAML would turn into something else is read as it was written', () => {
  test.each([
    ['an unquoted time', 'cadence: { every: weekly, at: 08:30 }', { cadence: [{ at: '08:30' }] }],
    ['a name that is a number', 'routes: { speak_up: 5557 }', { routes: { speakUp: '5557' } }],
    ['a no', 'match: { mentee_consent: no }', { match: { menteeConsent: false } }],
    ['a yes', 'match: { mentee_consent: Yes }', { match: { menteeConsent: true } }],
    ['an empty value', 'ends_on:\ncoordinators: ~', { coordinators: [] }],
    ['an unquoted date', 'ends_on: 2027-06-30', { slug: 'new-nurses' }],
  ])('%s', (_, line, expected) => {
    expect(program(`${required}${line}\n`)).toMatchObject(expected)
  })
})

describe('a file that is not plain YAML gets one clear sentence with its line', () => {
  test.each([
    ['a tab', `${required}digest:\n\tplatform: slack\n`, '6 a tab indents this line: use spaces'],
    [
      'two programs',
      `${required}---\n${required}`,
      '5 a second document starts here: one file holds one program',
    ],
    [
      'a missing space',
      'slug:a\nname: b\n',
      '1 this line is no “key: value”: perhaps the space after the colon is missing',
    ],
    [
      'a second colon',
      `${required}routes: { wellbeing: x }\nname: Nurses: new\n`,
      '6 a second colon stands on this line: put the text in quotes',
    ],
    ['a key given twice', `${required}slug: other\n`, '5 slug stands here for the second time'],
    [
      'an alias',
      `${required}coordinators: *everybody\n`,
      '5 a value that starts with * stands for another: write it out, or put the text in quotes',
    ],
    [
      'an anchor',
      `${required}coordinators: &everybody [a@b.example]\n`,
      '5 a value that starts with & gets a name: leave the name out, or put the text in quotes',
    ],
    [
      'a tag',
      `${required}name2: !!binary aGk=\n`,
      '5 a value that starts with ! has a tag: leave the tag out, or put the text in quotes',
    ],
    ['an empty item', `${required}coordinators:\n  - a@b.example\n  -\n`, '7 this item of the list is empty'],
    ['no program', 'hello\n', '1 there is no program here: write “key: value” lines'],
    ['nothing', '', '1 there is no program here: write “key: value” lines'],
  ])('%s', (_, text, expected) => {
    expect(problems(text)).toEqual([expected])
  })

  test.each([
    ['a workbook', [0x50, 0x4b, 0x03, 0x04, 0x14], /Excel workbook/],
    ['UTF-16', [0xff, 0xfe, 0x73, 0x00], /UTF-16/],
    ['Windows-1252', [0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0xe9, 0x0a], /Windows-1252/],
  ])('%s', (_, bytes, expected) => {
    const file = readProgramFile(new Uint8Array(bytes))

    expect('problems' in file && file.problems[0]?.problem).toMatch(expected)
  })

  test('a file larger than 256 kB', () => {
    expect(problems(`# ${'x'.repeat(256 * 1024)}`)).toEqual(['1 this file is larger than 256 kB'])
  })

  test.each([
    ['brackets without end', '['.repeat(100_000)],
    ['lists in lists', '- '.repeat(100_000)],
    ['aliases of aliases', `a: &a [x, x]\n${'b: [*a, *a]\n'.repeat(2_000)}`],
    ['keys without end', Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n')],
    ['quotes without end', '"'.repeat(100_000)],
  ])('%s are refused within seconds, in few words', (_, text) => {
    const found = problems(text)

    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThan(60)
    expect(found.join('').length).toBeLessThan(10_000)
  })
})

describe('rules that do not hold', () => {
  test('are all said at once, each with its line', () => {
    const text = [
      'slug: New Nurses',
      'type: carer',
      'starts_on: 03/04/2027',
      'cadence:',
      '  every: 3 moons',
      '  wekday: tue',
      'match: { require: [same-proffession] }',
      'check_in:',
      '  reminders_days: [5, 2]',
      'coordinaters: [a@b.example]',
    ]

    expect(problems(text.join('\n')).map((problem) => problem.split(':')[0])).toEqual([
      '1 slug',
      '1 name',
      '2 type',
      '3 starts_on',
      '5 cadence.every',
      '6 cadence.wekday',
      '7 match.require[1]',
      '9 check_in.reminders_days',
      '10 coordinaters',
    ])
  })

  test.each([
    [
      'an unknown key, with the nearest',
      'coordinaters: []',
      'coordinaters: there is no such key: did you mean coordinators?',
    ],
    ['an unknown key that is like none', 'budget: 5', 'budget: there is no such key here'],
    [
      'a date with two readings',
      'ends_on: 03/04/2027',
      'ends_on: 03/04/2027 could be read two ways: write 2027-04-03 or 2027-03-04',
    ],
    ['a date that is none', 'ends_on: 2027-02-29', 'ends_on: there is no day 2027-02-29 in the calendar'],
    [
      'an end before the start',
      'ends_on: 2026-12-31',
      'ends_on: the last day is before the first, 2027-01-04',
    ],
    [
      'one value where a list belongs',
      'coordinators: a@b.example',
      'coordinators: write this as a list, like [one, two]',
    ],
    [
      'a list where one value belongs',
      'time_zone: [Europe/London]',
      'time_zone: write one single value here',
    ],
    [
      'a zone that is none',
      'time_zone: London',
      'time_zone: “London” is not a time zone: write it like Europe/London',
    ],
    [
      'a channel by its name',
      'digest: { platform: slack, channel: "#mentors" }',
      'digest.channel: “#mentors” is not the id of a channel in slack',
    ],
    ['rounds outside peer programs', 'cadence: { every: round }', 'cadence: only peer programs go in rounds'],
    [
      'a stretch that never ends before another',
      'cadence: [{ every: weekly }, { every: month }]',
      'cadence[1].for: say for how long',
    ],
    [
      'a rule that does not exist',
      'match: { require: [traned] }',
      'match.require[1]: “traned” is not one of',
    ],
    [
      'a third reminder',
      'check_in: { reminders_days: [1, 2, 3] }',
      'check_in.reminders_days: at most 2 fit here',
    ],
  ])('%s', (_, line, expected) => {
    const [found] = problems(`${required}${line}\n`)

    expect(found?.startsWith(`5 ${expected}`), found).toBe(true)
  })

  test('a date that can be read in one way only is read', () => {
    expect(String(program(`${required}ends_on: 25/04/2027\n`).endsOn)).toBe('2027-04-25')
  })
})
