import { describe, expect, test } from 'vitest'
import { parseProgram } from '../../../src/core/program/parse-program.ts'

const required = { slug: 'career', name: 'Career', type: 'career', starts_on: '2027-01-04' }

function parse(settings: object) {
  const parsed = parseProgram({ ...required, ...settings })
  return 'program' in parsed ? parsed.program : parsed.problems
}

describe('what a type gives where the file is silent', () => {
  test.each([
    ['career', { endsOn: '2028-01-03', join: 'invited', match: { require: [] } }],
    ['residency', { endsOn: '2027-07-03', join: 'required', match: { require: ['same-profession'] } }],
    [
      'preceptorship-gold',
      {
        endsOn: '2028-01-03',
        join: 'required',
        match: {
          require: [
            'same-profession',
            'registered-12-months',
            'equal-or-senior-grade',
            'trained',
            'same-area',
          ],
        },
      },
    ],
  ])('%s', (type, expected) => {
    const program = JSON.parse(JSON.stringify(parse({ type })))

    expect(program).toMatchObject(expected)
  })

  test('a preceptorship asks every two weeks for eight weeks, then once a month', () => {
    expect(parse({ type: 'preceptorship-core' })).toMatchObject({
      cadence: [{ every: { unit: 'week', count: 2 }, forWeeks: 8 }, { every: { unit: 'month' } }],
    })
  })

  test('a peer program goes in rounds and has no last day of its own', () => {
    const program = parse({ type: 'peer' })

    expect(program).toMatchObject({ cadence: [{ every: { unit: 'round' } }] })
    expect(program).not.toHaveProperty('endsOn')
  })
})

test('weights of a match are whole numbers by the names of its parts', () => {
  expect(parse({ match: { weights: { skills: '40', site: '0' } } })).toMatchObject({
    match: { weights: { skills: 40, site: 0 } },
  })
  expect(parse({ match: { weights: { skils: '40', site: '-1' } } })).toMatchObject([
    { path: ['match', 'weights', 'site'] },
    { path: ['match', 'weights', 'skils'], problem: 'there is no such key: did you mean skills?' },
  ])
})

describe('cadence', () => {
  test.each([
    ['weekly', { unit: 'week', count: 1 }],
    ['1 week', { unit: 'week', count: 1 }],
    ['3 weeks', { unit: 'week', count: 3 }],
    ['month', { unit: 'month' }],
  ])('%s', (every, expected) => {
    expect(parse({ cadence: { every } })).toMatchObject({
      cadence: [{ every: expected, weekday: 2, at: '09:00' }],
    })
  })

  test.each(['daily', '0 weeks', '27 weeks', '2', ''])('“%s” is none', (every) => {
    expect(parse({ cadence: { every } })).toMatchObject([{ path: ['cadence', 'every'] }])
  })
})

describe('a script of the program’s own', () => {
  test('is kept as data, with one wording for both or one for each', () => {
    const script = [
      { id: 'met', kind: 'met', ask: 'Have you met?', required: 'yes' },
      {
        id: 'mood',
        kind: 'choice',
        ask: { mentor: 'Their mood?', mentee: 'Your mood?' },
        options: ['Good', 'So-so'],
      },
      { id: 'learned', kind: 'text', ask: 'What did you learn?', reader: 'pair' },
      { id: 'blocked', kind: 'text', ask: 'What is in the way?' },
    ]

    expect(parse({ check_in: { script } })).toMatchObject({
      checkIn: {
        script: [
          {
            id: 'met',
            kind: 'met',
            ask: { mentor: 'Have you met?', mentee: 'Have you met?' },
            required: true,
          },
          {
            ask: { mentor: 'Their mood?', mentee: 'Your mood?' },
            options: ['Good', 'So-so'],
            reader: 'only-me',
          },
          { reader: 'pair', required: false },
          { reader: 'only-me' },
        ],
      },
    })
  })

  test.each([
    ['no question at all', [], []],
    ['two questions with one id', [question({}), question({})], [1]],
    ['two questions whether they met', [question({ kind: 'met' }), question({ id: 'b', kind: 'met' })], [1]],
    ['a reader of a rating', [question({ kind: 'rating', reader: 'pair' })], [0, 'reader']],
    ['a choice of one', [question({ kind: 'choice', options: ['Yes'] })], [0, 'options']],
    ['options of a text', [question({ options: ['Yes', 'No'] })], [0, 'options']],
    ['a kind that does not exist', [question({ kind: 'essay' })], [0, 'kind']],
    ['no wording for the mentee', [question({ ask: { mentor: 'How?' } })], [0, 'ask', 'mentee']],
    ['an id that is a sentence', [question({ id: 'Have you met' })], [0, 'id']],
    ['a wording longer than 300 characters', [question({ ask: 'x'.repeat(301) })], [0, 'ask']],
    ['a wording that turns the text around', [question({ ask: 'a\u202Eb' })], [0, 'ask']],
  ])('%s is refused at its place', (_, script, place) => {
    expect(parse({ check_in: { script } })).toMatchObject([{ path: ['check_in', 'script', ...place] }])
  })

  test('a word that is neither default nor a list is refused', () => {
    expect(parse({ check_in: { script: 'defalt' } })).toMatchObject([
      { problem: '“defalt” is not one of default: did you mean default?' },
    ])
  })
})

test('clashes between values are found also where other values are wrong', () => {
  const found = parse({ slug: 'No Slug', ends_on: '2026-01-01', cadence: { every: 'round' } })

  expect(found).toMatchObject([{ path: ['slug'] }, { path: ['ends_on'] }, { path: ['cadence'] }])
})

test('coordinators are kept in lower case, each once', () => {
  const coordinators = ['Ngozi.Eze@stmarys.example', 'ngozi.eze@stmarys.example']

  expect(parse({ coordinators })).toMatchObject({ coordinators: ['ngozi.eze@stmarys.example'] })
})

test('a key that JavaScript treats specially is unknown like any other', () => {
  expect(parse(JSON.parse('{ "constructor": "x" }'))).toMatchObject([{ path: ['constructor'] }])
})

function question(parts: object): object {
  return { id: 'a', kind: 'text', ask: 'How is it?', ...parts }
}
