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
  /** What each of them answered, in the same order; missing where that is not known any more. */
  readonly values?: readonly number[]
  readonly on: Temporal.Instant
}

/** Fewer answers than this are never averaged. */
const FEWEST_ANSWERS = 5
const FEWEST_VALUES = 2
const STEP = 0.5

/**
 * The average that may be shown (PRODUCT, *Aggregates*): from at least 5 answers of others than its readers, with at least
 * 2 different values, rounded to 0.5. If those who answered differ from those of the figure shown before by 1 to 4, or
 * are the same and fewer than 5 of them have changed their answer, that one stands, with its date. Undefined: nothing may
 * be shown.
 */
export function averageOf(facts: {
  readonly answers: readonly AveragedAnswer[]
  /** Whoever is to see it: their own answers do not count towards the 5. */
  readonly readers: readonly string[]
  readonly before: ShownAverage | undefined
  readonly now: Temporal.Instant
}): ShownAverage | undefined {
  const { answers, readers, before, now } = facts
  if (before && isNear(before, answers)) return before
  const others = answers.filter(({ personId }) => !readers.includes(personId))
  if (others.length < FEWEST_ANSWERS) return undefined
  if (new Set(others.map((answer) => answer.value)).size < FEWEST_VALUES) return undefined
  const mean = answers.reduce((sum, answer) => sum + answer.value, 0) / answers.length
  const sorted = answers.toSorted((one, other) => (one.personId < other.personId ? -1 : 1))
  return {
    value: Math.round(mean / STEP) * STEP,
    people: sorted.map(({ personId }) => personId),
    values: sorted.map((answer) => answer.value),
    on: now,
  }
}

/** Whether comparing the two would tell of a few: of those who came or went, or of those who answered anew. */
function isNear(before: ShownAverage, answers: readonly AveragedAnswer[]): boolean {
  const differ = howManyDiffer(before.people, answers)
  return (differ === 0 ? howManyChanged(before, answers) : differ) < FEWEST_ANSWERS
}

/** Of the same people; none can be said to have where it is not known what they answered. */
function howManyChanged({ people, values }: ShownAverage, answers: readonly AveragedAnswer[]): number {
  const then = new Map(people.map((personId, place) => [personId, values?.[place]]))
  return answers.filter(({ personId, value }) => (then.get(personId) ?? value) !== value).length
}

function howManyDiffer(before: readonly string[], answers: readonly AveragedAnswer[]): number {
  const now = new Set(answers.map(({ personId }) => personId))
  return now.symmetricDifference(new Set(before)).size
}
