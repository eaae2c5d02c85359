import { createHash } from 'node:crypto'

/** A short name for a set of ids, the same whatever their order: for keys of messages that are sent once. */
export function fingerprint(ids: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([...ids].sort()))
    .digest('hex')
    .slice(0, 24)
}
