import { reasonsForTheTwo } from '../../core/match/explain.ts'
import { type EndedOffer, offersEnded } from '../../core/offer/coordinator-messages.ts'
import { hasConflict } from '../../core/program/conflict.ts'
import { queue } from '../../store/outbox.ts'
import { peopleById } from '../../store/people.ts'
import type { StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { returnAllToDraft } from '../match/return-to-draft.ts'
import { smallRun } from '../match/small-run.ts'
import { coordinatorsOf } from '../program/coordinators.ts'
import { toPerson } from '../write-to.ts'
import type { LoadedOffer } from './ask.ts'
import { makeOffers } from './make-offers.ts'

/** An offer of the program that came to nothing, and how. */
export interface CameToNothing extends Pick<LoadedOffer, 'offer' | 'mentor' | 'mentee'> {
  readonly how: EndedOffer['how']
}

/**
 * Goes on without these offers: their mentees return to the draft or, with `match.offers: automatic`, the next best is
 * asked at once. The coordinators without a conflict are told, all of it in one message to each.
 */
export async function goOnWithout(
  scope: Scope,
  stored: StoredProgram,
  ended: readonly CameToNothing[],
): Promise<void> {
  const asked =
    stored.program.match.offers === 'automatic' ? await askNextBest(scope, stored, ended) : new Map()
  const drafted = await backToDraft(
    scope,
    stored,
    ended.filter(({ mentee }) => !asked.has(mentee.id)),
  )
  const nowOf = ({ mentee }: CameToNothing): EndedOffer['now'] => {
    const mentor = asked.get(mentee.id)
    if (mentor !== undefined) return { kind: 'asked', mentor }
    return { kind: drafted.has(mentee.id) ? 'draft' : 'nowhere' }
  }
  await tellWhoRunsIt(
    scope,
    stored,
    ended.map((one) => ({ ...one, now: nowOf(one) })),
  )
}

/** Gives the ids of those who are in the draft now; whoever left or takes a break is not. */
export async function backToDraft(
  scope: Scope,
  stored: StoredProgram,
  ended: readonly CameToNothing[],
): Promise<ReadonlySet<string>> {
  if (ended.length === 0) return new Set()
  const returned = ended.map(({ mentor, mentee, how }) => ({
    menteeId: mentee.id,
    why: whyBack(mentor.name, how),
  }))
  const proposal = await returnAllToDraft(scope, stored, returned)
  const everybody = [...(proposal?.pairs ?? []), ...(proposal?.leftOver ?? [])]
  return new Set(everybody.map(({ mentee }) => mentee.id))
}

/** Names nothing that was said. */
function whyBack(mentor: string, how: EndedOffer['how']): string {
  if (how.kind === 'withdrawn') return `the offer with ${mentor} was taken back: ${how.problem}`
  return how.kind === 'expired' ? `the offer with ${mentor} expired` : `the offer with ${mentor} was declined`
}

/** By mentee: the mentor who is asked now. */
async function askNextBest(
  scope: Scope,
  stored: StoredProgram,
  ended: readonly CameToNothing[],
): Promise<ReadonlyMap<string, string>> {
  const pairs = await smallRun(
    scope,
    stored,
    ended.map(({ mentee }) => mentee.id),
  )
  const ids = pairs.flatMap(({ mentor, mentee }) => [mentor.id, mentee.id])
  const people = new Map((await peopleById(scope, ids)).map((person) => [person.id, person]))
  const twos = pairs.flatMap(({ mentor, mentee, reasons, score }) => {
    const [one, other] = [people.get(mentor.id), people.get(mentee.id)]
    return one && other ? [{ mentor: one, mentee: other, reasons: reasonsForTheTwo(reasons), score }] : []
  })
  await makeOffers(scope, { stored, twos, actor: 'rounds' })
  return new Map(twos.map(({ mentor, mentee }) => [mentee.id, mentor.name]))
}

async function tellWhoRunsIt(
  scope: Scope,
  { id: programId, program }: StoredProgram,
  ended: readonly (CameToNothing & Pick<EndedOffer, 'now'>)[],
): Promise<void> {
  const [first] = ended
  if (!first) return
  const entries = (await coordinatorsOf(scope, program)).flatMap((coordinator) => {
    const theirs = ended.filter(({ mentor, mentee }) => !hasConflict(coordinator.email, [mentor, mentee]))
    if (theirs.length === 0) return []
    const message = offersEnded({
      program: program.name,
      programId,
      ended: theirs.map(({ mentor, mentee, ...one }) => ({
        ...one,
        mentor: mentor.name,
        mentee: mentee.name,
      })),
    })
    // An offer ends once: the first of them names the message for ever.
    return toPerson(coordinator, {
      key: `offer:${first.offer.id}:ended:${coordinator.id}`,
      repeat: 'once',
      message,
    })
  })
  await queue(scope, entries)
}
