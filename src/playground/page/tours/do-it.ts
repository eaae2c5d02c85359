import type { Deed, DeedAnswer } from '../../wire.ts'

/** What it takes to do a step for the visitor. */
export interface Doing {
  readonly next: () => Deed | undefined
  readonly isDone: () => boolean
  /** Closes something that was opened on the way; undefined: nothing is open. */
  readonly tidy: () => Deed | undefined
  readonly send: (deed: Deed) => Promise<DeedAnswer>
  /** Resolves at the next change of what the page knows, or after so many milliseconds. */
  readonly change: (patienceMs: number) => Promise<void>
}

const patienceMs = 4000
const mostWaits = 5
/** Slack piles up three windows at most, and what thanks for a form may still be on its way. */
const mostLooks = 5
const closedMs = 400

/** One window can stand above another: then it takes the same deed twice. */
function isClosing({ deed }: Deed): boolean {
  return deed === 'slack-close' || deed === 'teams-close'
}

/**
 * Does deed after deed until the step is passed, each once what the one before it brought is on the page. Gives the
 * reason where one is refused or nothing more comes of it.
 */
export async function doStep(doing: Doing): Promise<string | undefined> {
  const { next, isDone, send, change } = doing
  let last: string | undefined
  for (let waits = 0; !isDone() && waits < mostWaits; ) {
    const deed = next()
    const words = JSON.stringify(deed)
    if (deed === undefined || (words === last && !isClosing(deed))) {
      const began = performance.now()
      await change(patienceMs)
      if (performance.now() - began >= patienceMs) waits += 1
      continue
    }
    last = words
    const answer = await send(deed)
    if (!answer.ok) return answer.reason
  }
  const done = isDone()
  await tidyUp(doing)
  return done ? undefined : 'Nothing came of it. Perhaps it was done before: you can go on.'
}

/** The next step is not to be seen through a window of this one. */
async function tidyUp({ tidy, send, change }: Doing): Promise<void> {
  for (let look = 0; look < mostLooks; look += 1) {
    const deed = tidy()
    if (deed) await send(deed)
    await change(closedMs)
  }
}
