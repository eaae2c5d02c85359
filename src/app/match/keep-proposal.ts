import { setImmediate as soon } from 'node:timers/promises'
import { describeLeftOver } from '../../core/match/left-over.ts'
import type { Proposal } from '../../core/match/propose.ts'
import type { DraftProof, OpenDraft, OpenRow } from '../../core/match/review/open-draft.ts'
import type { RunFound } from '../../core/match/review/run-messages.ts'
import type { Dropped, Held } from '../../core/match/review/still-hold.ts'
import { tailOf } from '../../core/match/tail.ts'
import type { Person } from '../../core/people/person.ts'
import { hasConflict } from '../../core/program/conflict.ts'
import { audit } from '../../store/audit.ts'
import { changeDraft } from '../../store/drafts.ts'
import { peopleById } from '../../store/people.ts'
import type { Scope } from '../../store/scope.ts'
import { type MatchRun, movedFrom, wishesMet } from './propose-pairs.ts'
import { whyNotInPool } from './why-not-in-pool.ts'

export interface Proposed {
  readonly run: MatchRun
  /** What the draft asked for, and what the run found around it. */
  readonly held: Held
  readonly proposal: Proposal
}

/**
 * Puts what a run found into the draft, which this transaction has locked and which has not changed since the run read
 * it. Rows that come out as they were keep their version; who is not in the pool any more leaves the draft.
 */
export async function keepProposal(
  scope: Scope,
  { run, held, proposal }: Proposed,
  { draft, actor }: { readonly draft: OpenDraft; readonly actor: string },
): Promise<void> {
  const before = new Map(draft.rows.map((row) => [row.menteeId, row]))
  const rows = rowsOf(proposal, before)
  // Of a draft of thousands each step takes a moment: whoever waits for an answer gets it in between.
  await soon()
  const changed = rows.filter((row) => !isSame(row, before.get(row.menteeId)))
  await soon()
  const there = new Set(rows.map(({ menteeId }) => menteeId))
  const { pairs, leftOver } = proposal
  await changeDraft(scope, draft, {
    actor,
    kind: 'run',
    rows: changed,
    gone: [...before.keys()].filter((menteeId) => !there.has(menteeId)),
    proof: proofOf({ run, held, proposal }),
  })
  const details = { pairs: pairs.length, leftOver: leftOver.length }
  await audit(scope, { actor, action: 'match.run', subject: run.stored.id, details })
}

type NewRow = Omit<OpenRow, 'version'>

function rowsOf({ pairs, leftOver }: Proposal, before: ReadonlyMap<string, OpenRow>): NewRow[] {
  return [
    ...pairs.map(({ mentee, mentor, score, reasons, kept }): NewRow => {
      // What was locked shows further on whether it had been proposed or chosen by hand.
      const proposedId = kept ? before.get(mentee.id)?.proposedId : mentor.id
      const standing = kept ? 'locked' : 'open'
      return { menteeId: mentee.id, mentorId: mentor.id, proposedId, standing, score, reasons }
    }),
    ...leftOver.map(({ mentee, reason }): NewRow => {
      const standing = reason.kind === 'set-aside' ? 'set-aside' : 'open'
      const nobody = { mentorId: undefined, proposedId: undefined, score: undefined }
      return { menteeId: mentee.id, ...nobody, standing, reasons: [describeLeftOver(reason)] }
    }),
  ]
}

function isSame(row: NewRow, before: OpenRow | undefined): boolean {
  if (!before) return false
  const { mentorId, proposedId, standing, score, reasons } = before
  return (
    row.mentorId === mentorId &&
    row.proposedId === proposedId &&
    row.standing === standing &&
    row.score === score &&
    row.reasons.length === reasons.length &&
    row.reasons.every((reason, at) => reason === reasons[at])
  )
}

function proofOf({ run, held, proposal }: Proposed): DraftProof {
  const { total, bound, unmatched, prices } = proposal
  const priced = run.pool.mentors.flatMap(({ id }, at): [string, number][] => {
    const price = prices[at] ?? 0
    return price > 0 ? [[id, price]] : []
  })
  const moved = movedFrom(held, proposal).length
  return { total, bound, unmatched, prices: Object.fromEntries(priced), moved }
}

/** What is said of a run to whoever asked for it. Of pairs that they are too close to only the number. */
export async function foundFor(
  scope: Scope,
  { run, held, proposal }: Proposed,
  reader: Person,
): Promise<RunFound> {
  const { stored } = run
  const people = await peopleById(
    scope,
    held.dropped.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]),
  )
  const personOf = new Map(people.map((person) => [person.id, person]))
  const seen = held.dropped.filter(({ menteeId, mentorId }) => {
    const two = [personOf.get(menteeId), personOf.get(mentorId)].filter((person) => person !== undefined)
    return !hasConflict(reader.email, two)
  })
  const tail = tailOf(proposal.pairs)
  const leftOver = { 'nobody-allowed': 0, 'all-full': 0, 'set-aside': 0, 'held-back': 0 }
  for (const { reason } of proposal.leftOver) leftOver[reason.kind] += 1
  return {
    programId: stored.id,
    program: stored.program.name,
    pairs: proposal.pairs.length,
    kept: held.kept.length,
    leftOver,
    wishes: wishesMet(run, proposal),
    tail: tail && { worst: tail.worst.score, fifthPercentile: tail.fifthPercentile },
    exclusions: proposal.exclusions,
    dropped: seen.map((one) => droppedWords(one, run, personOf)),
    droppedUnseen: held.dropped.length - seen.length,
  }
}

function droppedWords(
  { menteeId, mentorId, why }: Dropped,
  { places, stored }: MatchRun,
  personOf: ReadonlyMap<string, Person>,
): string {
  const [mentee, mentor] = [personOf.get(menteeId), personOf.get(mentorId)]
  const two = `${mentee?.name ?? 'somebody'} with ${mentor?.name ?? 'somebody'}`
  if ('words' in why) return `${two}: ${why.words}`
  const gone = why.gone === 'mentee' ? mentee : mentor
  if (!gone) return `${two}: not in the staff list any more`
  return `${two}: ${whyNotInPool(places, stored.program.name, { email: gone.email, side: why.gone })}`
}
