import type { Form } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import { proposalForm } from '../../core/pair/meet/forms.ts'
import {
  meetingStands,
  noPairToMeet,
  pairToMeetGone,
  planGone,
  proposalMessage,
  proposalWaits,
  whomToMeet,
} from '../../core/pair/meet/messages.ts'
import { isAhead, type PlannedMeeting, timesAhead, USUAL_MINUTES } from '../../core/pair/meet/planned.ts'
import { suggestTimes } from '../../core/pair/meet/times.ts'
import { plannedById, plannedOfPairs } from '../../store/planned-meetings.ts'
import type { Scope } from '../../store/scope.ts'
import { companionsOf } from '../pair/companions.ts'
import type { Turn } from '../turn.ts'
import { requiredWords } from './required.ts'
import { attendees, between, type Side, sideOfTwo } from './two.ts'

/** `meet`: what is planned with the one, the form where nothing is, or with whom where there are several. */
export async function meet(turn: Turn): Promise<Outcome> {
  const { scope, person, rest } = turn
  const all = await companionsOf(scope, person.id)
  const named = all.filter(({ other }) => other.toLowerCase().includes(rest.trim().toLowerCase()))
  const companions = named.length > 0 ? named : all
  const [only, ...more] = companions
  if (!only) return { kind: 'show', message: noPairToMeet }
  if (more.length > 0)
    return {
      kind: 'show',
      message: whomToMeet(companions.map(({ pair, other }) => ({ pairId: pair.id, other }))),
    }
  return planWith({ ...turn, about: [only.pair.id] })
}

/** What is planned in this pair, or the form to plan something. */
export async function planWith(turn: Turn): Promise<Outcome> {
  const { scope, person, about } = turn
  const side = await sideOfTwo(scope, about[0] ?? '', person.id)
  if (!side) return { kind: 'show', message: pairToMeetGone }
  const planned = await openIn(scope, side)
  if (planned) return { kind: 'show', message: standOf(scope, side, planned) }
  return { kind: 'form', form: await formFor(scope, { side, opened: scope.now }) }
}

/** *Other times*, *change*: the form about what is planned, for whoever of the two presses. */
export async function askOtherTimes(turn: Turn): Promise<Outcome> {
  const { scope, person, about } = turn
  const [id = '', version] = about
  const found = await findPlanned(scope, person.id, id)
  if (!found) return { kind: 'show', message: planGone }
  const { side, planned } = found
  const isNow = String(planned.version) === version && planned.state !== 'cancelled'
  if (!isNow || (planned.agreed && !isAhead(planned, scope.now)))
    return { kind: 'show', message: isAhead(planned, scope.now) ? standOf(scope, side, planned) : planGone }
  return { kind: 'form', form: await formFor(scope, { side, planned, opened: scope.now }) }
}

/** What a submitted form speaks of: `PAIR:PLANNED or -:VERSION:SECONDS`. */
export interface Asked {
  readonly side: Side
  readonly planned: PlannedMeeting | undefined
  readonly form: Form
}

/** The form as it was shown, with its times reckoned from the moment it was; or what stands there instead by now. */
export async function findAsked(turn: Turn): Promise<Asked | { readonly refusal: Message }> {
  const { scope, person, about } = turn
  const [pairId = '', plannedId = '-', version, seconds] = about
  const side = await sideOfTwo(scope, pairId, person.id)
  if (!side) return { refusal: pairToMeetGone }
  const open = await openIn(scope, side)
  const named = plannedId === '-' ? undefined : await plannedById(scope, plannedId)
  if (open && (open.id !== named?.id || String(open.version) !== version))
    return { refusal: standOf(scope, side, open) }
  const isPlanned = named !== undefined && named.pairId === side.pair.id
  if (plannedId !== '-' && !(isPlanned && ['proposed', 'agreed'].includes(named.state)))
    return { refusal: planGone }
  const planned = isPlanned ? named : undefined
  const form = await formFor(scope, { side, planned, opened: openedAt(scope.now, seconds) })
  return { side, planned, form }
}

export async function proposeForm(turn: Turn): Promise<Outcome> {
  const asked = await findAsked(turn)
  return 'form' in asked ? { kind: 'form', form: asked.form } : { kind: 'show', message: asked.refusal }
}

/** A planned meeting of a pair that goes on, for one of its two. */
export async function findPlanned(
  scope: Scope,
  personId: string,
  id: string,
): Promise<{ readonly side: Side; readonly planned: PlannedMeeting } | undefined> {
  const planned = await plannedById(scope, id)
  const side = planned && (await sideOfTwo(scope, planned.pairId, personId))
  return planned && side ? { side, planned } : undefined
}

/** What is proposed or agreed in this pair and still to come. */
async function openIn(scope: Scope, { pair }: Side): Promise<PlannedMeeting | undefined> {
  const planned = await plannedOfPairs(scope, [pair.id])
  return planned.find((one) => isAhead(one, scope.now))
}

/** What is planned, as this one of the two is to see it: the choice where it is theirs. */
export function standOf({ now }: Scope, { me, other }: Side, planned: PlannedMeeting): Message {
  const { proposal, agreed } = planned
  const how = { ...between(me, other), now }
  if (proposal && timesAhead(proposal, now).length > 0)
    return proposal.by === me.id
      ? proposalWaits(planned, proposal, how)
      : proposalMessage(planned, proposal, how)
  return agreed ? meetingStands(planned, agreed, { ...how, isNew: false }) : planGone
}

async function formFor(
  scope: Scope,
  {
    side,
    planned,
    opened,
  }: {
    readonly side: Side
    readonly planned?: PlannedMeeting | undefined
    readonly opened: Temporal.Instant
  },
): Promise<Form> {
  const before = planned?.proposal ?? planned?.agreed
  const seconds = Math.floor(opened.epochMilliseconds / 1000)
  const times = suggestTimes({
    now: opened,
    minutes: before?.minutes ?? USUAL_MINUTES,
    attendees: await attendees(scope, side, planned?.id),
  })
  return proposalForm({
    about: [side.pair.id, planned?.id ?? '-', planned?.version ?? 0, seconds].join(':'),
    other: side.other.name,
    reader: side.me,
    times: times.filter((time) => Temporal.Instant.compare(time, scope.now) > 0),
    ...(before && { before }),
    required: await requiredWords(scope, side),
  })
}

/** A form is open for a day at most before its times are reckoned anew. */
function openedAt(now: Temporal.Instant, seconds: string | undefined): Temporal.Instant {
  const at = /^\d{1,11}$/.test(seconds ?? '')
    ? Temporal.Instant.fromEpochMilliseconds(Number(seconds) * 1000)
    : now
  const age = now.since(at).total('hours')
  return age >= 0 && age <= 24 ? at : now
}
