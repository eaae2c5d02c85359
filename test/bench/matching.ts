import { fileURLToPath } from 'node:url'
import { atMost, type Figure, proved } from './figures.ts'
import type { RunResult } from './match-run.ts'
import { resultOf } from './processes.ts'
import { anybody, type Staff } from './staff.ts'
import { median } from './statistics.ts'

const runs = 3

interface Goal extends Staff {
  readonly name: string
  readonly limit: { readonly value: number; readonly unit: 'ms' | 's' }
}

const large = { mentees: 10_000, mentors: 5_000 }

const goals: readonly Goal[] = [
  {
    name: '1,000 × 500, capacity 3',
    ...{ mentees: 1_000, mentors: 500, capacity: 3, ...anybody },
    limit: { value: 150, unit: 'ms' },
  },
  {
    name: '10,000 × 5,000, capacity 3',
    ...{ ...large, capacity: 3, ...anybody },
    limit: { value: 2.5, unit: 's' },
  },
  {
    name: '10,000 × 5,000, capacity 2',
    ...{ ...large, capacity: 2, ...anybody },
    limit: { value: 5, unit: 's' },
  },
  {
    name: '10,000 × 5,000, capacity 3, same profession, 2% with nobody allowed',
    ...{ ...large, capacity: 3, require: ['same-profession'], alone: 0.02 },
    limit: { value: 5, unit: 's' },
  },
]

/** Whole runs, from people to pairs with reasons: how long they take, and how good what they find is. */
export async function measureMatching(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { name, limit, ...staff } of goals) {
    const results: RunResult[] = []
    for (let run = 0; run < runs; run += 1) results.push(await runOnce(staff))
    const [result] = results
    if (!result) continue
    const seconds = median(results.map((one) => one.seconds))
    figures.push(
      atMost(limit.value, {
        what: `matching ${name}: whole run with scoring (median of ${runs})`,
        value: limit.unit === 'ms' ? seconds * 1000 : seconds,
        unit: limit.unit,
      }),
      resultFigure(name, result),
    )
  }
  return figures
}

function resultFigure(name: string, { total, gap, worst, fifthPercentile, leftOver }: RunResult): Figure {
  const beside = [`worst-off mentee ${worst}`, `5th percentile ${fifthPercentile}`, `${leftOver} left over`]
  return proved({ what: `matching ${name}: what was found`, total, gap, beside })
}

/** Of three such spaces the young generation is made: as much as the thread of the product has (matcher/threads.ts). */
const room = '--max-semi-space-size=16'

/** A whole run in a process of its own. */
export async function runOnce(staff: Staff): Promise<RunResult> {
  const program = fileURLToPath(new URL('match-run.ts', import.meta.url))
  return await resultOf(process.execPath, [room, program, JSON.stringify(staff)])
}
