import { type Command, InvalidArgumentError } from 'commander'
import { assign } from '../core/match/assign.ts'
import { boundOf } from '../core/match/bound.ts'
import { type NamedProblem, pairsOf, problemOf } from '../core/match/score-table.ts'
import { readNumberTable, type TableProblem } from '../files/number-table.ts'
import { type Answer, tell } from './answer.ts'
import { matchProgram, type ProgramOptions } from './match-program.ts'
import { withShared } from './options.ts'
import { readInput } from './read-input.ts'

interface MatchOptions extends ProgramOptions {
  readonly program?: string
}

interface SolveOptions {
  readonly scores: string
  readonly capacities: string
  readonly unmatched?: number
  readonly json?: boolean
}

export function addMatch(rounds: Command): void {
  const match = withShared(
    rounds
      .command('match')
      .helpCommand(false)
      .description('propose pairs for a program, with reasons and the proof that none are better')
      .option('--program <slug>', 'the program')
      .option('--scores <file>', 'also write every allowed pair to a CSV: mentee,mentor,score')
      .option('--draft <file>', 'write the draft to a CSV; one that is there is read back')
      .option('--publish', 'ask each mentor in private, or begin the pairs where the program asks nobody'),
  ).action(async ({ program, ...options }: MatchOptions) => {
    if (program === undefined) match.error("error: required option '--program <slug>' not specified")
    else tell(await matchProgram(program, options), options)
  })
  match
    .command('solve')
    .description('the pairs of the highest total, proved: the solver alone, without a database')
    .requiredOption('--scores <file>', 'CSV of every allowed pair: mentee,mentor,score')
    .requiredOption('--capacities <file>', 'CSV of every mentor: mentor,capacity')
    .option(
      '--unmatched <n>',
      'the value of a mentee without a mentor; without it most are matched first',
      readWhole,
    )
    .option('--json', 'print data as JSON')
    .action(async (options: SolveOptions) => tell(await solve(options), options))
}

function readWhole(written: string): number {
  const whole = Number(written)
  if (/^-?\d+$/.test(written) && Number.isSafeInteger(whole)) return whole
  throw new InvalidArgumentError('Write a whole number.')
}

async function solve(options: SolveOptions): Promise<Answer> {
  const named = await readProblem(options)
  if ('refused' in named) return named
  const { problem, mentors } = named
  const began = performance.now()
  const assignment = assign(problem)
  const milliseconds = Math.round(performance.now() - began)
  const { pairs, total, leftOver } = pairsOf(named, assignment)
  const bound = boundOf(problem, assignment.prices)
  const prices = Object.fromEntries(mentors.map((mentor, position) => [mentor, assignment.prices[position]]))
  const { unmatched } = problem
  return {
    lines: [
      ...pairs.map(({ mentee, mentor, score }) => `${mentee} – ${mentor}: ${score}`),
      ...leftOver.map((mentee) => `${mentee}: nobody`),
      `${pairs.length} pairs, ${leftOver.length} without a mentor, total ${total}, bound ${bound}, gap ${bound - total}, ${milliseconds} ms`,
    ],
    data: { pairs, leftOver, total, bound, gap: bound - total, prices, unmatched, milliseconds },
  }
}

async function readProblem({
  scores,
  capacities,
  unmatched,
}: SolveOptions): Promise<NamedProblem | { refused: string[] }> {
  const pairs = await readTable(scores, { names: ['mentee', 'mentor'], number: 'score' })
  const places = await readTable(capacities, { names: ['mentor'], number: 'capacity' })
  const refused = [...pairs.problems, ...places.problems]
  if (refused.length > 0) return { refused }
  const named = problemOf(
    pairs.rows.map(({ line, names: [mentee = '', mentor = ''], number: score }) => ({
      line,
      mentee,
      mentor,
      score,
    })),
    places.rows.map(({ line, names: [mentor = ''], number: capacity }) => ({ line, mentor, capacity })),
    unmatched,
  )
  if (!('problems' in named)) return named
  const files = { scores, capacities }
  return { refused: named.problems.map(({ table, ...problem }) => worded(files[table], problem)) }
}

async function readTable(file: string, columns: Parameters<typeof readNumberTable>[1]) {
  const input = await readInput(file)
  if ('problem' in input) return { rows: [], problems: [input.problem] }
  const { rows, problems } = readNumberTable(input.bytes, columns)
  return { rows, problems: problems.map((problem) => worded(file, problem)) }
}

function worded(file: string, { line, problem }: TableProblem): string {
  return `${file}, line ${line}: ${problem}.`
}
