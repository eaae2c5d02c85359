const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  EISDIR: 'this is a folder',
  EACCES: 'it may not be written by this user',
  ENOSPC: 'there is no room left on the disk',
}

/** Why a file that the command line names cannot be written, as the beginning of a sentence. */
export function cannotWrite(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  return `${path} cannot be written: ${reasons[code] ?? code}`
}
