import { fromPlainDate, toPlainDate } from './instants.ts'
import type { Scope } from './scope.ts'

/** The meetings of a person in one program and calendar year. */
export interface MeetingSum {
  readonly program: string
  readonly year: number
  readonly meetings: number
  readonly minutes: number
}

/** What the person's meetings add up to, in all the pairs they are or were in; the latest year first. */
export async function meetingSumsOf(scope: Scope, personId: string): Promise<MeetingSum[]> {
  return await scope.tx.$queryRaw<MeetingSum[]>`
    select program.settings ->> 'name' as program, extract(year from m.held_on)::int as year,
      count(*)::int as meetings, coalesce(sum(m.minutes), 0)::int as minutes
    from meetings m
    join pairs p on p.id = m.pair_id
    join programs program on program.id = p.program_id
    where m.organization_id = ${scope.organizationId} and (p.mentor_id = ${personId} or p.mentee_id = ${personId})
    group by program.id, 1, 2
    order by year desc, program, program.id`
}

/** A day on which a mentee met a mentor of theirs, in whatever pair of the program. */
export interface HeldMeeting {
  readonly mentorId: string
  readonly menteeId: string
  readonly heldOn: Temporal.PlainDate
  readonly minutes: number
}

/** All meetings of a program from a day on, or those of one mentee. */
export async function heldInProgram(
  scope: Scope,
  wanted: { readonly programId: string; readonly from: Temporal.PlainDate; readonly menteeId?: string },
): Promise<HeldMeeting[]> {
  const { programId, from, menteeId } = wanted
  const rows = await scope.tx.meeting.findMany({
    where: {
      organizationId: scope.organizationId,
      heldOn: { gte: fromPlainDate(from) },
      pair: { programId, ...(menteeId !== undefined && { menteeId }) },
    },
    select: { heldOn: true, minutes: true, pair: { select: { mentorId: true, menteeId: true } } },
  })
  return rows.map(({ heldOn, minutes, pair }) => ({
    ...pair,
    heldOn: toPlainDate(heldOn),
    minutes: minutes ?? 0,
  }))
}

/** When each mentee of a program first had a pair in it, and each mentor, by person. */
export async function firstPairedIn(
  scope: Scope,
  programId: string,
): Promise<{
  readonly mentees: Map<string, Temporal.PlainDate>
  readonly mentors: Map<string, Temporal.PlainDate>
}> {
  const rows = await scope.tx.pair.findMany({
    where: { organizationId: scope.organizationId, programId },
    select: { mentorId: true, menteeId: true, startedOn: true },
    orderBy: { startedOn: 'desc' },
  })
  return {
    mentees: new Map(rows.map(({ menteeId, startedOn }) => [menteeId, toPlainDate(startedOn)])),
    mentors: new Map(rows.map(({ mentorId, startedOn }) => [mentorId, toPlainDate(startedOn)])),
  }
}

/** Since when each of these people has worked here and been registered, as far as the roster says. */
export async function beginningsOf(
  scope: Scope,
  personIds: readonly string[],
): Promise<
  Map<string, { readonly joinedOn?: Temporal.PlainDate; readonly registeredOn?: Temporal.PlainDate }>
> {
  const rows = await scope.tx.$queryRaw<{ id: string; joined: string | null; registered: string | null }[]>`
    select id, profile ->> 'joined_on' as joined, profile ->> 'registered_on' as registered
    from people where organization_id = ${scope.organizationId} and id = any(${[...personIds]}::text[])`
  return new Map(
    rows.map(({ id, joined, registered }) => [
      id,
      {
        ...(joined !== null && { joinedOn: Temporal.PlainDate.from(joined) }),
        ...(registered !== null && { registeredOn: Temporal.PlainDate.from(registered) }),
      },
    ]),
  )
}
