import {
  onlyYou,
  pairAndCoordinator,
  type SectionName,
  sections,
  youAndCoordinator,
  yourPair,
} from './sections.ts'

/** How much is kept that the same people read. */
export interface KeptForReaders {
  readonly readBy: string
  readonly parts: readonly { readonly what: string; readonly count: number }[]
}

/** What is kept, by who reads it; what there is none of is left out. `answers`: by their reader, one of four. */
export function keptByReaders(
  counts: Readonly<Record<SectionName, number>>,
  answers: Readonly<Record<string, number>>,
): KeptForReaders[] {
  const all = [
    ...Object.entries(answerReaders).map(([reader, readBy]) => ({
      readBy,
      what: 'Your answers',
      count: answers[reader] ?? 0,
    })),
    ...sections.flatMap(({ name, heading, readBy }) =>
      name === 'answers' ? [] : [{ readBy, what: heading, count: counts[name] }],
    ),
  ].filter(({ count }) => count > 0)
  return [...Map.groupBy(all, ({ readBy }) => readBy)].map(([readBy, parts]) => ({
    readBy,
    parts: parts.map(({ what, count }) => ({ what, count })),
  }))
}

const answerReaders: Readonly<Record<string, string>> = {
  'only-me': onlyYou,
  pair: yourPair,
  coordinator: youAndCoordinator,
  'pair-and-coordinator': pairAndCoordinator,
}
