import { reasonsToldToBoth } from '../../core/match/told-reasons.ts'
import { type Beginning, groupIntroduction, pairBegins, type Way } from '../../core/pair/kick-off-messages.ts'
import { otherOf, type Pair, sideOf } from '../../core/pair/pair.ts'
import type { Account } from '../../core/people/account.ts'
import type { Enrollment } from '../../core/people/enrollment.ts'
import { availabilityOf, type Person } from '../../core/people/person.ts'
import type { Program } from '../../core/program/program.ts'
import { nextFit } from '../../core/time/slot.ts'
import { enrollmentsById, enrollmentsOfPeople } from '../../store/enrollments.ts'
import { type NewEntry, queue } from '../../store/outbox.ts'
import { activePairsOf } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { toPerson } from '../write-to.ts'

/** Two who are a pair, and their places in its program. */
export interface TwoOfPair {
  readonly pair: Pair
  readonly program: Program
  readonly mentor: Person
  readonly mentee: Person
  readonly places: readonly (Enrollment | undefined)[]
}

/** What this one of the two is told of how they begin; undefined until both take part, and between peers. */
export function beginningFor(two: TwoOfPair, person: Person): Beginning | undefined {
  const { pair, mentor, mentee } = two
  const side = sideOf(pair, person.id)
  if (!side || !canBegin(two)) return undefined
  const other = otherOf(pair, person.id) === mentor.id ? mentor : mentee
  return { pairId: pair.id, other: other.name, side, way: wayOf(two).way }
}

/** The conversation of the two on Slack, in which they are introduced; none where they have no workspace in common. */
export function groupEntry(scope: Scope, two: TwoOfPair, reasons: readonly string[]): NewEntry[] {
  const { pair, program, mentor, mentee } = two
  const { way, common } = wayOf(two)
  if (way.kind !== 'group' || !common || !canBegin(two)) return []
  const names = { mentor: mentor.name, mentee: mentee.name }
  const after = hourForBoth(scope.now, two)
  return [
    {
      // `tellOfNoGroup` knows it by this.
      key: `pair:${pair.id}:group`,
      platform: 'slack',
      to: { workspace: common.workspace, users: common.users },
      kind: 'send',
      repeat: 'once',
      message: groupIntroduction({
        ...names,
        program: program.name,
        reasons: reasonsToldToBoth(reasons, names),
      }),
      ...(after && { after }),
    },
  ]
}

/** Somebody who was in a pair already has joined: where the other has, too, the two begin now. */
export async function kickOffJoined(scope: Scope, enrollmentId: string): Promise<void> {
  const [place] = await enrollmentsById(scope, [enrollmentId])
  if (!place) return
  const pairs = (await activePairsOf(scope, place.personId)).filter(
    ({ programId }) => programId === place.programId,
  )
  const [stored] = pairs.length === 0 ? [] : await programsById(scope, [place.programId])
  if (!stored) return
  const ids = [...new Set(pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))]
  const people = new Map((await peopleById(scope, ids)).map((person) => [person.id, person]))
  const places = (await enrollmentsOfPeople(scope, ids)).filter(
    ({ programId }) => programId === place.programId,
  )
  const entries = pairs.flatMap((pair) => {
    const [mentor, mentee] = [people.get(pair.mentorId), people.get(pair.menteeId)]
    if (!mentor || !mentee) return []
    const placeOf = (person: Person) => places.find(({ personId }) => personId === person.id)
    const two = { pair, program: stored.program, mentor, mentee, places: [placeOf(mentor), placeOf(mentee)] }
    return begun(scope, two)
  })
  await queue(scope, entries)
}

function begun(scope: Scope, two: TwoOfPair): NewEntry[] {
  const { pair, program, mentor, mentee } = two
  const own = [mentor, mentee].flatMap((person) => {
    const beginning = beginningFor(two, person)
    if (!beginning) return []
    const after = nextFit({ instant: scope.now, availability: availabilityOf(person, program.blackouts) })
    return toPerson(person, {
      key: `pair:${pair.id}:begun:${person.id}`,
      repeat: 'once',
      message: pairBegins({ program: program.name, beginning }),
      ...(after && { after }),
    })
  })
  return [...own, ...groupEntry(scope, two, [])]
}

/** Nobody is brought together with anybody before they have given their word, or been told what is kept. */
function canBegin({ program, places }: TwoOfPair): boolean {
  const takePart = (place: Enrollment | undefined) =>
    place?.noticedAt !== undefined && (place.state === 'active' || place.state === 'paused')
  return program.type !== 'peer' && places.length > 0 && places.every(takePart)
}

interface CommonGround {
  readonly workspace: string
  readonly users: readonly string[]
}

/** Where both are: of several places, where the mentee last spoke. */
function wayOf({ mentor, mentee }: TwoOfPair): { readonly way: Way; readonly common?: CommonGround } {
  const shared = mentee.accounts.flatMap((one) => {
    const other = mentor.accounts.find((account) => isSamePlace(account, one))
    return other ? [{ ...one, users: [one.user, other.user] }] : []
  })
  const [common] = shared
  if (!common) return { way: { kind: 'relay' } }
  if (common.platform === 'slack') return { way: { kind: 'group' }, common }
  return { way: { kind: 'chat', link: chatLink([mentee, mentor]) }, common }
}

function isSamePlace(one: Account, other: Account): boolean {
  return one.platform === other.platform && one.workspace === other.workspace
}

/** Opens the chat of these in Teams, which knows people by their addresses. */
function chatLink(people: readonly Person[]): string {
  const users = people.map(({ email }) => encodeURIComponent(email)).join(',')
  return `https://teams.microsoft.com/l/chat/0/0?users=${users}`
}

/** When both can be reached; one after the other's hours where there is no such hour within weeks. */
function hourForBoth(
  now: Temporal.Instant,
  { mentor, mentee, program }: TwoOfPair,
): Temporal.Instant | undefined {
  const fitFor = (person: Person, instant: Temporal.Instant) =>
    nextFit({ instant, availability: availabilityOf(person, program.blackouts) }) ?? instant
  let at = now
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const both = fitFor(mentee, fitFor(mentor, at))
    if (both.equals(at)) return at
    at = both
  }
  return at
}

const MOST_ROUNDS = 30
