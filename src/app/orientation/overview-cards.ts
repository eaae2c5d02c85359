import { briefingOffer } from '../../core/briefing/messages.ts'
import type { Block } from '../../core/message/message.ts'
import { orientationLines } from '../../core/orientation/messages.ts'
import { isFinished } from '../../core/orientation/orientation.ts'
import { growthButton } from '../../core/skills/messages.ts'
import type { ConcerningProgram, PairAtAGlance } from '../../store/overview.ts'
import { ratedPairOf } from '../../store/skill-ratings.ts'
import { placesToBrief } from '../briefing/find-briefing.ts'
import type { Turn } from '../turn.ts'
import { listNow, pairsWithList } from './find-list.ts'

interface Glance {
  readonly programs: readonly ConcerningProgram[]
  readonly pairs: readonly PairAtAGlance[]
}

/**
 * What the overview says of the beginning: a briefing without which they wait in vain, an orientation list that is not
 * done, and how their skills have grown. Looked up only for those who may have it.
 */
export async function overviewCards(turn: Turn, { programs, pairs }: Glance): Promise<readonly Block[]> {
  const paired = new Set(pairs.map(({ programId }) => programId))
  const waits = programs.some(({ id, enrollment }) => enrollment?.state === 'active' && !paired.has(id))
  return [
    ...(waits ? await briefingLines(turn, paired) : []),
    ...(pairs.some(({ hasGoal }) => !hasGoal) ? await listLines(turn) : []),
    ...(pairs.some(({ side }) => side === 'mentee') ? await skillLines(turn) : []),
  ]
}

async function briefingLines(turn: Turn, paired: ReadonlySet<string>): Promise<Block[]> {
  const places = await placesToBrief(turn)
  const open = places.find(
    ({ enrollment, program, briefings }) =>
      program.briefing.required &&
      !paired.has(enrollment.programId) &&
      briefings.some(({ confirmedAt }) => !confirmedAt),
  )
  return open ? briefingOffer({ enrollmentId: open.enrollment.id, required: true }) : []
}

async function listLines(turn: Turn): Promise<Block[]> {
  const found = await pairsWithList(turn)
  const lists = await Promise.all(
    found.map(async (one) => ({ other: one.companion.other, list: await listNow(turn.scope, one) })),
  )
  return orientationLines(lists.filter(({ list }) => !isFinished(list)))
}

async function skillLines({ scope, person }: Turn): Promise<Block[]> {
  const pairId = await ratedPairOf(scope, person.id)
  return pairId === undefined ? [] : [{ kind: 'buttons', buttons: [growthButton(pairId)] }]
}
