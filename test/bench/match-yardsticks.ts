import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { against, type Figure, noted, proved } from './figures.ts'
import type { Solved } from './match-solve.ts'
import { runOnce } from './matching.ts'
import { resultOf } from './processes.ts'
import { anybody, type Staff } from './staff.ts'

export interface SolvedByOthers {
  readonly seconds: number
  readonly total: number
}

interface SolvedByScipy extends SolvedByOthers {
  readonly version: string
  readonly memory: number
}

/**
 * Against scipy on the same matrix: the time of solving alone, the total, and the memory that either takes from the
 * problem to the result (with us a whole run). Takes about a minute.
 */
export async function compareWithScipy(): Promise<Figure[]> {
  const large = { mentees: 10_000, mentors: 5_000, ...anybody }
  const slack = await besideScipy({ ...large, capacity: 3 }, 1 / 5)
  const tight = await besideScipy({ ...large, capacity: 2 }, 1 / 10)
  return [...slack, ...tight]
}

async function besideScipy(staff: Staff, times: number): Promise<Figure[]> {
  const { memory } = await runOnce(staff)
  return await withMatrix(staff, async (ours, matrix) => {
    const theirs = await resultOf<SolvedByScipy>('python3', [fileOf('scipy-solve.py'), ...matrix])
    const name = `scipy ${theirs.version}`
    const time = { what: `${nameOf(staff)}: solving alone`, value: ours.seconds, unit: 's' } as const
    const most = { what: `${nameOf(staff)}: memory taken at most`, value: memory, unit: 'MB' } as const
    return [
      against({ name, value: theirs.seconds, times }, time),
      against({ name, value: theirs.memory, times: 1 / 10 }, most),
      sameTotal(staff, ours, { name, total: theirs.total }),
    ]
  })
}

/** Against munkres, which goes less far, in the same way. */
export async function compareWithMunkres(): Promise<Figure[]> {
  const staff = { mentees: 1_000, mentors: 500, capacity: 2, ...anybody }
  return await withMatrix(staff, async (ours, matrix) => {
    const theirs = await resultOf<SolvedByOthers>(process.execPath, [fileOf('munkres-solve.ts'), ...matrix])
    const name = 'munkres'
    const time = { what: `${nameOf(staff)}: solving alone`, value: ours.seconds * 1000, unit: 'ms' } as const
    return [
      noted(time, { name, value: theirs.seconds * 1000 }),
      sameTotal(staff, ours, { name, total: theirs.total }),
    ]
  })
}

function sameTotal(
  staff: Staff,
  { total, gap }: Solved,
  theirs: { readonly name: string; readonly total: number },
): Figure {
  return proved({ what: `${nameOf(staff)}: what was found`, total, gap, beside: [] }, theirs)
}

/** Solves by ourselves; then lends what others need to know: the file of the matrix that was solved, and its sizes. */
async function withMatrix<Result>(
  staff: Staff,
  work: (ours: Solved, matrix: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-bench-'))
  const file = join(folder, 'scores')
  try {
    const ours = await resultOf<Solved>(process.execPath, [
      fileOf('match-solve.ts'),
      JSON.stringify(staff),
      file,
    ])
    return await work(ours, [file, ...[staff.mentees, staff.mentors, staff.capacity].map(String)])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function nameOf({ mentees, mentors, capacity }: Staff): string {
  const [rows, columns] = [mentees, mentors].map((count) => count.toLocaleString('en-GB'))
  return `matching ${rows} × ${columns}, capacity ${capacity}`
}

function fileOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url))
}
