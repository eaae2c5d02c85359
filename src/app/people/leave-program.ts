import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { sentence } from '../../core/message/messages.ts'
import {
  cannotLeave,
  leaveForm,
  leftMessage,
  nothingToLeave,
  notYourEnrollment,
} from '../../core/people/messages.ts'
import { audit } from '../../store/audit.ts'
import { changeEnrollment } from '../../store/enrollments.ts'
import { activePairsOf } from '../../store/pairs.ts'
import { withLookBack } from '../closing/look-back-on.ts'
import { withdrawOffersOf } from '../offer/withdraw-offers.ts'
import { closeWithWords } from '../pair/close-pair.ts'
import type { Turn } from '../turn.ts'
import { programsOf, type TakingPart } from './taking-part.ts'

/** `leave`, or the button: asks which program where there are several, and to confirm. Never for a reason. */
export async function askLeave(turn: Turn): Promise<Outcome> {
  const [about] = turn.about
  const places = await toLeave(turn)
  const [first] = places
  if (!first) {
    const none = about === undefined ? nothingToLeave : notYourEnrollment
    return { kind: 'show', message: sentence(none) }
  }
  const free = places.filter(({ program }) => program.join !== 'required')
  if (free.length === 0) return { kind: 'show', message: cannotLeave(first.program.name) }
  const programs = free.map(({ enrollment, program }) => ({ id: enrollment.id, name: program.name }))
  return { kind: 'form', form: leaveForm({ about, programs }) }
}

/** Leaves: the pairs there end, the others are told. What the person wrote stays theirs. */
export async function leaveProgram(turn: Turn): Promise<Outcome> {
  const { scope, person, values } = turn
  const named = turn.about[0] ?? textIn(values, 'enrollment')
  const free = (await toLeave(turn)).filter((one) => one.program.join !== 'required')
  const place = free.find((one) => one.enrollment.id === named) ?? (named === '' ? free[0] : undefined)
  if (!place) return { kind: 'show', message: sentence(notYourEnrollment) }

  const { enrollment, program } = place
  await changeEnrollment(scope, enrollment.id, {
    state: 'left',
    pausedUntil: null,
    silences: 0,
    askedToGoOnAt: null,
  })
  await audit(scope, { actor: person.id, action: 'program.leave', subject: enrollment.id })
  const pairs = (await activePairsOf(scope, person.id)).filter(
    ({ programId }) => programId === enrollment.programId,
  )
  for (const pair of pairs) {
    await closeWithWords(scope, pair, { actor: person.id, by: 'left', knows: person.id })
  }
  await withdrawOffersOf(scope, { programId: enrollment.programId, personId: person.id })
  const message = await withLookBack(scope, leftMessage(program.name), { person, pairs })
  return { kind: 'show', message }
}

async function toLeave({ scope, person, about }: Turn): Promise<TakingPart[]> {
  const [named] = about
  const places = await programsOf(scope, person.id)
  return places.filter(
    ({ enrollment: { id, state } }) => state !== 'left' && (named === undefined || id === named),
  )
}
