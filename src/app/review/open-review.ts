import type { Form } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { summaryBlocks } from '../../core/pair/summary.ts'
import { evaluationForm, lookBackForm } from '../../core/review/forms.ts'
import { reviewGone, reviewLeft } from '../../core/review/messages.ts'
import { ratingsFor } from '../../core/review/review.ts'
import { audit } from '../../store/audit.ts'
import { changeReview } from '../../store/reviews.ts'
import type { Scope } from '../../store/scope.ts'
import { summaryOf } from '../closing/look-back-on.ts'
import type { Turn } from '../turn.ts'
import { askBeside } from './ask-beside.ts'
import { type LoadedReview, ownReview } from './load-review.ts'

/** The form of the step that comes next: the closing talk has two. */
export async function askReview(turn: Turn): Promise<Outcome> {
  const loaded = await ownReview(turn)
  if (!loaded) return { kind: 'show', message: reviewGone }
  const { moment, content } = loaded.review
  const lookBack = moment === 'end' && content.lookedBack !== true
  return { kind: 'form', form: lookBack ? await lookBackFormOf(turn.scope, loaded) : evaluationOf(loaded) }
}

/** The form of the first step again, as it was when it was opened. */
export async function askLookBack(turn: Turn): Promise<Outcome> {
  const loaded = await ownReview(turn)
  if (loaded?.review.moment !== 'end') return { kind: 'show', message: reviewGone }
  return { kind: 'form', form: await lookBackFormOf(turn.scope, loaded) }
}

export async function askEvaluation(turn: Turn): Promise<Outcome> {
  const loaded = await ownReview(turn)
  return loaded ? { kind: 'form', form: evaluationOf(loaded) } : { kind: 'show', message: reviewGone }
}

/** *Not this time*: nothing more is said about it. What was written so far stays theirs. */
export async function leaveReview(turn: Turn): Promise<Outcome> {
  const loaded = await ownReview(turn)
  if (!loaded) return { kind: 'show', message: reviewGone }
  const { id, state } = loaded.review
  await changeReview(turn.scope, id, { nextAt: undefined, ...(state === 'open' && { state: 'missed' }) })
  await audit(turn.scope, { actor: turn.person.id, action: 'review.leave', subject: id })
  if (loaded.review.moment === 'middle') await askBeside(turn.scope, loaded.review, 'done')
  return { kind: 'show', message: reviewLeft }
}

async function lookBackFormOf(
  scope: Scope,
  { review, pair, program, person, other }: LoadedReview,
): Promise<Form> {
  return lookBackForm({
    reviewId: review.id,
    other: other.name,
    program: program.name,
    behind: summaryBlocks(await summaryOf(scope, pair, person), person.locale),
    mayThank: other.accounts.length > 0,
    given: review.content,
  })
}

function evaluationOf({ review, program, other }: LoadedReview): Form {
  return evaluationForm({
    reviewId: review.id,
    other: other.name,
    program: program.name,
    moment: review.moment,
    ratings: ratingsFor(review.moment, program.evaluation.ratings),
    given: review.content,
  })
}
