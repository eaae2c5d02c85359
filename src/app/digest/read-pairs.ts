import type { Member, PairFacts, Tried } from '../../core/digest/attention.ts'
import { isWaiting } from '../../core/help-case/help-case.ts'
import type { Pair } from '../../core/pair/pair.ts'
import type { Person } from '../../core/people/person.ts'
import type { Program } from '../../core/program/program.ts'
import { dateAt } from '../../core/time/wall-clock.ts'
import { latestFinished, lostSince, pairsThatMet } from '../../store/attention.ts'
import { enrollmentsOfProgram } from '../../store/enrollments.ts'
import { openCasesIn } from '../../store/help-cases.ts'
import type { StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { coordinatorsTried, triedIn } from '../../store/tried.ts'

/** Everybody by id. */
export type People = ReadonlyMap<string, Person>

interface ActivePairs {
  readonly pairs: readonly Pair[]
  readonly people: People
  /** Who takes a break. */
  readonly resting: ReadonlySet<string>
  /** The required meeting that is overdue, by pair. */
  readonly overdue: ReadonlyMap<string, NonNullable<PairFacts['overdueMeeting']>>
  /** When the period began. */
  readonly since: Temporal.Instant
}

/** What the digest has to know of each active pair, in a handful of queries whatever their number. */
export async function readPairs(
  scope: Scope,
  { id: programId, program }: StoredProgram,
  { pairs, people, resting, since, overdue }: ActivePairs,
): Promise<PairFacts[]> {
  const day = dateAt(since, program.timeZone)
  const ever = await pairsThatMet(scope, { programId })
  const lately = await pairsThatMet(scope, { programId, since: { day, instant: since } })
  const signs = await readSigns(scope, { programId, program, people })
  const byCoordinators = await coordinatorsTried(
    scope,
    pairs.map(({ id }) => id),
  )
  return pairs.flatMap((pair) => {
    const mentor = memberOf(pair, people.get(pair.mentorId), signs)
    const mentee = memberOf(pair, people.get(pair.menteeId), signs)
    if (!mentor || !mentee) return []
    const { id: pairId, startedOn, snoozedUntil } = pair
    const met = { everMet: ever.has(pairId), metInPeriod: lately.has(pairId) }
    const done = byCoordinators.filter((one) => one.pairId === pairId)
    const lastOf = (action: string) => {
      const at = done.find((one) => one.action === action)?.at
      return at && dateAt(at, program.timeZone)
    }
    const overdueMeeting = overdue.get(pairId)
    const rests = resting.has(pair.mentorId) || resting.has(pair.menteeId)
    const nudgedOn = lastOf('digest.nudge')
    const rematchOfferedOn = lastOf('pair.rematch-offer')
    return [
      {
        pairId,
        startedOn,
        ...(snoozedUntil && { snoozedUntil }),
        ...(rests && { rests: true as const }),
        mentor,
        mentee,
        ...met,
        ...(overdueMeeting && { overdueMeeting }),
        ...(nudgedOn && { nudgedOn }),
        ...(rematchOfferedOn && { rematchOfferedOn }),
      },
    ]
  })
}

/** What people have done or asked, by pair and person. */
interface Signs {
  readonly finished: ReadonlyMap<string, Member['finished']>
  readonly requests: ReadonlyMap<string, NonNullable<Member['request']>>
  /** By person alone. */
  readonly lost: ReadonlyMap<string, Temporal.PlainDate>
  readonly tried: ReadonlyMap<string, Tried>
}

async function readSigns(
  scope: Scope,
  { programId, program, people }: { programId: string; program: Program; people: People },
): Promise<Signs> {
  const requests = (await openCasesIn(scope, [programId])).filter((one) => isWaiting(one) && !one.shared)
  const unreachable = [...people.values()].filter(({ accounts }) => accounts.length === 0)
  const lost = await lostSince(
    scope,
    unreachable.map(({ id }) => id),
  )
  const day = (instant: Temporal.Instant) => dateAt(instant, program.timeZone)
  const asked = await askedToGoOnIn(scope, programId)
  return {
    tried: new Map(
      (await triedIn(scope, programId)).map((one) => {
        const { checkIns, reminders, later, personId } = one
        const at = asked.get(personId)
        return [keyOf(one), { checkIns, reminders, later, ...(at && { askedToGoOn: day(at) }) }]
      }),
    ),
    finished: Map.groupBy(await latestFinished(scope, programId), keyOf),
    requests: new Map(
      requests.flatMap(({ pairId, personId, urgent, openedAt, words }) => {
        if (pairId === undefined) return []
        const text = words.join('\n')
        const request = { urgent, on: day(openedAt), ...(text !== '' && { words: text }) }
        return [[keyOf({ pairId, personId }), request] as const]
      }),
    ),
    lost: new Map([...lost].map(([id, at]) => [id, day(at)])),
  }
}

/** Whoever was asked whether to go on and has not answered, by person. */
async function askedToGoOnIn(scope: Scope, programId: string): Promise<Map<string, Temporal.Instant>> {
  const places = await enrollmentsOfProgram(scope, programId)
  return new Map(
    places.flatMap(({ personId, askedToGoOnAt }) => (askedToGoOnAt ? [[personId, askedToGoOnAt]] : [])),
  )
}

function memberOf(pair: Pair, person: Person | undefined, signs: Signs): Member | undefined {
  if (!person) return undefined
  const { name, email, managerEmail, accounts } = person
  const key = keyOf({ pairId: pair.id, personId: person.id })
  const request = signs.requests.get(key)
  const tried = signs.tried.get(key)
  return {
    name,
    email,
    ...(managerEmail !== undefined && { managerEmail }),
    ...(accounts.length === 0 && { unreachableSince: signs.lost.get(person.id) ?? pair.startedOn }),
    finished: signs.finished.get(key) ?? [],
    ...(request && { request }),
    ...(tried && { tried }),
  }
}

function keyOf({ pairId, personId }: { pairId: string; personId: string }): string {
  return `${pairId}:${personId}`
}
