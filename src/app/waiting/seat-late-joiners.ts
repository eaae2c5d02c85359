import { describeLeftOver } from '../../core/match/left-over.ts'
import type { Proposal } from '../../core/match/propose.ts'
import type { Message } from '../../core/message/message.ts'
import { availabilityOf, type Person } from '../../core/people/person.ts'
import { hasConflict } from '../../core/program/conflict.ts'
import type { Program } from '../../core/program/program.ts'
import { nextFit } from '../../core/time/slot.ts'
import {
  cameWords,
  type Latecomer,
  latecomersMessage,
  manyLatecomers,
} from '../../core/waiting/late-messages.ts'
import { audit } from '../../store/audit.ts'
import { draftOf } from '../../store/drafts.ts'
import { runOf } from '../../store/match-runs.ts'
import { queue } from '../../store/outbox.ts'
import { peopleById } from '../../store/people.ts'
import { programsById, type StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { notePlaced, programsToPlaceIn, type ToPlace, takeToPlace } from '../../store/waiting.ts'
import { returnAllToDraft } from '../match/return-to-draft.ts'
import { whyNoRun } from '../match/why-no-run.ts'
import { coordinatorsOf } from '../program/coordinators.ts'
import { inOrganization, type World } from '../world.ts'
import { toPerson } from '../write-to.ts'

/** More than this are a run of their own: it is computed beside the heartbeat, and asked for by a coordinator. */
const MOST_AT_ONCE = 200

/**
 * Places mentees who begin to take part, or are without a mentor again, once pairs of their program have been published
 * or are being reviewed: one small run for all of a program, moving nobody, into the draft. The coordinators are told
 * once, and nothing is offered without them. A program that fails holds up no other.
 */
export async function seatLateJoiners(world: World, organizationId: string): Promise<void> {
  const programIds = await inOrganization(world, organizationId, programsToPlaceIn)
  for (const programId of programIds) {
    try {
      await inOrganization(world, organizationId, (scope) => placeIn(scope, programId))
    } catch (cause) {
      world.log.error({ organizationId, programId, err: cause }, 'latecomers of a program were not placed')
    }
  }
}

async function placeIn(scope: Scope, programId: string): Promise<void> {
  const run = await runOf(scope, programId)
  // What it proposes is not known yet: they are placed beside that, once it is.
  if (run?.state === 'waiting' || run?.state === 'working') return
  const [stored] = await programsById(scope, [programId])
  const came = await takeToPlace(scope, programId)
  const isMatched = stored?.publishedAt !== undefined || (await draftOf(scope, programId)) !== undefined
  const toPlace = came.filter((one) => one.looksForMentor && (isMatched || one.came === 'unpaired'))
  await notePlaced(
    scope,
    programId,
    came.map(({ enrollmentId }) => enrollmentId),
  )
  // Peers wait for the next round, which takes in whoever is there.
  if (!stored || whyNoRun(stored.program, scope.now) !== undefined || toPlace.length === 0) return
  if (toPlace.length > MOST_AT_ONCE) return tellOfMany(scope, stored, toPlace)

  const proposal = await returnAllToDraft(
    scope,
    stored,
    toPlace.map(({ personId, ...one }) => ({ menteeId: personId, why: cameWords(one.came) })),
  )
  if (!proposal) return
  const details = { mentees: toPlace.length, proposed: proposal.pairs.length }
  await audit(scope, { actor: 'rounds', action: 'match.place', subject: programId, details })
  await tellOfLatecomers(scope, stored, { toPlace, proposal })
}

/** Somebody who was placed, with the people whom a coordinator must not be too close to. */
interface Placed extends Latecomer {
  readonly people: readonly Person[]
}

async function tellOfLatecomers(
  scope: Scope,
  { id: programId, program }: StoredProgram,
  found: { readonly toPlace: readonly ToPlace[]; readonly proposal: Proposal },
): Promise<void> {
  const placed = await placedOf(scope, found)
  const [first] = found.toPlace
  await tell(scope, { program, about: first }, (coordinator) => {
    const latecomers = placed.filter(({ people }) => !hasConflict(coordinator.email, people))
    const unseen = placed.length - latecomers.length
    return latecomersMessage({ programId, program: program.name, latecomers, unseen })
  })
}

async function tellOfMany(
  scope: Scope,
  { id: programId, program }: StoredProgram,
  toPlace: readonly ToPlace[],
): Promise<void> {
  const message = manyLatecomers({ programId, program: program.name, count: toPlace.length })
  await tell(scope, { program, about: toPlace[0] }, () => message)
}

/** Each coordinator at an hour that suits them, once for the people who came with `about`. */
async function tell(
  scope: Scope,
  { program, about }: { readonly program: Program; readonly about: ToPlace | undefined },
  messageFor: (coordinator: Person) => Message,
): Promise<void> {
  const coordinators = await coordinatorsOf(scope, program)
  const entries = coordinators.flatMap((coordinator) => {
    const after = nextFit({ instant: scope.now, availability: availabilityOf(coordinator, []) })
    const key = `late:${about?.enrollmentId}:${scope.now.epochMilliseconds}:${coordinator.id}`
    const message = messageFor(coordinator)
    return toPerson(coordinator, { key, repeat: 'once', message, ...(after && { after }) })
  })
  await queue(scope, entries)
}

async function placedOf(
  scope: Scope,
  {
    toPlace,
    proposal: { pairs, leftOver },
  }: { readonly toPlace: readonly ToPlace[]; readonly proposal: Proposal },
): Promise<Placed[]> {
  const pairOf = new Map(pairs.map((pair) => [pair.mentee.id, pair]))
  const reasonOf = new Map(leftOver.map(({ mentee, reason }) => [mentee.id, [describeLeftOver(reason)]]))
  const ids = [...toPlace.map(({ personId }) => personId), ...pairs.map(({ mentor }) => mentor.id)]
  const people = new Map((await peopleById(scope, [...new Set(ids)])).map((person) => [person.id, person]))
  return toPlace.flatMap(({ personId, came }) => {
    const mentee = people.get(personId)
    const pair = pairOf.get(personId)
    const mentor = pair && people.get(pair.mentor.id)
    const reasons = pair?.reasons ?? reasonOf.get(personId)
    if (!mentee || !reasons) return []
    return [
      {
        name: mentee.name,
        came,
        mentor: mentor?.name,
        reasons,
        people: mentor ? [mentee, mentor] : [mentee],
      },
    ]
  })
}
