import { type DateRange, includesDate } from '../time/date-range.ts'

/** Somebody asked the coordinators for help. They and the coordinators without a conflict read it, nobody else. */
export interface HelpCase {
  readonly id: string
  readonly programId: string
  /** Whose it is. */
  readonly personId: string
  readonly pairId?: string
  /** The answer to a check-in that it comes from. */
  readonly answerId?: string
  readonly urgent: boolean
  /** An answer that its author let the coordinators read, rather than a wish to be called. */
  readonly shared?: true
  /** What was written, in the order in which it was; an answer may hold no words. */
  readonly words: readonly string[]
  readonly state: HelpState
  readonly openedAt: Temporal.Instant
  readonly seenBy?: string
  readonly answeredBy?: string
  /** What the coordinator wrote back last. */
  readonly answer?: string
}

export const helpStates = ['open', 'seen', 'answered', 'closed'] as const
export type HelpState = (typeof helpStates)[number]

export function isOpenCase({ state }: Pick<HelpCase, 'state'>): boolean {
  return state !== 'closed'
}

/** Nobody has answered yet what was asked last. */
export function isWaiting({ state }: Pick<HelpCase, 'state'>): boolean {
  return state === 'open' || state === 'seen'
}

/** Working days after which coordinators are reminded of what none of them has seen. */
const REMIND_AFTER = 2

/** The day of the reminder: so many days later, weekends and the program's days off not counted. */
export function remindOn(today: Temporal.PlainDate, blackouts: readonly DateRange[]): Temporal.PlainDate {
  const isWorking = (date: Temporal.PlainDate) =>
    date.dayOfWeek <= 5 && !blackouts.some((range) => includesDate(range, date))
  let day = today
  for (let left = REMIND_AFTER, tries = 0; left > 0 && tries < 400; tries += 1) {
    day = day.add({ days: 1 })
    if (isWorking(day)) left -= 1
  }
  return day
}
