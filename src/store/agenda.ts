import { answerValue } from '../core/checkin/answer.ts'
import { fromInstant, toPlainDate } from './instants.ts'
import type { Scope } from './scope.ts'

/** A step that one of the two has taken on. */
export interface OpenStep {
  readonly ownerId: string
  readonly title: string
  readonly dueOn: Temporal.PlainDate
}

/** The open steps of a pair, the earliest due first. */
export async function openStepsOf(scope: Scope, pairId: string): Promise<OpenStep[]> {
  const rows = await scope.tx.action.findMany({
    where: { organizationId: scope.organizationId, pairId, state: 'open' },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, ownerId, title, dueOn }) => ({
    ownerId,
    title: scope.seal.open(title, { table: 'actions', row: id, column: 'title' }),
    dueOn: toPlainDate(dueOn),
  }))
}

/** What is in somebody's way, in their own words. */
export interface Challenge {
  readonly personId: string
  readonly words: string
}

/**
 * What each of the two last said was in their way, since that instant, where the pair may read it. What is for its author
 * or for the coordinator alone is not even opened.
 */
export async function sharedChallengesOf(
  scope: Scope,
  wanted: { readonly pairId: string; readonly since: Temporal.Instant },
): Promise<Challenge[]> {
  const rows = await scope.tx.answer.findMany({
    where: {
      organizationId: scope.organizationId,
      question: 'in-the-way',
      answeredAt: { gte: fromInstant(wanted.since) },
      checkIn: { pairId: wanted.pairId },
    },
    orderBy: [{ answeredAt: 'desc' }, { id: 'asc' }],
    select: { id: true, reader: true, sealed: true, checkIn: { select: { personId: true } } },
  })
  const latest = rows.filter(
    ({ checkIn }, place) => rows.findIndex((other) => other.checkIn.personId === checkIn.personId) === place,
  )
  return latest.flatMap(({ id, reader, sealed, checkIn: { personId } }): Challenge[] => {
    if (reader !== 'pair' && reader !== 'pair-and-coordinator') return []
    const opened = scope.seal.open(sealed, { table: 'answers', row: id, column: 'sealed' })
    const value = answerValue.parse(JSON.parse(opened))
    return value.kind === 'words' ? [{ personId, words: value.text }] : []
  })
}
