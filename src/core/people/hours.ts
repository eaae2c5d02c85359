import type { FieldErrors, Form, Values } from '../message/form.ts'
import { textIn } from '../message/form.ts'
import type { Message } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import { nearestWord } from '../message/nearest-word.ts'
import type { ContactHours } from '../time/contact-window.ts'
import { type DateRange, parseDateRange } from '../time/date-range.ts'
import { formatDate, parseDate } from '../time/dates.ts'
import { parseClockTime } from '../time/wall-clock.ts'
import { WEEKDAYS } from '../time/weekday.ts'
import { isTimeZone } from '../time/zone.ts'
import type { Person } from './person.ts'

/** When a person may be written to. */
export interface Hours {
  readonly zone: string
  readonly contact: ContactHours
  readonly leave: readonly DateRange[]
}

/** The columns of the staff list that say so: an import leaves alone what the person has set themselves. */
export type HoursColumn = 'time_zone' | 'contact_days' | 'contact_from' | 'contact_to' | 'leave'

/** What days typed without a year are read by. */
export interface LeaveReader {
  /** The date on the person's own calendar now. */
  readonly today: Temporal.PlainDate
  /** BCP 47. */
  readonly locale: string
}

const MOST_LEAVES = 50
const leaveExample = 'like 1 March to 7 March, or 2027-03-01 to 2027-03-07'
const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** The form behind `hours`, as it stands; leave that is over is not shown any more. */
export function hoursForm(person: Person, today: Temporal.PlainDate): Form {
  const { contact, zone } = person
  const coming = person.leave.filter(({ to }) => Temporal.PlainDate.compare(to, today) >= 0)
  return {
    verb: 'person.hours-save',
    title: 'When I may write',
    submit: 'Save',
    parts: [
      {
        kind: 'field',
        field: {
          kind: 'choices',
          name: 'days',
          label: 'On which days?',
          options: WEEKDAYS.map((day) => ({ value: String(day), label: NAMES[day - 1] ?? '' })),
          values: contact.days.map(String),
        },
      },
      { kind: 'field', field: time('from', 'From', contact.from) },
      { kind: 'field', field: time('to', 'Until', contact.to) },
      {
        kind: 'field',
        field: {
          kind: 'text',
          name: 'zone',
          label: 'Your time zone',
          hint: 'Like Europe/London',
          maxLength: 60,
          value: zone,
        },
      },
      {
        kind: 'field',
        field: {
          kind: 'text',
          name: 'leave',
          label: 'Days on which you are away',
          hint: `First and last day, one stretch per line, ${leaveExample}`,
          multiline: true,
          maxLength: 1500,
          optional: true,
          value: coming.map(({ from, to }) => `${from} to ${to}`).join('\n'),
        },
      },
    ],
  }
}

/** What the form says, or what is wrong with it, field by field. */
export function readHours(
  values: Values,
  reader: LeaveReader,
): { readonly hours: Hours } | { readonly errors: FieldErrors } {
  const days = WEEKDAYS.filter((day) => values['days']?.includes(String(day)))
  const from = parseClockTime(textIn(values, 'from'))
  const to = parseClockTime(textIn(values, 'to'))
  const zone = readZone(textIn(values, 'zone'))
  const leave = readLeave(textIn(values, 'leave'), reader)
  const problems = {
    ...(days.length === 0 && {
      days: 'Please keep at least one day. To be left alone for a while, say “pause”.',
    }),
    ...(from === undefined && { from: notATime }),
    ...(to === undefined && { to: notATime }),
    ...('problem' in zone && { zone: zone.problem }),
    ...('problem' in leave && { leave: leave.problem }),
  }
  if (
    from === undefined ||
    to === undefined ||
    'problem' in zone ||
    'problem' in leave ||
    days.length === 0
  ) {
    return { errors: problems }
  }
  return { hours: { zone: zone.zone, contact: { days, from, to }, leave: leave.leave } }
}

/** Which columns differ. */
export function changedColumns(before: Hours, after: Hours): HoursColumn[] {
  const column = (name: HoursColumn, of: (hours: Hours) => string) => (of(before) === of(after) ? [] : [name])
  return [
    ...column('time_zone', ({ zone }) => zone),
    ...column('contact_days', ({ contact }) => contact.days.join()),
    ...column('contact_from', ({ contact }) => contact.from),
    ...column('contact_to', ({ contact }) => contact.to),
    ...column('leave', ({ leave }) => leave.map(describeRange).join()),
  ]
}

export function describeRange({ from, to }: DateRange): string {
  return `${from}/${to}`
}

/** The days away are said back: they may have been typed without a year. */
export function hoursSaved(facts: {
  readonly leave: readonly DateRange[]
  readonly reader: LeaveReader
  readonly next: string | undefined
}): Message {
  const { locale, today } = facts.reader
  const day = (date: Temporal.PlainDate) => formatDate(date, locale, today)
  const coming = facts.leave.filter(({ to }) => Temporal.PlainDate.compare(to, today) >= 0)
  const stretches = coming.map(({ from, to }) => (from.equals(to) ? day(from) : `${day(from)} to ${day(to)}`))
  const away =
    stretches.length > 0 ? `You are away ${new Intl.ListFormat('en-GB').format(stretches)}.` : undefined
  return sentence(['Noted: I will keep to these hours.', away, facts.next].filter(Boolean).join(' '))
}

const notATime = 'Please write a time of day, like 09:00.'

function time(name: string, label: string, value: string) {
  const hint = name === 'to' ? 'The same time as above means the whole day.' : 'Like 09:00'
  return { kind: 'text', name, label, hint, maxLength: 10, value } as const
}

function readZone(text: string): { zone: string } | { problem: string } {
  const name = text.trim()
  const known = Intl.supportedValuesOf('timeZone')
  const written = known.find((zone) => zone.toLowerCase() === name.toLowerCase())
  if (written !== undefined || isTimeZone(name)) return { zone: written ?? name }
  const meant = nearestWord(name.replace(/\s+/g, '_'), known)
  return {
    problem: `I do not know that time zone. ${meant ? `Did you mean ${meant}?` : 'Please write it like Europe/London.'}`,
  }
}

function readLeave(text: string, reader: LeaveReader): { leave: DateRange[] } | { problem: string } {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  if (lines.length > MOST_LEAVES) return { problem: `At most ${MOST_LEAVES} stretches fit here.` }
  const leave: DateRange[] = []
  for (const [index, line] of lines.entries()) {
    const range = parseDateRange(line) ?? readStretch(line, reader)
    if (!range) {
      return {
        problem: `Line ${index + 1} is not a stretch of days. Please write it ${leaveExample}.`,
      }
    }
    leave.push(range)
  }
  return { leave }
}

/** `1 March to 7 March`, or one day. The last day is still to come; the first is the nearest one before it. */
function readStretch(line: string, { today, locale }: LeaveReader): DateRange | undefined {
  const [first = '', last, ...rest] = line.split(/\s+(?:to|until|-|–)\s+/i)
  if (rest.length > 0) return undefined
  const to = parseDate(last ?? first, { today, locale, direction: 'future' })
  if (to.kind !== 'date') return undefined
  if (last === undefined) return { from: to.date, to: to.date }
  const from = parseDate(first, { today: to.date, locale, direction: 'past' })
  if (from.kind !== 'date' || Temporal.PlainDate.compare(from.date, to.date) > 0) return undefined
  return { from: from.date, to: to.date }
}
