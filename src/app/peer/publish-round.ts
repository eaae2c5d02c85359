import { twosOf } from '../../core/peer/company.ts'
import { audit } from '../../store/audit.ts'
import { enrollmentsOfPeople } from '../../store/enrollments.ts'
import { activePairsOfProgram } from '../../store/pairs.ts'
import { markRoundPublished, type StoredRound } from '../../store/peer-rounds.ts'
import { lockPeople, peopleById } from '../../store/people.ts'
import type { StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { closeQuietly } from '../pair/close-pair.ts'
import { makePairs } from '../pair/make-pairs.ts'
import { introduceRound } from './introduce-round.ts'
import { readCircle } from './read-circle.ts'
import { joinedSince, problemsIn } from './show-draft.ts'

interface RoundToPublish {
  readonly stored: StoredProgram
  readonly round: StoredRound
  /** A person's id, or `command line`. */
  readonly actor: string
}

/**
 * Publishes a round: the pairs of the one before end, without a word of their own, those of the new one begin (a trio is
 * three pairs), and everybody hears in one message of both. Where the draft does not hold any more nothing is done, and
 * sentences say why. That is looked at while nobody of it can leave or take a break. Some thirty statements, whatever the
 * size.
 */
export async function publishRound(
  scope: Scope,
  { stored, round, actor }: RoundToPublish,
): Promise<readonly string[]> {
  await lockPeople(scope, round.groups.flat())
  const circle = await readCircle(scope, stored)
  const problems = problemsIn(circle, round)
  if (problems.length > 0) return problems
  const { facts } = circle
  const ended = await activePairsOfProgram(scope, stored.id)
  await closeQuietly(scope, ended, { actor, by: 'round' })

  const people = new Map((await peopleById(scope, facts.people)).map((person) => [person.id, person]))
  const places = await enrollmentsOfPeople(scope, facts.people)
  const twos = round.groups.flatMap(twosOf).flatMap(([one, other]) => {
    const [mentor, mentee] = [people.get(one), people.get(other)]
    return mentor && mentee ? [{ mentor, mentee }] : []
  })
  const details = { round: round.number }
  await makePairs(scope, { stored, twos, places, actor, details, introduced: 'elsewhere' })
  await markRoundPublished(scope, round.id)
  await audit(scope, {
    actor,
    action: 'peer.publish',
    subject: stored.id,
    details: { round: round.number, groups: round.groups.length, ended: ended.length },
  })
  const without = [...round.leftOut.map(({ person }) => person), ...joinedSince(circle, round)]
  await introduceRound(scope, circle, { round, ended, without, people, places })
  return []
}
