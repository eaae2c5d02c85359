import { coordinatorNudge, nudged } from '../../core/digest/nudge-messages.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { isWithin, nextFit } from '../../core/time/slot.ts'
import { dateAt } from '../../core/time/wall-clock.ts'
import { audit } from '../../store/audit.ts'
import { openCheckInsOfPairs } from '../../store/check-ins.ts'
import { queue } from '../../store/outbox.ts'
import type { Scope } from '../../store/scope.ts'
import { firstNameOf, loadNudged, type Nudged } from '../checkin/load-nudged.ts'
import type { Turn } from '../turn.ts'
import { toPerson } from '../write-to.ts'
import { findCoordinatedPair } from './find-pair.ts'

/** A coordinator reminds those of a pair whose check-in is open: each once a day at most, at a fitting hour. */
export async function nudgePair(turn: Turn): Promise<Outcome> {
  const found = await findCoordinatedPair(turn)
  if ('not' in found) return { kind: 'show', message: found.not }
  const { scope, person } = turn
  const open = (await loadNudged(scope, await openCheckInsOfPairs(scope, [found.pair.id]))).filter(
    mayBeNudged,
  )
  const done = { now: [] as string[], later: [] as string[], already: [] as string[] }
  for (const one of open) done[await nudge(scope, one)].push(one.person.name)
  await audit(scope, {
    actor: person.id,
    action: 'digest.nudge',
    subject: found.pair.id,
    details: { people: open.length },
  })
  return { kind: 'show', message: nudged(done) }
}

/** Whoever is on a break, has left, or was asked whether to go on is left in peace. */
export function mayBeNudged({ enrollment, person }: Nudged): boolean {
  const takesPart = enrollment.state === 'active' || enrollment.state === 'invited'
  return takesPart && !enrollment.declinedAt && !enrollment.askedToGoOnAt && person.accounts.length > 0
}

async function nudge(scope: Scope, one: Nudged): Promise<'now' | 'later' | 'already'> {
  const { checkIn, person, other, availability } = one
  const now = isWithin(availability, scope.now)
  const after = now ? scope.now : (nextFit({ instant: scope.now, availability }) ?? scope.now)
  const entries = toPerson(person, {
    key: `coordinator-nudge:${checkIn.pairId}:${dateAt(after, person.zone)}:${person.id}`,
    message: coordinatorNudge({
      firstName: firstNameOf(person),
      other: other.name,
      checkInId: checkIn.id,
      ...(checkIn.nudgeId !== undefined && { nudgeId: checkIn.nudgeId }),
    }),
    after,
    ...(checkIn.nextAt && { expiresAt: checkIn.nextAt }),
  })
  const queued = await queue(scope, entries)
  if (queued === 0) return 'already'
  return now ? 'now' : 'later'
}
