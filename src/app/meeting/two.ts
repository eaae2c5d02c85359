import type { Between } from '../../core/pair/meet/messages.ts'
import { spanOf } from '../../core/pair/meet/planned.ts'
import type { Attendee } from '../../core/pair/meet/times.ts'
import type { Pair } from '../../core/pair/pair.ts'
import { availabilityOf, type Person } from '../../core/people/person.ts'
import type { Program } from '../../core/program/program.ts'
import { pairById } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import { agreedOfPeople } from '../../store/planned-meetings.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'

/** An active pair with all that planning a meeting asks about it. */
export interface Two {
  readonly pair: Pair
  readonly program: Program
  readonly people: readonly [Person, Person]
}

/** The pair, if it is active. */
export async function twoOf(scope: Scope, pairId: string): Promise<Two | undefined> {
  const pair = await pairById(scope, pairId)
  if (pair?.state !== 'active') return undefined
  const [stored] = await programsById(scope, [pair.programId])
  const people = await peopleById(scope, [pair.mentorId, pair.menteeId])
  const mentor = people.find(({ id }) => id === pair.mentorId)
  const mentee = people.find(({ id }) => id === pair.menteeId)
  return stored && mentor && mentee ? { pair, program: stored.program, people: [mentor, mentee] } : undefined
}

/** The pair as one of the two sees it; undefined for anybody else: an id in a payload proves nothing. */
export interface Side extends Two {
  readonly me: Person
  readonly other: Person
}

export async function sideOfTwo(scope: Scope, pairId: string, personId: string): Promise<Side | undefined> {
  const two = await twoOf(scope, pairId)
  const me = two?.people.find(({ id }) => id === personId)
  const other = two?.people.find(({ id }) => id !== personId)
  return two && me && other ? { ...two, me, other } : undefined
}

/** How the one sees the other in what is shown to them. */
export function between(reader: Person, other: Person): Between {
  return { reader, other: other.name, otherZone: other.zone }
}

/** When both can be reached and what they have agreed to, but for this meeting itself. */
export async function attendees(
  scope: Scope,
  { me, other, program }: Side,
  except: string | undefined,
): Promise<readonly [Attendee, Attendee]> {
  const planned = await agreedOfPeople(scope, {
    personIds: [me.id, other.id],
    from: scope.now.subtract({ hours: 24 }),
  })
  const attendee = (person: Person): Attendee => ({
    availability: availabilityOf(person, program.blackouts),
    busy: planned.flatMap(({ personIds, planned: { id, agreed } }) =>
      agreed && id !== except && personIds.includes(person.id) ? [spanOf(agreed)] : [],
    ),
  })
  return [attendee(me), attendee(other)]
}
