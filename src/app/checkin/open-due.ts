import type { CheckIn, Stage } from '../../core/checkin/checkin.ts'
import { decideDue, nextCheckIn } from '../../core/checkin/due.ts'
import { missedAt, nextReminder, remindersIn } from '../../core/checkin/nudge.ts'
import { openingMessage } from '../../core/checkin/nudge-messages.ts'
import { lastDayOf } from '../../core/pair/pair.ts'
import { todayOf } from '../../core/people/person.ts'
import {
  type CheckInChange,
  changeCheckIns,
  openCheckInsOfPairs,
  type PlannedCheckIn,
  planCheckIns,
  putOffCheckIn,
  takeComingCheckIns,
  takeDueCheckIns,
} from '../../store/check-ins.ts'
import { changeEnrollment } from '../../store/enrollments.ts'
import { newNudgeId, type OpenedNudge, openNudges } from '../../store/nudges.ts'
import { type NewEntry, queue } from '../../store/outbox.ts'
import type { Scope } from '../../store/scope.ts'
import { carryOutDue, type Due } from '../carry-out-due.ts'
import { readStages } from '../pair/read-stages.ts'
import { noticeBlocks } from '../people/notice.ts'
import type { World } from '../world.ts'
import { toPerson } from '../write-to.ts'
import { closeAsMissed } from './close-missed.ts'
import { firstNameOf, loadNudged, type Nudged } from './load-nudged.ts'

/** How many check-ins one transaction opens: small enough that a crash repeats little and locks are short. */
const BATCH = 250

/** Opens every check-in whose time has come. Returns how many people were nudged. */
export function openDue(world: World, organizationId: string): Promise<number> {
  return carryOutDue(world, organizationId, { batch: BATCH, carryOut: openBatch, putOff: putOffCheckIn })
}

const openBatch: Due['carryOut'] = async (scope, { limit, took }) => {
  const due = await takeDueCheckIns(scope, { state: 'waiting', limit })
  took(due.map(({ id }) => id))
  if (due.length === 0) return 0
  await missPredecessors(scope, due)
  const ready = await sortOut(scope, [...due, ...(await dueLaterToday(scope, due))], due)
  const people = Map.groupBy(ready, ({ person }) => person.id)
  const stages = await readStages(scope, ready)
  const openings = [...people.values()].map((nudged) => openingFor(scope, nudged, stages))
  await openNudges(
    scope,
    openings.map(({ nudge }) => nudge),
  )
  await changeCheckIns(
    scope,
    openings.flatMap(({ changes }) => changes),
  )
  await planCheckIns(
    scope,
    openings.flatMap(({ planned }) => planned),
  )
  await noteNotices(scope, ready)
  await queue(
    scope,
    openings.flatMap(({ entries }) => entries),
  )
  return openings.length
}

/** A check-in is missed at the latest when the next one of that pair and person opens. */
async function missPredecessors(scope: Scope, due: readonly CheckIn[]): Promise<void> {
  const opening = new Set(due.map(({ pairId, personId }) => `${pairId}:${personId}`))
  const open = await openCheckInsOfPairs(scope, [...new Set(due.map(({ pairId }) => pairId))])
  await closeAsMissed(
    scope,
    open.filter(({ pairId, personId }) => opening.has(`${pairId}:${personId}`)),
  )
}

/** What else would come to the same people later on the same day comes in the same message. */
async function dueLaterToday(scope: Scope, due: readonly CheckIn[]): Promise<CheckIn[]> {
  const taken = new Set(due.map(({ id }) => id))
  const people = [...new Set(due.map(({ personId }) => personId))]
  const coming = await takeComingCheckIns(scope, { personIds: people, until: scope.now.add({ hours: 24 }) })
  return coming.filter(({ id }) => !taken.has(id))
}

/** Those that open now; the others are put off, held or cancelled. */
async function sortOut(
  scope: Scope,
  candidates: readonly CheckIn[],
  due: readonly CheckIn[],
): Promise<Nudged[]> {
  const isDue = new Set(due.map(({ id }) => id))
  const ready: Nudged[] = []
  const loaded = await loadNudged(scope, candidates)
  const changes: CheckInChange[] = [...withoutPlace(due, loaded)]
  for (const one of loaded) {
    const { checkIn, person, enrollment, otherPlace, pair, availability } = one
    const decision = decideDue({
      now: scope.now,
      availability,
      pairActive: pair.state === 'active',
      reachable: person.accounts.length > 0,
      enrollment: {
        state: enrollment.state,
        declined: enrollment.declinedAt !== undefined,
        askedToGoOn: enrollment.askedToGoOnAt !== undefined,
        ...(enrollment.pausedUntil && { pausedUntil: enrollment.pausedUntil }),
      },
      ...(otherPlace?.state === 'paused' && {
        otherRests: { ...(otherPlace.pausedUntil && { until: otherPlace.pausedUntil }) },
      }),
      ...endIn(one),
    })
    const today = todayOf(person, scope.now)
    const onThisDay = isDue.has(checkIn.id) || isSameDay(checkIn.nextAt, today, person.zone)
    if (decision.do === 'open' && onThisDay) ready.push(one)
    else if (isDue.has(checkIn.id) && decision.do !== 'open') changes.push(changeOf(checkIn, decision))
  }
  await changeCheckIns(scope, changes)
  return withCompany(ready, isDue)
}

/** Whose pair, program or place is gone is asked nothing: left as it is, it would be taken again and again. */
function withoutPlace(due: readonly CheckIn[], loaded: readonly Nudged[]): CheckInChange[] {
  const known = new Set(loaded.map(({ checkIn }) => checkIn.id))
  return due.filter(({ id }) => !known.has(id)).map((checkIn) => changeOf(checkIn, { do: 'cancel' }))
}

/** Later check-ins come along only where one of the same person opens now. */
function withCompany(ready: readonly Nudged[], isDue: ReadonlySet<string>): Nudged[] {
  const opening = new Set(ready.filter(({ checkIn }) => isDue.has(checkIn.id)).map(({ person }) => person.id))
  return ready.filter(({ person }) => opening.has(person.id))
}

function isSameDay(at: Temporal.Instant | undefined, day: Temporal.PlainDate, zone: string): boolean {
  return at?.toZonedDateTimeISO(zone).toPlainDate().equals(day) ?? false
}

function changeOf(
  { id }: CheckIn,
  decision: { do: 'wait'; until: Temporal.Instant } | { do: 'hold' } | { do: 'cancel' },
): CheckInChange {
  if (decision.do === 'cancel') return { id, state: 'cancelled', nextAt: undefined }
  return { id, state: 'waiting', nextAt: decision.do === 'wait' ? decision.until : undefined }
}

interface Opening {
  readonly nudge: OpenedNudge
  readonly changes: readonly CheckInChange[]
  readonly planned: readonly PlannedCheckIn[]
  readonly entries: readonly NewEntry[]
}

/** One person's opening message for one or several pairs. */
function openingFor(scope: Scope, nudged: readonly Nudged[], stages: ReadonlyMap<string, Stage>): Opening {
  const [first] = nudged
  if (!first) throw new Error('nobody to open a check-in for')
  const { person, availability, program } = first
  const { now } = scope
  const id = newNudgeId()
  const stageIn = ({ pair }: Nudged) => stages.get(pair.id) ?? 'working'
  const places = new Map(nudged.map((one) => [one.enrollment.id, one]))
  const notice = [...places.values()].flatMap((one) => (one.enrollment.noticedAt ? [] : noticeBlocks(one)))
  return {
    nudge: {
      id,
      personId: person.id,
      nextAt: nextReminder({
        openedAt: now,
        reminders: 0,
        remindersDays: remindersIn(nudged.map(stageIn), program.checkIn.remindersDays),
        now,
        availability,
      })?.at,
    },
    changes: nudged.map((one) => ({
      id: one.checkIn.id,
      state: 'open',
      stage: stageIn(one),
      nextAt: missedAt(now, person.zone),
      openedAt: now,
      nudgeId: id,
    })),
    planned: nudged.flatMap((one) => following(scope, one)),
    entries: toPerson(person, {
      key: `nudge:${id}:1`,
      message: openingMessage({
        nudgeId: id,
        firstName: firstNameOf(person),
        pairs: nudged.map((one) => ({
          checkInId: one.checkIn.id,
          other: one.other.name,
          program: one.program.name,
        })),
        ...(notice.length > 0 && { notice }),
      }),
    }),
  }
}

function following(scope: Scope, { checkIn, pair, person, program, availability }: Nudged): PlannedCheckIn[] {
  const today = todayOf(person, scope.now)
  const after = Temporal.PlainDate.compare(checkIn.dueOn, today) > 0 ? checkIn.dueOn : today
  const coming = nextCheckIn({
    cadence: program.cadence,
    startedOn: pair.startedOn,
    after,
    now: scope.now,
    availability,
    ...endIn({ pair, program }),
  })
  const { programId, pairId, personId, side } = checkIn
  return coming ? [{ programId, pairId, personId, side, ...coming }] : []
}

function endIn({ pair, program }: Pick<Nudged, 'pair' | 'program'>): { endsOn?: Temporal.PlainDate } {
  const endsOn = lastDayOf(pair, program)
  return endsOn ? { endsOn } : {}
}

/** A notice that stands in the opening message counts as given. */
async function noteNotices(scope: Scope, ready: readonly Nudged[]): Promise<void> {
  const fresh = ready.filter(({ enrollment }) => !enrollment.noticedAt)
  for (const { enrollment, program } of fresh) {
    // Nothing but that: they may have joined or left this very moment.
    await changeEnrollment(scope, enrollment.id, {
      noticedAt: scope.now,
      ...(program.join === 'required' && enrollment.state === 'invited' && { state: 'active' as const }),
    })
  }
}
