import { briefingOffer } from '../../core/briefing/messages.ts'
import type { Block } from '../../core/message/message.ts'
import { availabilityOf, type Person } from '../../core/people/person.ts'
import { nextFit } from '../../core/time/slot.ts'
import { briefingsOf } from '../../store/briefings.ts'
import { queue } from '../../store/outbox.ts'
import type { Scope } from '../../store/scope.ts'
import type { TakingPart } from '../people/taking-part.ts'
import { toPerson } from '../write-to.ts'
import { sidesOf } from './find-briefing.ts'

/** The offer of the briefing, for the answer to whoever joins; empty where there is none, or it is confirmed. */
export async function briefingBlocks(scope: Scope, place: TakingPart): Promise<Block[]> {
  const { enrollment, program } = place
  const confirmed = (await briefingsOf(scope, [enrollment.id])).filter(({ confirmedAt }) => confirmedAt)
  const isDone = sidesOf(place).every((side) => confirmed.some((one) => one.side === side))
  if (isDone) return []
  return briefingOffer({ enrollmentId: enrollment.id, required: program.briefing.required })
}

/** The same as a message of its own a day later, once, where the answer asks for something else already. */
export async function offerBriefingLater(scope: Scope, person: Person, place: TakingPart): Promise<void> {
  const blocks = await briefingBlocks(scope, place)
  const availability = availabilityOf(person, place.program.blackouts)
  const after = nextFit({ instant: scope.now.add({ hours: 24 }), availability })
  if (blocks.length === 0 || !after) return
  const message = { preview: 'A few short cards for you', blocks }
  await queue(scope, toPerson(person, { key: `briefing:${place.enrollment.id}`, after, message }))
}
