import { createEligibility } from '../../../core/match/eligibility.ts'
import type { OpenDraft, OpenRow } from '../../../core/match/review/open-draft.ts'
import type { Named, Review, ReviewRow } from '../../../core/match/review/review.ts'
import { staleIn } from '../../../core/match/review/stale.ts'
import { openWeighing, scorePair, type Weighing } from '../../../core/match/review/weigh.ts'
import { formerMember } from '../../../core/people/former-member.ts'
import type { Person } from '../../../core/people/person.ts'
import { hasConflict } from '../../../core/program/conflict.ts'
import { draftOf, lockDraft } from '../../../store/drafts.ts'
import { peopleById } from '../../../store/people.ts'
import type { StoredProgram } from '../../../store/programs.ts'
import type { Scope } from '../../../store/scope.ts'
import { type ProgramPool, readPool } from '../read-pool.ts'
import { readScoring } from '../read-scoring.ts'
import { whyNotInPool } from '../why-not-in-pool.ts'

/** A draft before one coordinator, held against the program of this moment. */
export interface Reviewed extends ProgramPool {
  readonly stored: StoredProgram
  readonly draft: OpenDraft
  readonly review: Review
  readonly weighing: Weighing
  /** Everybody who can be matched, and everybody of the draft. */
  readonly people: ReadonlyMap<string, Named>
}

interface Reading {
  readonly scope: Scope
  readonly reader: Pick<Person, 'email'>
}

/** Reads the draft; undefined where there is none. `lock`: to change it, nobody else does so meanwhile. */
export async function readReview(
  { scope, reader }: Reading,
  stored: StoredProgram,
  { lock = false, known }: { readonly lock?: boolean; readonly known?: ProgramPool } = {},
): Promise<Reviewed | undefined> {
  const draft = await (lock ? lockDraft(scope, stored.id) : draftOf(scope, stored.id))
  if (!draft) return undefined
  const program = known ?? (await readPool(scope, stored))
  const { rows } = draft
  const weighing = openWeighing(program.pool, await readScoring(scope, stored), rows)
  const people = await peopleOf(scope, program, rows)
  const isClose = (ids: readonly (string | undefined)[]) =>
    hasConflict(
      reader.email,
      ids.flatMap((id) => people.get(id ?? '') ?? []),
    )
  const close = new Set(
    rows.filter(({ menteeId, mentorId }) => isClose([menteeId, mentorId])).map(({ menteeId }) => menteeId),
  )
  const stale = staleOf({ stored, people, close }, program, rows)
  const all = rows.map((row): ReviewRow => {
    return {
      ...row,
      mentee: people.get(row.menteeId) ?? unknownPerson(row.menteeId),
      mentor:
        row.mentorId === undefined ? undefined : (people.get(row.mentorId) ?? unknownPerson(row.mentorId)),
      score: scorePair(weighing, row.menteeId, row.mentorId) ?? row.score,
      stale: stale.get(row.menteeId),
    }
  })
  const { name, slug } = stored.program
  const review: Review = {
    program: { id: stored.id, name, slug },
    draftId: draft.id,
    version: draft.version,
    proposedAt: draft.proposedAt,
    proof: draft.proof,
    rows: all.filter(({ menteeId }) => !close.has(menteeId)),
    hidden: all.filter(({ menteeId }) => close.has(menteeId)),
  }
  return { ...program, stored, draft, review, weighing, people }
}

async function peopleOf(
  scope: Scope,
  { pool }: ProgramPool,
  rows: readonly OpenRow[],
): Promise<ReadonlyMap<string, Named>> {
  const people = new Map([...pool.mentees, ...pool.mentors].map((one) => [one.id, namedFrom(one)]))
  const named = rows.flatMap(({ menteeId, mentorId }) => [menteeId, ...(mentorId ? [mentorId] : [])])
  const others = await peopleById(
    scope,
    named.filter((id) => !people.has(id)),
  )
  return new Map([...people, ...others.map((one) => [one.id, namedFrom(one)] as const)])
}

/** Somebody of the pool as lists show them. */
export function namedFrom({
  id,
  name,
  email,
  managerEmail,
}: {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly managerEmail?: string | undefined
}): Named {
  return { id, name, email, ...(managerEmail !== undefined && { managerEmail }) }
}

/** Forgotten since: nothing is known of them any more. */
function unknownPerson(id: string): Named {
  return { id, name: formerMember, email: '' }
}

function staleOf(
  at: { stored: StoredProgram; people: ReadonlyMap<string, Named>; close: ReadonlySet<string> },
  { pool, places }: ProgramPool,
  rows: readonly OpenRow[],
): ReadonlyMap<string, string> {
  const { stored, people, close } = at
  return staleIn(
    rows,
    { pool, eligibility: createEligibility(pool) },
    {
      elsewhere: (id, side) => {
        const { email = '', name = formerMember } = people.get(id) ?? {}
        const isThere = places.has(email)
        return isThere
          ? whyNotInPool(places, stored.program.name, { email, side })
          : `${name} is not in ${stored.program.name} any more`
      },
      nameOf: (menteeId) => (close.has(menteeId) ? undefined : people.get(menteeId)?.name),
    },
  )
}
