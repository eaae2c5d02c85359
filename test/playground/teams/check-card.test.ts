import { describe, expect, test } from 'vitest'
import { wrongInAnswer } from '../../../src/playground/teams/check-answer.ts'
import { wrongInCard } from '../../../src/playground/teams/check-card.ts'
import { cardWith, dialogWith } from './stand-in.ts'

const submit = { type: 'Action.Submit', title: 'Save', data: { verb: 'goal.save' } }
const execute = { type: 'Action.Execute', title: 'Join', verb: 'program.join' }

test('a card with everything that Teams takes is taken', () => {
  const card = cardWith(
    [
      { type: 'TextBlock', text: 'Hello', wrap: true, weight: 'Bolder' },
      { type: 'RichTextBlock', inlines: ['plain', { type: 'TextRun', text: 'run', size: 'Small' }] },
      {
        type: 'ColumnSet',
        columns: [{ type: 'Column', width: '2', items: [{ type: 'TextBlock', text: 'x' }] }],
      },
      { type: 'Input.Text', id: 'a', label: 'A', isRequired: true, errorMessage: 'Please', maxLength: 10 },
      { type: 'Input.Number', id: 'b', min: 1, max: 5, value: 2 },
      { type: 'Input.Date', id: 'c', value: '2027-01-19' },
      { type: 'Input.ChoiceSet', id: 'd', choices: [{ title: 'One', value: '1' }], style: 'expanded' },
      { type: 'Input.Toggle', id: 'e', title: 'Yes' },
      { type: 'Chart.Line', fallback: { type: 'TextBlock', text: 'A chart' } },
      {
        type: 'ActionSet',
        actions: [submit, { type: 'Action.OpenUrl', title: 'Read', url: 'https://example.org' }],
      },
    ],
    { fallbackText: 'Hello', actions: [execute] },
  )

  expect(wrongInCard(card, 'message')).toEqual([])
})

describe('what Teams would not take in a card', () => {
  test.each<[string, readonly unknown[], string]>([
    ['an element it does not know', [{ type: 'Sparkline' }], 'Sparkline is no element'],
    ['an element without its words', [{ type: 'TextBlock' }], 'body.0.text'],
    [
      'a run of text that is none',
      [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun' }] }],
      'body.0.inlines.0',
    ],
    [
      'words of an unknown size',
      [{ type: 'TextBlock', text: 'x', size: 'Enormous' }],
      'is none of default, small',
    ],
    ['an input without an id', [{ type: 'Input.Text', label: 'A' }], 'body.0.id'],
    ['an input with an empty id', [{ type: 'Input.Text', id: '' }], 'body.0.id'],
    [
      'two inputs with one id, wherever they stand',
      [
        { type: 'Input.Text', id: 'a' },
        { type: 'Container', items: [{ type: 'Input.Date', id: 'a' }] },
      ],
      'two elements have the id a',
    ],
    ['nothing to choose from', [{ type: 'Input.ChoiceSet', id: 'a', choices: [] }], 'nothing to choose from'],
    [
      'a comma in one of several values',
      [{ type: 'Input.ChoiceSet', id: 'a', isMultiSelect: true, choices: [{ title: 'A', value: 'a,b' }] }],
      'a comma in a value',
    ],
    ['a date that is none', [{ type: 'Input.Date', id: 'a', value: '19/01/2027' }], 'is no date'],
    ['a number in words', [{ type: 'Input.Number', id: 'a', value: '3' }], 'body.0.value'],
    ['a pattern that is none', [{ type: 'Input.Text', id: 'a', regex: '(' }], 'no regular expression'],
    [
      'an action it does not know',
      [{ type: 'ActionSet', actions: [{ type: 'Action.Http', title: 'x' }] }],
      'Action.Http',
    ],
    [
      'a button without a title',
      [{ type: 'ActionSet', actions: [{ type: 'Action.Submit' }] }],
      'has no title',
    ],
    [
      'an address that leads into the page',
      [{ type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: 'x', url: 'javascript:alert(1)' }] }],
      'no address that Teams opens',
    ],
    [
      'more than six buttons beside one another',
      [{ type: 'ActionSet', actions: Array(7).fill(submit) }],
      '7 actions',
    ],
  ])('%s', (_, body, complaint) => {
    const wrong = wrongInCard(cardWith(body), 'message')

    expect(wrong).toEqual([expect.stringContaining(complaint)])
  })

  test.each<[string, unknown, string]>([
    ['a version newer than it shows', { ...cardWith([]), version: '1.6' }, 'version 1.5'],
    ['no version', { type: 'AdaptiveCard', body: [] }, 'version'],
    ['no card', 'card', 'card'],
    [
      'a universal action in an older card',
      { ...cardWith([], { actions: [execute] }), version: '1.3' },
      'needs version 1.5',
    ],
    [
      'a refresh for more than sixty people',
      cardWith([], { refresh: { action: execute, userIds: Array(61).fill('29:x') } }),
      '60 people',
    ],
  ])('%s', (_, card, complaint) => {
    const wrong = wrongInCard(card, 'message')

    expect(wrong).toContainEqual(expect.stringContaining(complaint))
  })

  test('a universal action in a dialog, where a submission works', () => {
    const universal = wrongInCard(cardWith([], { actions: [execute] }), 'dialog')
    const submission = wrongInCard(cardWith([], { actions: [submit] }), 'dialog')

    expect(universal).toEqual(['Action.Execute does not work in a dialog'])
    expect(submission).toEqual([])
  })
})

const empty = cardWith([])
const shownCard = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: empty }
const shownWords = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Done' }

test.each([
  ['adaptiveCard/action', shownCard],
  ['adaptiveCard/action', shownWords],
  ['task/fetch', dialogWith(empty)],
  ['task/submit', { task: { type: 'message', value: 'Saved' } }],
  ['task/submit', ''],
  ['composeExtension/submitAction', {}],
])('%s may be answered %j', (name, body) => {
  expect(wrongInAnswer(name, body)).toEqual([])
})

test.each<[string, unknown]>([
  ['adaptiveCard/action', {}],
  ['adaptiveCard/action', { ...shownWords, value: '' }],
  ['adaptiveCard/action', { ...shownCard, statusCode: undefined }],
  ['adaptiveCard/action', { ...shownCard, value: { ...empty, version: '2.0' } }],
  ['task/fetch', ''],
  ['task/fetch', { task: { type: 'continue', value: { title: 'Nothing in it' } } }],
  ['task/fetch', { task: { type: 'continue', value: { ...dialogWith(empty).task.value, height: 'huge' } } }],
  ['task/fetch', dialogWith(cardWith([], { actions: [execute] }))],
  ['task/submit', { task: { type: 'close' } }],
])('%s may not be answered %j', (name, body) => {
  expect(wrongInAnswer(name, body)).not.toEqual([])
})
