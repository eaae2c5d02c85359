import { randomUUID } from 'node:crypto'
import type { Agreement, SignedState, Signer } from '../core/agreement/agreement.ts'
import type { Terms } from '../core/agreement/terms.ts'
import type { Agreement as Row } from './generated/client.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'
import type { SealPlace } from './sealed.ts'

/** All versions of the agreements of these pairs, the newest first. */
export async function agreementsOfPairs(scope: Scope, pairIds: readonly string[]): Promise<Agreement[]> {
  if (pairIds.length === 0) return []
  const rows = await scope.tx.agreement.findMany({
    where: { pairId: { in: [...pairIds] }, organizationId: scope.organizationId },
    orderBy: [{ pairId: 'asc' }, { version: 'desc' }],
  })
  return rows.map((row) => toAgreement(scope, row))
}

/** How far the agreements of these pairs are: the versions that still count, without their words. */
export async function signedStatesOfPairs(scope: Scope, pairIds: readonly string[]): Promise<SignedState[]> {
  if (pairIds.length === 0) return []
  const rows = await scope.tx.agreement.findMany({
    where: {
      pairId: { in: [...pairIds] },
      organizationId: scope.organizationId,
      state: { not: 'replaced' },
    },
    select: { pairId: true, state: true, mentorConfirmedAt: true, menteeConfirmedAt: true },
  })
  return rows.map((row) => ({
    pairId: row.pairId,
    state: row.state as Agreement['state'],
    confirmed: toConfirmed(row),
  }))
}

/**
 * Stores the next version of the pair's agreement: what waited to be confirmed is replaced by it, what stands goes on.
 * Whoever calls it holds the pair's lock.
 */
export async function writeAgreement(
  scope: Scope,
  written: Pick<Agreement, 'pairId' | 'terms' | 'writtenBy'> & { readonly state: 'drafted' | 'open' },
): Promise<Agreement> {
  const { tx, organizationId, seal, now } = scope
  const { pairId, terms, writtenBy, state } = written
  const where = { pairId, organizationId }
  const last = await tx.agreement.aggregate({ where, _max: { version: true } })
  await tx.agreement.updateMany({
    where: { ...where, state: { in: ['drafted', 'open'] } },
    data: { state: 'replaced' },
  })
  const row = {
    id: randomUUID(),
    pairId,
    version: (last._max.version ?? 0) + 1,
    writtenBy,
    state,
    writtenAt: fromInstant(now),
  }
  await tx.agreement.create({
    data: { ...row, organizationId, sealed: seal.seal(JSON.stringify(terms), sealedOf(row.id)) },
  })
  return { ...row, terms, state, writtenAt: now, confirmed: {} }
}

/** This side stands by it; with `stands` both do, and it takes the place of what stood. */
export async function confirmAgreement(
  scope: Scope,
  { id, pairId }: Pick<Agreement, 'id' | 'pairId'>,
  { side, stands }: { readonly side: Signer; readonly stands: boolean },
): Promise<void> {
  const { tx, organizationId } = scope
  const now = fromInstant(scope.now)
  if (stands) {
    await tx.agreement.updateMany({
      where: { pairId, organizationId, state: 'standing' },
      data: { state: 'replaced' },
    })
  }
  await tx.agreement.updateMany({
    where: { id, organizationId },
    data: {
      ...(side === 'mentor' ? { mentorConfirmedAt: now } : { menteeConfirmedAt: now }),
      ...(stands && { state: 'standing' }),
    },
  })
}

/** A pair that is to be looked at, and the day on which its two first met. */
export interface PairWithoutAgreement {
  readonly pairId: string
  readonly firstMet: Temporal.PlainDate | undefined
}

/**
 * Active pairs of which it is to be looked whether they have an agreement, the longest due first; each is this
 * transaction's until it ends.
 */
export async function takePairsToRemind(scope: Scope, limit: number): Promise<PairWithoutAgreement[]> {
  const rows = await scope.tx.$queryRaw<{ id: string; first_met: string | null }[]>`
    select p.id, (select min(m.held_on)::text from meetings m where m.pair_id = p.id) as first_met
    from pairs p
    where p.agreement_look_at <= ${fromInstant(scope.now)} and p.state = 'active'
      and p.organization_id = ${scope.organizationId}
    order by p.agreement_look_at, p.id limit ${limit} for no key update of p skip locked`
  return rows.map(({ id, first_met: day }) => ({
    pairId: id,
    firstMet: day === null ? undefined : Temporal.PlainDate.from(day),
  }))
}

/** When it is looked again; undefined: never. */
export async function lookForAgreement(
  scope: Scope,
  pairId: string,
  at: Temporal.Instant | undefined,
): Promise<void> {
  await scope.tx.pair.updateMany({
    where: { id: pairId, organizationId: scope.organizationId },
    data: { agreementLookAt: at ? fromInstant(at) : null },
  })
}

function toAgreement({ seal }: Scope, row: Row): Agreement {
  const { id, pairId, version, writtenBy } = row
  return {
    id,
    pairId,
    version,
    writtenBy,
    writtenAt: toInstant(row.writtenAt),
    state: row.state as Agreement['state'],
    terms: toTerms(seal.open(row.sealed, sealedOf(id))),
    confirmed: toConfirmed(row),
  }
}

function toConfirmed({
  mentorConfirmedAt: mentor,
  menteeConfirmedAt: mentee,
}: Pick<Row, 'mentorConfirmedAt' | 'menteeConfirmedAt'>): Agreement['confirmed'] {
  return { ...(mentor && { mentor: toInstant(mentor) }), ...(mentee && { mentee: toInstant(mentee) }) }
}

function toTerms(json: string): Terms {
  const { until, reviewOn, ...words } = JSON.parse(json) as Omit<Terms, 'until' | 'reviewOn'> & {
    readonly until: string
    readonly reviewOn: string
  }
  return { ...words, until: Temporal.PlainDate.from(until), reviewOn: Temporal.PlainDate.from(reviewOn) }
}

function sealedOf(row: string): SealPlace {
  return { table: 'agreements', row, column: 'sealed' }
}
