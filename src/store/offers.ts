import { randomUUID } from 'node:crypto'
import type { Asked, Offer, OfferState } from '../core/offer/offer.ts'
import type { Offer as OfferRow, Prisma } from './generated/client.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'
import type { SealPlace } from './sealed.ts'

/** Two who have been offered to one another and have not both answered yet. */
export interface OpenOffer {
  readonly programId: string
  readonly mentorId: string
  readonly menteeId: string
}

/** All open offers of the organization: they take places, whatever the program. */
export async function openOffers(scope: Scope): Promise<OpenOffer[]> {
  return await scope.tx.offer.findMany({
    where: { state: 'open', organizationId: scope.organizationId },
    select: { programId: true, mentorId: true, menteeId: true },
  })
}

/** The open offers of one program, those that wait longest first. */
export function openOffersIn(scope: Scope, programId: string): Promise<Offer[]> {
  return findOffers(scope, { programId, state: 'open' })
}

/** The person's open offers, on either side. */
export function openOffersOf(scope: Scope, personId: string): Promise<Offer[]> {
  return findOffers(scope, { state: 'open', OR: [{ mentorId: personId }, { menteeId: personId }] })
}

export async function offerById(scope: Scope, id: string): Promise<Offer | undefined> {
  const [offer] = await findOffers(scope, { id })
  return offer
}

/** The same, and it is this transaction's until it ends: whoever changes an offer reads it by this. */
export async function lockOffer(scope: Scope, id: string): Promise<Offer | undefined> {
  await scope.tx.$queryRaw`
    select id from offers where id = ${id} and organization_id = ${scope.organizationId} for update`
  return offerById(scope, id)
}

export interface NewOffer extends Omit<Offer, 'id' | 'state' | 'asked'> {
  readonly publishedBy: string
  /** When the reminder or the end is due. */
  readonly nextAt: Temporal.Instant
}

/** In the order in which they were given, in one statement. */
export async function createOffers(scope: Scope, offers: readonly NewOffer[]): Promise<Offer[]> {
  const created = offers.map((offer) => ({
    ...offer,
    id: randomUUID(),
    state: 'open' as const,
    asked: 'mentor' as const,
  }))
  await scope.tx.offer.createMany({
    data: created.map(({ expiresAt, nextAt, reasons, ...offer }) => ({
      ...offer,
      organizationId: scope.organizationId,
      reasons: [...reasons],
      offeredAt: fromInstant(scope.now),
      expiresAt: fromInstant(expiresAt),
      nextAt: fromInstant(nextAt),
    })),
  })
  return created
}

/** From now on the mentee's answer is awaited. */
export async function askMentee(
  scope: Scope,
  id: string,
  { expiresAt, nextAt }: { readonly expiresAt: Temporal.Instant; readonly nextAt: Temporal.Instant },
): Promise<void> {
  await changeOffers(scope, [id], {
    asked: 'mentee',
    expiresAt: fromInstant(expiresAt),
    nextAt: fromInstant(nextAt),
    remindedAt: null,
  })
}

/** `why`: the reason given with a no, sealed; for coordinators alone. */
export async function endOffer(
  scope: Scope,
  id: string,
  { state, why }: { readonly state: Exclude<OfferState, 'open' | 'expired'>; readonly why?: string },
): Promise<void> {
  await changeOffers(scope, [id], {
    state,
    endedAt: fromInstant(scope.now),
    nextAt: null,
    ...(why !== undefined && { why: scope.seal.seal(why, whyOf(id)) }),
  })
}

/** They stay due until what follows of it is done: `takeUntold`. */
export async function expireOffers(scope: Scope, ids: readonly string[]): Promise<void> {
  const now = fromInstant(scope.now)
  await changeOffers(scope, ids, { state: 'expired', endedAt: now, nextAt: now })
}

/** What has to be done about it next is done then; with `reminded`, the reminder is out. */
export async function putOffOffer(
  scope: Scope,
  id: string,
  { nextAt, reminded }: { readonly nextAt: Temporal.Instant; readonly reminded?: true },
): Promise<void> {
  await changeOffers(scope, [id], {
    nextAt: fromInstant(nextAt),
    ...(reminded && { remindedAt: fromInstant(scope.now) }),
  })
}

/** Open offers whose reminder or end is due, oldest first; each is this transaction's until it ends. */
export async function takeDueOffers(
  scope: Scope,
  limit: number,
): Promise<{ readonly offer: Offer; readonly reminded: boolean }[]> {
  const ids = await scope.tx.$queryRaw<{ id: string }[]>`
    select id from offers where next_at <= ${fromInstant(scope.now)} and state = 'open'
      and organization_id = ${scope.organizationId}
    order by next_at, id limit ${limit} for update skip locked`
  if (ids.length === 0) return []
  const rows = await scope.tx.offer.findMany({
    where: { id: { in: ids.map(({ id }) => id) }, organizationId: scope.organizationId },
    orderBy: [{ nextAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ offer: toOffer(row), reminded: row.remindedAt !== null }))
}

/** Programs with expired offers of which nobody has been told yet. */
export async function programsWithUntold(scope: Scope): Promise<string[]> {
  const rows = await scope.tx.offer.findMany({
    where: { state: 'expired', nextAt: { not: null }, organizationId: scope.organizationId },
    select: { programId: true },
    distinct: ['programId'],
  })
  return rows.map(({ programId }) => programId)
}

/** Expired offers of a program of which nobody has been told yet; from now on they count as told. */
export async function takeUntold(scope: Scope, programId: string): Promise<Offer[]> {
  const ids = await scope.tx.$queryRaw<{ id: string }[]>`
    select id from offers where next_at is not null and state = 'expired'
      and program_id = ${programId} and organization_id = ${scope.organizationId}
    order by id for update skip locked`
  const found = await findOffers(scope, { id: { in: ids.map(({ id }) => id) } })
  await changeOffers(
    scope,
    found.map(({ id }) => id),
    { nextAt: null },
  )
  return found
}

async function changeOffers(
  scope: Scope,
  ids: readonly string[],
  data: Prisma.OfferUpdateManyMutationInput,
): Promise<void> {
  if (ids.length === 0) return
  await scope.tx.offer.updateMany({
    where: { id: { in: [...ids] }, organizationId: scope.organizationId },
    data,
  })
}

async function findOffers(scope: Scope, where: Prisma.OfferWhereInput): Promise<Offer[]> {
  const rows = await scope.tx.offer.findMany({
    where: { ...where, organizationId: scope.organizationId },
    orderBy: [{ offeredAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(toOffer)
}

function toOffer(row: OfferRow): Offer {
  return {
    id: row.id,
    programId: row.programId,
    mentorId: row.mentorId,
    menteeId: row.menteeId,
    state: row.state as OfferState,
    asked: row.asked as Asked,
    reasons: row.reasons,
    score: row.score,
    expiresAt: toInstant(row.expiresAt),
  }
}

function whyOf(row: string): SealPlace {
  return { table: 'offers', row, column: 'why' }
}
