import { counted } from '../message/counted.ts'
import type { Block } from '../message/message.ts'
import { formatDate } from '../time/dates.ts'

/** What two have to look back on: what both of them may read. */
export interface PairSummary {
  readonly from: Temporal.PlainDate
  /** The last day, or today where the two go on. */
  readonly until: Temporal.PlainDate
  readonly isOver: boolean
  readonly meetings: number
  /** Of those meetings whose length was told. */
  readonly minutes: number
  /** Titles of the goals that were reached, by whichever of the two set them. */
  readonly reached: readonly string[]
  /** Goals that were not reached and not given up. */
  readonly open: number
}

/** More reached goals than this are counted, not named. */
const MOST_NAMED = 5

/** In counts and, of goals that were reached, in their own words. */
export function summaryBlocks(summary: PairSummary, locale: string): Block[] {
  const { from, until, isOver, reached } = summary
  const named = reached.slice(0, MOST_NAMED)
  const more = reached.length - named.length
  const facts = [
    { label: 'From', value: formatDate(from, locale, until) },
    ...(isOver ? [{ label: 'Until', value: formatDate(until, locale, from) }] : []),
    { label: 'Meetings', value: meetingWords(summary) },
    { label: 'Goals', value: goalWords(summary) },
  ]
  const items = [...named, ...(more > 0 ? [`and ${counted(more, 'more goal', 'more goals')}`] : [])]
  return [
    { kind: 'facts', facts },
    ...(items.length > 0
      ? [{ kind: 'text', text: [{ text: 'Reached', bold: true }] } as const, { kind: 'list', items } as const]
      : []),
  ]
}

function meetingWords({ meetings, minutes }: PairSummary): string {
  if (meetings === 0) return 'none logged'
  return minutes === 0
    ? counted(meetings, 'meeting')
    : `${counted(meetings, 'meeting')}, ${lengthWords(minutes)}`
}

function lengthWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const parts = [hours > 0 ? counted(hours, 'hour') : '', rest > 0 ? counted(rest, 'minute') : '']
  return parts.filter((part) => part !== '').join(' ')
}

function goalWords({ reached, open }: PairSummary): string {
  if (reached.length + open === 0) return 'none set'
  return open === 0 ? `${reached.length} reached` : `${reached.length} reached, ${open} still open`
}
