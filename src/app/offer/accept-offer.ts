import { reasonsTold } from '../../core/match/told-reasons.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import { describeToAsked, describeToCoordinator, type Hindrance } from '../../core/offer/hindrance.ts'
import { cannotBecomePair, yesNoted } from '../../core/offer/messages.ts'
import { pairMadeMessage } from '../../core/pair/pair-messages.ts'
import { formatMoment } from '../../core/time/dates.ts'
import { audit } from '../../store/audit.ts'
import { waitingCheckInsOf } from '../../store/check-ins.ts'
import { enrollmentsOfPeople } from '../../store/enrollments.ts'
import { askMentee, endOffer } from '../../store/offers.ts'
import { queue } from '../../store/outbox.ts'
import { pairById } from '../../store/pairs.ts'
import type { Scope } from '../../store/scope.ts'
import { firstNameOf } from '../checkin/load-nudged.ts'
import { beginningFor } from '../pair/kick-off.ts'
import { makePairs } from '../pair/make-pairs.ts'
import type { Turn } from '../turn.ts'
import { goOnWithout } from './after-offer.ts'
import { closeQuestion, courseFor, partsOf, questionTo } from './ask.ts'
import { sayItIsOver } from './end-offer.ts'
import { type AskedOffer, findOffer } from './find-offer.ts'
import { whatHinders } from './look-again.ts'

/**
 * *Yes, gladly*: the two become a pair or, after the mentor's yes where the program asks for both, the mentee is asked.
 * What has changed since is looked at again: where they cannot become a pair any more, the offer ends here.
 */
export async function acceptOffer(turn: Turn): Promise<Outcome> {
  const found = await findOffer(turn, 'to-answer')
  if ('not' in found) return { kind: 'show', message: found.not, replace: true }
  const { scope } = turn
  const { offer, program } = found
  const hindrance = await whatHinders(scope, found)
  if (hindrance) return { kind: 'show', message: await endHindered(scope, found, hindrance), replace: true }

  const { asked } = partsOf(found)
  await audit(scope, { actor: asked.id, action: 'offer.accept', subject: offer.id })
  const asksMentee = offer.asked === 'mentor' && program.match.menteeConsent
  const message = asksMentee ? await askTheMentee(scope, found) : await beginPair(scope, found)
  await closeQuestion(scope, offer, message)
  return { kind: 'show', message, replace: true }
}

async function askTheMentee(scope: Scope, found: AskedOffer): Promise<Message> {
  const { program, mentee } = found
  const course = courseFor(scope, mentee, program)
  const { expiresAt, remindAt } = course
  const offer = { ...found.offer, asked: 'mentee', expiresAt } as const
  await askMentee(scope, offer.id, { expiresAt, nextAt: remindAt ?? expiresAt })
  await queue(scope, questionTo({ ...found, offer }, course))
  return yesNoted({ other: mentee.name })
}

/** The other is introduced by a message; whoever said yes by the answer to it. */
async function beginPair(scope: Scope, found: AskedOffer): Promise<Message> {
  const { offer, stored, program, mentor, mentee } = found
  const { asked, other } = partsOf(found)
  await endOffer(scope, offer.id, { state: 'accepted' })
  const places = await enrollmentsOfPeople(scope, [mentor.id, mentee.id])
  const [pairId = ''] = await makePairs(scope, {
    stored,
    twos: [{ mentor, mentee, reasons: offer.reasons, told: asked.id }],
    places,
    actor: asked.id,
    details: { offer: offer.id },
  })
  const first = (await waitingCheckInsOf(scope, [asked.id])).find(
    (checkIn) => checkIn.pairId === pairId,
  )?.nextAt
  const pair = await pairById(scope, pairId)
  const placeOf = (id: string) =>
    places.find(({ personId, programId }) => personId === id && programId === stored.id)
  const ofTheTwo = [placeOf(mentor.id), placeOf(mentee.id)]
  const beginning = pair && beginningFor({ pair, program, mentor, mentee, places: ofTheTwo }, asked)
  return pairMadeMessage({
    firstName: firstNameOf(asked),
    other: other.name,
    program: program.name,
    side: offer.asked,
    reasons: reasonsTold(offer.reasons, offer.asked),
    first: first && formatMoment(first, asked.zone, asked.locale),
    invited: false,
    thanked: true,
    ...(beginning && { beginning }),
  })
}

async function endHindered(scope: Scope, found: AskedOffer, hindrance: Hindrance): Promise<Message> {
  const { offer, stored, program, mentor, mentee } = found
  const names = { mentor: mentor.name, mentee: mentee.name, program: program.name }
  const { asked } = partsOf(found)
  await endOffer(scope, offer.id, { state: 'withdrawn' })
  await audit(scope, { actor: asked.id, action: 'offer.withdraw', subject: offer.id })
  const message = cannotBecomePair(describeToAsked(hindrance, names, offer.asked))
  await sayItIsOver(scope, found, { inPlace: message })
  const problem = describeToCoordinator(hindrance, names)
  await goOnWithout(scope, stored, [{ offer, mentor, mentee, how: { kind: 'withdrawn', problem } }])
  return message
}
