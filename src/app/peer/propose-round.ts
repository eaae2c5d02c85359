import { type PlannedRound, planRound } from '../../core/peer/rounds.ts'
import type { Circle } from './read-circle.ts'

/** Plans the next round of a peer program, which is not stored. `variety`: how many arrangements were not wanted. */
export function proposeRound(circle: Circle, variety = 0): PlannedRound & { readonly number: number } {
  return { ...planRound({ ...circle.facts, variety }), number: nextNumber(circle) }
}

export function nextNumber({ rounds }: Circle): number {
  return (rounds.at(-1)?.number ?? 0) + 1
}
