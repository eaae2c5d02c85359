import { courseOf, type Introduction, isAwaited } from '../../core/intro/introduction.ts'
import { menteeToldNot, mentorToldSilence, questionOver } from '../../core/intro/messages.ts'
import { audit } from '../../store/audit.ts'
import { changeIntroduction, putOffIntroduction, takeDueIntroductions } from '../../store/introductions.ts'
import { queue } from '../../store/outbox.ts'
import type { Scope } from '../../store/scope.ts'
import { carryOutDue, oneByOne } from '../carry-out-due.ts'
import type { World } from '../world.ts'
import {
  areKeptApart,
  type LoadedIntroduction,
  loadIntroduction,
  recallQuestion,
  sendQuestion,
  write,
} from './load-introduction.ts'

const BATCH = 50

/** Reminds of introductions once, and ends those that nobody answered, or whose pair is over. */
export async function settleIntroductions(world: World, organizationId: string): Promise<void> {
  await carryOutDue(world, organizationId, {
    batch: BATCH,
    carryOut: oneByOne(takeDueIntroductions, settle),
    putOff: putOffIntroduction,
  })
}

async function settle(scope: Scope, introduction: Introduction): Promise<void> {
  const loaded = isAwaited(introduction) ? await loadIntroduction(scope, introduction) : undefined
  if (!loaded) return end(scope, introduction, 'withdrawn')
  const { overAt } = courseOf(introduction.askedAt)
  if (Temporal.Instant.compare(overAt, scope.now) <= 0) {
    await end(scope, introduction, 'expired')
    await tellOfSilence(scope, loaded)
    return
  }
  await putOffIntroduction(scope, introduction.id, overAt)
  if (!(await areKeptApart(scope, introduction))) await sendQuestion(scope, loaded, true)
}

async function end(scope: Scope, introduction: Introduction, state: 'withdrawn' | 'expired'): Promise<void> {
  await changeIntroduction(scope, introduction.id, { state })
  await audit(scope, { actor: 'rounds', action: `intro.${state}`, subject: introduction.id })
  await recallQuestion(scope, introduction, questionOver)
}

async function tellOfSilence(
  scope: Scope,
  { introduction, mentor, mentee, names }: LoadedIntroduction,
): Promise<void> {
  const { id, state } = introduction
  await queue(scope, [
    ...write(scope, mentor, { key: `intro:${id}:mentor`, message: mentorToldSilence(names) }),
    ...(state === 'asked'
      ? write(scope, mentee, { key: `intro:${id}:not`, message: menteeToldNot(names) })
      : []),
  ])
}
