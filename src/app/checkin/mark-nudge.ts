import type { CheckIn, CheckInState } from '../../core/checkin/checkin.ts'
import { type MarkedPair, markedMessage } from '../../core/checkin/nudge-messages.ts'
import type { Block } from '../../core/message/message.ts'
import { noticeWords } from '../../core/people/notice.ts'
import { checkInsOfNudge } from '../../store/check-ins.ts'
import { nudgeById } from '../../store/nudges.ts'
import type { Scope } from '../../store/scope.ts'
import { changeSent } from '../../store/sent-messages.ts'
import { loadNudged, type Nudged } from './load-nudged.ts'

/**
 * The messages that asked for this check-in say what became of it instead of offering to answer it; other check-ins
 * they ask for can still be answered there. Left alone where the last of them was answered in the chat: then the
 * conversation stands in the message's place.
 */
export async function markNudge(scope: Scope, { nudgeId }: CheckIn, where: 'chat' | 'form'): Promise<void> {
  const nudge = nudgeId === undefined ? undefined : await nudgeById(scope, nudgeId)
  if (!nudge) return
  const nudged = await loadNudged(scope, await checkInsOfNudge(scope, nudge.id))
  if (where === 'chat' && nudged.every(({ checkIn }) => checkIn.state !== 'open')) return
  const pairs = nudged.map(
    ({ checkIn, other, program }): MarkedPair => ({
      checkInId: checkIn.id,
      other: other.name,
      program: program.name,
      became: becameOf(checkIn.state),
    }),
  )
  for (let number = 1; number <= nudge.messages; number += 1) {
    const notice = number === 1 ? noticeIn(nudged) : []
    await changeSent(
      scope,
      `nudge:${nudge.id}:${number}`,
      markedMessage({ nudgeId: nudge.id, pairs, notice }),
    )
  }
}

function becameOf(state: CheckInState): MarkedPair['became'] {
  return state === 'open' || state === 'answered' || state === 'skipped' ? state : 'closed'
}

/** The notice that stood before the first nudge: it is still to be found there. */
function noticeIn(nudged: readonly Nudged[]): Block[] {
  const told = new Map(
    nudged
      .filter(
        ({ enrollment: { noticedAt }, checkIn: { openedAt } }) => openedAt && noticedAt?.equals(openedAt),
      )
      .map((one) => [one.enrollment.id, one]),
  )
  return [...told.values()].flatMap(({ program, enrollment: { role } }) => noticeWords({ program, role }))
}
