import { z } from 'zod'
import type { Cadence, CadencePeriod } from '../time/cadence.ts'
import { usualSlot } from './types.ts'
import { choosing, clockTime, list, mapping, quote, weekday, written } from './written.ts'

const every = written((text): CadencePeriod['every'] | { readonly problem: string } => {
  const word = text.toLowerCase()
  if (word === 'month' || word === 'monthly') return { unit: 'month' }
  if (word === 'round') return { unit: 'round' }
  const count = word === 'weekly' || word === 'week' ? 1 : weeksIn(word)
  if (count && count <= 26) return { unit: 'week', count }
  return { problem: `${quote(text)} is no cadence: write weekly, 2 weeks (up to 26), month or round` }
})

const forWeeks = written((text) => {
  const weeks = weeksIn(text.toLowerCase())
  return weeks && weeks <= 260
    ? weeks
    : { problem: `${quote(text)} is no stretch of time: write it like 8 weeks` }
})

const period = mapping({
  every,
  for: forWeeks.optional(),
  weekday: weekday.default(usualSlot.weekday),
  at: clockTime.default(usualSlot.at),
}).transform(
  ({ for: weeks, ...rest }): CadencePeriod => ({ ...rest, ...(weeks !== undefined && { forWeeks: weeks }) }),
)

const periods = list(period, 6).transform(([first, ...rest], context): Cadence => {
  if (!first) {
    context.addIssue({ code: 'custom', message: 'this list is empty' })
    return z.NEVER
  }
  const endless = [first, ...rest].findIndex((one) => one.forWeeks === undefined)
  if (endless !== -1 && endless < rest.length) {
    const message = 'say for how long, like “for: 8 weeks”, or the next one never comes'
    context.addIssue({ code: 'custom', path: [endless, 'for'], message })
  }
  return [first, ...rest]
})

/** One period, or several that follow one another. */
export const cadence: z.ZodType<Cadence> = choosing<Cadence>((input) =>
  Array.isArray(input) ? periods : period.transform((only): Cadence => [only]),
)

function weeksIn(text: string): number | undefined {
  const found = /^(\d{1,3}) ?weeks?$/.exec(text)
  return found ? Number(found[1]) : undefined
}
