import type { RichTextBlock, RichTextElement, RichTextSection } from '@slack/types'
import type { Span, Text } from '../../core/message/message.ts'
import { clean, cut, pieces } from './cut.ts'
import { LIMITS } from './limits.ts'

/**
 * Texts go into rich text, whose text elements Slack shows literally: no mention, emphasis, emoji or link is ever
 * made of what somebody typed.
 */
export function spansOf(text: Text): Span[] {
  const spans = typeof text === 'string' ? [{ text }] : text
  return spans.map((span) => ({ ...span, text: clean(span.text) })).filter((span) => span.text !== '')
}

/** The first `room` characters of the spans, with an ellipsis where they were cut. */
export function cutSpans(spans: readonly Span[], room: number): Span[] {
  const kept: Span[] = []
  let left = room
  for (const span of spans) {
    if (left < 1) break
    const text = cut(span.text, left)
    kept.push({ ...span, text })
    left -= text.length
    if (text !== span.text) break
  }
  return kept
}

export function isBlank(spans: readonly Span[]): boolean {
  return spans.every((span) => span.text.trim() === '')
}

export function section(spans: readonly Span[]): RichTextSection {
  return { type: 'rich_text_section', elements: spans.flatMap(elements) }
}

export function richText(spans: readonly Span[]): RichTextBlock {
  return { type: 'rich_text', elements: [section(spans)] }
}

/** Words alone, for places that show neither emphasis nor links: a link's address stands behind its words. */
export function flat(spans: readonly Span[]): string {
  return spans.map((span) => (isLink(span.link) ? `${span.text} (${span.link})` : span.text)).join('')
}

export function isLink(link: string | undefined): link is string {
  return (
    link !== undefined &&
    link.length <= LIMITS.buttonLink &&
    /^(https?:|mailto:)/i.test(link) &&
    URL.canParse(link)
  )
}

function elements(span: Span): RichTextElement[] {
  const style = {
    ...(span.bold === undefined ? {} : { bold: true }),
    ...(span.italic === undefined ? {} : { italic: true }),
  }
  const styled = Object.keys(style).length > 0 ? { style } : {}
  const { link } = span
  return pieces(span.text, LIMITS.textObject).map((text) =>
    isLink(link) ? { type: 'link', url: link, text, ...styled } : { type: 'text', text, ...styled },
  )
}
