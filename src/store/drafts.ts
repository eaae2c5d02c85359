import { randomUUID } from 'node:crypto'
import type {
  ChangeKind,
  DraftChange,
  DraftProof,
  OpenDraft,
  OpenRow,
  RowStanding,
} from '../core/match/review/open-draft.ts'
import { batches } from './batches.ts'
import type { DraftChange as ChangeRow, MatchDraft, DraftRow as RowRow } from './generated/client.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'

/** The program's draft; undefined where there is nothing to review. */
export async function draftOf(scope: Scope, programId: string): Promise<OpenDraft | undefined> {
  const { organizationId, tx } = scope
  const draft = await tx.matchDraft.findFirst({ where: { programId, organizationId } })
  if (!draft) return undefined
  const rows: OpenRow[] = []
  for (let page: RowRow[] = []; ; ) {
    page = await tx.draftRow.findMany({
      where: { draftId: draft.id, organizationId, menteeId: { gt: rows.at(-1)?.menteeId ?? '' } },
      orderBy: { menteeId: 'asc' },
      take: ROWS_AT_ONCE,
    })
    rows.push(...page.map(toRow))
    if (page.length < ROWS_AT_ONCE) return toDraft(draft, rows)
  }
}

/** The same, and it is this transaction's until it ends: whoever changes a draft reads it by this. */
export async function lockDraft(scope: Scope, programId: string): Promise<OpenDraft | undefined> {
  await scope.tx.$queryRaw`
    select id from match_drafts
    where program_id = ${programId} and organization_id = ${scope.organizationId} for update`
  return draftOf(scope, programId)
}

/** The draft, begun anew where there is none; this transaction's until it ends. */
export async function openDraft(scope: Scope, programId: string): Promise<OpenDraft> {
  const { organizationId } = scope
  await scope.tx.matchDraft.createMany({
    data: [{ id: randomUUID(), organizationId, programId }],
    skipDuplicates: true,
  })
  const draft = await lockDraft(scope, programId)
  if (!draft) throw new Error('the draft was not made')
  return draft
}

export interface ChangeToMake {
  readonly actor: string
  readonly kind: ChangeKind
  /** Whom it is about, where it is about one. */
  readonly menteeId?: string
  readonly fromId?: string
  readonly toId?: string
  /** What stands there from now on for these mentees. */
  readonly rows: readonly Omit<OpenRow, 'version'>[]
  /** Mentees who are in the draft no more. */
  readonly gone?: readonly string[]
  /** Of a run. */
  readonly proof?: DraftProof
}

/** Changes a draft that this transaction has locked, and notes who did what. Gives its new version. */
export async function changeDraft(scope: Scope, draft: OpenDraft, change: ChangeToMake): Promise<number> {
  const { organizationId, tx } = scope
  const { rows, gone = [], proof, ...what } = change
  const version = draft.version + 1
  for (const batch of batches(gone, ROWS_AT_ONCE)) {
    await tx.draftRow.deleteMany({ where: { draftId: draft.id, organizationId, menteeId: { in: batch } } })
  }
  for (const batch of batches(rows, ROWS_AT_ONCE)) {
    await tx.$executeRaw`
      insert into draft_rows (id, organization_id, draft_id, mentee_id, mentor_id, proposed_id, standing, score,
        reasons, version)
      select gen_random_uuid()::text, ${organizationId}, ${draft.id}, "menteeId", "mentorId", "proposedId", standing,
        score, reasons, ${version}
      from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as r("menteeId" text, "mentorId" text,
        "proposedId" text, standing text, score int, reasons text[])
      on conflict (draft_id, mentee_id) do update set mentor_id = excluded.mentor_id,
        proposed_id = excluded.proposed_id, standing = excluded.standing, score = excluded.score,
        reasons = excluded.reasons, version = excluded.version`
  }
  await tx.draftChange.create({
    data: {
      id: randomUUID(),
      organizationId,
      draftId: draft.id,
      version,
      at: fromInstant(scope.now),
      ...what,
    },
  })
  await tx.matchDraft.updateMany({
    where: { id: draft.id, organizationId },
    data: { version, ...(proof && { proof: { ...proof }, proposedAt: fromInstant(scope.now) }) },
  })
  return version
}

/** Throws the draft away, with all that was decided in it. */
export async function discardDraft(scope: Scope, draft: OpenDraft): Promise<void> {
  await scope.tx.matchDraft.deleteMany({ where: { id: draft.id, organizationId: scope.organizationId } })
}

/** What was done to it after that version, oldest first. */
export async function changesSince(
  scope: Scope,
  draft: Pick<OpenDraft, 'id'>,
  version: number,
): Promise<DraftChange[]> {
  const rows = await scope.tx.draftChange.findMany({
    where: { draftId: draft.id, organizationId: scope.organizationId, version: { gt: version } },
    orderBy: { version: 'asc' },
  })
  return rows.map(toChange)
}

/** Of a draft of thousands none holds the process up for long. */
const ROWS_AT_ONCE = 1_000

function toDraft(row: MatchDraft, rows: readonly OpenRow[]): OpenDraft {
  return {
    id: row.id,
    programId: row.programId,
    version: row.version,
    proposedAt: row.proposedAt ? toInstant(row.proposedAt) : undefined,
    proof: row.proposedAt ? (row.proof as unknown as DraftProof) : undefined,
    rows,
  }
}

function toRow({ menteeId, mentorId, proposedId, standing, score, reasons, version }: RowRow): OpenRow {
  return {
    menteeId,
    mentorId: mentorId ?? undefined,
    proposedId: proposedId ?? undefined,
    standing: standing as RowStanding,
    score: score ?? undefined,
    reasons,
    version,
  }
}

function toChange(row: ChangeRow): DraftChange {
  return {
    version: row.version,
    at: toInstant(row.at),
    actor: row.actor,
    kind: row.kind as ChangeKind,
    menteeId: row.menteeId ?? undefined,
    fromId: row.fromId ?? undefined,
    toId: row.toId ?? undefined,
  }
}
