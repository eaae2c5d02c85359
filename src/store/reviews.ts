import { randomUUID } from 'node:crypto'
import {
  type Review,
  type ReviewContent,
  type ReviewMoment,
  type ReviewState,
  reviewContent,
} from '../core/review/review.ts'
import type { Prisma, Review as Row } from './generated/client.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'
import type { SealPlace } from './sealed.ts'
import type { Taking } from './taking.ts'

export interface NewReview {
  readonly programId: string
  readonly pairId: string
  readonly personId: string
  readonly side: 'mentor' | 'mentee'
  readonly moment: ReviewMoment
  /** How many messages are behind the person, and when the next is due. */
  readonly messages: number
  readonly nextAt: Temporal.Instant
}

/** Opens reviews; one of the same person, pair and moment that is there already stays as it is. */
export async function openReviews(scope: Scope, reviews: readonly NewReview[]): Promise<void> {
  await scope.tx.review.createMany({
    data: reviews.map(({ nextAt, ...rest }) => ({
      ...rest,
      id: randomUUID(),
      organizationId: scope.organizationId,
      state: 'open',
      openedAt: fromInstant(scope.now),
      nextAt: fromInstant(nextAt),
    })),
    skipDuplicates: true,
  })
}

export async function reviewById(scope: Scope, id: string): Promise<Review | undefined> {
  const [review] = await findReviews(scope, { id })
  return review
}

export function reviewsOfPairs(
  scope: Scope,
  pairIds: readonly string[],
  moment: ReviewMoment,
): Promise<Review[]> {
  return findReviews(scope, { pairId: { in: [...pairIds] }, moment })
}

/** Every answered review of a program at that moment. */
export function answeredReviews(
  scope: Scope,
  { programId, moment }: { readonly programId: string; readonly moment: ReviewMoment },
): Promise<Review[]> {
  return findReviews(scope, { programId, moment, state: 'answered' })
}

/** Reviews of which something is due, oldest first; each is this transaction's until it ends. */
export async function takeDueReviews(scope: Scope, { limit, took }: Taking): Promise<Review[]> {
  const rows = await scope.tx.$queryRaw<{ id: string }[]>`
    select id from reviews
    where next_at <= ${fromInstant(scope.now)} and organization_id = ${scope.organizationId}
    order by next_at, id limit ${limit} for update skip locked`
  const ids = rows.map(({ id }) => id)
  took(ids)
  return ids.length === 0 ? [] : await findReviews(scope, { id: { in: ids } })
}

/** What changes of a review; `nextAt: undefined` means that nothing more is to be said. */
export interface ReviewChange {
  readonly nextAt: Temporal.Instant | undefined
  readonly messages?: number
  readonly state?: ReviewState
  readonly content?: ReviewContent
}

export async function changeReview(scope: Scope, id: string, change: ReviewChange): Promise<void> {
  const { nextAt, messages, state, content } = change
  await scope.tx.review.updateMany({
    where: { id, organizationId: scope.organizationId },
    data: {
      nextAt: nextAt ? fromInstant(nextAt) : null,
      ...(messages !== undefined && { messages }),
      ...(state !== undefined && { state }),
      ...(state === 'answered' && { answeredAt: fromInstant(scope.now) }),
      ...(content && { sealed: scope.seal.seal(JSON.stringify(content), sealedOf(id)) }),
    },
  })
}

/** Nobody of this pair was invited to its closing talk yet: the word that it is over does so now. */
export async function countAsInvited(scope: Scope, pairId: string, nextAt: Temporal.Instant): Promise<void> {
  await scope.tx.review.updateMany({
    where: { pairId, moment: 'end', state: 'open', messages: 0, organizationId: scope.organizationId },
    data: { messages: 1, nextAt: fromInstant(nextAt) },
  })
}

/** Middle reviews of these pairs that nobody answered: it is too late for them. */
export async function missMiddleReviews(scope: Scope, pairIds: readonly string[]): Promise<void> {
  await scope.tx.review.updateMany({
    where: {
      pairId: { in: [...pairIds] },
      moment: 'middle',
      state: 'open',
      organizationId: scope.organizationId,
    },
    data: { state: 'missed', nextAt: null },
  })
}

/** One writes about a review at a time. */
export async function lockReview(scope: Scope, id: string): Promise<void> {
  await scope.tx
    .$queryRaw`select 1 from reviews where id = ${id} and organization_id = ${scope.organizationId} for update`
}

async function findReviews(scope: Scope, where: Prisma.ReviewWhereInput): Promise<Review[]> {
  const rows = await scope.tx.review.findMany({
    where: { ...where, organizationId: scope.organizationId },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => toReview(scope, row))
}

function toReview({ seal }: Scope, row: Row): Review {
  return {
    id: row.id,
    programId: row.programId,
    pairId: row.pairId,
    personId: row.personId,
    side: row.side === 'mentor' ? 'mentor' : 'mentee',
    moment: row.moment === 'middle' ? 'middle' : 'end',
    state: row.state as ReviewState,
    content: row.sealed ? reviewContent.parse(JSON.parse(seal.open(row.sealed, sealedOf(row.id)))) : {},
    messages: row.messages,
    ...(row.nextAt && { nextAt: toInstant(row.nextAt) }),
  }
}

const sealedOf = (row: string): SealPlace => ({ table: 'reviews', row, column: 'sealed' })
