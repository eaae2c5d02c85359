// Vitest's global set-up: the compiled code of packages is kept, so that each test file, and each process that a test
// starts, loads them in a third of the time.
import { join } from 'node:path'

export function setup(): void {
  process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '../../node_modules/.cache/rounds')
}
