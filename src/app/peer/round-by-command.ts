import type { PlannedRound } from '../../core/peer/rounds.ts'
import { lockRounds, roundsOf, saveRoundDraft } from '../../store/peer-rounds.ts'
import type { StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { nextNumber, proposeRound } from './propose-round.ts'
import { publishRound } from './publish-round.ts'
import { type Circle, readCircle } from './read-circle.ts'

/** The next round as the command line shows it. */
export interface NextRound {
  readonly circle: Circle
  readonly number: number
  readonly plan: Pick<PlannedRound, 'groups' | 'leftOut' | 'repeats'>
  /** It is the draft that coordinators have made in the chat, which stays as it is. */
  readonly isDraft: boolean
}

/** The draft of the next round, where coordinators have one; else a proposal, which is not stored. */
export async function readNextRound(
  scope: Scope,
  stored: StoredProgram,
): Promise<NextRound | { readonly problem: string }> {
  const circle = await readCircle(scope, stored)
  const { draft } = circle
  if (circle.isOver) return { problem: `${stored.program.name} is over.` }
  if (draft) return { circle, number: draft.number, plan: draft, isDraft: true }
  const plan = proposeRound(circle)
  if (plan.groups.length === 0)
    return { problem: 'A round needs at least two people who take part and may meet.' }
  return { circle, number: nextNumber(circle), plan, isDraft: false }
}

/** Publishes the next round as `readNextRound` gives it; or says why nothing was done, in sentences. */
export async function publishNextRound(
  scope: Scope,
  stored: StoredProgram,
): Promise<NextRound | { readonly problems: readonly string[] }> {
  await lockRounds(scope, stored.id)
  const next = await readNextRound(scope, stored)
  if ('problem' in next) return { problems: [next.problem] }
  const { number, plan, isDraft } = next
  const by = 'command line'
  if (!isDraft) {
    const { groups, leftOut, repeats } = plan
    const made = { groups, leftOut, repeats, by, did: 'propose' } as const
    await saveRoundDraft(scope, { programId: stored.id, number, plan: made })
  }
  const round = (await roundsOf(scope, stored.id)).find((one) => one.number === number)
  if (!round) throw new Error('the round was not stored')
  const problems = await publishRound(scope, { stored, round, actor: by })
  return problems.length === 0 ? next : { problems }
}
