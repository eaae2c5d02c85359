import { nothingDone, nothingToPublish, withMenu, withWord } from '../../../core/match/review/messages.ts'
import {
  type Asking,
  askPublish,
  notPublished,
  published,
  someDoNotHold,
} from '../../../core/match/review/publish-messages.ts'
import { isPublishable, type ReviewRow } from '../../../core/match/review/review.ts'
import type { Outcome } from '../../../core/message/intent.ts'
import { draftOf } from '../../../store/drafts.ts'
import { lockPeople } from '../../../store/people.ts'
import type { Turn } from '../../turn.ts'
import { publishPairs } from '../publish-pairs.ts'
import { changedSince, findProgram, findReview, inPlace, type Not, rowChangedSince } from './find-review.ts'
import type { Reviewed } from './read-review.ts'
import { menuFor } from './show-match.ts'

/** Publish all, what holds, what is locked, or the rows that a press names: asks once more. */
export async function askToPublish(turn: Turn): Promise<Outcome> {
  const found = await takeRows(turn, 'others')
  if ('not' in found) return found.not
  const { reviewed, rows, unseen, which } = found
  const { review, stored } = reviewed
  const { match } = stored.program
  const asking: Asking = {
    offers: match.offers,
    menteeConsent: match.menteeConsent,
    expiresDays: match.offerExpiresDays,
  }
  const isWhole = which === 'all' || which === 'holding'
  const leftOver = [...review.rows, ...review.hidden].filter(({ mentorId }) => mentorId === undefined).length
  return inPlace(askPublish({ review, rows, which, asking, leftOver: isWhole ? leftOver : 0, unseen }))
}

/** Publishes what was asked about, if nobody has changed it since. Offers go out, or the pairs begin. */
export async function publishNow(turn: Turn): Promise<Outcome> {
  await takePeople(turn)
  const found = await takeRows(turn, 'anybody')
  if ('not' in found) return found.not
  const { reviewed, rows } = found
  const { program } = reviewed.review
  const pairs = rows.flatMap(({ mentee, mentor }) =>
    mentor ? [{ mentee: mentee.email, mentor: mentor.email }] : [],
  )
  const result = await publishPairs(turn.scope, { programId: program.id, pairs, actor: turn.person.id })
  return inPlace(result.ok ? published(program, result) : notPublished(program, result.problems))
}

/** People before their draft, as whoever answers an offer does: else the two would wait for one another. */
async function takePeople(turn: Turn): Promise<void> {
  const stored = await findProgram(turn)
  if ('not' in stored) return
  const [, , , ...ids] = turn.about
  const { rows = [] } = (await draftOf(turn.scope, stored.id)) ?? {}
  const meant = rows.filter(({ menteeId }) => ids.length === 0 || ids.includes(menteeId))
  const people = meant.flatMap(({ menteeId, mentorId }) => (mentorId ? [menteeId, mentorId] : []))
  await lockPeople(turn.scope, people)
}

interface Taken {
  readonly reviewed: Reviewed
  readonly rows: readonly ReviewRow[]
  /** Of them, those that this coordinator does not see. */
  readonly unseen: number
  readonly which: string
}

/** The rows that a press speaks of, if they are as they were and hold; the draft is this transaction's from now on. */
async function takeRows(turn: Turn, by: 'anybody' | 'others'): Promise<Taken | Not> {
  const reviewed = await findReview(turn, true)
  if ('not' in reviewed) return reviewed
  const [, , kind = 'all', ...ids] = turn.about
  const [, stamp = ''] = turn.about
  const changed = await (ids.length === 0
    ? changedSince(turn, reviewed, { stamp, by })
    : changesOfRows(turn, reviewed, ids))
  if (changed.length > 0) {
    const menu = await menuFor(turn, reviewed.stored)
    return { not: inPlace(withWord(nothingDone(changed), menu)) }
  }
  const { shown, hidden } = rowsMeant(reviewed, kind, ids)
  const rows = [...shown, ...hidden]
  const isOld = rows.length < ids.length
  if (rows.length === 0 || isOld) return { not: inPlace(withMenu(reviewed.stored.id, nothingToPublish)) }
  const holding = rows.filter(isPublishable)
  if (holding.length < rows.length) return { not: inPlace(refuseStale(reviewed, { shown, hidden, kind })) }
  return { reviewed, rows, unseen: hidden.length, which: [kind, ...ids].join(':') }
}

/** Rows that were chosen one by one are held against their own changes only. */
async function changesOfRows(turn: Turn, reviewed: Reviewed, ids: readonly string[]): Promise<string[]> {
  const [, stamp = ''] = turn.about
  const changes: string[] = []
  for (const menteeId of ids) changes.push(...(await rowChangedSince(turn, reviewed, { menteeId, stamp })))
  return [...new Set(changes)]
}

/** Those that others have to look at go along with all, and are no part of a choice. */
function rowsMeant({ review }: Reviewed, kind: string, ids: readonly string[]) {
  const shown = review.rows.filter(({ mentorId }) => mentorId !== undefined)
  const hidden = review.hidden.filter(({ mentorId }) => mentorId !== undefined)
  switch (kind) {
    case 'all':
      return { shown, hidden }
    case 'holding':
      return { shown: shown.filter(isPublishable), hidden: hidden.filter(isPublishable) }
    case 'locked':
      return { shown: shown.filter(({ standing }) => standing === 'locked'), hidden: [] }
    default:
      return { shown: shown.filter(({ menteeId }) => ids.includes(menteeId)), hidden: [] }
  }
}

function refuseStale(
  { review }: Reviewed,
  { shown, hidden, kind }: { shown: readonly ReviewRow[]; hidden: readonly ReviewRow[]; kind: string },
) {
  const good = [...shown, ...hidden].filter(isPublishable)
  const ids = shown.filter(isPublishable).map(({ menteeId }) => menteeId)
  return someDoNotHold(review, {
    stale: shown.filter((row) => !isPublishable(row)),
    unseen: hidden.filter((row) => !isPublishable(row)).length,
    holding: good.length,
    which: kind === 'all' || ids.length > mostChosen ? 'holding' : ['some', ...ids].join(':'),
  })
}

/** A button has room for so many ids. */
const mostChosen = 40
