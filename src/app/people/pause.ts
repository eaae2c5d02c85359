import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { sentence, withTyped } from '../../core/message/messages.ts'
import {
  notADate,
  nothingToPause,
  pauseDateProblem,
  pausedMessage,
  pauseForm,
} from '../../core/people/messages.ts'
import { todayOf } from '../../core/people/person.ts'
import { formatDate, parseDate } from '../../core/time/dates.ts'
import { audit } from '../../store/audit.ts'
import { openCheckInsOf } from '../../store/check-ins.ts'
import { changeEnrollment } from '../../store/enrollments.ts'
import { finishCheckIn } from '../checkin/finish-check-in.ts'
import { withdrawOffersOf } from '../offer/withdraw-offers.ts'
import { restPairs } from '../pair/rest-pairs.ts'
import type { Turn } from '../turn.ts'
import { namesOf, programsOf, type TakingPart } from './taking-part.ts'

const FURTHEST_DAYS = 366

/** `pause [until DATE]`, in every program; without a date a form asks for one. */
export async function pauseByCommand(turn: Turn): Promise<Outcome> {
  const typed = turn.rest.replace(/^until\b/i, '').trim()
  if (typed === '') return await askPause(turn)
  const { locale } = turn.person
  const today = todayOf(turn.person, turn.scope.now)
  const parsed = parseDate(typed, { today, locale, direction: 'future' })
  if (parsed.kind === 'date' && isAhead(turn, parsed.date)) return await pauseAll(turn, parsed.date)
  const why = parsed.kind === 'date' ? pauseDateProblem : notADate
  return { kind: 'show', message: withTyped(why, [`pause ${turn.rest}`]) }
}

/** The form for a break: from one program (a button named it), or from all. */
export async function askPause(turn: Turn): Promise<Outcome> {
  const places = await toPause(turn)
  if (places.length === 0) return show(nothingToPause)
  const programs = namesOf(places, turn.person.locale)
  return { kind: 'form', form: pauseForm({ about: turn.about[0], programs }) }
}

export async function pauseByForm(turn: Turn): Promise<Outcome> {
  const written = textIn(turn.values, 'until')
  const until = written === '' ? undefined : Temporal.PlainDate.from(written)
  if (until === undefined || isAhead(turn, until)) return pauseAll(turn, until)
  const asked = await askPause(turn)
  return asked.kind === 'form'
    ? { kind: 'errors', errors: { until: pauseDateProblem }, form: asked.form }
    : asked
}

/**
 * Check-ins that are open are skipped, so that nothing of the break counts as silence; the pairs rest; nor is an answer to an offer
 * waited for, which would end as a no. Whoever was invited and asks for
 * a break until a day has said that they want to go on afterwards: that is joining.
 */
async function pauseAll(turn: Turn, until: Temporal.PlainDate | undefined): Promise<Outcome> {
  const { scope, person } = turn
  const places = await toPause(turn)
  if (places.length === 0) return show(nothingToPause)
  const open = await openCheckInsOf(scope, person.id)
  for (const { enrollment, program } of places) {
    const here = open.filter(({ programId }) => programId === enrollment.programId)
    for (const checkIn of here) await finishCheckIn(scope, checkIn, 'skipped')
    await changeEnrollment(scope, enrollment.id, {
      state: 'paused',
      pausedUntil: until ?? null,
      silences: 0,
      askedToGoOnAt: null,
      ...(enrollment.state === 'invited' && { joinedAt: scope.now, declinedAt: null }),
    })
    await audit(scope, {
      actor: person.id,
      action: 'program.pause',
      subject: enrollment.id,
      ...(until && { details: { until: until.toString() } }),
    })
    await withdrawOffersOf(scope, { programId: enrollment.programId, personId: person.id })
    await restPairs(scope, person, { programId: enrollment.programId, program, until })
  }
  const { locale } = person
  const message = pausedMessage({
    programs: namesOf(places, locale),
    until: until && formatDate(until, locale, todayOf(person, scope.now)),
  })
  return { kind: 'show', message }
}

/** By a button: the program it named, also an invitation that was asked whether to go on. Else all that run. */
async function toPause(turn: Turn): Promise<TakingPart[]> {
  const places = await programsOf(turn.scope, turn.person.id)
  const [named] = turn.about
  return places.filter(({ enrollment: { id, state } }) =>
    named === undefined ? state === 'active' || state === 'paused' : id === named && state !== 'left',
  )
}

function isAhead({ scope, person }: Turn, date: Temporal.PlainDate): boolean {
  const days = todayOf(person, scope.now).until(date, { largestUnit: 'days' }).days
  return days >= 1 && days <= FURTHEST_DAYS
}

function show(text: string): Outcome {
  return { kind: 'show', message: sentence(text) }
}
