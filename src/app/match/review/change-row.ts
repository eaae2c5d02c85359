import type { ChangeKind, OpenRow } from '../../../core/match/review/open-draft.ts'
import { namesOf, type ReviewRow } from '../../../core/match/review/review.ts'
import { askReject } from '../../../core/match/review/row-messages.ts'
import type { Outcome } from '../../../core/message/intent.ts'
import { audit } from '../../../store/audit.ts'
import { changeDraft } from '../../../store/drafts.ts'
import { reject } from '../../../store/rejections.ts'
import type { Turn } from '../../turn.ts'
import { inPlace } from './find-review.ts'
import { readReview } from './read-review.ts'
import { type FoundRow, findRow, rowMessage, takeRow } from './show-row.ts'

/** What is done to a row, and what it says afterwards. */
interface Deed {
  readonly kind: ChangeKind
  readonly rows: readonly Omit<OpenRow, 'version'>[]
  readonly toId?: string | undefined
  readonly word: string
}

/** This pair stays, whatever the next run finds. */
export async function lockRow(turn: Turn): Promise<Outcome> {
  const found = await takeRow(turn)
  if ('not' in found) return found.not
  const { row } = found
  if (row.stale !== undefined) return again(turn, found, `This pair cannot be locked: ${row.stale}`)
  if (row.mentorId === undefined) return again(turn, found, 'There is no pair to lock.')
  if (row.standing === 'locked') return again(turn, found, 'This pair is locked already.')
  const word = `Locked: no run changes ${namesOf(row)}.`
  return change(turn, found, { kind: 'lock', rows: [{ ...row, standing: 'locked' }], word })
}

/** The next run may change the row again; it looks for somebody who was taken out, too. */
export async function unlockRow(turn: Turn): Promise<Outcome> {
  const found = await takeRow(turn)
  if ('not' in found) return found.not
  const { row } = found
  if (row.standing === 'open') return again(turn, found, 'The next run may change this row already.')
  const word = row.mentor
    ? 'Unlocked: the next run may change this pair.'
    : `The next run looks for a mentor for ${row.mentee.name}.`
  return change(turn, found, { kind: 'unlock', rows: [{ ...row, standing: 'open' }], word })
}

/** This mentee gets nobody this time. */
export async function takeOut(turn: Turn): Promise<Outcome> {
  const found = await takeRow(turn)
  if ('not' in found) return found.not
  const { row } = found
  const rows = [{ ...without(row, 'taken out of the draft'), standing: 'set-aside' } as const]
  const word = `${row.mentee.name} gets nobody this time. They are told every week that I am still looking.`
  return change(turn, found, { kind: 'set-aside', rows, word })
}

/** Asks once more. */
export async function askToReject(turn: Turn): Promise<Outcome> {
  const found = await findRow(turn)
  if ('not' in found) return found.not
  const { reviewed, row, back } = found
  if (!row.mentor) return again(turn, found, 'There is no pair to reject.')
  return inPlace(askReject({ review: reviewed.review, row, back }))
}

/** From now on no run proposes the two to one another in this program. */
export async function rejectRow(turn: Turn): Promise<Outcome> {
  const found = await takeRow(turn)
  if ('not' in found) return found.not
  const { row, reviewed } = found
  const { menteeId, mentorId } = row
  if (mentorId === undefined) return again(turn, found, 'There is no pair to reject.')
  await reject(turn.scope, reviewed.stored.id, { menteeId, mentorId, by: 'coordinator' })
  const rows = [without(row, 'the pair was rejected: “Propose again” looks for somebody else')]
  const word = `${namesOf(row)} are not proposed to one another again.`
  return change(turn, found, { kind: 'reject', rows, word })
}

/** The row with nobody, open to the next run. */
export function without(row: OpenRow, why: string): OpenRow {
  return { ...row, mentorId: undefined, standing: 'open', score: undefined, reasons: [why] }
}

/** Stores what was decided of a row, and shows it as it stands from now on. */
export async function change(turn: Turn, found: FoundRow, deed: Deed): Promise<Outcome> {
  const { scope, person } = turn
  const { reviewed, row } = found
  const { kind, rows, toId = rows[0]?.mentorId } = deed
  const { menteeId, mentorId: fromId } = row
  await changeDraft(scope, reviewed.draft, {
    actor: person.id,
    kind,
    menteeId,
    ...(fromId !== undefined && { fromId }),
    ...(toId !== undefined && { toId }),
    rows: rows.map(stored),
  })
  await audit(scope, {
    actor: person.id,
    action: `match.${kind}`,
    subject: reviewed.stored.id,
    details: { rows: rows.map((one) => one.menteeId) },
  })
  return again(turn, found, deed.word)
}

/** The row as it is by now, under a word. */
export async function again(turn: Turn, { reviewed, row, back }: FoundRow, word: string): Promise<Outcome> {
  const reader = { scope: turn.scope, reader: turn.person }
  const now = await readReview(reader, reviewed.stored)
  const same = now?.review.rows.find(({ menteeId }) => menteeId === row.menteeId)
  if (!now || !same) throw new Error('a row that was just changed is not there')
  return inPlace(await rowMessage(turn, { reviewed: now, row: same, back }, word))
}

function stored({
  menteeId,
  mentorId,
  proposedId,
  standing,
  score,
  reasons,
}: OpenRow | ReviewRow | Omit<OpenRow, 'version'>): Omit<OpenRow, 'version'> {
  return { menteeId, mentorId, proposedId, standing, score, reasons }
}
