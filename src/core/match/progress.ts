/** Told how far a search is: whole percents, each once and rising. */
export type OnPercent = (percent: number) => void

/** Gives, for a part of the search between two percents, what takes the share of that part that is done, 0 to 1. */
export function createProgress(onPercent: OnPercent): (from: number, to: number) => (share: number) => void {
  let told = 0
  return (from, to) => (share) => {
    const percent = Math.floor(from + (to - from) * Math.min(share, 1))
    if (percent <= told) return
    told = percent
    onPercent(percent)
  }
}
