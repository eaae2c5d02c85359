// A whole run of matching in a process of its own: from people to pairs with reasons. Prints what came of it as JSON.
import { propose } from '../../src/core/match/propose.ts'
import { tailOf } from '../../src/core/match/tail.ts'
import { memoryOf, peakMemoryOf } from './machine.ts'
import { poolOf, type Staff, scoring } from './staff.ts'

export interface RunResult {
  readonly seconds: number
  readonly total: number
  readonly gap: number
  readonly worst: number
  readonly fifthPercentile: number
  readonly leftOver: number
  /** What it took at most, the people included, beyond what the process occupied before; in MB. */
  readonly memory: number
}

const before = await memoryOf(process.pid)
const staff: Staff = JSON.parse(process.argv[2] ?? '')
const pool = poolOf(staff)

const began = performance.now()
const { pairs, leftOver, total, bound } = propose(pool, { scoring, kept: [], setAside: new Set() })
const seconds = (performance.now() - began) / 1000

const tail = tailOf(pairs)
const result: RunResult = {
  seconds,
  total,
  gap: bound - total,
  worst: tail?.worst.score ?? Number.NaN,
  fifthPercentile: tail?.fifthPercentile ?? Number.NaN,
  leftOver: leftOver.length,
  memory: (await peakMemoryOf(process.pid)) - before,
}
process.stdout.write(JSON.stringify(result))
