import type { Member } from '../../core/match/member.ts'
import { type EndedOffer, offersEnded } from '../../core/offer/coordinator-messages.ts'
import type { Person } from '../../core/people/person.ts'
import { hasConflict } from '../../core/program/conflict.ts'
import { queue } from '../../store/outbox.ts'
import type { StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { publishPairs } from '../match/publish-pairs.ts'
import { returnAllToDraft } from '../match/return-to-draft.ts'
import { namedFrom } from '../match/review/read-review.ts'
import { smallRun } from '../match/small-run.ts'
import { coordinatorsOf } from '../program/coordinators.ts'
import { toPerson } from '../write-to.ts'
import type { LoadedOffer } from './ask.ts'

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
  const asked: ReadonlyMap<string, Member> =
    stored.program.match.offers === 'automatic' ? await askNextBest(scope, stored, ended) : new Map()
  const drafted = await backToDraft(
    scope,
    stored,
    ended.filter(({ mentee }) => !asked.has(mentee.id)),
  )
  const nowFor = ({ email }: Person, { mentee }: CameToNothing): EndedOffer['now'] => {
    const mentor = asked.get(mentee.id)
    if (!mentor) return { kind: drafted.has(mentee.id) ? 'draft' : 'nowhere' }
    return { kind: 'asked', mentor: hasConflict(email, [namedFrom(mentor)]) ? undefined : mentor.name }
  }
  await tellWhoRunsIt(scope, stored, { ended, nowFor })
}

/** Gives the ids of those who are in the draft now; whoever left or takes a break is not. */
export async function backToDraft(
  scope: Scope,
  stored: StoredProgram,
  ended: readonly Pick<CameToNothing, 'mentee'>[],
): Promise<ReadonlySet<string>> {
  if (ended.length === 0) return new Set()
  const returned = ended.map(({ mentee }) => ({ menteeId: mentee.id, why: whyBack }))
  const proposal = await returnAllToDraft(scope, stored, returned)
  const everybody = [...(proposal?.pairs ?? []), ...(proposal?.leftOver ?? [])]
  return new Set(everybody.map(({ mentee }) => mentee.id))
}

/** The row is read by whoever is not too close to whom it has now; whom it was before, and how that ended, is not in it. */
const whyBack = 'an earlier offer was not taken up'

/** By mentee: the mentor who is asked now. None where what was found does not hold any more when it is published. */
async function askNextBest(
  scope: Scope,
  stored: StoredProgram,
  ended: readonly CameToNothing[],
): Promise<ReadonlyMap<string, Member>> {
  const found = await smallRun(
    scope,
    stored,
    ended.map(({ mentee }) => mentee.id),
  )
  if (found.length === 0) return new Map()
  const pairs = found.map(({ mentor, mentee }) => ({ mentor: mentor.email, mentee: mentee.email }))
  const published = await publishPairs(scope, { programId: stored.id, pairs, actor: 'rounds' })
  return new Map(published.ok ? found.map(({ mentor, mentee }) => [mentee.id, mentor]) : [])
}

async function tellWhoRunsIt(
  scope: Scope,
  { id: programId, program }: StoredProgram,
  {
    ended,
    nowFor,
  }: {
    readonly ended: readonly CameToNothing[]
    readonly nowFor: (reader: Person, one: CameToNothing) => EndedOffer['now']
  },
): Promise<void> {
  const [first] = ended
  if (!first) return
  const entries = (await coordinatorsOf(scope, program)).flatMap((coordinator) => {
    const theirs = ended.filter(({ mentor, mentee }) => !hasConflict(coordinator.email, [mentor, mentee]))
    if (theirs.length === 0) return []
    const message = offersEnded({
      program: program.name,
      programId,
      ended: theirs.map((one) => ({
        mentor: one.mentor.name,
        mentee: one.mentee.name,
        how: one.how,
        now: nowFor(coordinator, one),
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
