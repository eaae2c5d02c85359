import { createEligibility, type Pool } from '../../core/match/eligibility.ts'
import { reasonsFor, reasonsForTheTwo } from '../../core/match/explain.ts'
import { describeBreach, describeFull } from '../../core/match/rule-words.ts'
import { createScores } from '../../core/match/score.ts'
import type { Person } from '../../core/people/person.ts'
import { audit } from '../../store/audit.ts'
import { batches } from '../../store/batches.ts'
import { changeDraft, lockDraft } from '../../store/drafts.ts'
import { enrollmentsOfPeople } from '../../store/enrollments.ts'
import { peopleByEmail } from '../../store/people.ts'
import { notePublished, programsById, type StoredProgram } from '../../store/programs.ts'
import { listedByEmail } from '../../store/roster.ts'
import type { Scope } from '../../store/scope.ts'
import { makeOffers, type TwoToOffer } from '../offer/make-offers.ts'
import { isProgramOver, makePairs } from '../pair/make-pairs.ts'
import { type ProgramPool, readPool } from './read-pool.ts'
import { readScoring } from './read-scoring.ts'
import { whyNotInPool } from './why-not-in-pool.ts'

export interface PairsToPublish {
  readonly programId: string
  /** By e-mail. */
  readonly pairs: readonly { readonly mentee: string; readonly mentor: string }[]
  /** A person's id, or `command line`. */
  readonly actor: string
}

export type PublishedPairs =
  /** `offers`: mentors are asked; `pairs`: they have begun. */
  | { readonly ok: true; readonly offers: number; readonly pairs: number }
  | { readonly ok: false; readonly problems: readonly string[] }

/**
 * Publishes pairs of a draft, all or none. What has changed since it was made is looked at again, while nobody can
 * change it further: who has left or got a mentor, places and hard rules. Each becomes an offer to its mentor or, where
 * the program asks nobody, a pair as one made by hand is. They are in the program's draft no more.
 */
export async function publishPairs(scope: Scope, wanted: PairsToPublish): Promise<PublishedPairs> {
  const { actor, programId } = wanted
  const [stored] = await programsById(scope, [programId])
  if (!stored) throw new Error('there is no such program')
  const { program } = stored
  if (isProgramOver(program, scope.now)) return { ok: false, problems: [`${program.name} is over`] }
  const emails = [...new Set(wanted.pairs.flatMap(({ mentee, mentor }) => [mentee, mentor]))]
  // They are this transaction's until it ends.
  await listedByEmail(scope, emails)
  const places = await readPool(scope, stored)
  const problems = problemsWith(wanted.pairs, places, program.name)
  if (problems.length > 0) return { ok: false, problems }

  const twos = await twosOf(scope, { stored, ...places }, wanted.pairs)
  const asks = program.match.offers !== 'none'
  for (const some of batches(twos, atOnce)) {
    await (asks
      ? makeOffers(scope, { stored, twos: some, actor })
      : beginPairs(scope, { stored, actor }, some))
  }
  await leaveDraft(scope, { programId, actor, menteeIds: twos.map(({ mentee }) => mentee.id) })
  await notePublished(scope, programId)
  const published = { offers: asks ? twos.length : 0, pairs: asks ? 0 : twos.length }
  await audit(scope, { actor, action: 'match.publish', subject: programId, details: published })
  return { ok: true, ...published }
}

/** A statement has room for so many. */
const atOnce = 1_000

async function twosOf(
  scope: Scope,
  { stored, pool }: { readonly stored: StoredProgram; readonly pool: Pool },
  pairs: PairsToPublish['pairs'],
): Promise<TwoToOffer[]> {
  const emails = [...new Set(pairs.flatMap(({ mentee, mentor }) => [mentee, mentor]))]
  const people = new Map((await peopleByEmail(scope, emails)).map((person) => [person.email, person]))
  const scores = createScores(pool, await readScoring(scope, stored))
  return present(pairs, pool).map(({ menteeAt, mentorAt }) => {
    const [mentee, mentor] = [pool.mentees[menteeAt], pool.mentors[mentorAt]]
    if (!mentee || !mentor) throw new Error('somebody of the pool is not in it')
    const parts = scores.partsOf(menteeAt, mentorAt)
    return {
      mentee: personAt(people, mentee.email),
      mentor: personAt(people, mentor.email),
      reasons: reasonsForTheTwo(reasonsFor({ mentee, mentor }, parts)),
      score: [...parts.values()].reduce((sum, points) => sum + points, 0),
    }
  })
}

async function beginPairs(
  scope: Scope,
  { stored, actor }: { readonly stored: StoredProgram; readonly actor: string },
  twos: readonly TwoToOffer[],
): Promise<void> {
  const ids = twos.flatMap(({ mentor, mentee }) => [mentor.id, mentee.id])
  const places = await enrollmentsOfPeople(scope, [...new Set(ids)])
  await makePairs(scope, { stored, twos, places, actor, details: { published: 'match' } })
}

async function leaveDraft(
  scope: Scope,
  { programId, actor, menteeIds }: { programId: string; actor: string; menteeIds: readonly string[] },
): Promise<void> {
  const draft = await lockDraft(scope, programId)
  const inDraft = new Set(draft?.rows.map(({ menteeId }) => menteeId))
  const gone = menteeIds.filter((id) => inDraft.has(id))
  const [only, ...more] = gone
  if (!draft || only === undefined) return
  await changeDraft(scope, draft, {
    actor,
    kind: 'publish',
    rows: [],
    gone,
    ...(more.length === 0 && { menteeId: only }),
  })
}

function personAt(people: ReadonlyMap<string, Person>, email: string): Person {
  const person = people.get(email)
  if (!person) throw new Error('somebody of the pool is not in the staff list')
  return person
}

function problemsWith(
  pairs: PairsToPublish['pairs'],
  { pool, places }: ProgramPool,
  program: string,
): string[] {
  const { menteeAt, mentorAt } = positionsIn(pool)
  const absent = pairs.flatMap(({ mentee, mentor }) => [
    ...(menteeAt.has(mentee) ? [] : [whyNotInPool(places, program, { email: mentee, side: 'mentee' })]),
    ...(mentorAt.has(mentor) ? [] : [whyNotInPool(places, program, { email: mentor, side: 'mentor' })]),
  ])
  return [...new Set([...absent, ...breaches(present(pairs, pool), pool)])]
}

/** Two by their positions in the pool. */
interface Two {
  readonly menteeAt: number
  readonly mentorAt: number
}

/** Those of whom both are in the pool, in the same order. */
function present(pairs: PairsToPublish['pairs'], pool: Pool): Two[] {
  const positions = positionsIn(pool)
  return pairs.flatMap(({ mentee, mentor }) => {
    const [menteeAt, mentorAt] = [positions.menteeAt.get(mentee), positions.mentorAt.get(mentor)]
    return menteeAt === undefined || mentorAt === undefined ? [] : [{ menteeAt, mentorAt }]
  })
}

function positionsIn({ mentees, mentors }: Pool) {
  return {
    menteeAt: new Map(mentees.map(({ email }, position) => [email, position])),
    mentorAt: new Map(mentors.map(({ email }, position) => [email, position])),
  }
}

function breaches(pairs: readonly Two[], pool: Pool): string[] {
  const eligibility = createEligibility(pool)
  const taken = new Map<number, number>()
  return pairs.flatMap(({ menteeAt, mentorAt }) => {
    const [mentee, mentor] = [pool.mentees[menteeAt], pool.mentors[mentorAt]]
    if (!mentee || !mentor) return []
    const count = (taken.get(mentorAt) ?? 0) + 1
    taken.set(mentorAt, count)
    const full = count > mentor.places || eligibility.isApart(menteeAt, mentorAt)
    return [
      ...eligibility.objections(menteeAt, mentorAt).map((rule) => describeBreach(rule, { mentee, mentor })),
      ...(full ? [describeFull(mentor)] : []),
    ]
  })
}
