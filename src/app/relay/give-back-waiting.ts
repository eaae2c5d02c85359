import { otherOf, type Pair } from '../../core/pair/pair.ts'
import { availabilityOf } from '../../core/people/person.ts'
import { relayOvertaken, wordsRelayed } from '../../core/relay/messages.ts'
import { nextFit } from '../../core/time/slot.ts'
import { holdBackRelayed, queue } from '../../store/outbox.ts'
import { peopleById } from '../../store/people.ts'
import type { Scope } from '../../store/scope.ts'
import { toPerson } from '../write-to.ts'

/** What one of a pair that is over wrote to the other, and what has not gone out, never does: they get their words back. */
export async function giveBackWaiting(scope: Scope, pairs: readonly Pair[]): Promise<void> {
  const held = await holdBackRelayed(
    scope,
    pairs.map(({ id }) => id),
  )
  if (held.length === 0) return
  const both = pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId])
  const people = new Map((await peopleById(scope, [...new Set(both)])).map((person) => [person.id, person]))
  for (const { key, author: authorId, message } of held) {
    const pair = pairs.find(({ id }) => id === key.split(':')[2])
    const author = people.get(authorId)
    const other = pair && people.get(otherOf(pair, authorId))
    if (!author || !other) continue
    const after = nextFit({ instant: scope.now, availability: availabilityOf(author, []) })
    const entry = toPerson(author, {
      key: `relay-back:${key}`,
      repeat: 'once',
      author: authorId,
      message: relayOvertaken({ name: other.name, words: message ? wordsRelayed(message) : '' }),
      ...(after && { after }),
    })
    await queue(scope, entry)
  }
}
