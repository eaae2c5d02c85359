import { otherOf, type Pair } from '../../core/pair/pair.ts'
import { pairRests } from '../../core/pair/rest-messages.ts'
import { availabilityOf, type Person, todayOf } from '../../core/people/person.ts'
import type { Program } from '../../core/program/program.ts'
import { formatDate } from '../../core/time/dates.ts'
import { firstSlot, nextFit } from '../../core/time/slot.ts'
import { changeCheckIns, openCheckInsOfPairs, waitingCheckInsOf } from '../../store/check-ins.ts'
import { queue } from '../../store/outbox.ts'
import { activePairsOf } from '../../store/pairs.ts'
import { personById } from '../../store/people.ts'
import type { Scope } from '../../store/scope.ts'
import { restCheckIn } from '../checkin/finish-check-in.ts'
import { reschedule } from '../checkin/schedule.ts'
import { quietPeople } from '../people/is-quiet.ts'
import { toPerson } from '../write-to.ts'

interface Break {
  readonly programId: string
  readonly program: Program
  /** The day they are back; undefined: when they say so. */
  readonly until: Temporal.PlainDate | undefined
}

/**
 * Somebody takes a break from a program: their pairs there rest. The others are told so, once, unless nothing is to be
 * written to them; what they are asked about such a pair is put aside, and comes again when the break is over.
 */
export async function restPairs(scope: Scope, person: Person, rest: Break): Promise<void> {
  for (const pair of await pairsIn(scope, person, rest.programId)) {
    const other = await personById(scope, otherOf(pair, person.id))
    if (!other) continue
    await putAside(scope, pair, { other, rest })
    const quiet = await quietPeople(scope, { programId: rest.programId, personIds: [other.id] })
    if (!quiet.has(other.id)) await tell(scope, pair, { person, other, rest })
  }
}

/** They are back sooner than they had said, or had named no day: the others are asked again as the cadence has it. */
export async function wakePairs(scope: Scope, person: Person, programId: string): Promise<void> {
  for (const pair of await pairsIn(scope, person, programId)) {
    const other = await personById(scope, otherOf(pair, person.id))
    if (other) await reschedule(scope, other)
  }
}

async function pairsIn(scope: Scope, { id }: Person, programId: string): Promise<Pair[]> {
  return (await activePairsOf(scope, id)).filter((pair) => pair.programId === programId)
}

async function putAside(
  scope: Scope,
  { id: pairId }: Pair,
  { other, rest: { until, program } }: { readonly other: Person; readonly rest: Break },
): Promise<void> {
  const open = await openCheckInsOfPairs(scope, [pairId])
  for (const checkIn of open.filter(({ personId }) => personId === other.id))
    await restCheckIn(scope, checkIn)
  const waiting = (await waitingCheckInsOf(scope, [other.id])).filter(
    (one) => one.pairId === pairId && (!until || Temporal.PlainDate.compare(one.dueOn, until) < 0),
  )
  const availability = availabilityOf(other, program.blackouts)
  const nextAt = until && firstSlot({ dueOn: until, at: '00:00', availability })
  await changeCheckIns(
    scope,
    waiting.map(({ id }) => ({ id, from: 'waiting', state: 'waiting', nextAt })),
  )
}

async function tell(
  scope: Scope,
  { id }: Pair,
  { person, other, rest }: { readonly person: Person; readonly other: Person; readonly rest: Break },
): Promise<void> {
  const { program, until } = rest
  const { locale } = other
  const message = pairRests({
    other: person.name,
    program: program.name,
    until: until && formatDate(until, locale, todayOf(other, scope.now)),
  })
  const after = nextFit({ instant: scope.now, availability: availabilityOf(other, program.blackouts) })
  // The same break said twice is told once.
  const key = `pair:${id}:rests:${person.id}:${until ?? todayOf(person, scope.now)}`
  await queue(scope, toPerson(other, { key, repeat: 'once', message, ...(after && { after }) }))
}
