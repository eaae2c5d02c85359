/** What the log may know of an error: where it happened and its code, never its words, which may be people's. */
export function withoutWords(error: unknown): { name: string; code?: string; at?: readonly string[] } {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const at = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return { name: error.name, ...code, ...(at && { at: at.map((line) => line.trim()) }) }
}
