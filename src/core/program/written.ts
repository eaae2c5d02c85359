import { z } from 'zod'
import { nearestWord } from '../message/nearest-word.ts'
import { parseIsoDate } from '../time/calendar-date.ts'
import { parseDateRange } from '../time/date-range.ts'
import { parseClockTime } from '../time/wall-clock.ts'
import { parseWeekday } from '../time/weekday.ts'
import { readWrittenDate } from '../time/written-date.ts'
import { isTimeZone } from '../time/zone.ts'

/*
 * The values of a program file. Every single value arrives as the text that stands in the file, so that nothing
 * is guessed on the way (08:30 is no number of seconds, `no` is no surprise); each reader here gives it its
 * meaning or says in one sentence why not.
 */

interface Refusal {
  readonly problem: string
}

export function written<Result extends NonNullable<unknown>>(read: (text: string) => Result) {
  return z.string({ error: singleValue }).transform((text, context): Exclude<Result, Refusal> => {
    const result = read(text.trim())
    if (!isRefusal(result)) return result as Exclude<Result, Refusal>
    context.addIssue({ code: 'custom', message: result.problem })
    return z.NEVER
  })
}

/** A mapping with these keys and no others. */
export function mapping<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape)
  const unknownKey = z
    .unknown()
    .refine(() => false, { error: (issue) => unknownWord(String(issue.path?.at(-1)), known) })
  return z
    .object(shape, {
      error: (issue) => (issue.input === undefined ? missing : 'write this as key: value pairs'),
    })
    .catchall(unknownKey)
}

export function list<Item extends z.ZodType>(item: Item, limit: number) {
  return z
    .array(item, { error: 'write this as a list, like [one, two]' })
    .max(limit, { error: `at most ${limit} fit here` })
}

/** Reads the value by the schema that its form asks for, and keeps the places of what is wrong in it. */
export function choosing<T>(choose: (input: unknown) => z.ZodType<T>) {
  return z.unknown().transform((input, context): T => {
    const result = choose(input).safeParse(input)
    if (result.success) return result.data
    for (const { message, path } of result.error.issues) context.addIssue({ code: 'custom', message, path })
    return z.NEVER
  })
}

export function oneOf<const Word extends string>(known: readonly Word[]) {
  return written((text) => {
    const found = known.find((word) => word === text.toLowerCase())
    if (found) return found
    const meant = nearestWord(text, known)
    return {
      problem: `${quote(text)} is not one of ${known.join(', ')}${meant ? `: did you mean ${meant}?` : ''}`,
    }
  })
}

export function wholeNumber(from: number, to: number) {
  return written((text) => {
    const value = Number(text)
    if (/^\d{1,9}$/.test(text) && value >= from && value <= to) return value
    return { problem: `${quote(text)} is not a whole number from ${from} to ${to}` }
  })
}

export function words(limit: number) {
  return written((text) => {
    if (text === '') return { problem: 'nothing is written here' }
    if (text.length > limit) return { problem: `this is longer than ${limit} characters` }
    if (unfitCharacters.test(text)) return { problem: 'it holds a character that cannot be shown' }
    return text
  })
}

/** A word that stays the same whatever is written around it. */
export const shortId = written((text) =>
  /^[a-z][a-z0-9-]{0,39}$/.test(text)
    ? text
    : {
        problem: `${quote(text)} is not an id: write a short word of lower-case letters, digits and hyphens`,
      },
)

/** Where something stands: a page, or somebody's mailbox. */
export const address = written((text) => {
  const scheme = URL.canParse(text) ? new URL(text).protocol : ''
  return ['https:', 'http:', 'mailto:'].includes(scheme) && text.length <= 500
    ? text
    : { problem: `${quote(text)} is no address: write it like https://example.org/page` }
})

export const date = written(readWrittenDate)

export const weekday = written(
  (text) => parseWeekday(text) ?? { problem: `${quote(text)} is not a day of the week, like tuesday` },
)

export const clockTime = written(
  (text) => parseClockTime(text) ?? { problem: `${quote(text)} is not a time of day, like 09:00` },
)

export const timeZone = written((text) =>
  isTimeZone(text) ? text : { problem: `${quote(text)} is not a time zone: write it like Europe/London` },
)

/** `DATE/DATE`, or one day. */
export const days = written((text) => {
  const day = parseIsoDate(text)
  const range = day ? { from: day, to: day } : parseDateRange(text)
  return (
    range ?? {
      problem: `${quote(text)} is no stretch of days: write 2027-04-02/2027-04-05, the first day first`,
    }
  )
})

export const yesOrNo = written((text) => {
  const value = new Map(
    Object.entries({ true: true, yes: true, on: true, false: false, no: false, off: false }),
  )
  return value.get(text.toLowerCase()) ?? { problem: `${quote(text)} is neither yes nor no` }
})

const emailForm = z.email().max(254)
export const email = written((text) => {
  const result = emailForm.safeParse(text.toLowerCase())
  return result.success ? result.data : { problem: `${quote(text)} is not an e-mail address` }
})

/** What somebody wrote, short and harmless enough for one sentence on a terminal. */
export function quote(text: string): string {
  const shown = text.slice(0, 60).replace(/[\p{C}\u2028\u2029]/gu, ' ')
  return `“${shown}${text.length > 60 ? '…' : ''}”`
}

/** Control characters but line breaks and tabs, and those that turn the direction of what follows. */
const unfitCharacters = /(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/u

const missing = 'this is required, and missing'

function singleValue(issue: { readonly input?: unknown }): string {
  return issue.input === undefined ? missing : 'write one single value here'
}

function unknownWord(key: string, known: readonly string[]): string {
  const meant = nearestWord(key, known)
  return meant ? `there is no such key: did you mean ${meant}?` : 'there is no such key here'
}

function isRefusal(result: NonNullable<unknown>): result is Refusal {
  return typeof result === 'object' && 'problem' in result
}
