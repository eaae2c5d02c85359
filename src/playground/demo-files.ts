import { readFile } from 'node:fs/promises'
import { admitProgram } from '../app/program/admit-program.ts'
import { admitRoster } from '../app/program/admit-roster.ts'
import type { RosterRow } from '../core/people/roster.ts'
import type { Program } from '../core/program/program.ts'
import { readCsv } from '../files/csv.ts'

/** The demonstration hospital, as its files say: the same kinds of files that a hospital brings itself. */
export interface DemoFiles {
  readonly rows: readonly RosterRow[]
  readonly programs: readonly Program[]
  readonly pairs: readonly { readonly mentor: string; readonly mentee: string }[]
}

const folder = new URL('../../demo/', import.meta.url)

export async function readDemoFiles(): Promise<DemoFiles> {
  const roster = admitRoster(await readFile(new URL('people.csv', folder)))
  if (roster.errors.length > 0) throw new Error('demo/people.csv has errors: try people import')
  const programs = await Promise.all(['new-nurses.yaml', 'career.yaml'].map(readProgram))
  const table = readCsv(await readFile(new URL('pairs.csv', folder), 'utf8'))
  if ('problem' in table) throw new Error(`demo/pairs.csv: ${table.problem}`)
  const [, ...records] = table.records
  const pairs = records.map(({ cells: [mentor = '', mentee = ''] }) => ({ mentor, mentee }))
  return { rows: roster.rows, programs, pairs }
}

async function readProgram(name: string): Promise<Program> {
  const read = admitProgram(await readFile(new URL(name, folder)))
  if ('problems' in read) throw new Error(`demo/${name} has problems: try program apply`)
  return read.program
}
