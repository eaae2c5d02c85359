/** How those fare who fare worst: totals hide them. */
export interface Tail<Pair> {
  /** The pair of the lowest score. */
  readonly worst: Pair
  /** The score that 5% of the pairs do not exceed: the nearest rank. */
  readonly fifthPercentile: number
}

/** Undefined where there is no pair. */
export function tailOf<Pair extends { readonly score: number }>(
  pairs: readonly Pair[],
): Tail<Pair> | undefined {
  const rising = [...pairs].sort((a, b) => a.score - b.score)
  const [worst] = rising
  const fifth = rising[Math.ceil(rising.length / 20) - 1]
  return worst && fifth && { worst, fifthPercentile: fifth.score }
}
