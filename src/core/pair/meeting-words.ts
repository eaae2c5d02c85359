import { type ParsedDate, parseDate } from '../time/dates.ts'
import type { MeetingKind } from './meeting.ts'

/** What stands after `met`: how long, when, and the note. */
export interface MeetingWords {
  readonly minutes?: number
  readonly heldOn?: Temporal.PlainDate
  readonly kind?: MeetingKind
  readonly note?: string
  /** The note begins with what looks like a day and is none, such as 30 February. */
  readonly noSuchDay?: true
}

interface MeetingContext {
  readonly today: Temporal.PlainDate
  /** BCP 47. */
  readonly locale: string
}

/** The longest way to write a date: `on 14th March 2027`. */
const DATE_WORDS = 4
/** `1 hour 30 minutes` */
const LENGTH_WORDS = 4

/**
 * Reads length and day in either order; the note begins at the first word that is neither. A length without a unit is
 * minutes. Each is read once: a second number belongs to the note.
 */
export function readMeetingWords(typed: string, context: MeetingContext): MeetingWords {
  let left = typed.trim()
  let told: MeetingWords = {}
  for (;;) {
    const found = readNext(left, told, context)
    if (!found) return withNote(told, left, context)
    told = { ...told, ...found.read }
    left = found.left
  }
}

function withNote(told: MeetingWords, left: string, context: MeetingContext): MeetingWords {
  if (left === '') return told
  const isNoDay = told.heldOn === undefined && longest(left, DATE_WORDS, (words) => readNoDay(words, context))
  return { ...told, note: left, ...(isNoDay && { noSuchDay: true }) }
}

interface Found {
  readonly read: MeetingWords
  readonly left: string
}

function readNext(left: string, told: MeetingWords, context: MeetingContext): Found | undefined {
  const wantsDay = told.heldOn === undefined
  const wantsLength = told.minutes === undefined
  return (
    (wantsLength ? longest(left, LENGTH_WORDS, readLength) : undefined) ??
    (wantsDay ? longest(left, DATE_WORDS, (words) => readDate(words, context)) : undefined) ??
    (wantsLength ? longest(left, 1, readBareMinutes) : undefined) ??
    (told.kind === undefined ? longest(left, 2, readKind) : undefined)
  )
}

/** The most words at the beginning that can be read as one thing. */
function longest(
  text: string,
  most: number,
  read: (words: string) => MeetingWords | undefined,
): Found | undefined {
  for (let count = most; count > 0; count -= 1) {
    const [, words, left = ''] =
      new RegExp(`^((?:\\S+\\s+){${count - 1}}\\S+)(?:\\s+([\\s\\S]*))?$`).exec(text) ?? []
    const found = words === undefined ? undefined : read(words.replace(/[,;:]$/, ''))
    if (found) return { read: found, left: left.replace(/^[-–—:,]\s+/, '') }
  }
  return undefined
}

function readDate(words: string, context: MeetingContext): MeetingWords | undefined {
  const parsed = parseDay(words, context)
  return parsed.kind === 'date' ? { heldOn: parsed.date } : undefined
}

function readNoDay(words: string, context: MeetingContext): MeetingWords | undefined {
  const parsed = parseDay(words, context)
  return parsed.kind === 'unclear' && parsed.why === 'no-such-date' ? { noSuchDay: true } : undefined
}

function parseDay(words: string, context: MeetingContext): ParsedDate {
  return parseDate(words.replace(/^(on|last)\s+/i, ''), { ...context, direction: 'past' })
}

function readLength(words: string): MeetingWords | undefined {
  const text = words.toLowerCase().replace(/^for\s+/, '')
  const named = namedLengths.get(text)
  if (named !== undefined) return { minutes: named }

  const [, hours, more] =
    /^([-−]?\d{1,3}(?:[.,]\d{1,2})?)\s*(?:h|hrs?|hours?)(?:\s*(\d{1,2})\s*(?:m|min|mins|minutes?)?)?$/.exec(
      text,
    ) ?? []
  if (hours !== undefined) return { minutes: Math.round(numberIn(hours) * 60) + Number(more ?? 0) }

  const [, hour, minute] = /^(\d{1,2}):([0-5]\d)$/.exec(text) ?? []
  if (hour !== undefined) return { minutes: Number(hour) * 60 + Number(minute) }

  const [, minutes] = /^([-−]?\d{1,5})\s*(?:m|min|mins|minutes?)$/.exec(text) ?? []
  return minutes === undefined ? undefined : { minutes: numberIn(minutes) }
}

/** A length below nothing is read, too, so that it is refused rather than kept as a note. */
function numberIn(written: string): number {
  return Number(written.replace('−', '-').replace(',', '.'))
}

/** Two words at least: `phone the bed manager` is a note. */
function readKind(words: string): MeetingWords | undefined {
  const kind = namedKinds.get(words.toLowerCase().replace(/\s+/g, ' '))
  return kind && { kind }
}

function readBareMinutes(word: string): MeetingWords | undefined {
  return /^[-−]?\d{1,5}$/.test(word) ? { minutes: numberIn(word) } : undefined
}

const namedKinds: ReadonlyMap<string, MeetingKind> = new Map([
  ['in person', 'in-person'],
  ['by video', 'video'],
  ['by phone', 'phone'],
])

const namedLengths: ReadonlyMap<string, number> = new Map([
  ['an hour', 60],
  ['one hour', 60],
  ['half an hour', 30],
  ['an hour and a half', 90],
])
