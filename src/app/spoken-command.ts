import { type ReadCommand, readCommand } from '../core/message/read-command.ts'
import { conversationOf } from '../store/conversations.ts'
import type { Turn } from './turn.ts'

/**
 * The command in what was said in the personal chat, or undefined if it is an answer or small talk. While a question
 * stands open only a bare command counts, so that an answer that begins with *met* or *goal* stays an answer.
 */
export async function spokenCommand(turn: Turn, text: string): Promise<string | undefined> {
  const addressed = /^\/?mentor\b([\s\S]*)$/i.exec(text.trim())
  if (addressed) return addressed[1] ?? ''
  const read = readCommand(text)
  if (read.kind === 'overview' || read.kind === 'unknown') return undefined
  if (isBare(read, text.trim())) return text
  if (read.kind === 'command' && alone.has(read.words)) return undefined
  return (await conversationOf(turn.scope, turn.person.id)) ? undefined : text
}

/** Said with more words these may well mean something else: *join us for lunch*, *leave it to me*, *thanks for the tip*. */
const alone: ReadonlySet<string> = new Set(['join', 'resume', 'leave', 'thanks', 'ask', 'reflect'])

function isBare(read: ReadCommand, text: string): boolean {
  if (read.kind === 'later') return read.words === text.toLowerCase().replace(/\s+/g, ' ')
  return read.kind !== 'command' || read.rest === '' || /^progress\s+\d+\s+\S/i.test(text)
}
