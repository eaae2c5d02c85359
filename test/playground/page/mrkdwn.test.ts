import { describe, expect, test } from 'vitest'
import { readMrkdwn } from '../../../src/playground/page/slack/text/mrkdwn.ts'

const text = (words: string) => ({ kind: 'text', text: words })

describe('Slack’s own markup', () => {
  test.each([
    ['*bold*', 'bold'],
    ['_slanted_', 'italic'],
    ['~gone~', 'strike'],
  ])('%s is emphasis', (written, kind) => {
    const pieces = readMrkdwn(`see ${written} here`)

    expect(pieces).toEqual([text('see '), { kind, pieces: [text(written.slice(1, -1))] }, text(' here')])
  })

  test('signs within words and sums are no emphasis', () => {
    const written = 'snake_case_name, 2*3*4 and a * b * c'

    const pieces = readMrkdwn(written)

    expect(pieces).toEqual([text(written)])
  })

  test('nothing in code is markup', () => {
    const pieces = readMrkdwn('`*not* <https://example.org>`')

    expect(pieces).toEqual([{ kind: 'code', text: '*not* <https://example.org>' }])
  })

  test('a link has its words, else its address', () => {
    const pieces = readMrkdwn('<https://example.org/a?b=1&amp;c|the page>, https://example.org.')

    expect(pieces).toEqual([
      { kind: 'link', href: 'https://example.org/a?b=1&c', text: 'the page' },
      text(', '),
      { kind: 'link', href: 'https://example.org', text: 'https://example.org' },
      text('.'),
    ])
  })

  test('what would run in the page becomes no link', () => {
    const pieces = readMrkdwn('<javascript:alert(1)|press me>')

    expect(pieces).toEqual([text('<javascript:alert(1)|press me>')])
  })

  test('escaped signs are shown as they were meant, and mention nobody', () => {
    const pieces = readMrkdwn('&lt;!channel&gt; &amp; &lt;b&gt;')

    expect(pieces).toEqual([text('<!channel> & <b>')])
  })

  test('an address ends where an escaped sign stands', () => {
    const pieces = readMrkdwn('&lt;https://example.org|this&gt;')

    expect(pieces).toEqual([
      text('<'),
      { kind: 'link', href: 'https://example.org', text: 'https://example.org' },
      text('|this>'),
    ])
  })

  test('lines that begin with > are a quotation', () => {
    const pieces = readMrkdwn('they said:\n> one\n> *two*\nand left')

    expect(pieces).toEqual([
      text('they said:'),
      { kind: 'quote', pieces: [text('one\n'), { kind: 'bold', pieces: [text('two')] }] },
      text('and left'),
    ])
  })

  test('a long text without end marks is read at once', () => {
    const began = performance.now()

    readMrkdwn('*_~`<'.repeat(2400))

    expect(performance.now() - began).toBeLessThan(500)
  })
})
