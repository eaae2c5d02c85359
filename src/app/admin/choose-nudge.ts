import { coordinatorsOnly } from '../../core/digest/admin-messages.ts'
import { nudgeablePairs } from '../../core/digest/nudge-messages.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { hasConflict } from '../../core/program/conflict.ts'
import { audit } from '../../store/audit.ts'
import { openCheckInsOfPairs } from '../../store/check-ins.ts'
import { activePairsOfProgram } from '../../store/pairs.ts'
import type { StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { loadNudged, type Nudged } from '../checkin/load-nudged.ts'
import { mayBeNudged } from '../digest/nudge-pair.ts'
import { programsCoordinatedBy } from '../program/coordinators.ts'
import type { Turn } from '../turn.ts'

/** `admin nudge`: the pairs with an open check-in, to choose whom to remind. */
export async function chooseNudge({ scope, person }: Turn): Promise<Outcome> {
  const programs = await programsCoordinatedBy(scope, person)
  if (programs.length === 0) return { kind: 'show', message: coordinatorsOnly }
  const open = (await openIn(scope, programs))
    .filter(mayBeNudged)
    .filter((one) => !hasConflict(person.email, [one.person, one.other]))
  const pairs = new Map(open.map((one) => [one.pair.id, one]))
  const shown = [...pairs.values()].map((one) => ({
    pairId: one.pair.id,
    names: namesOf(one),
    program: one.program.name,
  }))
  await audit(scope, {
    actor: person.id,
    action: 'nudge.choose',
    details: { pairs: shown.map(({ pairId }) => pairId) },
  })
  return { kind: 'show', message: nudgeablePairs(shown) }
}

async function openIn(scope: Scope, programs: readonly StoredProgram[]): Promise<Nudged[]> {
  const pairIds: string[] = []
  for (const { id } of programs) {
    const pairs = await activePairsOfProgram(scope, id)
    pairIds.push(...pairs.map((pair) => pair.id))
  }
  return loadNudged(scope, await openCheckInsOfPairs(scope, pairIds))
}

/** Mentor first, whosever check-in it is: who is silent is not told here. */
function namesOf({ pair, person, other }: Nudged): string {
  return pair.mentorId === person.id ? `${person.name} and ${other.name}` : `${other.name} and ${person.name}`
}
