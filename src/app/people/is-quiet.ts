import type { Enrollment } from '../../core/people/enrollment.ts'
import { enrollmentsOfPeople } from '../../store/enrollments.ts'
import type { Scope } from '../../store/scope.ts'

/**
 * Whether nothing is to be written to them about this program by itself: they take a break, have left, said *not now*, or
 * were asked whether to go on and have not answered.
 */
export function isQuiet({ state, declinedAt, askedToGoOnAt }: Enrollment): boolean {
  const takesPart = state === 'active' || (state === 'invited' && !declinedAt)
  return !takesPart || askedToGoOnAt !== undefined
}

/** Those of these people to whom nothing about this program is to be written by itself, whoever has no place in it among them. */
export async function quietPeople(
  scope: Scope,
  { programId, personIds }: { readonly programId: string; readonly personIds: readonly string[] },
): Promise<Set<string>> {
  const places = (await enrollmentsOfPeople(scope, personIds)).filter((one) => one.programId === programId)
  const reached = new Set(places.filter((place) => !isQuiet(place)).map(({ personId }) => personId))
  return new Set(personIds.filter((id) => !reached.has(id)))
}
