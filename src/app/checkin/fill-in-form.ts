import { checkInForm, readScope, scopeOf } from '../../core/checkin/conversation-form.ts'
import {
  checkInClosed,
  noPairNamed,
  noPairYet,
  nothingOpen,
  whichCheckIn,
} from '../../core/checkin/conversation-messages.ts'
import { peopleNamed } from '../../core/checkin/conversation-names.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { answerableCheckInsOf, waitingCheckInsOf } from '../../store/check-ins.ts'
import { activePairsOf } from '../../store/pairs.ts'
import type { Turn } from '../turn.ts'
import { openSheet, toNamed } from './answer-sheet.ts'
import { firstNameOf, loadNudged, type Nudged } from './load-nudged.ts'

/** *Open form*: what is unanswered, and the question it was asked for; all of it where nothing is left or it was done. */
export async function openForm(turn: Turn): Promise<Outcome> {
  const [checkInId, ...question] = turn.about
  const opened = await openSheet(turn, checkInId)
  if (!opened) return { kind: 'show', message: checkInClosed }
  const { sheet, checkIn } = opened
  const asked = sheet.questions.find(({ id }) => id === question.join(':'))
  return {
    kind: 'form',
    form: checkInForm(sheet, scopeOf(sheet, { asked: asked?.id, isDone: checkIn.state === 'answered' })),
  }
}

/** The form that was sent in, as it can be taken now: what it held when it was opened. */
export async function sentForm(turn: Turn): Promise<Outcome> {
  const [checkInId, ...scope] = turn.about
  const opened = await openSheet(turn, checkInId)
  if (!opened) return { kind: 'show', message: checkInClosed }
  return { kind: 'form', form: checkInForm(opened.sheet, readScope(scope.join(':'))) }
}

/** `checkin [NAME]`: the form of the one check-in that is open, or a choice; else when the next one comes. */
export async function fillInForm(turn: Turn): Promise<Outcome> {
  const { scope, person, rest } = turn
  const answerable = await loadNudged(scope, await answerableCheckInsOf(scope, person.id))
  const waiting = await loadNudged(scope, await waitingCheckInsOf(scope, [person.id]))
  const others = [...new Set([...answerable, ...waiting].map(({ other }) => other.name))]
  const named = peopleNamed(rest, others)
  if (rest !== '' && others.length > 0 && named.length === 0)
    return { kind: 'show', message: noPairNamed(rest, others, person.locale) }

  const isMeant = ({ other }: Nudged) => named.includes(other.name)
  const open = answerable.filter((one) => one.checkIn.state === 'open' && isMeant(one))
  const [first, ...more] = open
  if (first && more.length === 0) return await openForm({ ...turn, about: [first.checkIn.id] })
  if (first) return { kind: 'show', message: whichCheckIn(open.map(toNamed), person.locale) }
  return await whenNext(turn, answerable.filter(isMeant), waiting.filter(isMeant))
}

async function whenNext(
  { scope, person }: Turn,
  last: readonly Nudged[],
  waiting: readonly Nudged[],
): Promise<Outcome> {
  const pairs = await activePairsOf(scope, person.id)
  if (pairs.length === 0) return { kind: 'show', message: noPairYet }
  const next = waiting.flatMap(({ checkIn, other }) =>
    checkIn.nextAt ? [{ other: firstNameOf(other), at: checkIn.nextAt }] : [],
  )
  const { zone, locale } = person
  return { kind: 'show', message: nothingOpen({ next, last: last.map(toNamed), zone, locale }) }
}
