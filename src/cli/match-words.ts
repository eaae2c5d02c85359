import type { ProposedRun } from '../app/match/propose-pairs.ts'
import { describeLeftOver } from '../core/match/left-over.ts'
import type { Proposal } from '../core/match/propose.ts'
import { describeExclusion } from '../core/match/rule-words.ts'
import type { Program } from '../core/program/program.ts'
import type { Answer } from './answer.ts'

/** A run for people: pairs with their reasons, who is left over and why, the tail, and the proof. */
export function describeRun(run: ProposedRun): Pick<Answer, 'lines' | 'notes'> {
  const { proposal, stored } = run
  const { pairs, leftOver } = proposal
  if (pairs.length + leftOver.length === 0) {
    return { lines: [`Nobody in ${stored.program.name} waits for a mentor.`], notes: absentNotes(run) }
  }
  return {
    lines: [
      ...pairs.map(describePair),
      ...(leftOver.length > 0 ? ['Without a mentor:'] : []),
      ...leftOver.map(({ mentee, reason }) => `  ${mentee.name}: ${describeLeftOver(reason)}`),
      ...describeExclusions(proposal),
      ...describeMoved(run),
      `${pairs.length} ${pairs.length === 1 ? 'pair' : 'pairs'}, ${leftOver.length} without a mentor.`,
      ...describeWishes(run),
      ...describeTail(run),
      describeProof(proposal),
    ],
    notes: absentNotes(run),
  }
}

/** What publishing did: mentors are asked, or pairs have begun. */
export function describePublished(
  { offers, pairs }: { readonly offers: number; readonly pairs: number },
  { match }: Pick<Program, 'match'>,
): string {
  if (offers === 0) return `Published ${countOf(pairs, 'pair')}.`
  const asked = match.menteeConsent
    ? 'each mentor is asked in private, and then the mentee'
    : 'each mentor is asked in private'
  return `Published ${countOf(offers, 'pair')}: ${asked}, with ${countOf(match.offerExpiresDays, 'day')} to answer.`
}

function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

/** The same as data, people by their addresses. With `prices` and `capacities` anybody can recompute the bound. */
export function dataOf({
  proposal,
  milliseconds,
  pool,
  tail,
  moved,
  wishes,
  absent,
}: ProposedRun): Record<string, unknown> {
  const { pairs, leftOver, total, bound, unmatched, prices, capacities, exclusions } = proposal
  const menteeEmail = new Map(pool.mentees.map(({ id, email }) => [id, email]))
  const searched = pool.mentors
    .map(({ email, places }, at) => ({
      email,
      places,
      price: prices[at] ?? 0,
      capacity: capacities[at] ?? 0,
    }))
    .filter(({ places }) => places > 0)
  return {
    pairs: pairs.map(pairData),
    leftOver: leftOver.map(({ mentee, reason }) => ({
      mentee: mentee.email,
      reason: describeLeftOver(reason),
      ...reason,
    })),
    total,
    bound,
    gap: bound - total,
    unmatched,
    prices: Object.fromEntries(searched.map(({ email, price }) => [email, price])),
    capacities: Object.fromEntries(searched.map(({ email, capacity }) => [email, capacity])),
    ...(tail && { worst: pairData(tail.worst), fifthPercentile: tail.fifthPercentile }),
    exclusions,
    moved: moved.map(({ menteeId }) => menteeEmail.get(menteeId)),
    wishes,
    absent,
    milliseconds,
  }
}

function pairData({ mentee, mentor, score, reasons, kept }: Proposal['pairs'][number]) {
  return { mentee: mentee.email, mentor: mentor.email, score, reasons, kept }
}

function describePair({ mentee, mentor, score, reasons, kept }: Proposal['pairs'][number]): string {
  return `${mentee.name} – ${mentor.name}: ${score}${kept ? ', kept' : ''} (${reasons.join('; ')})`
}

function describeExclusions({ exclusions }: Proposal): string[] {
  if (exclusions.length === 0) return []
  return [
    'No pair at all is allowed by the rules of this program:',
    ...exclusions.map(({ rule, ...pairs }) => `  ${describeExclusion(rule, pairs)}`),
  ]
}

function describeMoved({ moved, pool, proposal }: ProposedRun): string[] {
  return moved.flatMap(({ menteeId, mentorId }) => {
    const mentee = pool.mentees.find(({ id }) => id === menteeId)
    const before = pool.mentors.find(({ id }) => id === mentorId)
    const now = proposal.pairs.find((pair) => pair.mentee.id === menteeId)?.mentor
    if (!mentee || !before) return []
    return [`Moved since the draft: ${mentee.name}, from ${before.name} to ${now?.name ?? 'nobody'}.`]
  })
}

function describeProof({ total, bound, unmatched }: Proposal): string {
  // Somebody unmatched counts less than all pairs together, so the total says it by its sign.
  const low = total < 0 ? ` (a mentee who could have got a mentor and has none counts ${unmatched})` : ''
  return `Proof that no choice is better: total ${total}, bound ${bound}, gap ${bound - total}${low}.`
}

function describeWishes({ wishes: { named, met } }: ProposedRun): string[] {
  return named === 0 ? [] : [`Named somebody whom they would like: ${named}. Got one of them: ${met}.`]
}

function describeTail({ tail }: ProposedRun): string[] {
  if (!tail) return []
  const { worst, fifthPercentile } = tail
  return [
    `Worst off: ${worst.mentee.name}, ${worst.score}. 5th percentile: ${fifthPercentile}. Scores are out of 10000.`,
  ]
}

function absentNotes({ absent: { invited, paused, unbriefed } }: ProposedRun): string[] {
  const notes = [
    ...(invited > 0
      ? [`${invited} invited, not joined yet: they are not matched, and can be paired by hand (pair add).`]
      : []),
    ...(paused > 0 ? [`${paused} taking a break: they are not matched.`] : []),
    ...(unbriefed > 0
      ? [`${unbriefed} without a confirmed briefing, which the program requires: they are not matched.`]
      : []),
  ]
  return notes
}
