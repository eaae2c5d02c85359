/** The nearest-rank percentile, the usual definition: the smallest sample that so many percent do not exceed. */
export function percentile(samples: readonly number[], percent: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  const sample = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)]
  if (sample === undefined) throw new Error('There are no samples.')
  return sample
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 50)
}
