import type { Deed, DeedAnswer } from '../../wire.ts'

/** What it takes to do a step for the visitor. */
export interface Doing {
  readonly next: () => Deed | undefined
  readonly isDone: () => boolean
  readonly send: (deed: Deed) => Promise<DeedAnswer>
  /** Resolves at the next change of what the page knows, or after so many milliseconds. */
  readonly change: (patienceMs: number) => Promise<void>
}

const patienceMs = 4000
const mostWaits = 5

/**
 * Does deed after deed until the step is passed, each once what the one before it brought is on the page. Gives the
 * reason where one is refused or nothing more comes of it.
 */
export async function doStep({ next, isDone, send, change }: Doing): Promise<string | undefined> {
  let last: string | undefined
  for (let waits = 0; !isDone() && waits < mostWaits; ) {
    const deed = next()
    const words = JSON.stringify(deed)
    if (deed === undefined || words === last) {
      const began = performance.now()
      await change(patienceMs)
      if (performance.now() - began >= patienceMs) waits += 1
      continue
    }
    last = words
    const answer = await send(deed)
    if (!answer.ok) return answer.reason
  }
  return isDone() ? undefined : 'Nothing came of it. Perhaps it was done before: you can go on.'
}
