import { type Form, textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import { withTyped } from '../../core/message/messages.ts'
import { checkMeeting, meetingKinds, type ToldMeeting } from '../../core/pair/meeting.ts'
import { meetingForm } from '../../core/pair/meeting-form.ts'
import { type MeetingWords, readMeetingWords } from '../../core/pair/meeting-words.ts'
import {
  describeMeetingProblem,
  meetingStored,
  noPairForMeetings,
  pairGone,
} from '../../core/pair/messages.ts'
import { todayOf } from '../../core/people/person.ts'
import type { Turn } from '../turn.ts'
import { type Companion, companionIn, companionsOf } from './companions.ts'
import { hoursWords } from './hours-words.ts'
import { logMeeting } from './log-meeting.ts'

type Told = Omit<ToldMeeting, 'loggedBy'>

/** `met [MINUTES] [today|yesterday|DATE] [note]`; without words, or with several pairs to choose from, the form. */
export async function tellMeeting(turn: Turn): Promise<Outcome> {
  const { scope, person, rest } = turn
  const companions = await companionsOf(scope, person.id)
  const [only, ...more] = companions
  if (!only) return { kind: 'show', message: noPairForMeetings }

  const today = todayOf(person, scope.now)
  const { noSuchDay, ...said } = readMeetingWords(rest, { today, locale: person.locale })
  const told: Told = { ...said, heldOn: said.heldOn ?? today }
  const [problem] = noSuchDay ? ['no-such-day' as const] : Object.values(checkMeeting(told, today))
  if (problem) return { kind: 'show', message: withTyped(describeMeetingProblem(problem), [`met ${rest}`]) }
  if (rest === '' || more.length > 0) return { kind: 'form', form: await formOf(turn, companions, said) }
  return keep(turn, only, told)
}

/** The form, of one pair where the button names it. */
export async function askMeeting(turn: Turn): Promise<Outcome> {
  const asked = await findForm(turn)
  return 'form' in asked ? { kind: 'form', form: asked.form } : { kind: 'show', message: asked.refusal }
}

/** Keeps what the form holds, or says at the field what cannot be. */
export async function saveMeeting(turn: Turn): Promise<Outcome> {
  const asked = await findForm(turn)
  if ('refusal' in asked) return { kind: 'show', message: asked.refusal }
  const { scope, person, values } = turn
  const pairId = asked.form.about ?? textIn(values, 'pair')
  const companion = asked.companions.find(({ pair }) => pair.id === pairId)
  if (!companion) return { kind: 'show', message: pairGone }

  const minutes = textIn(values, 'minutes')
  const note = textIn(values, 'note')
  const kind = meetingKinds.find((known) => known === textIn(values, 'kind'))
  const told: Told = {
    heldOn: Temporal.PlainDate.from(textIn(values, 'heldOn')),
    ...(minutes !== '' && { minutes: Number(minutes) }),
    ...(kind && { kind }),
    ...(note !== '' && { note }),
  }
  const problems = Object.entries(checkMeeting(told, todayOf(person, scope.now)))
  if (problems.length > 0) {
    const errors = problems.map(([field, problem]) => [field, describeMeetingProblem(problem)])
    return { kind: 'errors', errors: Object.fromEntries(errors), form: asked.form }
  }
  return keep(turn, companion, told)
}

async function keep({ scope, person }: Turn, companion: Companion, told: Told): Promise<Outcome> {
  const meetingId = await logMeeting(scope, { ...told, pair: companion.pair, loggedBy: person.id })
  const message = meetingStored(told, { other: companion.other, locale: person.locale, meetingId })
  return { kind: 'show', message }
}

type FoundForm =
  | { readonly form: Form; readonly companions: readonly Companion[] }
  | { readonly refusal: Message }

async function findForm(turn: Turn): Promise<FoundForm> {
  const { scope, person, about } = turn
  const [pairId] = about
  const named = pairId === undefined ? undefined : await companionIn(scope, person.id, pairId)
  if (pairId !== undefined && !named) return { refusal: pairGone }
  const companions = named ? [named] : await companionsOf(scope, person.id)
  if (companions.length === 0) return { refusal: noPairForMeetings }
  return { form: await formOf(turn, companions, {}), companions }
}

/** Without words it shows what was logged so far, too. */
async function formOf(
  { scope, person, rest }: Turn,
  companions: readonly Companion[],
  told: MeetingWords,
): Promise<Form> {
  const pairs = companions.map(({ pair, other }) => ({ value: pair.id, label: other }))
  const sums = rest === '' ? await hoursWords(scope, person.id) : []
  return meetingForm({ pairs, today: todayOf(person, scope.now), told, sums })
}
