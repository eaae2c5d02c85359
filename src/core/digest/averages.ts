import type { Block } from '../message/message.ts'
import { formatDate } from '../time/dates.ts'

/** What many people rated from 1 to 5, as it may be shown: rounded to 0.5. */
export interface ShownRating {
  readonly moment: 'middle' | 'end'
  readonly ask: string
  readonly value: number
  /** Of when the figure is. */
  readonly on: Temporal.PlainDate
}

const HEADINGS = { middle: 'Half-way, people said', end: 'Looking back, people said' } as const

/** The averages of the reviews, where there are any to show. */
export function averageBlocks(ratings: readonly ShownRating[], locale: string): Block[] {
  return (['middle', 'end'] as const).flatMap((moment): Block[] => {
    const those = ratings.filter((rating) => rating.moment === moment)
    if (those.length === 0) return []
    const items = those.map(({ ask, value, on }) => `${ask} ${value} of 5 (${formatDate(on, locale)})`)
    return [
      { kind: 'divider' },
      { kind: 'text', text: [{ text: HEADINGS[moment], bold: true }] },
      { kind: 'list', items },
      { kind: 'note', text: 'Averages of at least five people, rounded to a half.' },
    ]
  })
}
