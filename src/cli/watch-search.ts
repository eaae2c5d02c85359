import type { MatchControl } from '../ports/matcher.ts'

/** Shorter searches are over before anybody wonders. */
const quietMs = 1_000
const eraseLine = '\r\u001b[K'

/**
 * Lets a search be interrupted with Ctrl-C, and shows how far it is where somebody looks on and it takes longer than a
 * second.
 */
export async function watchSearch<Result>(
  search: (control: Required<MatchControl>) => Promise<Result>,
): Promise<Result> {
  const interrupted = new AbortController()
  const interrupt = () => interrupted.abort()
  process.on('SIGINT', interrupt)
  const began = performance.now()
  const { isTTY } = process.stderr
  try {
    return await search({
      signal: interrupted.signal,
      onPercent: (percent) => {
        if (isTTY && performance.now() - began > quietMs)
          process.stderr.write(`${eraseLine}Looking for pairs: ${percent}%`)
      },
    })
  } finally {
    process.off('SIGINT', interrupt)
    if (isTTY) process.stderr.write(eraseLine)
  }
}
