import { expect, test } from 'vitest'
import type { Block } from '../../../src/core/message/message.ts'
import { renderMessage } from '../../../src/slack/render/message.ts'

const rendered = (...blocks: Block[]) => renderMessage({ preview: 'A preview', blocks })

test('what people typed is text, never a mention, a link or emphasis', () => {
  const typed = '<!channel> <@U1> *bold* `x` :fire: https://evil.example'

  const { blocks } = rendered({ kind: 'text', text: typed })

  expect(blocks).toEqual([
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: typed }] }],
    },
  ])
})

test('the text of a lock screen can neither mention nor link', () => {
  const { text } = renderMessage({ preview: '<!channel> & <https://evil.example|x>', blocks: [] })

  expect(text).toBe('&lt;!channel&gt; &amp; &lt;https://evil.example|x&gt;')
})

test('small print, headings and labels stay plain, emoji codes included', () => {
  const { blocks } = rendered(
    { kind: 'heading', text: ':fire: *Hot*' },
    { kind: 'note', text: [{ text: '<!here>', bold: true }] },
    { kind: 'buttons', buttons: [{ label: ':x: _go_', verb: 'goal.open' }] },
  )

  expect(blocks).toMatchObject([
    { type: 'header', text: { type: 'plain_text', text: ':fire: *Hot*', emoji: false } },
    { type: 'context', elements: [{ type: 'plain_text', text: '<!here>', emoji: false }] },
    { type: 'actions', elements: [{ text: { type: 'plain_text', text: ':x: _go_', emoji: false } }] },
  ])
})

test('only web and mail addresses become links', () => {
  const { blocks } = rendered({
    kind: 'text',
    text: [
      { text: 'guide', link: 'https://example.org/guide', bold: true },
      { text: 'trick', link: 'javascript:alert(1)' },
    ],
  })

  expect(blocks).toMatchObject([
    {
      elements: [
        {
          elements: [
            { type: 'link', url: 'https://example.org/guide', text: 'guide', style: { bold: true } },
            { type: 'text', text: 'trick' },
          ],
        },
      ],
    },
  ])
})

test('a button carries its verb, made its own by a number, and its row', () => {
  const { blocks } = rendered({
    kind: 'buttons',
    buttons: [
      { label: 'Accept', verb: 'match.accept', about: 'p1', tone: 'primary' },
      { label: 'Accept', verb: 'match.accept', about: 'p2' },
    ],
  })

  expect(blocks).toMatchObject([
    {
      elements: [
        { action_id: 'match.accept:1', value: 'p1', style: 'primary' },
        { action_id: 'match.accept:2', value: 'p2' },
      ],
    },
  ])
})

test('a button with a mail address is written as a link, for Slack has no such buttons', () => {
  const { blocks } = rendered({
    kind: 'buttons',
    buttons: [
      { label: 'Guide', link: 'https://example.org/guide' },
      { label: 'Write to Amira', link: 'mailto:amira@example.org' },
    ],
  })

  expect(blocks).toMatchObject([
    { type: 'actions', elements: [{ url: 'https://example.org/guide' }] },
    { elements: [{ elements: [{ type: 'link', text: 'Write to Amira', url: 'mailto:amira@example.org' }] }] },
  ])
})

test('a long text is cut between two characters as people see them', () => {
  const { blocks } = rendered({ kind: 'heading', text: '👩🏽‍⚕️'.repeat(40) })

  const [header] = blocks
  const text = header?.type === 'header' ? header.text.text : ''
  expect(text.length).toBeLessThanOrEqual(150)
  expect(text).toMatch(/^(👩🏽‍⚕️)+…$/u)
})

test('a text that fits the message is shown whole, however long', () => {
  const text = 'word '.repeat(1500)

  const { blocks } = rendered({ kind: 'text', text })

  expect(JSON.stringify(blocks).match(/word /g)).toHaveLength(1500)
})

test('more blocks than Slack shows end in one line that says so', () => {
  const { blocks } = rendered(...Array.from({ length: 70 }, (): Block => ({ kind: 'text', text: 'row' })))

  expect(blocks).toHaveLength(50)
  expect(JSON.stringify(blocks.at(-1))).toContain('There is more than fits here.')
})

test('progress is a bar and its words', () => {
  const { blocks } = rendered({ kind: 'progress', label: 'Audit', percent: 40, words: '4 of 10 wards' })

  expect(JSON.stringify(blocks)).toContain('▓▓▓▓░░░░░░ 4 of 10 wards')
})

test('a message without blocks shows its preview', () => {
  expect(JSON.stringify(rendered().blocks)).toContain('A preview')
})
