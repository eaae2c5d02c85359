import { createEligibility, type Pool } from '../../core/match/eligibility.ts'
import { describeBreach, describeFull } from '../../core/match/rule-words.ts'
import type { Person } from '../../core/people/person.ts'
import { audit } from '../../store/audit.ts'
import { enrollmentsOfPeople } from '../../store/enrollments.ts'
import { peopleByEmail } from '../../store/people.ts'
import { programsById } from '../../store/programs.ts'
import { listedByEmail } from '../../store/roster.ts'
import type { Scope } from '../../store/scope.ts'
import { isProgramOver, makePairs } from '../pair/make-pairs.ts'
import { type ProgramPool, readPool } from './read-pool.ts'
import { whyNotInPool } from './why-not-in-pool.ts'

export interface PairsToPublish {
  readonly programId: string
  /** By e-mail. */
  readonly pairs: readonly { readonly mentee: string; readonly mentor: string }[]
  /** A person's id, or `command line`. */
  readonly actor: string
}

export type PublishedPairs =
  | { readonly ok: true; readonly pairIds: readonly string[] }
  | { readonly ok: false; readonly problems: readonly string[] }

/**
 * Makes the pairs of a draft, all or none. What has changed since it was made is looked at again, while nobody can
 * change it further: who has left or got a mentor, places and hard rules. Each pair is made as one by hand is.
 */
export async function publishPairs(scope: Scope, wanted: PairsToPublish): Promise<PublishedPairs> {
  const [stored] = await programsById(scope, [wanted.programId])
  if (!stored) throw new Error('there is no such program')
  if (isProgramOver(stored.program, scope.now))
    return { ok: false, problems: [`${stored.program.name} is over`] }
  const emails = [...new Set(wanted.pairs.flatMap(({ mentee, mentor }) => [mentee, mentor]))]
  // They are this transaction's until it ends.
  await listedByEmail(scope, emails)
  const problems = problemsWith(wanted.pairs, await readPool(scope, stored), stored.program.name)
  if (problems.length > 0) return { ok: false, problems }

  const people = new Map((await peopleByEmail(scope, emails)).map((person) => [person.email, person]))
  const places = await enrollmentsOfPeople(
    scope,
    [...people.values()].map(({ id }) => id),
  )
  const twos = wanted.pairs.map(({ mentor, mentee }) => ({
    mentor: personAt(people, mentor),
    mentee: personAt(people, mentee),
  }))
  const pairIds: string[] = []
  const { actor, programId } = wanted
  for (let start = 0; start < twos.length; start += atOnce) {
    const some = twos.slice(start, start + atOnce)
    const details = { published: 'match' }
    pairIds.push(...(await makePairs(scope, { stored, twos: some, places, actor, details })))
  }
  const details = { pairs: pairIds.length }
  await audit(scope, { actor, action: 'match.publish', subject: programId, details })
  return { ok: true, pairIds }
}

/** A statement has room for so many. */
const atOnce = 1_000

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
  const menteeAt = new Map(pool.mentees.map(({ email }, position) => [email, position]))
  const mentorAt = new Map(pool.mentors.map(({ email }, position) => [email, position]))
  const absent = pairs.flatMap(({ mentee, mentor }) => [
    ...(menteeAt.has(mentee) ? [] : [whyNotInPool(places, program, { email: mentee, side: 'mentee' })]),
    ...(mentorAt.has(mentor) ? [] : [whyNotInPool(places, program, { email: mentor, side: 'mentor' })]),
  ])
  const present = pairs.flatMap(({ mentee, mentor }) => {
    const two = [menteeAt.get(mentee), mentorAt.get(mentor)] as const
    return two[0] === undefined || two[1] === undefined ? [] : [{ menteeAt: two[0], mentorAt: two[1] }]
  })
  return [...new Set([...absent, ...breaches(present, pool)])]
}

function breaches(
  pairs: readonly { readonly menteeAt: number; readonly mentorAt: number }[],
  pool: Pool,
): string[] {
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
