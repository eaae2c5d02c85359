import { randomUUID } from 'node:crypto'
import { type Meeting, meetingKinds, type ToldMeeting } from '../core/pair/meeting.ts'
import type { Meeting as Row } from './generated/client.ts'
import { fromInstant, fromPlainDate, toPlainDate } from './instants.ts'
import type { Scope } from './scope.ts'
import type { SealPlace } from './sealed.ts'

/** The pair's meetings of these days, both ends included. */
export async function meetingsOfPair(
  scope: Scope,
  asked: { pairId: string; from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<Meeting[]> {
  const rows = await scope.tx.meeting.findMany({
    where: {
      pairId: asked.pairId,
      organizationId: scope.organizationId,
      heldOn: { gte: fromPlainDate(asked.from), lte: fromPlainDate(asked.to) },
    },
    orderBy: [{ heldOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => toMeeting(scope, row))
}

/** Whether the two have held a meeting. */
export async function hasMet(scope: Scope, pairId: string): Promise<boolean> {
  const one = await scope.tx.meeting.findFirst({
    where: { pairId, organizationId: scope.organizationId },
    select: { id: true },
  })
  return one !== null
}

export async function createMeeting(
  scope: Scope,
  meeting: ToldMeeting & { pairId: string },
): Promise<string> {
  const id = randomUUID()
  const { pairId, loggedBy, heldOn, minutes, kind, note } = meeting
  await scope.tx.meeting.create({
    data: {
      id,
      organizationId: scope.organizationId,
      pairId,
      loggedBy,
      heldOn: fromPlainDate(heldOn),
      minutes: minutes ?? null,
      kind: kind ?? null,
      note: sealNote(scope, id, note),
      loggedAt: fromInstant(scope.now),
    },
  })
  return id
}

/** Keeps what became known of a meeting; its day and who told first stay. */
export async function changeMeeting(scope: Scope, meeting: Meeting): Promise<void> {
  await scope.tx.meeting.updateMany({
    where: { id: meeting.id, organizationId: scope.organizationId },
    data: {
      minutes: meeting.minutes ?? null,
      kind: meeting.kind ?? null,
      note: sealNote(scope, meeting.id, meeting.note),
      confirmedOn: meeting.confirmedOn ? fromPlainDate(meeting.confirmedOn) : null,
    },
  })
}

/** A meeting, and the pair that held it. */
export async function meetingById(
  scope: Scope,
  id: string,
): Promise<{ readonly pairId: string; readonly meeting: Meeting } | undefined> {
  const row = await scope.tx.meeting.findFirst({ where: { id, organizationId: scope.organizationId } })
  return row ? { pairId: row.pairId, meeting: toMeeting(scope, row) } : undefined
}

/** The meetings of these pairs that were held last, the latest first. */
export async function latestMeetings(
  scope: Scope,
  wanted: { readonly pairIds: readonly string[]; readonly most: number },
): Promise<{ readonly pairId: string; readonly meeting: Meeting }[]> {
  const rows = await scope.tx.meeting.findMany({
    where: { organizationId: scope.organizationId, pairId: { in: [...wanted.pairIds] } },
    orderBy: [{ heldOn: 'desc' }, { id: 'asc' }],
    take: wanted.most,
  })
  return rows.map((row) => ({ pairId: row.pairId, meeting: toMeeting(scope, row) }))
}

/** Puts right what was told of a meeting, by either of the two. */
export async function correctMeeting(
  scope: Scope,
  meeting: Meeting & { readonly correctedBy: string },
): Promise<void> {
  const { id, heldOn, minutes, kind, note, correctedBy } = meeting
  await scope.tx.meeting.updateMany({
    where: { id, organizationId: scope.organizationId },
    data: {
      heldOn: fromPlainDate(heldOn),
      minutes: minutes ?? null,
      kind: kind ?? null,
      note: sealNote(scope, id, note),
      correctedBy,
      correctedAt: fromInstant(scope.now),
    },
  })
}

/** It never took place. */
export async function removeMeeting(scope: Scope, id: string): Promise<void> {
  const { tx, organizationId } = scope
  await tx.meeting.deleteMany({ where: { id, organizationId } })
  await tx.plannedMeeting.updateMany({
    where: { meetingId: id, organizationId },
    data: { meetingId: null, state: 'cancelled' },
  })
}

/** One meeting of a pair is stored at a time, so that both sides telling of it at once still give one. */
export async function lockPair(scope: Scope, id: string): Promise<void> {
  await scope.tx
    .$queryRaw`select 1 from pairs where id = ${id} and organization_id = ${scope.organizationId} for no key update`
}

function sealNote(scope: Scope, id: string, note: string | undefined): Uint8Array<ArrayBuffer> | null {
  return note === undefined ? null : scope.seal.seal(note, noteOf(id))
}

function toMeeting({ seal }: Scope, row: Row): Meeting {
  const kind = meetingKinds.find((known) => known === row.kind)
  return {
    id: row.id,
    heldOn: toPlainDate(row.heldOn),
    loggedBy: row.loggedBy,
    ...(row.minutes !== null && { minutes: row.minutes }),
    ...(kind && { kind }),
    ...(row.note && { note: seal.open(row.note, noteOf(row.id)) }),
    ...(row.confirmedOn && { confirmedOn: toPlainDate(row.confirmedOn) }),
  }
}

const noteOf = (row: string): SealPlace => ({ table: 'meetings', row, column: 'note' })
