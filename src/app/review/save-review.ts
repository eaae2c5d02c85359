import { textIn, type Values } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { routesBlocks } from '../../core/people/notice.ts'
import { availabilityOf } from '../../core/people/person.ts'
import { lookedBackMessage, reviewGone, reviewSaved } from '../../core/review/messages.ts'
import { type ReviewContent, ratingsFor } from '../../core/review/review.ts'
import { thanksTo } from '../../core/thanks/messages.ts'
import { nextFit } from '../../core/time/slot.ts'
import { audit } from '../../store/audit.ts'
import { queue } from '../../store/outbox.ts'
import { changeReview } from '../../store/reviews.ts'
import type { Scope } from '../../store/scope.ts'
import { createThanks } from '../../store/thanks.ts'
import { inviteToMentor } from '../closing/become-mentor.ts'
import { isSaidAlready } from '../thanks/said-already.ts'
import type { Turn } from '../turn.ts'
import { toPerson } from '../write-to.ts'
import { askBeside } from './ask-beside.ts'
import { type LoadedReview, ownReview } from './load-review.ts'

/** Keeps the first half of the closing talk, passes the thanks on, and offers the second half. */
export async function saveLookBack(turn: Turn): Promise<Outcome> {
  const loaded = await ownReview(turn)
  if (!loaded) return { kind: 'show', message: reviewGone }
  const { scope, values } = turn
  const { review, program, other } = loaded
  const content: ReviewContent = {
    ...withoutWords(review.content, ['reached', 'next']),
    ...wordsIn(values, ['reached', 'next']),
    lookedBack: true,
  }
  const thanked = (await passThanksOn(scope, loaded, textIn(values, 'thanks'))) ? other.name : undefined
  if (!program.evaluation.end) return await finish(turn, loaded, { content, thanked })
  await changeReview(scope, review.id, { nextAt: review.nextAt, content })
  return { kind: 'show', message: lookedBackMessage({ reviewId: review.id, thanked }) }
}

/** Keeps the evaluation. It can be opened and changed again; averages are made of what stands. */
export async function saveEvaluation(turn: Turn): Promise<Outcome> {
  const loaded = await ownReview(turn)
  if (!loaded) return { kind: 'show', message: reviewGone }
  const { review, program } = loaded
  const { values } = turn
  const rated = ratingsFor(review.moment, program.evaluation.ratings).flatMap(({ id }) => {
    const given = textIn(values, `rating-${id}`)
    return given === '' ? [] : [[id, Number(given)] as const]
  })
  const content: ReviewContent = {
    ...withoutWords(review.content, ['helped', 'better']),
    ...wordsIn(values, ['helped', 'better']),
    ratings: Object.fromEntries(rated),
  }
  return await finish(turn, loaded, { content, thanked: undefined })
}

async function finish(
  { scope, person }: Turn,
  loaded: LoadedReview,
  kept: { readonly content: ReviewContent; readonly thanked: string | undefined },
): Promise<Outcome> {
  const { review, pair, program } = loaded
  const { content, thanked } = kept
  await changeReview(scope, review.id, { nextAt: undefined, state: 'answered', content })
  await audit(scope, { actor: person.id, action: 'review.save', subject: review.id })
  if (review.moment === 'end') await inviteToMentor(scope, pair)
  else await askBeside(scope, review, 'done')
  const hard = Object.values(content.ratings ?? {}).includes(1)
  const message = reviewSaved({
    moment: review.moment,
    pairId: pair.id,
    thanked,
    care: hard ? routesBlocks(program.routes) : [],
  })
  return { kind: 'show', message }
}

async function passThanksOn(
  scope: Scope,
  { pair, program, person, other }: LoadedReview,
  words: string,
): Promise<boolean> {
  if (words === '' || other.accounts.length === 0) return false
  const { id: pairId } = pair
  const said = { pairId, fromId: person.id, words }
  if (await isSaidAlready(scope, said)) return true
  const id = await createThanks(scope, { ...said, toId: other.id, counted: false })
  const after = nextFit({ instant: scope.now, availability: availabilityOf(other, program.blackouts) })
  const message = thanksTo({ from: person.name, words, pairId })
  const key = `thanks:${id}`
  await queue(
    scope,
    toPerson(other, { key, repeat: 'once', author: person.id, message, ...(after && { after }) }),
  )
  return true
}

type Words = 'reached' | 'next' | 'helped' | 'better'

function wordsIn(values: Values, names: readonly Words[]): Partial<Record<Words, string>> {
  const written = names.flatMap((name) => {
    const text = textIn(values, name)
    return text === '' ? [] : [[name, text] as const]
  })
  return Object.fromEntries(written)
}

/** What was emptied in the form is gone. */
function withoutWords(content: ReviewContent, names: readonly Words[]): ReviewContent {
  const kept = Object.entries(content).filter(([name]) => !names.some((one) => one === name))
  return Object.fromEntries(kept)
}
