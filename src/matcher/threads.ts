import { setImmediate as soon } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Pool } from '../core/match/eligibility.ts'
import type { Wish } from '../core/match/propose.ts'
import type { MatchControl, Matched, Matcher } from '../ports/matcher.ts'
import { fromFound, partsOf, type Told } from './plain.ts'

/** A search drops what it has made soon after: with less room for that it takes no longer, and a third less memory. */
const resourceLimits = { maxYoungGenerationSizeMb: 48 }

/**
 * Searches in a thread that lives no longer than its search: what it took of the memory is given back, and where it dies,
 * the process lives on. `entry`: the thread's code.
 */
export function createThreads(entry = new URL('./worker.ts', import.meta.url)): Matcher {
  const stopping = new AbortController()
  let before: Promise<unknown> = Promise.resolve()

  async function search(pool: Pool, wish: Wish, control: MatchControl): Promise<Matched> {
    const signals = control.signal ? [control.signal, stopping.signal] : [stopping.signal]
    const signal = AbortSignal.any(signals)
    const found = signal.aborted ? 'ended' : await inThread(entry, { pool, wish }, { ...control, signal })
    if (found !== 'ended') return found
    return { kind: stopping.signal.aborted ? 'stopped' : 'cancelled' }
  }

  return {
    propose: (pool, wish, control = {}) => {
      const mine = before.then(() => search(pool, wish, control))
      before = mine
      return mine
    },
    stop: async () => {
      stopping.abort()
      await before
    },
  }
}

interface Search {
  readonly pool: Pool
  readonly wish: Wish
}

async function inThread(
  entry: URL,
  { pool, wish }: Search,
  { onPercent, signal }: MatchControl,
): Promise<Matched | 'ended'> {
  const end = Promise.withResolvers<Matched | 'ended'>()
  const worker = new Worker(entry, { name: 'matching', resourceLimits })
  worker.on('message', (told: Told) => {
    if ('percent' in told) return onPercent?.(told.percent)
    const { found, milliseconds } = told
    return end.resolve({ kind: 'proposal', proposal: fromFound(pool, found), milliseconds })
  })
  worker.once('error', (cause) => end.resolve({ kind: 'broken', cause }))
  worker.once('exit', (code) =>
    end.resolve({ kind: 'broken', cause: new Error(`the thread ended (${code})`) }),
  )
  const letGo = () => end.resolve('ended')
  signal?.addEventListener('abort', letGo, { once: true })
  try {
    // Whoever waits for an answer of this process gets it in between.
    for (const part of partsOf(pool)) {
      worker.postMessage(part)
      await soon()
    }
    worker.postMessage(wish)
    return await end.promise
  } finally {
    signal?.removeEventListener('abort', letGo)
    await worker.terminate()
  }
}
