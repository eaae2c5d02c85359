// A thread of its own for one search: it takes its job in parts, says how far it is, gives what it found, and ends.
import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { propose, type Wish } from '../core/match/propose.ts'
import { fromPlain, gather, type Part, type Told, toFound } from './plain.ts'

// Whoever waits for an answer goes first, by far. Only Linux can say so of one thread.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)

const parts: Part[] = []

parentPort?.on('message', (part: Part | Wish) => {
  if (!('scoring' in part)) parts.push(part)
  else search(part)
})

function search(wish: Wish): void {
  const pool = fromPlain(gather(parts))
  const began = performance.now()
  const proposal = propose(pool, wish, (percent) => tell({ percent }))
  tell({ found: toFound(pool, proposal), milliseconds: Math.round(performance.now() - began) })
  parentPort?.close()
}

function tell(told: Told): void {
  parentPort?.postMessage(told)
}
