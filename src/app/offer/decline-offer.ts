import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { declineForm, noNoted } from '../../core/offer/messages.ts'
import { audit } from '../../store/audit.ts'
import { endOffer } from '../../store/offers.ts'
import { reject } from '../../store/rejections.ts'
import type { Turn } from '../turn.ts'
import { goOnWithout } from './after-offer.ts'
import { factsOf } from './ask.ts'
import { sayItIsOver } from './end-offer.ts'
import { findOffer } from './find-offer.ts'

/** *Not this time*: the form, in which a reason may stand. */
export async function askDecline(turn: Turn): Promise<Outcome> {
  const found = await findOffer(turn)
  if ('not' in found) return { kind: 'show', message: found.not }
  return { kind: 'form', form: declineForm(factsOf(found)) }
}

/** Keeps the no: the two are not proposed to one another again, and only coordinators read why. */
export async function declineOffer(turn: Turn): Promise<Outcome> {
  const found = await findOffer(turn, 'to-answer')
  if ('not' in found) return { kind: 'show', message: found.not }
  const { scope, person, values } = turn
  const { offer, stored, mentor, mentee } = found
  const by = offer.asked
  const written = textIn(values, 'why')
  const why = written === '' ? undefined : written
  await endOffer(scope, offer.id, { state: 'declined', ...(why !== undefined && { why }) })
  await reject(scope, stored.id, { mentorId: mentor.id, menteeId: mentee.id, by })
  await audit(scope, { actor: person.id, action: 'offer.decline', subject: offer.id })
  await sayItIsOver(scope, found, { inPlace: noNoted, knows: person.id })
  await goOnWithout(scope, stored, [{ offer, mentor, mentee, how: { kind: 'declined', by, why } }])
  return { kind: 'show', message: noNoted }
}
