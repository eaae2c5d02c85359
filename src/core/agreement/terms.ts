export const organizers = ['mentee', 'mentor', 'in-turn'] as const
export type Organizer = (typeof organizers)[number]

/** What the mentee writes first, in their own words. */
export interface FirstTerms {
  readonly aims: string
}

/** And then looks over: a suggestion stands in each of these. */
export interface SecondTerms {
  readonly frequency: string
  readonly organizer: Organizer
  /** Where and how the two meet and write to one another. */
  readonly channel: string
  readonly until: Temporal.PlainDate
  readonly reviewOn: Temporal.PlainDate
  /** Own words beside the standing sentence. */
  readonly confidentiality?: string
}

/** What the mentor completes it with. */
export interface MentorTerms {
  /** What happens where one of them has to cancel. */
  readonly notice: string
  /** What the mentee can count on. */
  readonly support: string
}

export type Terms = FirstTerms & SecondTerms & Partial<MentorTerms>

/** So far ahead an agreement may reach. */
const LONGEST_YEARS = 5

/** One sentence for each date that cannot be. */
export function checkDates(
  { until, reviewOn }: Pick<SecondTerms, 'until' | 'reviewOn'>,
  today: Temporal.PlainDate,
): Partial<Record<'until' | 'reviewOn', string>> {
  const before = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(one, other) < 0
  if (!before(today, until)) return { until: 'Please pick a day that is still to come.' }
  if (before(today.add({ years: LONGEST_YEARS }), until))
    return { until: `Please pick a day within ${LONGEST_YEARS} years.` }
  if (!before(today, reviewOn)) return { reviewOn: 'Please pick a day that is still to come.' }
  if (before(until, reviewOn)) return { reviewOn: 'Please pick a day before the last one.' }
  return {}
}

/** The days that the form proposes: to the end of the program or half a year, with a review in the middle. */
export function proposedDates(
  today: Temporal.PlainDate,
  endsOn: Temporal.PlainDate | undefined,
): Pick<SecondTerms, 'until' | 'reviewOn'> {
  const open = endsOn && Temporal.PlainDate.compare(today.add({ days: 7 }), endsOn) < 0
  const until = open ? endsOn : today.add({ months: 6 })
  const days = today.until(until, { largestUnit: 'days' }).days
  return { until, reviewOn: today.add({ days: Math.ceil(days / 2) }) }
}
