import type { Command } from 'commander'
import type { ImportReport } from '../app/program/import-people.ts'
import type { RosterProblem } from '../core/people/roster.ts'
import type { Roster } from '../files/roster.ts'
import { type Answer, tell } from './answer.ts'
import { type SharedOptions, withShared } from './options.ts'
import { readInput } from './read-input.ts'

interface ImportOptions extends SharedOptions {
  readonly program: string
  readonly applyGood?: boolean
  readonly overwrite?: boolean
}

export function addPeople(rounds: Command): void {
  const people = rounds.command('people').helpCommand(false).description('the people of the roster')
  withShared(
    people
      .command('import')
      .description('bring people in from a CSV: all of it, or nothing')
      .argument('<file>', 'the CSV')
      .requiredOption('--program <slug>', 'the program they take part in')
      .option('--apply-good', 'apply the good rows although others are bad')
      .option('--overwrite', 'replace what people have set themselves, too'),
  ).action(async (file: string, options: ImportOptions) => tell(await importFile(file, options), options))
}

async function importFile(file: string, options: ImportOptions): Promise<Answer> {
  const input = await readInput(file)
  if ('problem' in input) return { refused: [input.problem] }
  const { admitRoster } = await import('../app/program/admit-roster.ts')
  const roster = admitRoster(input.bytes)
  if (roster.errors.length > 0 && !(options.applyGood && roster.rows.length > 0)) {
    return refusal(file, { problems: roster.errors, good: roster.rows.length })
  }
  return importRows(file, roster, options)
}

async function importRows(file: string, roster: Roster, options: ImportOptions): Promise<Answer> {
  const { org, program: slug, applyGood = false, overwrite = false } = options
  const { withWorld } = await import('./with-world.ts')
  const { importPeople } = await import('../app/program/import-people.ts')
  const { inOrganization } = await import('../app/world.ts')
  const { findProgram } = await import('./find-program.ts')
  return withWorld({ org }, ({ world, organizationId }) =>
    inOrganization(world, organizationId, async (scope): Promise<Answer> => {
      const found = await findProgram(scope, slug)
      if ('refused' in found) return found
      const { rows } = roster
      const wanted = { programId: found.id, rows, overwrite, applyGood, actor: 'command line' }
      const report = await importPeople(scope, wanted)
      const problems = [...roster.errors, ...report.problems].sort((a, b) => a.line - b.line)
      const notes = [...report.notes, ...roster.ignoredColumns.map(describeIgnored)]
      if (!report.applied) return refusal(file, { problems, good: rows.length - report.problems.length })
      return {
        ...describeImport(report, notes),
        ...(problems.length > 0 && { refused: list(file, problems) }),
      }
    }),
  )
}

function describeImport(report: ImportReport, notes: readonly string[]): Answer {
  const { created, updated, unchanged, kept } = report
  return {
    lines: [
      `People: ${created} created, ${updated} updated, ${unchanged} unchanged.`,
      ...kept.map(
        ({ line, email, columns }) =>
          `line ${line}, ${email}: kept as they set it themselves: ${columns.join(', ')} (--overwrite replaces it)`,
      ),
      ...notes,
    ],
    data: { created, updated, unchanged, kept, notes },
  }
}

function describeIgnored({ column, meant }: Roster['ignoredColumns'][number]): string {
  const hint = meant === undefined ? '' : `: perhaps ${meant} was meant`
  return `The column “${column}” is not known, and ignored${hint}.`
}

function refusal(
  file: string,
  { problems, good }: { problems: readonly RosterProblem[]; good: number },
): Answer {
  return { refused: [...list(file, problems), `Nothing was changed.${hintFor(good)}`] }
}

function hintFor(good: number): string {
  if (good === 0) return ''
  return good === 1
    ? ' 1 row is good: --apply-good applies it.'
    : ` ${good} rows are good: --apply-good applies these.`
}

function list(file: string, problems: readonly RosterProblem[]): string[] {
  return problems.map(({ line, column, problem }) => {
    const where = column === undefined ? `line ${line}` : `line ${line}, column ${column}`
    return `${file}: ${where}: ${problem}`
  })
}
