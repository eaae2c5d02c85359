import { counted } from '../message/counted.ts'
import { choosing, list, quote, written } from './written.ts'

/**
 * One meeting, or a row of them, that a program asks of every pair. within: so many days after the start; middle and end:
 * of the person's own time in the program; every: so many months, over and over.
 */
export type MeetingRule =
  | { readonly kind: 'within'; readonly days: number }
  | { readonly kind: 'middle' }
  | { readonly kind: 'end' }
  | { readonly kind: 'every'; readonly months: number }

const rule = written((text): MeetingRule | { readonly problem: string } => {
  const word = text.toLowerCase().replace(/\s+/g, ' ')
  if (word === 'middle' || word === 'end') return { kind: word }
  const [, every, count = '', unit] = /^(every )?(\d{1,3}) (day|week|month)s?$/.exec(word) ?? []
  const number = Number(count)
  if (every && unit === 'month' && number >= 1 && number <= 12) return { kind: 'every', months: number }
  const days = unit === 'week' ? number * 7 : number
  if (!every && (unit === 'day' || unit === 'week') && days >= 1 && days <= 365)
    return { kind: 'within', days }
  return {
    problem: `${quote(text)} is no required meeting: write 2 weeks (after the start), middle, end or every 2 months`,
  }
})

/** `none`, or a list like `[2 weeks, middle, end]`. */
export const meetingRules = choosing<readonly MeetingRule[]>((input) =>
  Array.isArray(input)
    ? list(rule, 12)
    : written((text) =>
        text.toLowerCase() === 'none'
          ? []
          : { problem: 'write this as a list, like [2 weeks, middle, end], or none' },
      ),
)

/** The rule as a file has it. */
export function describeMeetingRule(given: MeetingRule): string {
  switch (given.kind) {
    case 'within':
      return given.days % 7 === 0
        ? counted(given.days / 7, 'week', 'weeks')
        : counted(given.days, 'day', 'days')
    case 'every':
      return given.months === 1 ? 'every 1 month' : `every ${given.months} months`
    default:
      return given.kind
  }
}
