import { reasonsTold } from '../../core/match/told-reasons.ts'
import type { Message } from '../../core/message/message.ts'
import { type OfferFacts, offerMessage } from '../../core/offer/messages.ts'
import { awaitedIn, type Course, courseOf, type Offer } from '../../core/offer/offer.ts'
import { availabilityOf, type Person } from '../../core/people/person.ts'
import type { Program } from '../../core/program/program.ts'
import type { NewEntry } from '../../store/outbox.ts'
import type { Scope } from '../../store/scope.ts'
import { overtake } from '../../store/sent-messages.ts'
import { firstNameOf } from '../checkin/load-nudged.ts'
import { toPerson } from '../write-to.ts'

/** An offer with the two and their program. */
export interface LoadedOffer {
  readonly offer: Offer
  readonly program: Program
  readonly mentor: Person
  readonly mentee: Person
}

/** When this person is asked, and until when. */
export function courseFor(scope: Scope, person: Person, { match, blackouts }: Program): Course {
  return courseOf(scope.now, match.offerExpiresDays, availabilityOf(person, blackouts))
}

/** The question to whom the offer waits for, at an hour that suits them; none where they cannot be written to. */
export function questionTo(loaded: LoadedOffer, { askAt }: Pick<Course, 'askAt'>): NewEntry[] {
  const { offer } = loaded
  const { asked } = partsOf(loaded)
  return toPerson(asked, {
    key: askedKey(offer),
    repeat: 'once',
    message: offerMessage(factsOf(loaded)),
    after: askAt,
    expiresAt: offer.expiresAt,
  })
}

/** What whoever is asked is told. */
export function factsOf(loaded: LoadedOffer): OfferFacts {
  const { offer, program } = loaded
  const { asked, other } = partsOf(loaded)
  return {
    offerId: offer.id,
    side: offer.asked,
    firstName: firstNameOf(asked),
    other: other.name,
    program: program.name,
    reasons: reasonsTold(offer.reasons, offer.asked),
    cadence: program.cadence,
    endsOn: program.endsOn,
    expiresAt: offer.expiresAt,
    zone: asked.zone,
    locale: asked.locale,
  }
}

/** Who is asked, and about whom. */
export function partsOf({ offer, mentor, mentee }: LoadedOffer): {
  readonly asked: Person
  readonly other: Person
} {
  return awaitedIn(offer) === mentor.id ? { asked: mentor, other: mentee } : { asked: mentee, other: mentor }
}

export function reminderKey({ id, asked }: Offer): string {
  return `offer:${id}:reminder:${asked}`
}

function askedKey({ id, asked }: Offer): string {
  return `offer:${id}:asked:${asked}`
}

/** No buttons stay where a question was asked that is over: what was not sent never is, what was says this instead. */
export async function closeQuestion(scope: Scope, offer: Offer, message: Message): Promise<void> {
  await overtake(
    scope,
    [askedKey(offer), reminderKey(offer)].map((key) => ({ key, message })),
  )
}
