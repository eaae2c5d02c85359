import type { Outcome } from '../core/message/intent.ts'
import { notAvailableYet, unknownCommand, withTyped } from '../core/message/messages.ts'
import { readCommand } from '../core/message/read-command.ts'
import type { Turn } from './turn.ts'

/**
 * Words that are no command of this release: the nearest one, or that it comes later. What the answer does not show of
 * a slash command anyway is given back, because Slack shows it no more. `words` have passed the door for text.
 */
export function answerNoCommand({ intent }: Turn, words: string): Outcome {
  const read = readCommand(words)
  const isUnknown = read.kind === 'unknown'
  const message = isUnknown
    ? unknownCommand(read)
    : notAvailableYet(read.kind === 'later' ? read.words : words)
  const said = isUnknown ? read.typed : words.split(/\s+/, 2).join(' ')
  if (intent.kind !== 'command' || said === words) return { kind: 'show', message }
  const typed = withTyped('Nothing was stored.', [`/mentor ${words}`]).blocks
  return { kind: 'show', message: { ...message, blocks: [...message.blocks, ...typed] } }
}
