import { counted } from '../../message/counted.ts'
import type { Block, Button } from '../../message/message.ts'
import { lengthWords, momentWords, type Reader } from './words.ts'

/** More than these stand behind *Meetings*. */
const MOST_LINES = 3

/** What the overview says of meetings: the next ones, what is required, and what this year adds up to. */
export function meetingCard(facts: {
  readonly reader: Reader
  readonly next: readonly { readonly other: string; readonly startsAt: Temporal.Instant }[]
  /** Sentences. */
  readonly required: readonly string[]
  /** Of this calendar year. */
  readonly year: { readonly meetings: number; readonly minutes: number }
}): { readonly blocks: readonly Block[]; readonly buttons: readonly Button[] } {
  const { reader, next, required, year } = facts
  const time = year.minutes === 0 ? '' : `, ${lengthWords(year.minutes)}`
  const notes = [
    ...required.slice(0, MOST_LINES),
    ...(year.meetings > 0 ? [`This year so far: ${counted(year.meetings, 'meeting')}${time}.`] : []),
  ]
  const list: Button[] = year.meetings > 0 ? [{ label: 'Meetings', verb: 'meeting.list' }] : []
  const plan: Button = { label: 'Plan a meeting', verb: 'command.run', about: 'meet', opensForm: true }
  const lines = next.slice(0, MOST_LINES).map(
    ({ other, startsAt }): Block => ({
      kind: 'text',
      text: [
        { text: 'Next meeting with ' },
        { text: other, bold: true },
        { text: `: ${momentWords(startsAt, reader)}` },
      ],
    }),
  )
  const note: Block[] = notes.length > 0 ? [{ kind: 'note', text: notes.join(' ') }] : []
  return { blocks: [...lines, ...note], buttons: [plan, ...list] }
}
