import { addPair } from '../../app/pair/add-pair.ts'
import { admitProgram } from '../../app/program/admit-program.ts'
import { admitRoster } from '../../app/program/admit-roster.ts'
import { type AppliedProgram, applyProgram } from '../../app/program/apply-program.ts'
import { type ImportReport, importPeople } from '../../app/program/import-people.ts'
import { inOrganization } from '../../app/world.ts'
import { nearestWord } from '../../core/message/nearest-word.ts'
import type { RosterProblem } from '../../core/people/roster.ts'
import type { Program } from '../../core/program/program.ts'
import type { Roster } from '../../files/roster.ts'
import type { Running } from '../../serve.ts'
import { peopleByEmail } from '../../store/people.ts'
import { allPrograms, type StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { clashesWith, emailOf, type Platforms, seatCoordinators, seatPeople } from './accounts.ts'
import type { Brought } from './hospital.ts'

/** Where a visitor brings something to. */
export interface Bringing {
  readonly running: Pick<Running, 'world' | 'organizationId'>
  readonly platforms: Platforms
}

const actor = 'playground'
/** An import of more takes longer than a transaction may. */
const MOST_ROWS = 5000
const MOST_PROBLEMS = 200

/**
 * Creates or updates a program from its YAML, as `program apply` does. Its coordinators get accounts where they have
 * none, and the place of its digest is made with them in it.
 */
export async function bringProgram({ running, platforms }: Bringing, file: Uint8Array): Promise<Brought> {
  const read = admitProgram(file)
  if ('problems' in read) {
    return refusedFile(read.problems.map(({ line, problem }) => `line ${line}: ${problem}`))
  }
  const { program, notes } = read
  const { applied, coordinators } = await onBehalf(running, async (scope) => ({
    applied: await applyProgram(scope, program, { actor }),
    coordinators: await peopleByEmail(scope, program.coordinators),
  }))
  await seatCoordinators(platforms, program, coordinators)
  return { ok: true, said: describeProgram(program, applied, notes) }
}

/** Brings people into a program from their CSV, as `people import` does. Whoever has no account gets one. */
export async function bringPeople(
  { running, platforms }: Bringing,
  { program: slug, file }: { readonly program: string; readonly file: Uint8Array },
): Promise<Brought> {
  const roster = admitRoster(file, MOST_ROWS)
  const { rows } = roster
  const problems = [...roster.errors, ...clashesWith(platforms, rows)].sort((a, b) => a.line - b.line)
  if (problems.length > 0) return refusedFile(problems.map(whereAndWhat))
  return await onBehalf(running, async (scope): Promise<Brought> => {
    const found = await programOf(scope, slug)
    if ('ok' in found) return found
    const report = await importPeople(scope, { programId: found.id, rows, overwrite: false, actor })
    if (!report.applied) return refusedFile(report.problems.map(whereAndWhat))
    const seated = seatPeople(platforms, rows)
    return { ok: true, said: describePeople(found.program, { report, roster, seated }) }
  })
}

/** Pairs two people of a program by hand, as `pair add` does; each by e-mail address or by name. */
export async function pair(
  { running, platforms }: Bringing,
  wanted: { readonly program: string; readonly mentor: string; readonly mentee: string },
): Promise<Brought> {
  const mentor = emailOf(platforms, wanted.mentor)
  if ('reason' in mentor) return { ok: false, reason: mentor.reason }
  const mentee = emailOf(platforms, wanted.mentee)
  if ('reason' in mentee) return { ok: false, reason: mentee.reason }
  return await onBehalf(running, async (scope): Promise<Brought> => {
    const found = await programOf(scope, wanted.program)
    if ('ok' in found) return found
    const two = { mentor: mentor.email, mentee: mentee.email }
    const added = await addPair(scope, { program: found.id, ...two, actor })
    if (added.ok) {
      const done = `${named(wanted.mentor)} and ${named(wanted.mentee)} are a pair now.`
      return { ok: true, said: [done, ...added.notes].join(' ') }
    }
    const [first = '', ...more] = added.problems.map(sentence)
    return more.length === 0
      ? { ok: false, reason: first }
      : { ok: false, reason: 'These two cannot be paired.', problems: [first, ...more] }
  })
}

function onBehalf<Result>(
  { world, organizationId }: Bringing['running'],
  work: (scope: Scope) => Promise<Result>,
): Promise<Result> {
  return inOrganization(world, organizationId, work)
}

async function programOf(scope: Scope, slug: string): Promise<StoredProgram | Brought> {
  const programs = await allPrograms(scope)
  const found = programs.find(({ program }) => program.slug === slug)
  if (found) return found
  if (programs.length === 0) return { ok: false, reason: 'There is no program yet: bring one first.' }
  const slugs = programs.map(({ program }) => program.slug)
  const near = nearestWord(slug, slugs)
  const hint = near === undefined ? `there is ${slugs.join(', ')}.` : `did you mean ${near}?`
  return { ok: false, reason: `There is no program “${named(slug)}”: ${hint}` }
}

function refusedFile(problems: readonly string[]): Brought {
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`
  const more = problems.length - MOST_PROBLEMS
  return {
    ok: false,
    reason: `This file has ${count}. Nothing was changed.`,
    problems: [...problems.slice(0, MOST_PROBLEMS), ...(more > 0 ? [`and ${more} more`] : [])],
  }
}

function whereAndWhat({ line, column, problem }: RosterProblem): string {
  return column === undefined ? `line ${line}: ${problem}` : `line ${line}, ${column}: ${problem}`
}

function describeProgram(
  { name, slug }: Program,
  { created, changes, warnings }: AppliedProgram,
  notes: readonly string[],
): string {
  const what = `“${name}” (${slug})`
  const done = created
    ? `The program ${what} is there.`
    : `The program ${what} is changed: ${changes.join('; ')}.`
  const nothing = `Nothing changes in the program ${what}.`
  return [changes.length === 0 ? nothing : done, ...notes.map(sentence), ...warnings].join(' ')
}

function describePeople(
  { name }: Program,
  done: { readonly report: ImportReport; readonly roster: Roster; readonly seated: number },
): string {
  const { report, roster, seated } = done
  const { created, updated, unchanged, kept, notes } = report
  const kinds = [`${created} new`, `${updated} changed`, `${unchanged} as before`]
  const keptLines = kept.map(({ line }) => line)
  return [
    `The people of “${name}” are in: ${kinds.join(', ')}.`,
    ...(seated > 0 ? [`${seated} got an account of their own.`] : []),
    ...(keptLines.length > 0
      ? [`What people set themselves was kept (lines ${keptLines.slice(0, 20).join(', ')}).`]
      : []),
    ...roster.ignoredColumns.map(
      ({ column, meant }) =>
        `The column “${column}” is not known, and ignored${meant === undefined ? '' : `: perhaps ${meant} was meant`}.`,
    ),
    ...notes,
  ].join(' ')
}

function sentence(problem: string): string {
  return /[.?!]$/.test(problem) ? problem : `${problem}.`
}

function named(text: string): string {
  const line = text.trim()
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
