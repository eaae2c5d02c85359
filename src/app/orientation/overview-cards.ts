import { briefingOffer } from '../../core/briefing/messages.ts'
import type { Block } from '../../core/message/message.ts'
import { listButton, orientationLines } from '../../core/orientation/messages.ts'
import { isFinished } from '../../core/orientation/orientation.ts'
import type { Card } from '../../core/overview/arrange.ts'
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

/** A briefing without which they wait in vain; looked up only for those who wait. */
export async function briefingTask(turn: Turn, { programs, pairs }: Glance): Promise<readonly Block[]> {
  const paired = new Set(pairs.map(({ programId }) => programId))
  const waits = programs.some(({ id, enrollment }) => enrollment?.state === 'active' && !paired.has(id))
  return waits ? await briefingLines(turn, paired) : []
}

/** An orientation list that is not done, and how their skills grow; looked up only for those who may have it. */
export async function growingCards(turn: Turn, pairs: readonly PairAtAGlance[]): Promise<readonly Card[]> {
  return [
    ...(pairs.some(({ hasGoal }) => !hasGoal) ? await listCards(turn) : []),
    ...(pairs.some(({ side }) => side === 'mentee') ? await skillCards(turn) : []),
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

async function listCards(turn: Turn): Promise<Card[]> {
  const found = await pairsWithList(turn)
  const lists = await Promise.all(
    found.map(async (one) => ({ other: one.companion.other, list: await listNow(turn.scope, one) })),
  )
  const blocks = orientationLines(lists.filter(({ list }) => !isFinished(list)))
  return blocks.length === 0 ? [] : [{ blocks, buttons: [listButton] }]
}

async function skillCards({ scope, person }: Turn): Promise<Card[]> {
  const pairId = await ratedPairOf(scope, person.id)
  return pairId === undefined ? [] : [{ blocks: [], buttons: [growthButton(pairId)] }]
}
