import { coordinatorsOnly } from '../../../core/digest/admin-messages.ts'
import { type ListName, pageOf, searchRows } from '../../../core/match/review/lists.ts'
import { nobodyFound, noDraft, withMenu } from '../../../core/match/review/messages.ts'
import { foundRows, reviewPage, whichProgram } from '../../../core/match/review/page-messages.ts'
import type { ReviewRow } from '../../../core/match/review/review.ts'
import type { Outcome } from '../../../core/message/intent.ts'
import { sentence } from '../../../core/message/messages.ts'
import { nearestWord } from '../../../core/message/nearest-word.ts'
import { audit } from '../../../store/audit.ts'
import type { StoredProgram } from '../../../store/programs.ts'
import { programsCoordinatedBy } from '../../program/coordinators.ts'
import type { Turn } from '../../turn.ts'
import { findReview, inPlace } from './find-review.ts'
import { type Reviewed, readReview } from './read-review.ts'
import { menuFor } from './show-match.ts'
import { rowMessage } from './show-row.ts'
import { unseenIn } from './unseen.ts'

/** `admin review [NAME | PROGRAM]`: the first page of the draft, or the rows in which somebody stands. */
export async function showReview(turn: Turn): Promise<Outcome> {
  const { scope, person } = turn
  const programs = await programsCoordinatedBy(scope, person)
  if (programs.length === 0) return { kind: 'show', message: coordinatorsOnly }
  const { stored, words } = readWords(turn.rest, programs)
  const read = await draftsOf(turn, stored ? [stored] : programs)
  if (words !== '') return search(turn, read, words)

  const [only, ...more] = read
  if (only && more.length === 0) return { kind: 'show', message: await pageMessage(turn, only, {}) }
  if (only) {
    const names = read.map((one) => one.stored.program)
    return { kind: 'show', message: whichProgram('review', names) }
  }
  const first = stored ?? (programs.length === 1 ? programs[0] : undefined)
  if (first?.program.type === 'peer') return { kind: 'show', message: await menuFor(turn, first) }
  return { kind: 'show', message: first ? withMenu(first.id, noDraft) : sentence(noDraft) }
}

/** Another page or list, in the place of the one on which the button stood. */
export async function pageThroughReview(turn: Turn): Promise<Outcome> {
  const found = await findReview(turn)
  if ('not' in found) return found.not
  const [, list, from = '0', first] = turn.about
  const at = {
    list: isList(list) ? list : 'pairs',
    from: /^\d{1,6}$/.test(from) ? Number(from) : 0,
    ...(first !== undefined && { first }),
  } as const
  return inPlace(await pageMessage(turn, found, at))
}

const lists: readonly string[] = ['pairs', 'left-over', 'locked', 'stale']

function isList(word: string | undefined): word is ListName {
  return word !== undefined && lists.includes(word)
}

/** A page, noted as looked at by this coordinator. */
async function pageMessage(
  turn: Turn,
  reviewed: Reviewed,
  { list = 'pairs', from = 0, first }: { list?: ListName; from?: number; first?: string },
) {
  const page = pageOf(reviewed.review.rows, { list, from, ...(first !== undefined && { first }) })
  await noteLook(turn, reviewed, page.rows)
  return reviewPage(reviewed.review, page, { unseen: unseenIn(reviewed, turn.person) })
}

async function draftsOf({ scope, person }: Turn, programs: readonly StoredProgram[]): Promise<Reviewed[]> {
  const read: Reviewed[] = []
  for (const stored of programs) {
    const reviewed = await readReview({ scope, reader: person }, stored)
    if (reviewed) read.push(reviewed)
  }
  return read
}

/** A program's short name comes first, if at all. */
function readWords(rest: string, programs: readonly StoredProgram[]) {
  const [first = '', ...more] = rest.trim().split(/\s+/)
  const stored = programs.find(({ program }) => program.slug === first.toLowerCase())
  return { stored, words: stored ? more.join(' ') : rest.trim() }
}

async function search(turn: Turn, read: readonly Reviewed[], words: string): Promise<Outcome> {
  const found = read
    .map((reviewed) => ({ reviewed, review: reviewed.review, rows: searchRows(reviewed.review.rows, words) }))
    .filter(({ rows }) => rows.length > 0)
  const [only] = found
  const [row, ...more] = found.flatMap(({ rows }) => rows)
  if (only && row && more.length === 0)
    return { kind: 'show', message: await rowMessage(turn, { reviewed: only.reviewed, row, back: [] }) }
  for (const { reviewed, rows } of found) await noteLook(turn, reviewed, rows)
  if (only) return { kind: 'show', message: foundRows(found) }

  const names = read.flatMap(({ review }) =>
    review.rows.flatMap(({ mentee, mentor }) => [mentee.name, ...(mentor ? [mentor.name] : [])]),
  )
  return { kind: 'show', message: nobodyFound(words, nearestWord(words, names)) }
}

function noteLook({ scope, person }: Turn, { stored }: Reviewed, rows: readonly ReviewRow[]): Promise<void> {
  return audit(scope, {
    actor: person.id,
    action: 'match.review',
    subject: stored.id,
    details: { mentees: rows.map(({ menteeId }) => menteeId) },
  })
}
