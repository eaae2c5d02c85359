import type { Pair } from '../../core/pair/pair.ts'
import type { Program } from '../../core/program/program.ts'
import { instantAt } from '../../core/time/wall-clock.ts'
import { isTimeZone } from '../../core/time/zone.ts'
import { pairById } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { type Settling, settleNext, takeSettling } from '../../store/settling.ts'
import { carryOutDue, type Due } from '../carry-out-due.ts'
import { askSkills } from '../skills/ask-skills.ts'
import type { World } from '../world.ts'
import { giveList } from './give-list.ts'

const BATCH = 200
/** After that a pair is not at its beginning any more: it gets no list, and is asked about skills a last time. */
const DAYS_OF_BEGINNING = 28
/** Skills are asked about once the two have met, or after so many days. */
const DAYS_TO_SKILLS = 7

/**
 * What belongs to the beginning of a pair: both of a newcomer's pair get their orientation list, and the mentee is asked
 * to rate the skills they seek once the two have met, or after a week. Whoever is not in yet, or lives in a time zone
 * that nobody knows, is looked at again the next day. Returns how many pairs were looked at.
 */
export function settleIn(world: World, organizationId: string): Promise<number> {
  return carryOutDue(world, organizationId, { batch: BATCH, carryOut, putOff: settleNext })
}

const carryOut: Due['carryOut'] = async (scope, { limit, took }) => {
  const settling = await takeSettling(scope, limit)
  took(settling.map(({ pairId }) => pairId))
  for (const one of settling) await settleNext(scope, one.pairId, await look(scope, one))
  return settling.length
}

/** Does what is due, and gives when to look next. */
async function look(scope: Scope, settling: Settling): Promise<Temporal.Instant | undefined> {
  const pair = await pairById(scope, settling.pairId)
  const [stored] = pair ? await programsById(scope, [pair.programId]) : []
  if (!pair || !stored || stored.program.type === 'peer') return undefined
  const { program } = stored
  const since = daysSince(pair, program, scope.now)
  if (since < 0) return morningAfter(pair, program, 0)
  const isNew = since <= DAYS_OF_BEGINNING
  const again = await begin(scope, settling, { pair, program, list: isNew && !settling.hasMet })
  return isNew ? again : undefined
}

/** `list`: they are to have the orientation list. */
async function begin(
  scope: Scope,
  { pairId, areBothIn }: Settling,
  { pair, program, list }: { readonly pair: Pair; readonly program: Program; readonly list: boolean },
): Promise<Temporal.Instant | undefined> {
  const people = await peopleById(scope, [pair.mentorId, pair.menteeId])
  // Where nobody knows somebody's time zone, no hour suits them until it is put right.
  if (!areBothIn || !people.every(({ zone }) => isTimeZone(zone))) return scope.now.add({ hours: 24 })
  if (list) {
    await giveList(scope, { pair, program, people })
    if (daysSince(pair, program, scope.now) < DAYS_TO_SKILLS)
      return morningAfter(pair, program, DAYS_TO_SKILLS)
  }
  const { asked } = await askSkills(scope, { pairId, moment: 'start' })
  // Named meanwhile they are asked about.
  return asked ? undefined : scope.now.add({ hours: DAYS_TO_SKILLS * 24 })
}

/** On the program's own calendar. */
function daysSince({ startedOn }: Pair, { timeZone }: Program, now: Temporal.Instant): number {
  return startedOn.until(now.toZonedDateTimeISO(timeZone).toPlainDate()).days
}

function morningAfter({ startedOn }: Pair, { timeZone }: Program, days: number): Temporal.Instant {
  return instantAt({ date: startedOn.add({ days }), time: '09:00', zone: timeZone })
}
