import type { Happening } from '../../wire.ts'

export type Kind = Happening['kind']

/** In the order in which they are offered and counted. */
export const KINDS: readonly { readonly kind: Kind; readonly one: string; readonly many: string }[] = [
  { kind: 'nudge', one: 'nudge', many: 'nudges' },
  { kind: 'reminder', one: 'reminder', many: 'reminders' },
  { kind: 'digest', one: 'digest', many: 'digests' },
  { kind: 'message', one: 'message', many: 'messages' },
  { kind: 'deed', one: 'deed of a colleague', many: 'deeds of colleagues' },
  { kind: 'trouble', one: 'trouble', many: 'troubles' },
  { kind: 'clock', one: 'move of the clock', many: 'moves of the clock' },
]

export interface Day {
  /** The calendar day in the hospital's zone, `2027-01-19`. */
  readonly date: string
  readonly items: readonly Happening[]
}

/** The newest `most` of this kind (undefined: of every kind), the newest first, by days of the zone. */
export function latestByDay(
  items: readonly Happening[],
  { kind, most, zone }: { readonly kind?: Kind; readonly most: number; readonly zone: string },
): readonly Day[] {
  const wanted = kind === undefined ? items : items.filter((item) => item.kind === kind)
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
  const days = Map.groupBy(wanted.slice(-most).reverse(), ({ at }) => format.format(new Date(at)))
  return [...days].map(([date, ofDay]) => ({ date, items: ofDay }))
}

/** `3 nudges, 1 digest`, for those who listen; the clock's own moves are not counted. */
export function summarise(items: readonly Happening[]): string {
  return KINDS.filter(({ kind }) => kind !== 'clock')
    .flatMap(({ kind, one, many }) => {
      const count = items.filter((item) => item.kind === kind).length
      return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
    })
    .join(', ')
}
