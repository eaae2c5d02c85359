import { noConversation } from '../../core/pair/kick-off-messages.ts'
import { availabilityOf } from '../../core/people/person.ts'
import { nextFit } from '../../core/time/slot.ts'
import type { GaveUp } from '../../delivery/give-up.ts'
import { queue } from '../../store/outbox.ts'
import { pairById } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import type { Scope } from '../../store/scope.ts'
import { toPerson } from '../write-to.ts'

/** The conversation of two could not be opened (a scope, somebody is gone): each hears of it in their own chat. */
export async function tellOfNoGroup(scope: Scope, { entry }: Pick<GaveUp, 'entry'>): Promise<void> {
  const pairId = /^pair:([^:]+):group$/.exec(entry.key)?.[1]
  const pair = pairId === undefined ? undefined : await pairById(scope, pairId)
  if (pair?.state !== 'active') return
  const people = await peopleById(scope, [pair.mentorId, pair.menteeId])
  const entries = people.flatMap((person) => {
    const other = people.find(({ id }) => id !== person.id)
    if (!other) return []
    const after = nextFit({ instant: scope.now, availability: availabilityOf(person, []) })
    return toPerson(person, {
      key: `pair:${pair.id}:no-group:${person.id}`,
      repeat: 'once',
      message: noConversation({ pairId: pair.id, other: other.name }),
      ...(after && { after }),
    })
  })
  await queue(scope, entries)
}
