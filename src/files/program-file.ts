import { type ProgramProblem, parseProgram } from '../core/program/parse-program.ts'
import type { Program } from '../core/program/program.ts'
import { decodeText } from './decode-text.ts'
import { readYaml } from './yaml.ts'

export interface FileProblem {
  /** Of the file, from 1. */
  readonly line: number
  /** A sentence without its full stop, headed by the key that it speaks of. */
  readonly problem: string
}

export type ProgramFile =
  /** `notes` is what the coordinator should know about a file that is right. */
  | { readonly program: Program; readonly notes: readonly string[] }
  | { readonly problems: readonly FileProblem[] }

const LIMIT_BYTES = 256 * 1024
const LIMIT_PROBLEMS = 50

/**
 * Reads a program file (YAML): the program, or all that is wrong with it, line by line. `examine` looks at what was
 * read and may find more.
 */
export function readProgramFile(
  bytes: Uint8Array,
  examine: (program: Program) => readonly ProgramProblem[] = () => [],
): ProgramFile {
  const decoded = decodeText(bytes, { limitBytes: LIMIT_BYTES, remedy: 'save it as plain text in UTF-8' })
  if ('problem' in decoded) return { problems: [{ line: 1, problem: decoded.problem }] }

  const yaml = readYaml(decoded.text)
  if ('problems' in yaml) return { problems: inOrder(yaml.problems) }
  const parsed = parseProgram(yaml.content)
  const problems = 'program' in parsed ? examine(parsed.program) : parsed.problems
  if ('program' in parsed && problems.length === 0) return parsed
  return { problems: inOrder(problems.map((found) => atLine(found, yaml.lineOf))) }
}

function atLine({ path, problem }: ProgramProblem, lineOf: (path: readonly (string | number)[]) => number) {
  return { line: lineOf(path), problem: path.length > 0 ? `${nameOf(path)}: ${problem}` : problem }
}

/** `check_in.script[2].ask`, with positions counted from 1 as people do. */
function nameOf(path: readonly (string | number)[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${step.slice(0, 60)}`))
    .join('')
    .replace(/^\./, '')
}

function inOrder(problems: readonly FileProblem[]): readonly FileProblem[] {
  const sorted = [...problems].sort((a, b) => a.line - b.line)
  const rest = sorted.slice(LIMIT_PROBLEMS)
  const [next] = rest
  if (!next) return sorted
  return [
    ...sorted.slice(0, LIMIT_PROBLEMS),
    { line: next.line, problem: `and ${rest.length} more problems` },
  ]
}
