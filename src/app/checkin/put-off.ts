import type { CheckIn } from '../../core/checkin/checkin.ts'
import { missedAt, type Nudge } from '../../core/checkin/nudge.ts'
import { laterMessage, putOffDone } from '../../core/checkin/nudge-messages.ts'
import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { sentence } from '../../core/message/messages.ts'
import { todayOf } from '../../core/people/person.ts'
import { firstSlot } from '../../core/time/slot.ts'
import { audit } from '../../store/audit.ts'
import { changeCheckIns, checkInsOfNudge } from '../../store/check-ins.ts'
import { changeNudge, nudgeById } from '../../store/nudges.ts'
import type { Turn } from '../turn.ts'
import { loadNudged } from './load-nudged.ts'

/** How far ahead *later* may be. */
const FURTHEST_DAYS = 28
const notAnyMore = 'That check-in is not open any more, so there is nothing to put off.'

/** *Later*: offers when. */
export async function offerLater(turn: Turn): Promise<Outcome> {
  const found = await findOwn(turn)
  if (!found) return show(notAnyMore)
  const { nudge, open } = found
  return { kind: 'show', message: laterMessage({ nudgeId: nudge.id, checkInIds: open.map(({ id }) => id) }) }
}

/** *Later*, in so many days. */
export function putOffDays(turn: Turn): Promise<Outcome> {
  const days = turn.about[1] === '3' ? 3 : 1
  return putOffUntil(turn, todayOf(turn.person, turn.scope.now).add({ days }))
}

/** The form that asks for a date. */
export async function askPutOffDate(turn: Turn): Promise<Outcome> {
  const found = await findOwn(turn)
  if (!found) return show(notAnyMore)
  return {
    kind: 'form',
    form: {
      verb: 'checkin.put-off-date',
      about: found.nudge.id,
      title: 'Come back later',
      submit: 'Put it off',
      parts: [{ kind: 'field', field: { kind: 'date', name: 'on', label: 'On which day?' } }],
    },
  }
}

/** *Later*, on a date; refused at the field when it is not to come or too far off. */
export async function putOffToDate(turn: Turn): Promise<Outcome> {
  const on = Temporal.PlainDate.from(textIn(turn.values, 'on'))
  const today = todayOf(turn.person, turn.scope.now)
  const days = today.until(on, { largestUnit: 'days' }).days
  if (days >= 1 && days <= FURTHEST_DAYS) return putOffUntil(turn, on)
  const asked = await askPutOffDate(turn)
  if (asked.kind !== 'form') return asked
  const problem = `Please pick a day from tomorrow on, at most ${FURTHEST_DAYS} days ahead.`
  return { kind: 'errors', errors: { on: problem }, form: asked.form }
}

async function putOffUntil(turn: Turn, on: Temporal.PlainDate): Promise<Outcome> {
  const found = await findOwn(turn)
  const { scope, person } = turn
  const [first] = found ? await loadNudged(scope, found.open) : []
  if (!found || !first) return show(notAnyMore)
  const nextAt = firstSlot({ dueOn: on, at: '00:00', notBefore: scope.now, availability: first.availability })
  if (!nextAt) return show('I cannot reach you on or after that day, going by your hours and leave.')

  const { nudge, open } = found
  await changeNudge(scope, nudge.id, { nextAt, putOff: true, putOffs: nudge.putOffs + 1 })
  const missed = missedAt(nextAt, person.zone)
  await changeCheckIns(
    scope,
    open.map(({ id }) => ({ id, from: 'open', state: 'open', nextAt: missed })),
  )
  await audit(scope, { actor: person.id, action: 'checkin.put-off', subject: nudge.id })
  const again = open.map(({ id }) => id)
  const date = nextAt.toZonedDateTimeISO(person.zone).toPlainDate()
  return { kind: 'show', message: putOffDone({ nudgeId: nudge.id, on: date, locale: person.locale, again }) }
}

/** The person's own nudge with what is still open in it; an id in a payload proves nothing. */
async function findOwn(turn: Turn): Promise<{ nudge: Nudge; open: CheckIn[] } | undefined> {
  const { scope, person, about } = turn
  const nudge = await nudgeById(scope, about[0] ?? '')
  if (nudge?.personId !== person.id) return undefined
  const open = (await checkInsOfNudge(scope, nudge.id)).filter(({ state }) => state === 'open')
  return open.length > 0 ? { nudge, open } : undefined
}

function show(text: string): Outcome {
  return { kind: 'show', message: sentence(text) }
}
