import type { Block, Message, Text } from '../../core/message/message.ts'
import { renderBlocks, type Stage } from './message.ts'
import { type CardPart, cut, literal, richText, spansOf } from './text.ts'

/** An Adaptive Card as Teams takes it in a message, a dialog or in the place of a pressed card. */
export interface CardAttachment {
  readonly contentType: 'application/vnd.microsoft.card.adaptive'
  readonly content: CardContent
}

interface CardContent {
  readonly $schema: string
  readonly type: 'AdaptiveCard'
  readonly version: '1.5'
  readonly body: readonly CardPart[]
  readonly actions?: readonly CardPart[]
  /** What a client shows that cannot draw the card. */
  readonly fallbackText?: string
}

/** What is sent to a conversation: `summary` is what the notification shows. */
export interface MessageActivity {
  readonly type: 'message'
  readonly summary: string
  readonly attachments: readonly CardAttachment[]
}

/**
 * Teams takes about 100 KB a message, encoded as UTF-16, and advises 80 (learn.microsoft.com, "Format your bot
 * messages").
 */
const mostBytes = 78_000
const mostBytesOfBody = mostBytes - 2_000
const longestPreview = 200
const lengths = [Number.POSITIVE_INFINITY, 8000, 4000, 2000, 1000, 500, 250, 120, 60]
const shortened = 'This was too long to show in full here.'

/** The message as an activity that Teams takes; what is too long is cut and says so. */
export function messageActivity(message: Message): MessageActivity {
  return { type: 'message', summary: previewOf(message), attachments: [messageCard(message)] }
}

export function messageCard(message: Message, stage: Stage = 'chat'): CardAttachment {
  return cardOf(fitted(message.blocks, { stage, room: mostBytesOfBody }), {
    fallbackText: previewOf(message),
  })
}

export function cardOf(
  body: readonly CardPart[],
  more: Pick<CardContent, 'actions' | 'fallbackText'> = {},
): CardAttachment {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.5',
      body,
      ...more,
    },
  }
}

const drawings = /"data:image\/png;base64,[^"]*"/g

/**
 * As UTF-16, in which Teams counts, or as the UTF-8 that travels, whichever is more; a picture, which Teams does not
 * count, as what travels.
 */
export function bytesOf(value: unknown): number {
  const whole = JSON.stringify(value)
  const json = whole.replaceAll(drawings, '')
  return whole.length - json.length + Math.max(json.length * 2, Buffer.byteLength(json))
}

function previewOf(message: Message): string {
  return cut(literal(message.preview), longestPreview)
}

/** The blocks within so many bytes: first long texts are cut, then what stands last is left out. */
export function fitted(
  blocks: readonly Block[],
  { stage, room }: { readonly stage: Stage; readonly room: number },
): CardPart[] {
  for (const length of lengths) {
    const whole = length === Number.POSITIVE_INFINITY
    const parts = renderBlocks(whole ? blocks : blocks.map((block) => shortenBlock(block, length)), stage)
    const body = whole ? parts : [...parts, ...shortenedNote()]
    if (bytesOf(body) <= room) return body
  }
  return [
    ...firstThatFit(
      renderBlocks(
        blocks.map((block) => shortenBlock(block, 60)),
        stage,
      ),
      room,
    ),
    ...shortenedNote(),
  ]
}

function shortenedNote(): CardPart[] {
  return richText(shortened, { size: 'Small', isSubtle: true })
}

function firstThatFit(parts: readonly CardPart[], room: number): CardPart[] {
  const kept: CardPart[] = []
  let used = bytesOf(shortenedNote())
  for (const part of parts) {
    used += bytesOf(part) + 1
    if (used > room) break
    kept.push(part)
  }
  return kept
}

function shortenBlock(block: Block, length: number): Block {
  switch (block.kind) {
    case 'heading':
      return { ...block, text: cut(block.text, length) }
    case 'text':
    case 'note':
      return { ...block, text: shortenText(block.text, length) }
    case 'list':
      return { ...block, items: block.items.map((item) => shortenText(item, length)) }
    case 'facts':
      return {
        ...block,
        facts: block.facts.map((fact) => ({
          label: cut(fact.label, length),
          value: shortenText(fact.value, length),
        })),
      }
    case 'progress':
      return { ...block, label: cut(block.label, length), words: cut(block.words, length) }
    case 'chart':
      return { kind: 'chart', chart: block.chart, alt: cut(block.alt, length) }
    case 'buttons':
    case 'divider':
    case 'file':
      return block
  }
}

function shortenText(text: Text, length: number): Text {
  let left = length
  const kept = []
  for (const span of spansOf(text)) {
    if (left <= 0) break
    kept.push({ ...span, text: cut(span.text, left) })
    left -= span.text.length
  }
  return kept
}
