import { MEETING_MINUTES } from '../program/meeting-minutes.ts'

/** How two people meet. */
export const meetingKinds = ['in-person', 'video', 'phone', 'other'] as const
export type MeetingKind = (typeof meetingKinds)[number]

/** A session of the two, as one of them told it. */
export interface Meeting {
  readonly id: string
  readonly heldOn: Temporal.PlainDate
  readonly minutes?: number
  readonly kind?: MeetingKind
  readonly note?: string
  /** Who told of it first. */
  readonly loggedBy: string
  /** The day that the other side named, once they have told of it, too. */
  readonly confirmedOn?: Temporal.PlainDate
}

/** What somebody tells of a meeting. */
export interface ToldMeeting {
  readonly loggedBy: string
  readonly heldOn: Temporal.PlainDate
  readonly minutes?: number
  readonly kind?: MeetingKind
  readonly note?: string
}

/** How far back a meeting can be logged. */
const DAYS_BACK = 366

export type MeetingProblem = 'no-such-day' | 'in-the-future' | 'too-long-ago' | 'too-short' | 'too-long'

/** What cannot be true of a meeting, by what it concerns. */
export function checkMeeting(
  told: Pick<ToldMeeting, 'heldOn' | 'minutes'>,
  today: Temporal.PlainDate,
): { readonly heldOn?: MeetingProblem; readonly minutes?: MeetingProblem } {
  const { heldOn, minutes } = told
  const day = problemOfDay(heldOn, today)
  const length = minutes === undefined ? undefined : problemOfLength(minutes)
  return { ...(day && { heldOn: day }), ...(length && { minutes: length }) }
}

function problemOfDay(heldOn: Temporal.PlainDate, today: Temporal.PlainDate): MeetingProblem | undefined {
  if (Temporal.PlainDate.compare(heldOn, today) > 0) return 'in-the-future'
  const earliest = today.subtract({ days: DAYS_BACK })
  return Temporal.PlainDate.compare(heldOn, earliest) < 0 ? 'too-long-ago' : undefined
}

function problemOfLength(minutes: number): MeetingProblem | undefined {
  if (minutes < MEETING_MINUTES.least) return 'too-short'
  return minutes > MEETING_MINUTES.most ? 'too-long' : undefined
}

/** Two people may remember the day of one meeting differently by so many days. */
export const DAYS_APART = 1

/**
 * The meeting that is being told of again, undefined if it is a new one. A person telling of the same day again means
 * the meeting they have already told of; the other side means the nearest one that they have not told of yet, up to a
 * day apart.
 */
export function sameMeeting(told: ToldMeeting, known: readonly Meeting[]): Meeting | undefined {
  const own = known.find((meeting) => toldBy(meeting, told.loggedBy)?.equals(told.heldOn))
  if (own) return own
  return known
    .filter((meeting) => meeting.loggedBy !== told.loggedBy && meeting.confirmedOn === undefined)
    .map((meeting) => ({ meeting, apart: daysApart(meeting.heldOn, told.heldOn) }))
    .filter(({ apart }) => apart <= DAYS_APART)
    .sort((a, b) => a.apart - b.apart)[0]?.meeting
}

/**
 * What is known of a meeting once it was told of again. Minutes and kind of who told first stand until they correct them
 * themselves; no note is lost.
 */
export function withTold(meeting: Meeting, told: ToldMeeting): Meeting {
  const again = told.loggedBy === meeting.loggedBy
  const minutes = again ? (told.minutes ?? meeting.minutes) : (meeting.minutes ?? told.minutes)
  const kind = again ? (told.kind ?? meeting.kind) : (meeting.kind ?? told.kind)
  const notes = [meeting.note, told.note].filter((note) => note !== undefined)
  return {
    ...meeting,
    ...(minutes !== undefined && { minutes }),
    ...(kind && { kind }),
    ...(notes.length > 0 && { note: [...new Set(notes)].join('\n') }),
    ...(!again && { confirmedOn: told.heldOn }),
  }
}

/** The day this side named; undefined if they have not told of the meeting. */
function toldBy(meeting: Meeting, personId: string): Temporal.PlainDate | undefined {
  return meeting.loggedBy === personId ? meeting.heldOn : meeting.confirmedOn
}

function daysApart(a: Temporal.PlainDate, b: Temporal.PlainDate): number {
  return Math.abs(a.until(b, { largestUnit: 'day' }).days)
}
