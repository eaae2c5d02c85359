import type { Span, Text } from '../../core/message/message.ts'

/** An element or action of an Adaptive Card, as JSON. */
export type CardPart = Readonly<Record<string, unknown>>

/** How a line looks: what Adaptive Cards call the properties of a TextRun. */
export type Look = Readonly<Record<string, string | boolean>>

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

// C0 and C1 controls but the tab: no reader sees them, and a card with them may be refused.
const controls = /\p{Cc}/gu

/**
 * The words as Teams shows them literally: half characters mended, control characters out, and a word joiner
 * between the braces of `{{DATE(…)}}`, which Adaptive Cards would compute, also outside of Markdown.
 */
export function literal(text: string): string {
  return text
    .toWellFormed()
    .replace(controls, (control) => (control === '\t' ? ' ' : ''))
    .replace(/\{(?=\{\s*(?:DATE|TIME)\b)/gi, '{\u2060')
}

/** At most `limit` UTF-16 units, cut between graphemes, the ellipsis included. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text
  let kept = ''
  for (const { segment } of graphemes.segment(text.slice(0, limit * 2))) {
    if (kept.length + segment.length > limit - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

export function spansOf(text: Text): readonly Span[] {
  return typeof text === 'string' ? [{ text }] : text
}

/**
 * One RichTextBlock a line. Never a TextBlock: that reads Markdown, so that people's stars and brackets would
 * format and link. Line breaks inside a TextRun are not kept by every client, hence a block for each.
 */
export function richText(text: Text, look: Look = {}): CardPart[] {
  const blocks: CardPart[] = []
  let skipped = false
  for (const line of linesOf(spansOf(text))) {
    const inlines = line.filter((span) => literal(span.text) !== '').map((span) => run(span, look))
    if (inlines.length === 0) {
      skipped = true
      continue
    }
    const spacing = spacingOf(blocks.length === 0, skipped)
    blocks.push({ type: 'RichTextBlock', ...spacing, inlines })
    skipped = false
  }
  return blocks
}

function spacingOf(first: boolean, skipped: boolean): CardPart {
  if (first) return {}
  return { spacing: skipped ? 'Default' : 'None' }
}

function linesOf(spans: readonly Span[]): Span[][] {
  const lines: Span[][] = [[]]
  for (const span of spans) {
    for (const [index, text] of span.text.split(/\r\n|[\r\n\u2028\u2029]/).entries()) {
      if (index > 0) lines.push([])
      lines.at(-1)?.push({ ...span, text })
    }
  }
  return lines
}

function run(span: Span, look: Look): CardPart {
  return {
    type: 'TextRun',
    text: literal(span.text),
    ...look,
    ...(span.bold && { weight: 'Bolder' }),
    ...(span.italic && { italic: true }),
    ...(span.link !== undefined && linkTo(span.link)),
  }
}

function linkTo(link: string): CardPart {
  return isOpenable(link) ? { selectAction: { type: 'Action.OpenUrl', url: link } } : {}
}

/** Only these lead out of a card: a `javascript:` or `file:` address stays text. */
export function isOpenable(link: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s]+$/i.test(link) && URL.canParse(link)
}
