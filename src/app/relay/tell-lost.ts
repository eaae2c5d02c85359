import { otherOf } from '../../core/pair/pair.ts'
import { relayLost, wordsRelayed } from '../../core/relay/messages.ts'
import type { GaveUp } from '../../delivery/give-up.ts'
import { queue, takeBody } from '../../store/outbox.ts'
import { pairById } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import type { Scope } from '../../store/scope.ts'
import { toPerson } from '../write-to.ts'

/** Tells whoever wrote a message that it did not arrive, and gives them back their words; the copy is erased by it. */
export async function tellSenderOfLost(scope: Scope, { entry, why }: GaveUp): Promise<void> {
  const [, senderId, pairId] = /^tell:([^:]+):([^:]+):/.exec(entry.key) ?? []
  if (entry.kind !== 'send' || senderId === undefined || pairId === undefined) return
  // What cannot be opened any more was opened by nobody else either: then they hear of it without their words.
  const message = why === 'unreadable' ? undefined : await takeBody(scope, entry.id)
  const pair = await pairById(scope, pairId)
  if (!pair) return
  const people = await peopleById(scope, [senderId, otherOf(pair, senderId)])
  const sender = people.find(({ id }) => id === senderId)
  const other = people.find(({ id }) => id !== senderId)
  if (!sender || !other) return
  const lost = relayLost({
    to: { pairId, name: other.name },
    words: message ? wordsRelayed(message) : '',
    unsure: why === 'unknown-fate',
  })
  const key = `gave-up:${entry.key}`
  await queue(scope, toPerson(sender, { key, repeat: 'once', message: lost, author: senderId }))
}
