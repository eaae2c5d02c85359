import type { Command } from 'commander'
import type { AddedPair } from '../app/pair/add-pair.ts'
import type { Scope } from '../store/scope.ts'
import { type Answer, tell } from './answer.ts'
import { type SharedOptions, withShared } from './options.ts'

interface PairOptions extends SharedOptions {
  readonly program: string
  readonly mentor: string
  readonly mentee: string
  readonly anyway?: string
}

export function addPair(rounds: Command): void {
  const pair = rounds.command('pair').helpCommand(false).description('pairs made by hand')
  ofTwo(pair.command('add').description('pair a mentor and a mentee'))
    .option('--anyway <reason>', 'pair them although something speaks against it; the reason is kept')
    .action(async (options: PairOptions) => tell(await add(options), options))
  ofTwo(pair.command('end').description('end a pair; both are told')).action(async (options: PairOptions) =>
    tell(await end(options), options),
  )
}

function ofTwo(command: Command): Command {
  return withShared(
    command
      .requiredOption('--program <slug>', 'their program')
      .requiredOption('--mentor <email>', 'the mentor’s e-mail address')
      .requiredOption('--mentee <email>', 'the mentee’s e-mail address'),
  )
}

async function add(options: PairOptions): Promise<Answer> {
  const { addPair: pairUp } = await import('../app/pair/add-pair.ts')
  return change(options, pairUp, 'Paired')
}

async function end(options: PairOptions): Promise<Answer> {
  const { endPair } = await import('../app/pair/end-pair.ts')
  return change(options, endPair, 'Ended the pair of')
}

type Wanted = Pick<PairOptions, 'program' | 'mentor' | 'mentee' | 'anyway'> & { readonly actor: string }
type Changed =
  | Exclude<AddedPair, { ok: true }>
  | { ok: true; pairId: string; overridden?: readonly string[]; notes?: readonly string[] }

async function change(
  { org, program, mentor, mentee, anyway }: PairOptions,
  run: (scope: Scope, wanted: Wanted) => Promise<Changed>,
  done: string,
): Promise<Answer> {
  const { withWorld } = await import('./with-world.ts')
  const { inOrganization } = await import('../app/world.ts')
  const wanted = { program, mentor, mentee, actor: 'command line', ...(anyway !== undefined && { anyway }) }
  const changed = await withWorld({ org }, ({ world, organizationId }) =>
    inOrganization(world, organizationId, async (scope) => describe(await run(scope, wanted))),
  )
  return changed.refused
    ? changed
    : { ...changed, lines: [`${done} ${mentor} and ${mentee}.`, ...(changed.lines ?? [])] }
}

function describe(changed: Changed): Answer {
  if (!changed.ok) {
    const hint = changed.needsReason ? ['--anyway REASON pairs them all the same.'] : []
    return { refused: [...changed.problems.map(sentence), ...hint] }
  }
  const { pairId, overridden = [], notes = [] } = changed
  return {
    lines: [...overridden.map((problem) => sentence(`Overridden: ${problem}`)), ...notes],
    data: { pair: pairId, overridden, notes },
  }
}

function sentence(problem: string): string {
  return /[.?!]$/.test(problem) ? problem : `${problem}.`
}
