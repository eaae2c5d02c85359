import type { KnownBlock } from '@slack/types'
import type { Message } from '../../core/message/message.ts'
import { words } from '../messages.ts'
import { blockPart, lay, onMessage } from './blocks.ts'
import { clean, cut } from './cut.ts'
import { LIMITS } from './limits.ts'
import { numbering } from './numbering.ts'
import { richText } from './rich-text.ts'

/** A message as Slack posts it: `text` for lock screens and screen readers, `blocks` for the eye. */
export interface SlackMessage {
  readonly text: string
  readonly blocks: KnownBlock[]
}

/** Holds every limit of Slack's messages; what is too long is cut, what is too much ends in one line that says so. */
export function renderMessage(message: Message): SlackMessage {
  const numbers = numbering()
  const blocks = lay(
    message.blocks.map((block) => blockPart(block, numbers)),
    onMessage,
  )
  const preview = cut(clean(message.preview), LIMITS.preview)
  const text = preview.trim() === '' ? words.name : preview
  return { text: escaped(text), blocks: blocks.length > 0 ? blocks : [richText([{ text }])] }
}

/** Slack's three control characters; without them no mention and no link can be written. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
