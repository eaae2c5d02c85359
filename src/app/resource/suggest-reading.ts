import type { Sheet } from '../../core/checkin/conversation.ts'
import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Block } from '../../core/message/message.ts'
import type { Resource } from '../../core/program/resource.ts'
import { nothingToSuggest, readingOffer, suggestedMessage, triedForm } from '../../core/resource/messages.ts'
import { readableBy, suggest } from '../../core/resource/topics.ts'
import { type OpenSheet, openSheet } from '../checkin/answer-sheet.ts'
import type { Turn } from '../turn.ts'

/** The offer of something to read, where what the person wrote is in the way has a topic of the program in it. */
export function readingBlocks(opened: OpenSheet): readonly Block[] {
  return fitting(opened).length > 0 ? readingOffer(opened.sheet.checkInId) : []
}

/** Asks what they have tried: nothing is suggested before they have said so themselves. */
export async function askTried(turn: Turn): Promise<Outcome> {
  const opened = await openSheet(turn, turn.about[0])
  if (!opened || fitting(opened).length === 0) return { kind: 'show', message: nothingToSuggest() }
  return { kind: 'form', form: triedForm(opened.sheet.checkInId) }
}

/** Shows what may help, to its author alone: it tells of what they wrote. What they tried is not kept. */
export async function suggestReading(turn: Turn): Promise<Outcome> {
  const opened = await openSheet(turn, turn.about[0])
  const found = opened ? fitting(opened, textIn(turn.values, 'tried')) : []
  if (found.length === 0) return { kind: 'show', message: nothingToSuggest() }
  return { kind: 'show', message: suggestedMessage(found), holdsTyped: true }
}

function fitting({ sheet, program }: OpenSheet, tried = ''): readonly Resource[] {
  const written = challengesIn(sheet)
  if (written.length === 0) return []
  const sides = new Set(program.type === 'peer' ? (['mentor', 'mentee'] as const) : [sheet.side])
  const readable = readableBy(program.resources, sides)
  // What they tried may only say more about what is in the way.
  return suggest(readable, written).length > 0 ? suggest(readable, [...written, tried]) : []
}

/** What they wrote to questions that are their own at first, as what is in the way is. */
function challengesIn({ questions, answers }: Sheet): string[] {
  const own = new Set(
    questions.filter(({ kind, reader }) => kind === 'text' && reader === 'only-me').map(({ id }) => id),
  )
  return answers.flatMap(({ question, value }) =>
    own.has(question) && value.kind === 'words' ? [value.text] : [],
  )
}
