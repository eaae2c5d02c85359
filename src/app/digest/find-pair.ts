import { notYours, pairOver, tooClose } from '../../core/digest/nudge-messages.ts'
import type { Message } from '../../core/message/message.ts'
import type { Pair } from '../../core/pair/pair.ts'
import type { Person } from '../../core/people/person.ts'
import { hasConflict } from '../../core/program/conflict.ts'
import { pairById } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import { programsById, type StoredProgram } from '../../store/programs.ts'
import { coordinates } from '../program/coordinators.ts'
import type { Turn } from '../turn.ts'

export interface CoordinatedPair {
  readonly pair: Pair
  readonly stored: StoredProgram
  /** Mentor first. */
  readonly two: readonly Person[]
}

/**
 * The active pair that a coordinator pressed about, or what to say instead: an id in a payload proves nothing, they
 * must coordinate its program and not be too close to it.
 */
export async function findCoordinatedPair(turn: Turn): Promise<CoordinatedPair | { readonly not: Message }> {
  const { scope, person, about } = turn
  const pair = await pairById(scope, about[0] ?? '')
  const [stored] = pair ? await programsById(scope, [pair.programId]) : []
  if (!pair || !stored || !coordinates(person, stored.program)) return { not: notYours }
  const people = await peopleById(scope, [pair.mentorId, pair.menteeId])
  if (hasConflict(person.email, people)) return { not: tooClose }
  if (pair.state !== 'active') return { not: pairOver }
  const two = [pair.mentorId, pair.menteeId].flatMap((id) => people.filter((one) => one.id === id))
  return { pair, stored, two }
}
