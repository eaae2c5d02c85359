import type { Pair } from '../../core/pair/pair.ts'
import { pairEndedMessage } from '../../core/pair/pair-messages.ts'
import { availabilityOf } from '../../core/people/person.ts'
import { nextFit } from '../../core/time/slot.ts'
import { audit } from '../../store/audit.ts'
import { changeCheckIns, unfinishedCheckInsOfPair } from '../../store/check-ins.ts'
import { conversationOf, fallSilent } from '../../store/conversations.ts'
import { queue } from '../../store/outbox.ts'
import { closePair } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { firstNameOf } from '../checkin/load-nudged.ts'
import { toPerson } from '../write-to.ts'

/**
 * Ends a pair without asking for a reason: nothing more is asked about it, what both wrote stays theirs, and they are
 * told kindly. `leaving` is the one who left the program; they know, so only the other is told.
 */
export async function closeWithWords(
  scope: Scope,
  pair: Pair,
  how: { readonly actor: string; readonly leaving?: string },
): Promise<void> {
  await closePair(scope, pair.id)
  await stopAsking(scope, pair)
  await audit(scope, { actor: how.actor, action: 'pair.end', subject: pair.id })
  await tellBoth(scope, pair, how.leaving)
}

async function stopAsking(scope: Scope, pair: Pair): Promise<void> {
  const unfinished = await unfinishedCheckInsOfPair(scope, pair.id)
  await changeCheckIns(
    scope,
    unfinished.map(({ id }) => ({ id, state: 'cancelled', nextAt: undefined, closedAt: scope.now })),
  )
  const stopped = new Set(unfinished.map(({ id }) => id))
  for (const personId of [pair.mentorId, pair.menteeId]) {
    const conversation = await conversationOf(scope, personId)
    if (conversation && stopped.has(conversation.checkInId)) await fallSilent(scope, personId)
  }
}

async function tellBoth(scope: Scope, pair: Pair, leaving: string | undefined): Promise<void> {
  const people = await peopleById(scope, [pair.mentorId, pair.menteeId])
  const [stored] = await programsById(scope, [pair.programId])
  if (!stored) return
  const { program } = stored
  const entries = people.flatMap((person) => {
    const other = people.find(({ id }) => id !== person.id)
    if (!other || person.id === leaving) return []
    const message = pairEndedMessage({
      firstName: firstNameOf(person),
      other: other.name,
      program: program.name,
      by: leaving === undefined ? 'coordinator' : 'the other',
    })
    const after = nextFit({ instant: scope.now, availability: availabilityOf(person, program.blackouts) })
    return toPerson(person, {
      key: `pair:${pair.id}:ended:${person.id}`,
      repeat: 'once',
      message,
      ...(after && { after }),
    })
  })
  await queue(scope, entries)
}
