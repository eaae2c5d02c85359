import type { Message } from '../../core/message/message.ts'
import { pairEndedMessage } from '../../core/pair/ending-messages.ts'
import type { EndedBy, Pair } from '../../core/pair/pair.ts'
import { availabilityOf, type Person } from '../../core/people/person.ts'
import { nextFit } from '../../core/time/slot.ts'
import { auditAll } from '../../store/audit.ts'
import { changeCheckIns, unfinishedCheckInsOf } from '../../store/check-ins.ts'
import { fallSilentAbout } from '../../store/conversations.ts'
import { queue } from '../../store/outbox.ts'
import { closePairs } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import { programsById, type StoredProgram } from '../../store/programs.ts'
import { missMiddleReviews } from '../../store/reviews.ts'
import type { Scope } from '../../store/scope.ts'
import { firstNameOf } from '../checkin/load-nudged.ts'
import { inviteToMentor } from '../closing/become-mentor.ts'
import { lookBackOn } from '../closing/look-back-on.ts'
import { openClosing } from '../closing/open-closing.ts'
import { cancelMeetingsOf } from '../meeting/cancel-meeting.ts'
import { giveBackWaiting } from '../relay/give-back-waiting.ts'
import { toPerson } from '../write-to.ts'

/** How a pair ends. */
export interface Ending {
  /** A person's id, `command line`, or `rounds`. */
  readonly actor: string
  readonly by: EndedBy
  /** The one who ended it, where that is one of the two: they know, so only the other is told. */
  readonly knows?: string
  /** What that one writes to the other along with it. */
  readonly line?: string
  /** The one who is on a break from now on. */
  readonly rests?: string
}

/**
 * Ends a pair without asking for a reason: nothing more is asked about it, what both wrote stays theirs, and they are
 * told kindly, with what there is to look back on. Whoever knows already is shown that by whoever calls this.
 */
export async function closeWithWords(scope: Scope, pair: Pair, how: Ending): Promise<void> {
  await closeQuietly(scope, [pair], how)
  const [stored] = await programsById(scope, [pair.programId])
  if (!stored) return
  await openClosing(scope, pair, how.by)
  await tellOfEnd(scope, { pair, stored }, how)
  await inviteToMentor(scope, pair)
}

/** The same for many pairs at once, in a handful of statements; whoever calls it tells the people. */
export async function closeQuietly(
  scope: Scope,
  pairs: readonly Pair[],
  { actor, by }: Pick<Ending, 'actor' | 'by'>,
): Promise<void> {
  const ids = pairs.map(({ id }) => id)
  await closePairs(scope, ids, by)
  const unfinished = await unfinishedCheckInsOf(scope, ids)
  await changeCheckIns(
    scope,
    unfinished.map(({ id }) => ({ id, state: 'cancelled', nextAt: undefined, closedAt: scope.now })),
  )
  await fallSilentAbout(
    scope,
    unfinished.map(({ id }) => id),
  )
  await missMiddleReviews(scope, ids)
  await cancelMeetingsOf(scope, pairs, actor)
  await giveBackWaiting(scope, pairs)
  await auditAll(
    scope,
    ids.map((subject) => ({ actor, action: 'pair.end', subject, details: { by } })),
  )
}

async function tellOfEnd(
  scope: Scope,
  { pair, stored: { program } }: { readonly pair: Pair; readonly stored: StoredProgram },
  how: Ending,
): Promise<void> {
  const people = await peopleById(scope, [pair.mentorId, pair.menteeId])
  for (const person of people) {
    const other = people.find(({ id }) => id !== person.id)
    if (!other || person.id === how.knows) continue
    // Who is forgotten takes their goals with them.
    const behind = how.by === 'forgotten' ? {} : await lookBackOn(scope, pair, person)
    const message = pairEndedMessage({
      firstName: firstNameOf(person),
      other: other.name,
      program: program.name,
      by: how.by,
      locale: person.locale,
      ...(how.line !== undefined && { line: how.line }),
      rests: how.rests === person.id,
      ...behind,
    })
    const goals = behind.summary?.reached.length ?? 0
    const isTold =
      how.line !== undefined || (goals > 0 && (other.id === pair.menteeId || program.type === 'peer'))
    const told = { pair, person, message, blackouts: program.blackouts }
    await queue(scope, endEntries(scope, { ...told, ...(isTold && { author: other.id }) }))
  }
}

function endEntries(
  scope: Scope,
  told: {
    readonly pair: Pair
    readonly person: Person
    readonly message: Message
    readonly author?: string
    readonly blackouts: StoredProgram['program']['blackouts']
  },
) {
  const { pair, person, message, blackouts, author } = told
  const after = nextFit({ instant: scope.now, availability: availabilityOf(person, blackouts) })
  const key = `pair:${pair.id}:ended:${person.id}`
  return toPerson(person, {
    key,
    repeat: 'once',
    message,
    ...(author !== undefined && { author }),
    ...(after && { after }),
  })
}
