/** One of a pair, as far as the coordinators' attention goes. */
export interface Member {
  readonly name: string
  readonly email: string
  readonly managerEmail?: string
  /** Since when no account of theirs can be written to. */
  readonly unreachableSince?: Temporal.PlainDate
  /** Their latest finished check-ins about this pair, the newest first. */
  readonly finished: readonly { readonly dueOn: Temporal.PlainDate; readonly missed: boolean }[]
  /** Their wish that the coordinator gets in touch, if their latest word on it was one. */
  readonly request?: Request
  /** What the bot has done about them and this pair since they last answered. */
  readonly tried?: Tried
}

/** What was tried with one person about one pair since they last answered. */
export interface Tried {
  /** Check-ins opened. */
  readonly checkIns: number
  readonly reminders: number
  /** How often they said *later*. */
  readonly later: number
  /** When they were asked whether to go on, while they have not answered that. */
  readonly askedToGoOn?: Temporal.PlainDate
}

export interface Request {
  readonly urgent: boolean
  readonly on: Temporal.PlainDate
  /** For the coordinator; never into a channel. */
  readonly words?: string
}

/** An active pair. */
export interface PairFacts {
  readonly pairId: string
  readonly startedOn: Temporal.PlainDate
  readonly snoozedUntil?: Temporal.PlainDate
  readonly mentor: Member
  readonly mentee: Member
  /** One of the two takes a break: nothing is late until they are back. */
  readonly rests?: true
  readonly everMet: boolean
  /** The required meeting that should have been held by now. */
  readonly overdueMeeting?: { readonly number: number; readonly dueBy: Temporal.PlainDate }
  readonly metInPeriod: boolean
  /** The last day on which a coordinator had both reminded, or asked whether they would like another match. */
  readonly nudgedOn?: Temporal.PlainDate
  readonly rematchOfferedOn?: Temporal.PlainDate
}

/** Why a pair needs attention, and since when. */
export type Reason = { readonly since: Temporal.PlainDate } & (
  | { readonly kind: 'request'; readonly who: string; readonly urgent: boolean; readonly words?: string }
  | { readonly kind: 'unreachable'; readonly who: string }
  | { readonly kind: 'silent'; readonly who: string; readonly times: number }
  | { readonly kind: 'meeting-overdue'; readonly number: number }
  | { readonly kind: 'not-met'; readonly days: number }
)

export interface AttentionRow {
  readonly pair: PairFacts
  readonly reasons: readonly Reason[]
}

/** Days in *getting started* after which a pair needs attention (PRODUCT, *Stages*). */
const DAYS_TO_GET_STARTED = 21
/** Check-ins missed in a row by one of the two. */
const MISSED_IN_A_ROW = 2

/** Everything that speaks for attention to a pair, the most pressing first; empty where nothing does. */
export function reasonsFor(pair: PairFacts, today: Temporal.PlainDate): Reason[] {
  const two = [pair.mentor, pair.mentee]
  const asked = [...two.flatMap(requestOf), ...two.flatMap(unreachable)]
  if (pair.rests) return asked
  return [...asked, ...two.flatMap(silence), ...overdue(pair), ...notMet(pair, today)]
}

/** Whether a coordinator does not want to hear of this pair for the time being. */
export function isSnoozed({ snoozedUntil }: PairFacts, today: Temporal.PlainDate): boolean {
  return snoozedUntil !== undefined && Temporal.PlainDate.compare(today, snoozedUntil) < 0
}

/** Pairs with somebody waiting for an answer first, then by how long it has been going on. */
export function byUrgency(one: AttentionRow, other: AttentionRow): number {
  return (
    rank(one) - rank(other) ||
    Temporal.PlainDate.compare(sinceOf(one), sinceOf(other)) ||
    one.pair.pairId.localeCompare(other.pair.pairId)
  )
}

function requestOf({ name, request }: Member): Reason[] {
  if (!request) return []
  const { urgent, on, words } = request
  return [{ kind: 'request', who: name, urgent, since: on, ...(words !== undefined && { words }) }]
}

function unreachable({ name, unreachableSince }: Member): Reason[] {
  return unreachableSince ? [{ kind: 'unreachable', who: name, since: unreachableSince }] : []
}

function silence({ name, finished }: Member): Reason[] {
  const firstAnswered = finished.findIndex(({ missed }) => !missed)
  const run = firstAnswered === -1 ? finished : finished.slice(0, firstAnswered)
  const first = run.at(-1)
  if (!first || run.length < MISSED_IN_A_ROW) return []
  return [{ kind: 'silent', who: name, times: run.length, since: first.dueOn }]
}

function overdue({ overdueMeeting }: PairFacts): Reason[] {
  if (!overdueMeeting) return []
  return [{ kind: 'meeting-overdue', number: overdueMeeting.number, since: overdueMeeting.dueBy }]
}

function notMet({ everMet, startedOn }: PairFacts, today: Temporal.PlainDate): Reason[] {
  const { days } = startedOn.until(today, { largestUnit: 'day' })
  return everMet || days < DAYS_TO_GET_STARTED ? [] : [{ kind: 'not-met', days, since: startedOn }]
}

const RANKS: Readonly<Record<Reason['kind'], number>> = {
  request: 1,
  unreachable: 2,
  silent: 3,
  'meeting-overdue': 4,
  'not-met': 5,
}

function rank({ reasons }: AttentionRow): number {
  return Math.min(...reasons.map((reason) => (isUrgent(reason) ? 0 : RANKS[reason.kind])))
}

/** *Urgent* is for coordinators in person, never for a channel (PRODUCT, *Told, not buried*). */
export function isUrgent(reason: Reason): boolean {
  return reason.kind === 'request' && reason.urgent
}

function sinceOf({ reasons }: AttentionRow): Temporal.PlainDate {
  const [first, ...rest] = reasons.map(({ since }) => since)
  if (!first) throw new RangeError('a row of the digest without a reason')
  return rest.reduce(
    (oldest, since) => (Temporal.PlainDate.compare(since, oldest) < 0 ? since : oldest),
    first,
  )
}
