import { counted } from '../../message/counted.ts'
import type { Block, Button } from '../../message/message.ts'
import { lengthWords, momentWords, type Reader } from './words.ts'

/** More than these stand behind *Meetings*. */
const MOST_LINES = 3

/** What the overview says of meetings: the next ones, what is required, and what this year adds up to. */
export function meetingBlocks(facts: {
  readonly reader: Reader
  readonly next: readonly { readonly other: string; readonly startsAt: Temporal.Instant }[]
  /** Sentences. */
  readonly required: readonly string[]
  /** Of this calendar year. */
  readonly year: { readonly meetings: number; readonly minutes: number }
}): Block[] {
  const { reader, next, required, year } = facts
  const time = year.minutes === 0 ? '' : `, ${lengthWords(year.minutes)}`
  const notes = [
    ...required.slice(0, MOST_LINES),
    ...(year.meetings > 0 ? [`This year so far: ${counted(year.meetings, 'meeting')}${time}.`] : []),
  ]
  const list: Button[] = year.meetings > 0 ? [{ label: 'Meetings', verb: 'meeting.list' }] : []
  return [
    ...next.slice(0, MOST_LINES).map(
      ({ other, startsAt }): Block => ({
        kind: 'text',
        text: [
          { text: 'Next meeting with ' },
          { text: other, bold: true },
          { text: `: ${momentWords(startsAt, reader)}` },
        ],
      }),
    ),
    ...(notes.length > 0 ? [{ kind: 'note', text: notes.join(' ') } as const] : []),
    {
      kind: 'buttons',
      buttons: [{ label: 'Plan a meeting', verb: 'command.run', about: 'meet', opensForm: true }, ...list],
    },
  ]
}
