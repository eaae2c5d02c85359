import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import {
  alreadyAnswered,
  opportunityGone,
  outcomeForm,
  outcomeKept,
} from '../../core/opportunity/messages.ts'
import type { Opportunity } from '../../core/opportunity/opportunity.ts'
import { audit } from '../../store/audit.ts'
import { closeOpportunity, lockOpportunity, opportunityById } from '../../store/opportunities.ts'
import { companionIn } from '../pair/companions.ts'
import type { Turn } from '../turn.ts'

/** Either of the pair tells what became of it. */
export async function askOutcome(turn: Turn): Promise<Outcome> {
  const found = await opportunityById(turn.scope, turn.about[0] ?? '')
  const refusal = await whyNot(turn, found)
  if (refusal || !found) return { kind: 'show', message: refusal ?? opportunityGone }
  return { kind: 'form', form: outcomeForm(found) }
}

/** The first of the two who tells it counts. */
export async function saveOutcome(turn: Turn): Promise<Outcome> {
  const { scope, person, about, values } = turn
  const found = await lockOpportunity(scope, about[0] ?? '')
  const refusal = await whyNot(turn, found)
  if (refusal || !found) return { kind: 'show', message: refusal ?? opportunityGone }
  const outcome = textIn(values, 'outcome')
  await closeOpportunity(scope, found.id, {
    state: textIn(values, 'state') === 'taken' ? 'taken' : 'not-taken',
    ...(outcome !== '' && { outcome }),
  })
  await audit(scope, { actor: person.id, action: 'opportunity.outcome', subject: found.id })
  return { kind: 'show', message: outcomeKept }
}

async function whyNot({ scope, person }: Turn, found: Opportunity | undefined) {
  const isTheirs = found && (await companionIn(scope, person.id, found.pairId))
  if (!isTheirs) return opportunityGone
  return found.state === 'open' ? undefined : alreadyAnswered
}
