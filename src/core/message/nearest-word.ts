/**
 * The known word that somebody most likely meant, for "did you mean …?": at most a third of its letters
 * wrong, missing, added or swapped with a neighbour; undefined where nothing is that near. Case is ignored.
 */
export function nearestWord(written: string, known: readonly string[]): string | undefined {
  const word = written.toLowerCase().slice(0, 60)
  let best: { readonly candidate: string; readonly distance: number } | undefined
  for (const candidate of known) {
    const distance = editDistance(word, candidate.toLowerCase())
    const allowed = Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3))
    if (distance <= allowed && (best === undefined || distance < best.distance))
      best = { candidate, distance }
  }
  return best?.candidate
}

/** Optimal string alignment: insert, delete, replace, swap two neighbours, each at the cost of one. */
function editDistance(from: string, to: string): number {
  let twoBefore: number[] = []
  let before = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1]
      let cost = Math.min(
        at(before, column) + 1,
        at(current, column - 1) + 1,
        at(before, column - 1) + (same ? 0 : 1),
      )
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, at(twoBefore, column - 2) + 1)
      current.push(cost)
    }
    twoBefore = before
    before = current
  }
  return at(before, to.length)
}

function at(costs: readonly number[], index: number): number {
  return costs[index] ?? Number.POSITIVE_INFINITY
}
