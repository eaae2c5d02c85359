import { lastDayOf } from '../../core/pair/pair.ts'
import { availabilityOf } from '../../core/people/person.ts'
import { reviewInvitation, reviewReminder } from '../../core/review/messages.ts'
import { decideReview } from '../../core/review/patience.ts'
import type { Review } from '../../core/review/review.ts'
import { enrollmentsOfPerson } from '../../store/enrollments.ts'
import { queue } from '../../store/outbox.ts'
import { changeReview, takeDueReviews } from '../../store/reviews.ts'
import type { Scope } from '../../store/scope.ts'
import { carryOutDue, oneByOne } from '../carry-out-due.ts'
import { firstNameOf } from '../checkin/load-nudged.ts'
import { isQuiet } from '../people/is-quiet.ts'
import type { World } from '../world.ts'
import { toPerson } from '../write-to.ts'
import { askBeside } from './ask-beside.ts'
import { type LoadedReview, loadReview } from './load-review.ts'

const BATCH = 100

/** Sends the invitations to look back, and their one reminder. Returns how many reviews it saw. */
export function sendReviews(world: World, organizationId: string): Promise<number> {
  return carryOutDue(world, organizationId, {
    batch: BATCH,
    carryOut: oneByOne(takeDueReviews, carryOn),
    putOff: (scope, id, nextAt) => changeReview(scope, id, { nextAt }),
  })
}

async function carryOn(scope: Scope, review: Review): Promise<void> {
  const loaded = await loadReview(scope, review)
  if (!loaded) return await changeReview(scope, review.id, { nextAt: undefined, state: 'missed' })
  const { person, pair, program } = loaded
  const place = (await enrollmentsOfPerson(scope, person.id)).find(
    ({ programId }) => programId === review.programId,
  )
  const decision = decideReview({
    review,
    now: scope.now,
    availability: availabilityOf(person, program.blackouts),
    pairActive: pair.state === 'active',
    left: !place || place.state === 'left',
    quiet: !place || isQuiet(place) || person.accounts.length === 0,
  })
  switch (decision.do) {
    case 'wait':
      return await changeReview(scope, review.id, { nextAt: decision.until })
    case 'miss':
      return await changeReview(scope, review.id, { nextAt: undefined, state: 'missed' })
    case 'invite':
    case 'remind':
      await send(scope, loaded, decision.do)
      await askBeside(scope, review, decision.do)
      return await changeReview(scope, review.id, {
        nextAt: decision.nextAt,
        messages: review.messages + 1,
      })
  }
}

async function send(scope: Scope, loaded: LoadedReview, what: 'invite' | 'remind'): Promise<void> {
  const { review, pair, program, person, other } = loaded
  const facts = {
    reviewId: review.id,
    firstName: firstNameOf(person),
    other: other.name,
    program: program.name,
    moment: review.moment,
    lastDay: lastDayOf(pair, program),
    locale: person.locale,
    begun: review.content.lookedBack === true,
  }
  const message = what === 'invite' ? reviewInvitation(facts) : reviewReminder(facts)
  await queue(scope, toPerson(person, { key: `review:${review.id}:${review.messages + 1}`, message }))
}
