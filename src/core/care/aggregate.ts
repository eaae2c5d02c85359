/** One person's answer to what is averaged. */
export interface AveragedAnswer {
  readonly personId: string
  readonly value: number
}

/** An average as it was last shown, with the people whose answers it was made of. */
export interface ShownAverage {
  /** Rounded to 0.5. */
  readonly value: number
  readonly people: readonly string[]
  readonly on: Temporal.Instant
}

/** Fewer answers than this are never averaged. */
const FEWEST_ANSWERS = 5
const FEWEST_VALUES = 2
const STEP = 0.5

/**
 * The average that may be shown (PRODUCT, *Aggregates*): from at least 5 answers of others than its readers, with at least
 * 2 different values, rounded to 0.5. If those who answered differ from those of the figure shown before by 1 to 4, that
 * one stands, with its date. Undefined: nothing may be shown.
 */
export function averageOf(facts: {
  readonly answers: readonly AveragedAnswer[]
  /** Whoever is to see it: their own answers do not count towards the 5. */
  readonly readers: readonly string[]
  readonly before: ShownAverage | undefined
  readonly now: Temporal.Instant
}): ShownAverage | undefined {
  const { answers, readers, before, now } = facts
  if (before && isNear(before.people, answers)) return before
  const others = answers.filter(({ personId }) => !readers.includes(personId))
  if (others.length < FEWEST_ANSWERS) return undefined
  if (new Set(others.map((answer) => answer.value)).size < FEWEST_VALUES) return undefined
  const mean = answers.reduce((sum, answer) => sum + answer.value, 0) / answers.length
  const value = Math.round(mean / STEP) * STEP
  if (before?.value === value && howManyDiffer(before.people, answers) === 0) return before
  return { value, people: answers.map(({ personId }) => personId).sort(), on: now }
}

/** Whether comparing the two would tell of a few: 1 to 4 people more, fewer, or other than before. */
function isNear(before: readonly string[], answers: readonly AveragedAnswer[]): boolean {
  const differ = howManyDiffer(before, answers)
  return differ >= 1 && differ < FEWEST_ANSWERS
}

function howManyDiffer(before: readonly string[], answers: readonly AveragedAnswer[]): number {
  const now = new Set(answers.map(({ personId }) => personId))
  return now.symmetricDifference(new Set(before)).size
}
