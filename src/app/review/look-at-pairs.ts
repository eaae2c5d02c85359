import type { Moment } from '../../core/goal/change.ts'
import { lastDayOf, type Pair } from '../../core/pair/pair.ts'
import type { Program } from '../../core/program/program.ts'
import { meetingToLookAfter, momentsOf, type PairMoment } from '../../core/review/calendar.ts'
import { dateAt, instantAt } from '../../core/time/wall-clock.ts'
import { isTimeZone } from '../../core/time/zone.ts'
import { hasMet } from '../../store/meetings.ts'
import { lookAtPairs, takePairsToLookAt } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import { programsById, type StoredProgram } from '../../store/programs.ts'
import { missMiddleReviews, openReviews } from '../../store/reviews.ts'
import type { Scope } from '../../store/scope.ts'
import { carryOutDue } from '../carry-out-due.ts'
import { openClosing } from '../closing/open-closing.ts'
import { askReevaluation } from '../goal/review-goals.ts'
import { readRequired } from '../meeting/required.ts'
import { closeWithWords } from '../pair/close-pair.ts'
import { quietPeople } from '../people/is-quiet.ts'
import { askSkills } from '../skills/ask-skills.ts'
import type { World } from '../world.ts'

const BATCH = 100

/**
 * What a pair's own calendar brings: the review in the middle, the closing talk when the end is near, the end itself.
 * Returns how many pairs were looked at; each is looked at next on the day of its next moment.
 */
export function lookAtCalendars(world: World, organizationId: string): Promise<number> {
  return carryOutDue(world, organizationId, {
    batch: BATCH,
    async carryOut(scope, { limit, took }) {
      const due = await takePairsToLookAt(scope, limit)
      took(due.map(({ id }) => id))
      const programs = await programsById(scope, [...new Set(due.map(({ programId }) => programId))])
      const known = new Map(programs.map((stored) => [stored.id, stored]))
      const zones = await zonesOfPeople(scope, due)
      const looks = new Map<string, string[]>()
      for (const pair of due) {
        const at = await lookAt(scope, pair, { stored: known.get(pair.programId), zones })
        looks.set(at, [...(looks.get(at) ?? []), pair.id])
      }
      for (const [at, ids] of looks)
        await lookAtPairs(scope, ids, at === NEVER ? undefined : Temporal.Instant.from(at))
      return due.length
    },
    putOff: (scope, id, until) => lookAtPairs(scope, [id], until),
  })
}

const NEVER = 'never'

/** The time zones of the two of each pair, by person; one that nobody knows is left out. */
async function zonesOfPeople(scope: Scope, pairs: readonly Pair[]): Promise<Map<string, string>> {
  const ids = pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId])
  const people = await peopleById(scope, [...new Set(ids)])
  return new Map(people.filter(({ zone }) => isTimeZone(zone)).map(({ id, zone }) => [id, zone]))
}

/** Does what stands today, and gives the instant of the next look. A day has come once it has for both, and is over for both. */
async function lookAt(
  scope: Scope,
  pair: Pair,
  known: { readonly stored: StoredProgram | undefined; readonly zones: ReadonlyMap<string, string> },
): Promise<string> {
  const { stored } = known
  if (!stored || stored.program.type === 'peer') return NEVER
  const { program } = stored
  const own = [known.zones.get(pair.mentorId), known.zones.get(pair.menteeId)]
  const zones = [program.timeZone, ...own].filter((zone) => zone !== undefined)
  const { now, nextOn } = momentsOf({
    startedOn: pair.startedOn,
    lastDay: lastDayOf(pair, program),
    today: zones.map((zone) => dateAt(scope.now, zone)).reduce(earlier),
  })
  if (now !== 'end') await lookAfterMeeting(scope, pair, stored)
  if (now) await carryOut(scope, pair, { program, moment: now })
  if (!nextOn) return NEVER
  const dawns = zones.map((zone) => instantAt({ date: nextOn, time: '00:00', zone }))
  return dawns.reduce((one, other) => (Temporal.Instant.compare(one, other) >= 0 ? one : other)).toString()
}

function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) <= 0 ? one : other
}

async function carryOut(
  scope: Scope,
  pair: Pair,
  { program, moment }: { readonly program: Program; readonly moment: PairMoment },
): Promise<void> {
  switch (moment) {
    case 'middle':
      return await openMiddle(scope, pair, program)
    case 'closing':
      // After downtime the half-way look may wait still to be asked for: looking back covers it.
      await missMiddleReviews(scope, [pair.id])
      return await openClosing(scope, pair, 'coming')
    case 'end':
      return await closeWithWords(scope, pair, { actor: 'rounds', by: 'date' })
  }
}

/** After a required meeting both are asked about their goals. They were asked for an evaluation, or will be, at other times. */
async function lookAfterMeeting(scope: Scope, pair: Pair, stored: StoredProgram): Promise<void> {
  const { program } = stored
  if (program.meetings.length === 0) return
  const required = await readRequired(scope, stored, [pair])
  const held = (required?.held(pair) ?? []).filter(
    ({ heldOn }) => Temporal.PlainDate.compare(heldOn, pair.startedOn) >= 0,
  )
  const number = meetingToLookAfter({
    startedOn: pair.startedOn,
    lastDay: lastDayOf(pair, program),
    held,
    today: dateAt(scope.now, program.timeZone),
  })
  if (number !== undefined) await askAboutGoals(scope, pair, `meeting-${number}`)
}

/** Each about their own, whoever takes part at present. Gives who does not. */
async function askAboutGoals(scope: Scope, pair: Pair, moment: Moment): Promise<ReadonlySet<string>> {
  const { id: pairId, programId, mentorId, menteeId } = pair
  const personIds = [mentorId, menteeId]
  const quiet = await quietPeople(scope, { programId, personIds })
  for (const personId of personIds)
    if (!quiet.has(personId)) await askReevaluation(scope, { pairId, personId, moment })
  return quiet
}

/**
 * Both are invited at the next beat, at an hour that suits them. Where the program asks nothing in the middle, or the two
 * have never met, goals and skills are still asked about.
 */
async function openMiddle(scope: Scope, pair: Pair, program: Program): Promise<void> {
  const { id: pairId, programId, mentorId, menteeId } = pair
  if (program.evaluation.middle && (await hasMet(scope, pairId))) {
    const common = { programId, pairId, moment: 'middle', messages: 0, nextAt: scope.now } as const
    return await openReviews(scope, [
      { ...common, personId: mentorId, side: 'mentor' },
      { ...common, personId: menteeId, side: 'mentee' },
    ])
  }
  const quiet = await askAboutGoals(scope, pair, 'middle')
  if (!quiet.has(menteeId)) await askSkills(scope, { pairId, moment: 'middle' })
}
