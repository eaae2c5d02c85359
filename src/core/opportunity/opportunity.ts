/** What kind of thing it is. */
export const kinds = ['shadowing', 'project', 'training', 'post', 'other'] as const
export type Kind = (typeof kinds)[number]

/** Something real that may come of the mentoring. The two of the pair read it, nobody else. */
export interface Opportunity {
  readonly id: string
  readonly pairId: string
  readonly authorId: string
  readonly kind: Kind
  readonly title: string
  /** When it is, where that is known. */
  readonly on?: Temporal.PlainDate
  readonly state: 'open' | 'taken' | 'not-taken'
  /** What became of it. */
  readonly outcome?: string
  readonly at: Temporal.Instant
}

/** Without a date, what became of it is asked about this many days later. */
const DAYS_WITHOUT_DATE = 42

/** The day on which its author is asked, once, what became of it: the day after it, or six weeks from today. */
export function askOn(on: Temporal.PlainDate | undefined, today: Temporal.PlainDate): Temporal.PlainDate {
  if (!on) return today.add({ days: DAYS_WITHOUT_DATE })
  const after = on.add({ days: 1 })
  return Temporal.PlainDate.compare(after, today) > 0 ? after : today.add({ days: 1 })
}

export function readKind(written: string): Kind {
  return kinds.find((kind) => kind === written) ?? 'other'
}
