import type { Outcome } from '../../core/message/intent.ts'
import {
  coordinatorsOnly,
  offerMovedOn,
  openOffersList,
  type ShownOffer,
  takenBack,
  tooClose,
} from '../../core/offer/coordinator-messages.ts'
import { hasConflict } from '../../core/program/conflict.ts'
import { audit } from '../../store/audit.ts'
import { lockOffer, openOffersIn } from '../../store/offers.ts'
import { programsById } from '../../store/programs.ts'
import { coordinates } from '../program/coordinators.ts'
import type { Turn } from '../turn.ts'
import { backToDraft } from './after-offer.ts'
import { partsOf } from './ask.ts'
import { type AskedOffer, loadOffer, loadOffers } from './find-offer.ts'
import { withdraw } from './withdraw-offers.ts'

/** *Open offers*, about a program: who is asked about whom and until when, without those the coordinator is too close to. */
export async function showOpenOffers({ scope, person, about }: Turn): Promise<Outcome> {
  const [programId = '', start = '0'] = about
  const [stored] = await programsById(scope, [programId])
  if (!stored || !coordinates(person, stored.program)) return { kind: 'show', message: coordinatorsOnly }
  const open = await loadOffers(scope, await openOffersIn(scope, programId))
  const seen = open.filter(({ mentor, mentee }) => !hasConflict(person.email, [mentor, mentee]))
  await audit(scope, {
    actor: person.id,
    action: 'offer.list',
    subject: programId,
    details: { offers: seen.length },
  })
  const message = openOffersList({
    program: stored.program.name,
    programId,
    offers: seen.map(toShown),
    from: /^\d{1,6}$/.test(start) ? Number(start) : 0,
    hidden: open.length - seen.length,
    zone: person.zone,
    locale: person.locale,
  })
  return { kind: 'show', message }
}

/** *Take back*, about an offer and whose answer it waited for when it was shown: what moved on since is shown instead. */
export async function withdrawOffer({ scope, person, about }: Turn): Promise<Outcome> {
  const [id = '', waitedFor] = about
  const offer = await lockOffer(scope, id)
  const loaded = offer && (await loadOffer(scope, offer))
  if (!loaded || !coordinates(person, loaded.program)) return { kind: 'show', message: coordinatorsOnly }
  const { mentor, mentee, stored } = loaded
  if (hasConflict(person.email, [mentor, mentee])) return { kind: 'show', message: tooClose }
  const names = { mentor: mentor.name, mentee: mentee.name, programId: stored.id }
  const to = movedTo(loaded, waitedFor)
  if (to) return { kind: 'show', message: offerMovedOn({ ...names, to }) }
  await withdraw(scope, loaded, { actor: person.id })
  const drafted = await backToDraft(scope, stored, [{ mentee }])
  const inDraft = drafted.has(mentee.id)
  return { kind: 'show', message: takenBack({ ...names, inDraft }), replace: true }
}

function movedTo(
  { offer }: AskedOffer,
  waitedFor: string | undefined,
): 'answered' | 'over' | 'mentee' | undefined {
  if (offer.state === 'accepted') return 'answered'
  if (offer.state !== 'open') return 'over'
  return offer.asked === waitedFor ? undefined : 'mentee'
}

function toShown(two: AskedOffer): ShownOffer {
  const { offer, mentor, mentee } = two
  return {
    offerId: offer.id,
    mentor: mentor.name,
    mentee: mentee.name,
    asked: offer.asked,
    expiresAt: offer.expiresAt,
    unreachable: partsOf(two).asked.accounts.length === 0,
  }
}
