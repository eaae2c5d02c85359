import type { Pair } from '../../core/pair/pair.ts'
import { pairEndedMessage } from '../../core/pair/pair-messages.ts'
import { availabilityOf } from '../../core/people/person.ts'
import { nextFit } from '../../core/time/slot.ts'
import { auditAll } from '../../store/audit.ts'
import { changeCheckIns, unfinishedCheckInsOf } from '../../store/check-ins.ts'
import { fallSilentAbout } from '../../store/conversations.ts'
import { queue } from '../../store/outbox.ts'
import { closePairs } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { firstNameOf } from '../checkin/load-nudged.ts'
import { toPerson } from '../write-to.ts'

interface Ending {
  readonly actor: string
  readonly leaving?: string
  readonly asking?: string
}

/**
 * Ends a pair without asking for a reason: nothing more is asked about it, what both wrote stays theirs, and they are
 * told kindly. `leaving` is the one who left the program, `asking` the one who wishes to be matched anew; they know, so
 * only the other is told.
 */
export async function closeWithWords(scope: Scope, pair: Pair, how: Ending): Promise<void> {
  await closeQuietly(scope, [pair], how.actor)
  await tellBoth(scope, pair, how)
}

/** The same for many pairs at once, in a handful of statements; whoever calls it tells the people. */
export async function closeQuietly(scope: Scope, pairs: readonly Pair[], actor: string): Promise<void> {
  const ids = pairs.map(({ id }) => id)
  await closePairs(scope, ids)
  const unfinished = await unfinishedCheckInsOf(scope, ids)
  await changeCheckIns(
    scope,
    unfinished.map(({ id }) => ({ id, state: 'cancelled', nextAt: undefined, closedAt: scope.now })),
  )
  await fallSilentAbout(
    scope,
    unfinished.map(({ id }) => id),
  )
  await auditAll(
    scope,
    ids.map((subject) => ({ actor, action: 'pair.end', subject })),
  )
}

async function tellBoth(scope: Scope, pair: Pair, how: Ending): Promise<void> {
  const people = await peopleById(scope, [pair.mentorId, pair.menteeId])
  const [stored] = await programsById(scope, [pair.programId])
  if (!stored) return
  const { program } = stored
  const entries = people.flatMap((person) => {
    const other = people.find(({ id }) => id !== person.id)
    if (!other || person.id === how.leaving || person.id === how.asking) return []
    const message = pairEndedMessage({
      firstName: firstNameOf(person),
      other: other.name,
      program: program.name,
      by: endedBy(how),
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

function endedBy({ leaving, asking }: Ending): 'the other' | 'rematch' | 'coordinator' {
  if (asking !== undefined) return 'rematch'
  return leaving === undefined ? 'coordinator' : 'the other'
}
