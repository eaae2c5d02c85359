import type { DraftProof, OpenDraft, OpenRow } from './open-draft.ts'

/** Somebody of a draft, as far as a coordinator's list shows them. */
export interface Named {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly managerEmail?: string
}

/** A row as it stands against the program of this moment. */
export interface ReviewRow extends OpenRow {
  readonly mentee: Named
  readonly mentor: Named | undefined
  /** Why the pair does not hold any more, as a sentence. */
  readonly stale: string | undefined
}

/** A draft before one coordinator. */
export interface Review {
  readonly program: { readonly id: string; readonly name: string; readonly slug: string }
  readonly draftId: string
  readonly version: number
  readonly proposedAt: Temporal.Instant | undefined
  readonly proof: DraftProof | undefined
  /** What this coordinator may see. */
  readonly rows: readonly ReviewRow[]
  /** Whom they are too close to. */
  readonly hidden: readonly ReviewRow[]
}

/** What a button remembers of the draft on which it stood: an older look is told what changed. */
export function stampOf({ draftId, version }: Pick<Review, 'draftId' | 'version'>): string {
  return `${draftId}.${version}`
}

/** The version that a stamp speaks of; undefined for a draft that is not there any more. */
export function versionIn(stamp: string, { id }: Pick<OpenDraft, 'id'>): number | undefined {
  const [draftId, version = ''] = stamp.split('.')
  return draftId === id && /^\d{1,9}$/.test(version) ? Number(version) : undefined
}

/** How a pair is called in a sentence: `Ana and Bea`. */
export function namesOf({ mentee, mentor }: Pick<ReviewRow, 'mentee' | 'mentor'>): string {
  return mentor ? `${mentee.name} and ${mentor.name}` : mentee.name
}

/** Whether something can come of it as it stands. */
export function isPublishable({ mentorId, stale }: ReviewRow): boolean {
  return mentorId !== undefined && stale === undefined
}

const digits = new Intl.NumberFormat('en-GB')

/** A score as the rest of a sentence is written. */
export function inDigits(score: number): string {
  return digits.format(score)
}
