import type { KnownBlock } from '@slack/types'
import type { Block, ChartBlock, FileBlock, Span, Text } from '../../core/message/message.ts'
import { words } from '../messages.ts'
import { buttonRows } from './buttons.ts'
import { clean, cut } from './cut.ts'
import { LIMITS } from './limits.ts'
import type { Numbering } from './numbering.ts'
import { plain } from './plain.ts'
import { cutSpans, flat, isBlank, isLink, richText, section, spansOf } from './rich-text.ts'

interface Surface {
  readonly maxBlocks: number
  readonly maxCharacters: number
}

export const onMessage: Surface = {
  maxBlocks: LIMITS.messageBlocks,
  maxCharacters: LIMITS.messageCharacters,
}
export const onView: Surface = { maxBlocks: LIMITS.viewBlocks, maxCharacters: LIMITS.viewCharacters }

/** One part of a surface: what it becomes where `room` characters are left for its text. */
export type Part = (room: number) => KnownBlock[]

/** Lays parts onto a surface while they fit; where one does not fit any more, one clear line ends it. */
export function lay(parts: readonly Part[], surface: Surface): KnownBlock[] {
  const laid: KnownBlock[] = []
  let room = surface.maxCharacters
  for (const [index, part] of parts.entries()) {
    const blocks = room > 0 ? part(room) : []
    const reserved = index === parts.length - 1 ? 0 : 1
    const used = charactersOf(blocks)
    if (room < 1 || used > room || laid.length + blocks.length + reserved > surface.maxBlocks) {
      return [...laid.slice(0, surface.maxBlocks - 1), richText([{ text: words.more, italic: true }])]
    }
    laid.push(...blocks)
    room -= used
  }
  return laid
}

export function blockPart(block: Block, numbers: Numbering): Part {
  return (room) => renderBlock(block, numbers, room)
}

function renderBlock(block: Block, numbers: Numbering, room: number): KnownBlock[] {
  switch (block.kind) {
    case 'heading':
      return clean(block.text).trim() === ''
        ? []
        : [{ type: 'header', text: plain(block.text, Math.min(room, LIMITS.header)) }]
    case 'text':
      return written(spansOf(block.text), room)
    case 'note':
      return note(spansOf(block.text), room)
    case 'facts':
      return written(
        block.facts.flatMap((fact, index) => factSpans(fact, index > 0)),
        room,
      )
    case 'list':
      return list(block.items.map(spansOf), room)
    case 'progress':
      return written(progress(block), room)
    case 'buttons':
      return buttonRows(block.buttons, numbers)
    case 'divider':
      return [{ type: 'divider' }]
    case 'chart':
      return chart(block, room)
    case 'file':
      return file(block, room)
  }
}

function written(spans: readonly Span[], room: number): KnownBlock[] {
  return isBlank(spans) ? [] : [richText(cutSpans(spans, room))]
}

/** Small print cannot hold links, so a note with one is written large. */
function note(spans: readonly Span[], room: number): KnownBlock[] {
  if (spans.some((span) => isLink(span.link))) return written(spans, room)
  return isBlank(spans)
    ? []
    : [{ type: 'context', elements: [plain(flat(spans), Math.min(room, LIMITS.contextText))] }]
}

function factSpans(fact: { readonly label: string; readonly value: Text }, follows: boolean) {
  const label: Span = { text: `${follows ? '\n' : ''}${clean(fact.label)}: `, bold: true }
  return [label, ...spansOf(fact.value)]
}

function list(items: readonly (readonly Span[])[], room: number): KnownBlock[] {
  const sections: ReturnType<typeof section>[] = []
  let left = room
  for (const item of items) {
    if (isBlank(item)) continue
    const spans = cutSpans(item, left)
    if (spans.length === 0) break
    sections.push(section(spans))
    left -= spans.reduce((sum, span) => sum + span.text.length, 0)
  }
  return sections.length === 0
    ? []
    : [{ type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements: sections }] }]
}

function chart({ alt, picture }: ChartBlock, room: number): KnownBlock[] {
  const alt_text = cut(clean(alt), Math.min(room, LIMITS.altText))
  if (picture === undefined || alt_text.trim() === '') return note(spansOf(alt), room)
  return [{ type: 'image', slack_file: { id: picture }, alt_text }]
}

/** The link shares the file. */
function file({ file: { title, name }, link }: FileBlock, room: number): KnownBlock[] {
  const named = note(spansOf(`${title} (${name})`), room)
  if (link === undefined) return named
  return [...named, richText([{ text: words.openFile, link }])]
}

const BAR = 10

function progress(block: Extract<Block, { kind: 'progress' }>): Span[] {
  const percent = Number.isFinite(block.percent) ? Math.min(100, Math.max(0, block.percent)) : 0
  const done = Math.round((percent / 100) * BAR)
  const bar = `${'▓'.repeat(done)}${'░'.repeat(BAR - done)}`
  return [{ text: clean(block.label), bold: true }, { text: `\n${bar} ${clean(block.words)}` }]
}

/** How much text blocks carry, as Slack counts it towards its limits. */
function charactersOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + charactersOf(item), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (typeof inner === 'string' ? counted(key, inner) : charactersOf(inner)),
    0,
  )
}

function counted(key: string, value: string): number {
  return key === 'text' || key === 'alt_text' || key === 'initial_value' ? value.length : 0
}
