import type { Message } from '../../core/message/message.ts'
import { alreadyAnswered, noSuchOffer, offerExpired, offerWithdrawn } from '../../core/offer/messages.ts'
import { type Asked, awaitedIn, type Offer, sideIn } from '../../core/offer/offer.ts'
import type { Person } from '../../core/people/person.ts'
import { lockOffer, offerById, openOffersOf } from '../../store/offers.ts'
import { lockPerson, peopleById } from '../../store/people.ts'
import { programsById, type StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import type { Turn } from '../turn.ts'
import type { LoadedOffer } from './ask.ts'

/** An offer that waits for the person who pressed. */
export interface AskedOffer extends LoadedOffer {
  readonly stored: StoredProgram
}

/**
 * The offer that the press or form is about, if it waits for this person's answer, or what to say instead: an id in a
 * payload proves nothing. `to-answer`: it and the two are this transaction's until it ends.
 */
export async function findOffer(
  { scope, person, about }: Turn,
  how?: 'to-answer',
): Promise<AskedOffer | { readonly not: Message }> {
  const [id = ''] = about
  const offer = how === 'to-answer' ? await lockWithTwo(scope, id) : await offerById(scope, id)
  const side = offer && sideIn(offer, person.id)
  // As long as the mentor is asked, the mentee does not know.
  if (!offer || !side || (side === 'mentee' && offer.asked === 'mentor')) return { not: noSuchOffer }
  const loaded = await loadOffer(scope, offer)
  if (!loaded) return { not: noSuchOffer }
  if (offer.state === 'open' && awaitedIn(offer) === person.id) return loaded
  return { not: whyNot(loaded, side) }
}

/** The two first, as whoever leaves or is paired by hand does: else one would wait for the other. */
async function lockWithTwo(scope: Scope, id: string): Promise<Offer | undefined> {
  const offer = await offerById(scope, id)
  if (!offer) return undefined
  for (const personId of [offer.mentorId, offer.menteeId].sort()) await lockPerson(scope, personId)
  return lockOffer(scope, id)
}

/** The offer with the two and their program. */
export async function loadOffer(scope: Scope, offer: Offer): Promise<AskedOffer | undefined> {
  const [loaded] = await loadOffers(scope, [offer])
  return loaded
}

/** The offers that wait for this person, those that wait longest first. */
export async function openQuestions(scope: Scope, person: Person): Promise<AskedOffer[]> {
  const open = await openOffersOf(scope, person.id)
  return open.length === 0
    ? []
    : loadOffers(
        scope,
        open.filter((offer) => awaitedIn(offer) === person.id),
      )
}

/** The same for many, in three queries. */
export async function loadOffers(scope: Scope, offers: readonly Offer[]): Promise<AskedOffer[]> {
  const ids = new Set(offers.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))
  const people = new Map((await peopleById(scope, [...ids])).map((person) => [person.id, person]))
  const programIds = new Set(offers.map(({ programId }) => programId))
  const programs = new Map((await programsById(scope, [...programIds])).map((stored) => [stored.id, stored]))
  return offers.flatMap((offer) => {
    const [mentor, mentee] = [people.get(offer.mentorId), people.get(offer.menteeId)]
    const stored = programs.get(offer.programId)
    return mentor && mentee && stored ? [{ offer, stored, program: stored.program, mentor, mentee }] : []
  })
}

/** Why a press comes too late. Whoever said yes does not learn of the other's no. */
function whyNot(loaded: LoadedOffer, side: Asked): Message {
  const { offer, program, mentor, mentee } = loaded
  const other = side === 'mentor' ? mentee : mentor
  const about = { other: other.name, program: program.name }
  const isTheirs = offer.asked === side
  switch (offer.state) {
    case 'open':
      return alreadyAnswered('yes-waiting', other.name)
    case 'accepted':
      return alreadyAnswered('yes', other.name)
    case 'declined':
      return isTheirs ? alreadyAnswered('no', other.name) : offerWithdrawn(about)
    case 'expired':
      return isTheirs ? offerExpired(about) : offerWithdrawn(about)
    case 'withdrawn':
      return offerWithdrawn(about)
  }
}
