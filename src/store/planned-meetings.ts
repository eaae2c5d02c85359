import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { MeetingDetails, PlannedMeeting, Proposal } from '../core/pair/meet/planned.ts'
import { type MeetingKind, meetingKinds } from '../core/pair/meeting.ts'
import type { Prisma, PlannedMeeting as Row } from './generated/client.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'
import type { SealPlace } from './sealed.ts'
import type { Taking } from './taking.ts'

/** What waits for the other's word, as the row keeps it; the place is sealed, in base64. */
const optionsSchema = z.object({
  version: z.int(),
  proposal: z
    .object({
      by: z.string(),
      times: z.array(z.string()),
      minutes: z.int(),
      kind: z.enum(meetingKinds).optional(),
      place: z.string().optional(),
    })
    .optional(),
})

export async function plannedById(scope: Scope, id: string): Promise<PlannedMeeting | undefined> {
  const [found] = await findPlanned(scope, { id })
  return found
}

/** What is planned for these pairs: proposed or agreed, also if its time has passed; the latest first. */
export function plannedOfPairs(scope: Scope, pairIds: readonly string[]): Promise<PlannedMeeting[]> {
  return findPlanned(scope, { pairId: { in: [...pairIds] }, state: { in: ['proposed', 'agreed'] } })
}

/** The meetings that these people have agreed to, in all their pairs, from that instant on. */
export async function agreedOfPeople(
  scope: Scope,
  wanted: { readonly personIds: readonly string[]; readonly from: Temporal.Instant },
): Promise<{ readonly personIds: readonly string[]; readonly planned: PlannedMeeting }[]> {
  const anyOf = { in: [...wanted.personIds] }
  const pairs = await scope.tx.pair.findMany({
    where: {
      organizationId: scope.organizationId,
      state: 'active',
      OR: [{ mentorId: anyOf }, { menteeId: anyOf }],
    },
    select: { id: true, mentorId: true, menteeId: true },
  })
  const planned = await findPlanned(scope, {
    pairId: { in: pairs.map(({ id }) => id) },
    state: 'agreed',
    startsAt: { gte: fromInstant(wanted.from) },
  })
  const two = new Map(pairs.map(({ id, mentorId, menteeId }) => [id, [mentorId, menteeId]]))
  return planned.map((one) => ({ personIds: two.get(one.pairId) ?? [], planned: one }))
}

/** Keeps a new one. */
export async function createPlanned(
  scope: Scope,
  planned: { readonly pairId: string; readonly proposal: Proposal; readonly nextAt: Temporal.Instant },
): Promise<PlannedMeeting> {
  const id = randomUUID()
  const { pairId, proposal, nextAt } = planned
  const made: PlannedMeeting = {
    id,
    pairId,
    state: 'proposed',
    version: 1,
    proposedBy: proposal.by,
    proposal,
    sequence: 0,
  }
  await scope.tx.plannedMeeting.create({
    data: {
      id,
      organizationId: scope.organizationId,
      pairId,
      createdAt: fromInstant(scope.now),
      ...columnsOf(scope, made),
      nextAt: fromInstant(nextAt),
    },
  })
  return made
}

/** Keeps what became of it, and when it is looked at again; `at` undefined: never. */
export async function changePlanned(
  scope: Scope,
  planned: PlannedMeeting,
  next: { readonly at: Temporal.Instant | undefined; readonly meetingId?: string } | 'as-before',
): Promise<void> {
  await scope.tx.plannedMeeting.updateMany({
    where: { id: planned.id, organizationId: scope.organizationId },
    data: {
      ...columnsOf(scope, planned),
      ...(next !== 'as-before' && {
        nextAt: next.at ? fromInstant(next.at) : null,
        ...(next.meetingId !== undefined && { meetingId: next.meetingId }),
      }),
    },
  })
}

/** Those about which something is due, the longest due first; each is this transaction's until it ends. */
export async function takeDuePlanned(scope: Scope, { limit, took }: Taking): Promise<PlannedMeeting[]> {
  const rows = await scope.tx.$queryRaw<{ id: string }[]>`
    select id from planned_meetings
    where next_at <= ${fromInstant(scope.now)} and organization_id = ${scope.organizationId}
    order by next_at, id limit ${limit} for no key update skip locked`
  const ids = rows.map(({ id }) => id)
  took(ids)
  return ids.length === 0 ? [] : await findPlanned(scope, { id: { in: ids } })
}

export async function putOffPlanned(scope: Scope, id: string, until: Temporal.Instant): Promise<void> {
  await scope.tx.plannedMeeting.updateMany({
    where: { id, organizationId: scope.organizationId },
    data: { nextAt: fromInstant(until) },
  })
}

async function findPlanned(scope: Scope, where: Prisma.PlannedMeetingWhereInput): Promise<PlannedMeeting[]> {
  const rows = await scope.tx.plannedMeeting.findMany({
    where: { ...where, organizationId: scope.organizationId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map((row) => toPlanned(scope, row))
}

function columnsOf(scope: Scope, planned: PlannedMeeting) {
  const { id, state, version, proposal, agreed, sequence } = planned
  const stands: MeetingDetails | undefined = agreed ?? proposal
  return {
    state,
    sequence,
    proposedBy: agreed ? planned.proposedBy : (proposal?.by ?? planned.proposedBy),
    minutes: stands?.minutes ?? 0,
    kind: stands?.kind ?? null,
    place: stands?.place === undefined ? null : scope.seal.seal(stands.place, placeOf(id)),
    startsAt: agreed ? fromInstant(agreed.startsAt) : null,
    options: { version, ...(proposal && { proposal: written(scope, id, proposal) }) },
  }
}

function written({ seal }: Scope, id: string, proposal: Proposal) {
  const { by, times, minutes, kind, place } = proposal
  return {
    by,
    minutes,
    times: times.map(String),
    ...(kind && { kind }),
    ...(place !== undefined && { place: Buffer.from(seal.seal(place, optionsOf(id))).toString('base64') }),
  }
}

function toPlanned(scope: Scope, row: Row): PlannedMeeting {
  const { version, proposal } = optionsSchema.parse(row.options)
  const kind = meetingKinds.find((known) => known === row.kind)
  const place = row.place ? scope.seal.open(row.place, placeOf(row.id)) : undefined
  const details = { minutes: row.minutes, ...(kind && { kind }), ...(place !== undefined && { place }) }
  return {
    id: row.id,
    pairId: row.pairId,
    state: row.state as PlannedMeeting['state'],
    version,
    sequence: row.sequence,
    proposedBy: row.proposedBy,
    ...(proposal && { proposal: read(scope, row.id, proposal) }),
    ...(row.startsAt && { agreed: { ...details, startsAt: toInstant(row.startsAt) } }),
  }
}

interface WrittenProposal {
  readonly by: string
  readonly times: readonly string[]
  readonly minutes: number
  readonly kind?: MeetingKind | undefined
  readonly place?: string | undefined
}

function read({ seal }: Scope, id: string, { kind, place, ...rest }: WrittenProposal): Proposal {
  return {
    ...rest,
    times: rest.times.map((time) => Temporal.Instant.from(time)),
    ...(kind && { kind }),
    ...(place !== undefined && { place: seal.open(Buffer.from(place, 'base64'), optionsOf(id)) }),
  }
}

const placeOf = (row: string): SealPlace => ({ table: 'planned_meetings', row, column: 'place' })
const optionsOf = (row: string): SealPlace => ({ table: 'planned_meetings', row, column: 'options' })
