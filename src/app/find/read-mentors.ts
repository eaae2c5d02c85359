import { bestFirst, cardOf, type MentorCard } from '../../core/find/card.ts'
import { createEligibility } from '../../core/match/eligibility.ts'
import { type Mentor, memberFrom } from '../../core/match/member.ts'
import { monthOfStart } from '../../core/match/parts.ts'
import { forbidden } from '../../core/match/problem.ts'
import type { Person } from '../../core/people/person.ts'
import { shownIn } from '../../store/enrollments.ts'
import type { StoredProgram } from '../../store/programs.ts'
import { listedById } from '../../store/roster.ts'
import type { Scope } from '../../store/scope.ts'
import { readPool } from '../match/read-pool.ts'

export interface MentorsToFind {
  /** Best fitting first. */
  readonly cards: readonly MentorCard[]
  /** The mentee's skills sought. */
  readonly sought: readonly string[]
}

/**
 * The mentors of a program whom this mentee can choose from, as far as each shows themselves. Whom a rule keeps from
 * the mentee is left out without a word, whatever the rule. Who said no to them stays, and who is kept apart from them by
 * somebody's own list: a mentor who is there for others and not for them would tell it.
 */
export async function readMentors(
  scope: Scope,
  stored: StoredProgram,
  person: Person,
): Promise<MentorsToFind> {
  const listed = await listedById(scope, person.id)
  if (!listed) throw new Error('the person is not in the staff list')
  const mentee = memberFrom(listed)
  const { pool } = await readPool(scope, stored)
  const shows = await shownIn(scope, stored.id)
  const allowed = new Int32Array(pool.mentors.length)
  createEligibility({ ...pool, mentees: [mentee], rejected: [], apart: [] }).mask(0, allowed)
  const cards = pool.mentors
    .filter((_, at) => allowed[at] !== forbidden)
    .flatMap((mentor) => cardOf(knownOf(mentor, pool.on), shows.get(mentor.id) ?? []) ?? [])
  const sought = mentee.skillsSought
  return { cards: bestFirst(cards, { sought, locale: person.locale }), sought }
}

/** What a card can show of a mentor. */
export function knownOf(mentor: Mentor, on: Temporal.PlainDate): MentorCard {
  const { id, name, skillsOffered: skills, specialty, sites, languages, places } = mentor
  const start = monthOfStart(mentor)
  const years =
    start === undefined ? undefined : Math.max(Math.floor((on.year * 12 + on.month - start) / 12), 0)
  return { id, name, skills, specialty, sites, languages, years, places }
}
