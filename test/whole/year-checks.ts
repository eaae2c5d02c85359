import type { Actor } from './actors.ts'
import type { Came } from './passing.ts'

const zone = 'Europe/London'

/** What somebody was sent without having done anything just then. */
export function unasked(diary: readonly Came[], { name }: Actor): readonly Came[] {
  return diary.filter(({ who, own, changed }) => who === name && !own && !changed)
}

/** Of these, when something came at another hour than they want to be written to, on working days. */
export function outsideHours(came: readonly Came[], { from, to }: { from: string; to: string }): string[] {
  return came.flatMap(({ at, preview }) => {
    // The clock of the post is that of the machine, a moment early or late.
    const here = at.round('minute').toZonedDateTimeISO(zone)
    const time = here.toPlainTime().toString().slice(0, 5)
    const isFine = here.dayOfWeek <= 5 && time >= from && time < to
    return isFine ? [] : [`${here.toString()}: ${preview}`]
  })
}

/** How many came on the fullest day, and that day. */
export function fullestDay(came: readonly Came[]): { readonly day: string; readonly count: number } {
  const days = Map.groupBy(came, ({ at }) => at.toZonedDateTimeISO(zone).toPlainDate().toString())
  const [[day, all] = ['', []]] = [...days].sort(([, one], [, other]) => other.length - one.length)
  return { day, count: all.length }
}

/** The same words to the same person twice on a day. */
export function saidTwice(diary: readonly Came[]): string[] {
  const told = diary
    .filter(({ own, changed }) => !own && !changed)
    .map(
      ({ at, who, preview, words }) =>
        `${at.toString().slice(0, 10)} ${who}: ${preview} ${words.join(' / ')}`,
    )
  return told.filter((one, index) => told.indexOf(one) !== index)
}
