/** What a command has to say. */
export interface Answer {
  /** For people, on stdout. */
  readonly lines?: readonly string[]
  /** The same for programs: on stdout instead of the lines where `--json` is given. */
  readonly data?: unknown
  /** What the reader should know besides, on stderr; changes nothing. */
  readonly notes?: readonly string[]
  /** Why it was refused, on stderr. With any the exit code is 1. */
  readonly refused?: readonly string[]
}

/** Says it, and sets the exit code. */
export function tell(answer: Answer, { json = false }: { json?: boolean }): void {
  const shown = json && answer.data !== undefined ? [JSON.stringify(answer.data, null, 2)] : answer.lines
  write(process.stdout, shown)
  write(process.stderr, answer.notes)
  write(process.stderr, answer.refused)
  if (answer.refused && answer.refused.length > 0) process.exitCode = 1
}

function write(stream: NodeJS.WritableStream, lines: readonly string[] = []): void {
  if (lines.length > 0) stream.write(`${lines.join('\n')}\n`)
}
