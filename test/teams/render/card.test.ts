import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '../../../src/core/message/message.ts'
import { messageActivity } from '../../../src/teams/render/card.ts'
import { message } from './arbitraries.ts'
import { complaintsAbout } from './parse-card.ts'

function cardWith(...blocks: Block[]): string {
  return JSON.stringify(bodyOf(...blocks))
}

function bodyOf(...blocks: Block[]): unknown {
  return messageActivity({ preview: 'Your check-in is ready', blocks }).attachments[0]?.content.body
}

test('whatever a message says, its card is accepted by the renderer of Teams and stays under 80 KB', () => {
  fc.assert(
    fc.property(message, (written) => {
      const activity = messageActivity(written)

      expect(complaintsAbout(activity.attachments[0]?.content)).toEqual([])
      expect(Buffer.byteLength(JSON.stringify(activity), 'utf8')).toBeLessThan(80_000)
      expect(Buffer.byteLength(JSON.stringify(activity), 'utf16le')).toBeLessThan(80_000)
    }),
    { numRuns: 120 },
  )
}, 60_000)

test('nothing that people write reaches an element that reads Markdown or computes dates', () => {
  fc.assert(
    fc.property(message, (written) => {
      const card = JSON.stringify(messageActivity(written))

      expect(card).not.toContain('"TextBlock"')
      expect(card).not.toContain('"FactSet"')
      expect(card).not.toMatch(/\{\{(DATE|TIME)/)
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('stars, brackets and tags stand in the card as they were written', () => {
  const hostile = '**bold** [link](https://evil.example) <at>everyone</at> &amp; `x`'

  const card = bodyOf({ kind: 'text', text: hostile })

  expect(card).toEqual([{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: hostile }] }])
})

test('the notification shows the preview and nothing of the message', () => {
  const activity = messageActivity({
    preview: 'Rounds has a question',
    blocks: [{ kind: 'text', text: 'secret' }],
  })

  expect(activity.summary).toBe('Rounds has a question')
  expect(activity.attachments[0]?.content.fallbackText).toBe('Rounds has a question')
})

test('emphasis and safe links are kept, other addresses stay words', () => {
  const card = bodyOf({
    kind: 'text',
    text: [
      { text: 'Care team', bold: true, link: 'https://example.org/care' },
      { text: ' or this', italic: true, link: 'javascript:alert(1)' },
    ],
  })

  expect(card).toEqual([
    {
      type: 'RichTextBlock',
      inlines: [
        {
          type: 'TextRun',
          text: 'Care team',
          weight: 'Bolder',
          selectAction: { type: 'Action.OpenUrl', url: 'https://example.org/care' },
        },
        { type: 'TextRun', text: ' or this', italic: true },
      ],
    },
  ])
})

test('every line of a text is a line in Teams, and an empty one leaves a gap', () => {
  const card = bodyOf({ kind: 'text', text: 'one\ntwo\n\nthree' })

  expect(card).toEqual([
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'one' }] },
    { type: 'RichTextBlock', spacing: 'None', inlines: [{ type: 'TextRun', text: 'two' }] },
    { type: 'RichTextBlock', spacing: 'Default', inlines: [{ type: 'TextRun', text: 'three' }] },
  ])
})

test('facts, lists, progress, notes and dividers all find their words', () => {
  const card = cardWith(
    { kind: 'heading', text: 'Your overview' },
    { kind: 'facts', facts: [{ label: 'Next check-in', value: 'Tuesday' }] },
    { kind: 'divider' },
    { kind: 'list', items: ['first', 'second'] },
    { kind: 'progress', label: 'Goal 1', percent: 40, words: '40 of 100' },
    { kind: 'note', text: 'Only you read this.' },
  )

  for (const words of [
    'Your overview',
    'Next check-in',
    'Tuesday',
    'first',
    'second',
    '▰▰▰▰▱▱▱▱▱▱',
    '40 of 100',
  ]) {
    expect(card).toContain(words)
  }
  expect(card).toContain('"separator":true')
})

test('buttons stand in rows that fit the width of a chat', () => {
  const labels = ['Answer my check-in', 'Log a meeting', 'Goal progress', 'What can you do?']

  const rows = bodyOf({ kind: 'buttons', buttons: labels.map((label) => ({ label, verb: 'a.b' })) })

  const titles = (some: readonly string[]) => ({ actions: some.map((title) => ({ title })) })
  expect(rows).toMatchObject([titles(labels.slice(0, 3)), titles(labels.slice(3))])
})

test('the items of a list stand close together', () => {
  const items = bodyOf({ kind: 'list', items: ['one', '', 'two\nlines'] })

  expect(items).toMatchObject([{}, { spacing: 'Small' }, { spacing: 'None' }])
  expect(items).toHaveLength(3)
})

test('a press carries its verb and row, a press for a form asks for a dialog, a link opens its page', () => {
  const card = bodyOf({
    kind: 'buttons',
    buttons: [
      { label: 'We met', verb: 'checkin.met', about: 'c1:yes', tone: 'primary' },
      { label: 'Open form', verb: 'checkin.open', about: 'c1', opensForm: true },
      { label: 'Guidance', link: 'https://example.org' },
    ],
  })

  expect(card).toEqual([
    {
      type: 'ActionSet',
      actions: [
        {
          type: 'Action.Execute',
          title: 'We met',
          style: 'positive',
          verb: 'checkin.met',
          data: { about: 'c1:yes' },
        },
        {
          type: 'Action.Submit',
          title: 'Open form',
          data: { msteams: { type: 'task/fetch' }, verb: 'checkin.open', about: 'c1' },
        },
        { type: 'Action.OpenUrl', title: 'Guidance', url: 'https://example.org' },
      ],
    },
  ])
})

test('many buttons go into several rows, none is lost', () => {
  const buttons = Array.from({ length: 14 }, (_, index) => ({ label: `${index}`, verb: 'help.open' }))

  const card = bodyOf({ kind: 'buttons', buttons }) as { actions: unknown[] }[]

  expect(card.map((row) => row.actions.length)).toEqual([5, 5, 4])
})

test('a text that is too long is cut between graphemes, says so, and leaves the buttons in place', () => {
  const nurse = '👩‍⚕️'

  const card = cardWith(
    { kind: 'text', text: nurse.repeat(30_000) },
    { kind: 'buttons', buttons: [{ label: 'Open', verb: 'checkin.open' }] },
  )

  expect(card).toContain(`${nurse}…"`)
  expect(card).not.toContain('\u200d…')
  expect(card).toContain('This was too long to show in full here.')
  expect(card).toContain('checkin.open')
})
