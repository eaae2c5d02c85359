import type { MeetingRule } from './meeting-rules.ts'
import type { Program } from './program.ts'

/** A meeting that has to be held. It counts from `from` on; by `dueBy` it is to have been. */
export interface RequiredMeeting {
  /** From 1. */
  readonly number: number
  readonly from: Temporal.PlainDate
  readonly dueBy: Temporal.PlainDate
}

/** One that was held. */
export interface HeldRequired extends RequiredMeeting {
  readonly heldOn: Temporal.PlainDate
}

/** One person's own time in a program: its first and last day. */
export interface Course {
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
}

/** A meeting in the middle or at the end counts if it was held at most so long before. */
const DAYS_BEFORE = 28
/** Nobody is overdue sooner than this after they got somebody to meet. */
const DAYS_WITH_A_PAIR = 14

/**
 * The mentee's own course. A preceptorship's clock starts at joining or registration, whichever is later, as far as it is
 * known and not before the program; it lasts as long as the program does (NHS England, national preceptorship
 * framework). `pairEndsOn` is an end that the two have of their own. Undefined where the program has no end.
 */
export function courseOf(
  program: Pick<Program, 'type' | 'startsOn' | 'endsOn'>,
  known: {
    readonly joinedOn?: Temporal.PlainDate
    readonly registeredOn?: Temporal.PlainDate
    readonly pairEndsOn?: Temporal.PlainDate
  },
): Course | undefined {
  const { startsOn: first, endsOn: last } = program
  if (!last) return undefined
  const own = program.type.startsWith('preceptorship')
  const beginnings = own ? [known.joinedOn, known.registeredOn].filter((day) => day !== undefined) : []
  const startsOn = beginnings.reduce(latest, first)
  const endsOn = known.pairEndsOn ?? startsOn.add(first.until(last))
  return Temporal.PlainDate.compare(endsOn, startsOn) > 0 ? { startsOn, endsOn } : undefined
}

/** The meetings that these rules ask for in a course, in the order in which they are due. */
export function requiredMeetings(
  rules: readonly MeetingRule[],
  course: Course & { readonly pairedOn: Temporal.PlainDate },
): RequiredMeeting[] {
  const grace = course.pairedOn.add({ days: DAYS_WITH_A_PAIR })
  return rules
    .flatMap((rule) => windowsOf(rule, course))
    .toSorted((a, b) => Temporal.PlainDate.compare(a.dueBy, b.dueBy))
    .map(({ from, dueBy }, place) => ({ number: place + 1, from, dueBy: latest(dueBy, grace) }))
}

/** Those that have been held, and when: each meeting counts once, for the first that it can count for, also when it came late. */
export function requiredHeld(
  required: readonly RequiredMeeting[],
  heldOn: readonly Temporal.PlainDate[],
): HeldRequired[] {
  const left = heldOn.toSorted(Temporal.PlainDate.compare)
  return required.flatMap((meeting) => {
    const place = left.findIndex((day) => Temporal.PlainDate.compare(day, meeting.from) >= 0)
    const [held] = place === -1 ? [] : left.splice(place, 1)
    return held ? [{ ...meeting, heldOn: held }] : []
  })
}

/** Those that have not been held. */
export function stillRequired(
  required: readonly RequiredMeeting[],
  heldOn: readonly Temporal.PlainDate[],
): RequiredMeeting[] {
  const held = new Set(requiredHeld(required, heldOn).map(({ number }) => number))
  return required.filter(({ number }) => !held.has(number))
}

/** The year of protected time that holds a day: years begin on the program's first day. */
export function yearOf(program: Pick<Program, 'startsOn'>, today: Temporal.PlainDate): Course {
  const { startsOn } = program
  const years = Math.max(0, startsOn.until(today, { largestUnit: 'year' }).years)
  return {
    startsOn: startsOn.add({ years }),
    endsOn: startsOn.add({ years: years + 1 }).subtract({ days: 1 }),
  }
}

/**
 * How many minutes of protected time a mentor is behind: the share of the yearly entitlement for the whole months since
 * the year began, or since their first pair, less what was logged.
 */
export function shortfall(facts: {
  readonly yearly: number
  readonly logged: number
  readonly since: Temporal.PlainDate
  readonly today: Temporal.PlainDate
}): number {
  const { yearly, logged, since, today } = facts
  const { months } = since.until(today, { largestUnit: 'month' })
  return Math.max(0, Math.floor((yearly * Math.min(12, Math.max(0, months))) / 12) - logged)
}

function windowsOf(rule: MeetingRule, { startsOn, endsOn }: Course): Omit<RequiredMeeting, 'number'>[] {
  switch (rule.kind) {
    case 'within':
      return [{ from: startsOn, dueBy: startsOn.add({ days: rule.days }) }]
    case 'middle': {
      const { days } = startsOn.until(endsOn, { largestUnit: 'day' })
      return [before(startsOn.add({ days: Math.floor(days / 2) }), startsOn)]
    }
    case 'end':
      return [before(endsOn, startsOn)]
    case 'every':
      return everySoOften(rule.months, { startsOn, endsOn })
  }
}

/** Counted from the start, so that the day of the month does not drift. */
function everySoOften(months: number, { startsOn, endsOn }: Course): Omit<RequiredMeeting, 'number'>[] {
  const { months: whole } = startsOn.until(endsOn.add({ days: 1 }), { largestUnit: 'month' })
  return Array.from({ length: Math.floor(whole / months) }, (_, step) => ({
    from: startsOn.add({ months: step * months }),
    dueBy: earliest(startsOn.add({ months: (step + 1) * months }), endsOn),
  }))
}

function before(dueBy: Temporal.PlainDate, startsOn: Temporal.PlainDate) {
  return { from: latest(startsOn, dueBy.subtract({ days: DAYS_BEFORE })), dueBy }
}

function latest(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) >= 0 ? a : b
}

function earliest(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) <= 0 ? a : b
}
