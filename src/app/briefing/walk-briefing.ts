import { type Briefing, nextCard, walkedThrough, withChoice } from '../../core/briefing/briefing.ts'
import { briefingGone, confirmedMessage, noBriefing, whichBriefing } from '../../core/briefing/messages.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import { audit } from '../../store/audit.ts'
import { saveBriefing } from '../../store/briefings.ts'
import { changeEnrollment } from '../../store/enrollments.ts'
import { activePairsOf } from '../../store/pairs.ts'
import type { Turn } from '../turn.ts'
import {
  type BriefedPlace,
  briefingOn,
  briefingToGoOn,
  nextStep,
  placesToBrief,
  placeToBrief,
  standingMessage,
} from './find-briefing.ts'

/** `briefing`: the card at which they stopped, whenever that was; asks which where they are in several programs. */
export async function briefingByCommand(turn: Turn): Promise<Outcome> {
  const places = await placesToBrief(turn)
  const [only, ...more] = places
  if (!only) return show(noBriefing())
  if (more.length === 0) return show(standingMessage(turn, only))
  return show(
    whichBriefing(
      places.map((place) => ({
        enrollmentId: place.enrollment.id,
        program: place.program.name,
        isDone: briefingToGoOn(place) === undefined,
      })),
    ),
  )
}

/** The button that begins, or goes on where they stopped; of one side where it names one. */
export async function openBriefing(turn: Turn): Promise<Outcome> {
  const place = await placeToBrief(turn)
  if (!place) return show(briefingGone())
  const named = briefingOn(place, turn.about[1])
  return show(named && nextCard(named) ? nextStep(place, named) : standingMessage(turn, place))
}

/** Keeps what they chose at a card, also at one further up in the chat, and shows what comes next. */
export async function answerCard(turn: Turn): Promise<Outcome> {
  const { scope, about } = turn
  const [, side, card = '', answer = ''] = about
  const place = await placeToBrief(turn)
  const briefing = place && briefingOn(place, side)
  if (!place || !briefing) return show(briefingGone())
  const chosen = withChoice(briefing, { card, answer })
  // A card that is not there any more.
  if (!chosen) return replace(nextStep(place, briefing))
  await keep(turn, place, chosen.briefing)
  await audit(scope, {
    actor: turn.person.id,
    action: 'briefing.answer',
    subject: place.enrollment.id,
    details: { cards: walkedThrough(chosen.briefing) },
  })
  return replace(nextStep(place, chosen.briefing, chosen.back))
}

/** They confirm one side, once all its cards are walked through; from then on they can be matched on it. */
export async function confirmBriefing(turn: Turn): Promise<Outcome> {
  const { scope, person, about } = turn
  const place = await placeToBrief(turn)
  const briefing = place && briefingOn(place, about[1])
  if (!place || !briefing) return show(briefingGone())
  if (nextCard(briefing)) return replace(nextStep(place, briefing))

  const { enrollment, program } = place
  const isFirst = !briefing.confirmedAt
  await keep(turn, place, { ...briefing, confirmedAt: scope.now })
  await audit(scope, {
    actor: person.id,
    action: 'briefing.confirm',
    subject: enrollment.id,
    details: { side: briefing.side },
  })
  // Who was left out of a run until now is looked for beside those who are matched.
  if (isFirst && program.briefing.required && enrollment.state === 'active')
    await changeEnrollment(scope, enrollment.id, { state: 'active' })
  const pairs = await activePairsOf(scope, person.id)
  const open = place.briefings.find(({ side, confirmedAt }) => side !== briefing.side && !confirmedAt)
  return replace(
    confirmedMessage({
      enrollmentId: enrollment.id,
      program: program.name,
      isPaired: pairs.some(({ programId }) => programId === enrollment.programId),
      next: open?.side,
    }),
  )
}

/** From the first card on once more; what was confirmed stays confirmed. */
export async function walkAgain(turn: Turn): Promise<Outcome> {
  const place = await placeToBrief(turn)
  const briefing = place && briefingOn(place, turn.about[1])
  if (!place || !briefing) return show(briefingGone())
  const fresh = { ...briefing, chosen: {} }
  await keep(turn, place, fresh)
  await audit(turn.scope, {
    actor: turn.person.id,
    action: 'briefing.again',
    subject: place.enrollment.id,
    details: { side: briefing.side },
  })
  return replace(nextStep(place, fresh))
}

function keep({ scope }: Turn, { enrollment }: BriefedPlace, briefing: Briefing): Promise<void> {
  return saveBriefing(scope, enrollment.id, { ...briefing, cards: walkedThrough(briefing) })
}

function show(message: Message): Outcome {
  return { kind: 'show', message }
}

function replace(message: Message): Outcome {
  return { kind: 'show', message, replace: true }
}
