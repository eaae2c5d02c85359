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

/** How mentees see themselves in the skills they seek, from 1 to 5, as it may be shown: rounded to 0.5. */
export interface ShownSkills {
  readonly moment: 'start' | 'middle' | 'end'
  readonly value: number
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
      averagesNote,
    ]
  })
}

const averagesNote: Block = { kind: 'note', text: 'Averages of at least five people, rounded to a half.' }

const SKILL_MOMENTS = { start: 'At the start', middle: 'Half-way', end: 'At the end' } as const

/** The averages of the mentees' own ratings of their skills, where there are any to show. */
export function skillBlocks(skills: readonly ShownSkills[], locale: string): Block[] {
  if (skills.length === 0) return []
  const items = skills.map(
    ({ moment, value, on }) => `${SKILL_MOMENTS[moment]} ${value} of 5 (${formatDate(on, locale)})`,
  )
  return [
    { kind: 'divider' },
    {
      kind: 'text',
      text: [{ text: 'How mentees see themselves in the skills they want to grow', bold: true }],
    },
    { kind: 'list', items },
    averagesNote,
  ]
}
