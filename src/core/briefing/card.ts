/** The side on which somebody is prepared. */
export type BriefedSide = 'mentor' | 'mentee'

/** One short thing to think about before the first pairing, with a question that has no wrong answer. */
export interface BriefingCard {
  /** Stable over releases: what was chosen is kept under it. */
  readonly id: string
  readonly heading: string
  readonly words: string
  readonly question: string
  readonly answers: readonly BriefingAnswer[]
  /** The program's own ways for a hard place are shown on it. */
  readonly showsRoutes?: true
}

interface BriefingAnswer {
  readonly id: string
  /** On a button. */
  readonly label: string
  /** One sentence back, that takes the answer up and judges nothing. */
  readonly back: string
}
