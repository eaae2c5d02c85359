import { DAYS_APART, sameMeeting, type ToldMeeting, withTold } from '../../core/pair/meeting.ts'
import type { Pair } from '../../core/pair/pair.ts'
import { audit } from '../../store/audit.ts'
import { changeMeeting, createMeeting, lockPair, meetingsOfPair } from '../../store/meetings.ts'
import { lookAtPairs } from '../../store/pairs.ts'
import type { Scope } from '../../store/scope.ts'
import { settleSooner } from '../../store/settling.ts'

/** Keeps a meeting of the pair; told again, also by the other side, it stays one meeting. Gives its id. */
export async function logMeeting(scope: Scope, meeting: ToldMeeting & { pair: Pair }): Promise<string> {
  const { pair, ...told } = meeting
  await lockPair(scope, pair.id)
  const known = await meetingsOfPair(scope, {
    pairId: pair.id,
    from: told.heldOn.subtract({ days: DAYS_APART }),
    to: told.heldOn.add({ days: DAYS_APART }),
  })
  const same = sameMeeting(told, known)
  if (same) await changeMeeting(scope, withTold(same, told))
  const id = same?.id ?? (await createMeeting(scope, { ...told, pairId: pair.id }))
  if (!same) {
    await settleSooner(scope, pair.id)
    // It may be a required one, after which goals are looked at again.
    await lookAtPairs(scope, [pair.id], scope.now)
  }
  await audit(scope, { actor: told.loggedBy, action: 'meeting.log', subject: id })
  return id
}
