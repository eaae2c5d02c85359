import type { Fault } from '../../wire.ts'

/** How each fault is chosen, and said of a platform while it is on. */
export const FAULT_WORDS: Readonly<Record<Fault, { readonly choice: string; readonly now: string }>> = {
  'rate-limited': { choice: 'Refuses (429)', now: 'refuses with 429, too many requests' },
  broken: { choice: 'Breaks (500)', now: 'answers with server errors, 500' },
  slow: { choice: 'Slow (4 s)', now: 'takes 4 seconds for each answer' },
}
