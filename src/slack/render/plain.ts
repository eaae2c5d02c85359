import type { PlainTextElement } from '@slack/types'
import { words } from '../messages.ts'
import { clean, cut } from './cut.ts'

/** Text that Slack shows literally, at most `room` long. Slack refuses blank text, so a blank one becomes an ellipsis. */
export function plain(text: string, room: number): PlainTextElement {
  const shown = cut(clean(text), room)
  return { type: 'plain_text', text: shown.trim() === '' ? words.emptyLabel : shown, emoji: false }
}
