import { describe, expect, test } from 'vitest'
import { describeProgramChange } from '../../../src/core/program/change.ts'
import { orientationPoints } from '../../../src/core/program/orientation.ts'
import { parseProgram } from '../../../src/core/program/parse-program.ts'
import type { Program } from '../../../src/core/program/program.ts'

const required = {
  slug: 'new-nurses',
  name: 'New nurses',
  type: 'preceptorship-core',
  starts_on: '2027-01-04',
}

function programOf(more: Record<string, unknown>): Program {
  const parsed = parseProgram({ ...required, ...more })
  if (!('program' in parsed)) throw new Error(JSON.stringify(parsed.problems))
  return parsed.program
}

function problemsOf(more: Record<string, unknown>) {
  const parsed = parseProgram({ ...required, ...more })
  return 'problems' in parsed ? parsed.problems : []
}

describe('the briefing', () => {
  test('is required only where the program says so', () => {
    expect(programOf({}).briefing).toEqual({ required: false })
    expect(programOf({ briefing: { required: 'yes' } }).briefing).toEqual({ required: true })
  })

  test('knows no other key', () => {
    expect(problemsOf({ briefing: { requird: 'yes' } })).toEqual([
      { path: ['briefing', 'requird'], problem: 'there is no such key: did you mean required?' },
    ])
  })
})

describe('the orientation list', () => {
  test.each(['preceptorship-core', 'preceptorship-gold', 'residency'])(
    'of a %s covers all four sides',
    (type) => {
      const groups = orientationPoints(programOf({ type })).map(({ group }) => group)

      expect(new Set(groups)).toEqual(new Set(['who', 'how', 'inside', 'outside']))
    },
  )

  test.each(['career', 'peer'])('there is none in a %s program', (type) => {
    expect(orientationPoints(programOf({ type, cadence: undefined }))).toEqual([])
  })

  test('of a program’s own takes the place of the usual one', () => {
    const orientation = [
      {
        id: 'ward',
        group: 'inside',
        text: 'Walk the ward',
        link: 'https://example.org/map',
        by: 'the ward clerk',
      },
    ]

    expect(orientationPoints(programOf({ orientation }))).toEqual(orientation)
    expect(orientationPoints(programOf({ orientation: 'none' }))).toEqual([])
  })

  const point = { id: 'ward', group: 'inside', text: 'Walk the ward' }
  test.each([
    ['a group that does not exist', [{ ...point, group: 'insid' }], ['orientation', 0, 'group']],
    ['an id twice', [point, point], ['orientation', 1]],
    ['a text longer than a tick box takes', [{ ...point, text: 'x'.repeat(76) }], ['orientation', 0, 'text']],
    ['a link that runs something', [{ ...point, link: 'javascript:alert(1)' }], ['orientation', 0, 'link']],
    [
      'eleven points in a group',
      Array.from({ length: 11 }, (_, at) => ({ ...point, id: `p${at}` })),
      ['orientation', 10],
    ],
  ])('%s is refused at its place', (_, orientation, path) => {
    expect(problemsOf({ orientation })).toMatchObject([{ path }])
  })
})

describe('resources', () => {
  test('are a title with a link or a text, found by topics', () => {
    const resources = [
      { title: 'Handover in a page', link: 'https://example.org/sbar', topics: ['handover'] },
      { title: 'Asking first', text: 'Ask what they tried.', topics: ['feedback'], for: 'mentor' },
    ]

    expect(programOf({ resources }).resources).toEqual([
      { title: 'Handover in a page', link: 'https://example.org/sbar', topics: ['handover'], for: 'both' },
      { title: 'Asking first', text: 'Ask what they tried.', topics: ['feedback'], for: 'mentor' },
    ])
  })

  test.each([
    ['neither link nor text', { title: 'One', topics: ['a'] }, ['resources', 0]],
    ['no topic', { title: 'One', text: 'Words', topics: [] }, ['resources', 0, 'topics']],
    [
      'somebody who is not there',
      { title: 'One', text: 'Words', topics: ['a'], for: 'all' },
      ['resources', 0, 'for'],
    ],
  ])('%s is refused at its place', (_, resource, path) => {
    expect(problemsOf({ resources: [resource] })).toMatchObject([{ path }])
  })
})

test('what changes in them is told in the file’s own words', () => {
  const before = programOf({})
  const after = programOf({
    briefing: { required: 'true' },
    orientation: [{ id: 'ward', group: 'inside', text: 'Walk the ward', by: 'the clerk' }],
    resources: [{ title: 'One', link: 'https://example.org', topics: ['rota', 'leave'] }],
  })

  expect(describeProgramChange(before, after)).toEqual([
    'briefing.required: no → yes',
    'orientation: default → ward',
    'orientation.ward: none → inside, “Walk the ward”, by the clerk',
    'resources[1]: none → “One”; rota, leave; for both; https://example.org',
  ])
})
