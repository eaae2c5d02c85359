import type { Command } from 'commander'
import type { AppliedProgram } from '../app/program/apply-program.ts'
import type { Program } from '../core/program/program.ts'
import type { ProgramFile } from '../files/program-file.ts'
import { type Answer, tell } from './answer.ts'
import { type SharedOptions, withShared } from './options.ts'
import { readInput } from './read-input.ts'

export function addProgram(rounds: Command): void {
  const program = rounds.command('program').helpCommand(false).description('mentoring programs')
  withShared(
    program
      .command('apply')
      .description('create or update a program from a YAML file; prints the difference first')
      .argument('<file>', 'the program’s YAML'),
  ).action(async (file: string, options: SharedOptions) => tell(await applyFile(file, options), options))
}

async function applyFile(file: string, options: SharedOptions): Promise<Answer> {
  const input = await readInput(file)
  if ('problem' in input) return { refused: [input.problem] }
  const { admitProgram } = await import('../app/program/admit-program.ts')
  const read = admitProgram(input.bytes)
  if ('problems' in read) {
    return {
      refused: [
        ...read.problems.map(({ line, problem }) => `${file}:${line}: ${problem}`),
        'Nothing was changed.',
      ],
    }
  }
  return apply(read, options)
}

async function apply(
  { program, notes }: Extract<ProgramFile, { program: unknown }>,
  { org, json = false }: SharedOptions,
): Promise<Answer> {
  const { withWorld } = await import('./with-world.ts')
  const { inOrganization } = await import('../app/world.ts')
  const { applyProgram } = await import('../app/program/apply-program.ts')
  const { describeProgramChange } = await import('../core/program/change.ts')
  const { programBySlug } = await import('../store/programs.ts')
  return withWorld({ org }, ({ world, organizationId }) =>
    inOrganization(world, organizationId, async (scope) => {
      const before = await programBySlug(scope, program.slug)
      if (!json) tell({ lines: heading(before?.program, program, describeProgramChange) }, {})
      const applied = await applyProgram(scope, program, { actor: 'command line' })
      return describeApplied(program.slug, applied, notes)
    }),
  )
}

function heading(
  before: Program | undefined,
  after: Program,
  describe: (before: Program | undefined, after: Program) => readonly string[],
): string[] {
  const changes = describe(before, after)
  if (changes.length === 0) return [`${after.slug}: nothing changes.`]
  return [`${after.slug}: ${before ? 'changes' : 'a new program'}`, ...changes.map((line) => `  ${line}`)]
}

function describeApplied(slug: string, applied: AppliedProgram, notes: readonly string[]): Answer {
  const { created, changes, warnings } = applied
  const done = created ? `Created ${slug}.` : `Updated ${slug}.`
  return {
    lines: [...(changes.length > 0 ? [done] : []), ...notes, ...warnings],
    data: { program: slug, created, changes, notes, warnings },
  }
}
