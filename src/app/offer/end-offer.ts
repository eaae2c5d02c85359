import type { Message } from '../../core/message/message.ts'
import { notThisTime } from '../../core/offer/messages.ts'
import { availabilityOf } from '../../core/people/person.ts'
import { nextFit } from '../../core/time/slot.ts'
import { queue } from '../../store/outbox.ts'
import type { Scope } from '../../store/scope.ts'
import { firstNameOf } from '../checkin/load-nudged.ts'
import { toPerson } from '../write-to.ts'
import { closeQuestion, type LoadedOffer } from './ask.ts'

/**
 * Says that an offer is over to those who know of it: in the place of the question to whoever was asked last, and in a
 * message of its own to a mentor who had said yes. `knows`: one of the two who needs no telling.
 */
export async function sayItIsOver(
  scope: Scope,
  loaded: LoadedOffer,
  { inPlace, knows }: { readonly inPlace: Message; readonly knows?: string },
): Promise<void> {
  const { offer, mentor, mentee, program } = loaded
  await closeQuestion(scope, offer, inPlace)
  if (offer.asked === 'mentor' || knows === mentor.id) return
  const after = nextFit({ instant: scope.now, availability: availabilityOf(mentor, program.blackouts) })
  const message = notThisTime({
    firstName: firstNameOf(mentor),
    other: mentee.name,
    program: program.name,
  })
  await queue(
    scope,
    toPerson(mentor, {
      key: `offer:${offer.id}:over:mentor`,
      repeat: 'once',
      message,
      ...(after && { after }),
    }),
  )
}
