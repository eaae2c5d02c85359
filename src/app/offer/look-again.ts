import { createEligibility, type Pool } from '../../core/match/eligibility.ts'
import { capacityIn, memberFrom } from '../../core/match/member.ts'
import { describeBreach } from '../../core/match/rule-words.ts'
import type { Hindrance } from '../../core/offer/hindrance.ts'
import type { Pair } from '../../core/pair/pair.ts'
import type { Enrollment } from '../../core/people/enrollment.ts'
import { enrollmentsOfPeople } from '../../store/enrollments.ts'
import { keptApart } from '../../store/own-never-with.ts'
import { activePairsOf, pairsBetween } from '../../store/pairs.ts'
import { rejectionsIn } from '../../store/rejections.ts'
import { listedByEmail } from '../../store/roster.ts'
import type { Scope } from '../../store/scope.ts'
import { isProgramOver, startOf } from '../pair/make-pairs.ts'
import type { AskedOffer } from './find-offer.ts'

/**
 * What has come between the two since they were offered to one another; undefined if they can become a pair. Both are
 * this transaction's from now on, so that nothing can come between them any more.
 */
export async function whatHinders(scope: Scope, asked: AskedOffer): Promise<Hindrance | undefined> {
  const { offer, program, mentor, mentee } = asked
  if (isProgramOver(program, scope.now)) return { kind: 'over' }
  const listed = await listedByEmail(scope, [mentor.email, mentee.email])
  const places = await enrollmentsOfPeople(scope, [mentor.id, mentee.id])
  const away = (['mentor', 'mentee'] as const).find((side) => !takesPart(asked, places, side))
  if (away) return { kind: 'away', who: away }

  const pairs = await activePairsOf(scope, mentee.id)
  if (pairs.some((pair) => isMenteeHere(pair, asked))) return { kind: 'has-mentor' }
  const cells = (email: string) => listed.get(email)?.cells ?? {}
  const mentees = (await activePairsOf(scope, mentor.id)).filter(({ mentorId }) => mentorId === mentor.id)
  if (mentees.length >= capacityIn(cells(mentor.email))) return { kind: 'full' }

  const closedInAny = program.match.require.includes('not-paired-before')
  const earlier = await pairsBetween(scope, { mentorId: mentor.id, menteeId: mentee.id })
  const two = {
    mentee: memberFrom({ ...mentee, cells: cells(mentee.email) }),
    mentor: { ...memberFrom({ ...mentor, cells: cells(mentor.email) }), places: 1 },
  }
  const pool: Pool = {
    mentees: [two.mentee],
    mentors: [two.mentor],
    on: startOf(program, scope.now),
    require: program.match.require,
    earlier: earlier.filter(
      ({ state, programId }) => state === 'closed' && (closedInAny || programId === offer.programId),
    ),
    rejected: await rejectionsIn(scope, offer.programId),
    apart: await keptApart(scope),
  }
  const eligibility = createEligibility(pool)
  const [rule] = eligibility.objections(0, 0)
  if (rule) return { kind: 'rule', rule: describeBreach(rule, two) }
  return eligibility.isApart(0, 0) ? { kind: 'apart' } : undefined
}

function takesPart(
  { offer, mentor, mentee }: AskedOffer,
  places: readonly Enrollment[],
  side: 'mentor' | 'mentee',
): boolean {
  const { id } = side === 'mentor' ? mentor : mentee
  const place = places.find(({ programId, personId }) => programId === offer.programId && personId === id)
  return place?.state === 'active' && (place.role === side || place.role === 'both')
}

function isMenteeHere({ programId, menteeId }: Pair, { offer, mentee }: AskedOffer): boolean {
  return programId === offer.programId && menteeId === mentee.id
}
