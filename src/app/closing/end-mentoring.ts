import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import {
  closeGone,
  closePairForm,
  endTogetherAsked,
  endTogetherSent,
  nobodyAsks,
  noPairToClose,
  notYetMessage,
  notYetSaid,
} from '../../core/pair/closing-messages.ts'
import { youEndedMessage } from '../../core/pair/ending-messages.ts'
import { otherOf } from '../../core/pair/pair.ts'
import type { Enrollment } from '../../core/people/enrollment.ts'
import { availabilityOf } from '../../core/people/person.ts'
import { nextFit } from '../../core/time/slot.ts'
import { audit } from '../../store/audit.ts'
import { changeEnrollment, enrollmentsOfPeople } from '../../store/enrollments.ts'
import { lockPair } from '../../store/meetings.ts'
import { queue } from '../../store/outbox.ts'
import { activePairsOf } from '../../store/pairs.ts'
import { personById } from '../../store/people.ts'
import type { Scope } from '../../store/scope.ts'
import { dropUnfinished, keepUnfinished, readUnfinished } from '../../store/unfinished.ts'
import { firstNameOf } from '../checkin/load-nudged.ts'
import { closeWithWords } from '../pair/close-pair.ts'
import { isProgramOver } from '../pair/make-pairs.ts'
import type { Turn } from '../turn.ts'
import { toPerson } from '../write-to.ts'
import { closablePairs, type InProgram } from './find-pairs.ts'
import { lookBackOn } from './look-back-on.ts'

/** *End this mentoring*: asks how, and which where there are several. Never for a reason. */
export async function askClose(turn: Turn): Promise<Outcome> {
  const [named] = turn.about
  const pairs = await closablePairs(turn, named)
  if (pairs.length === 0) return show(named === undefined ? noPairToClose : closeGone)
  const closable = pairs.map(({ pair, other, program }) => ({
    pairId: pair.id,
    other,
    program: program.name,
  }))
  return { kind: 'form', form: closePairForm(closable) }
}

/** Ends the pair, or asks the other to end it together. Where both have asked one another, they are agreed. */
export async function saveClose(turn: Turn): Promise<Outcome> {
  const { scope, about, values } = turn
  const pairId = about[0] ?? textIn(values, 'pair')
  // Both may ask in the same moment; the second meets what the first has done.
  await lockPair(scope, pairId)
  const [one] = await closablePairs(turn, pairId)
  if (!one) return show(closeGone)
  const line = textIn(values, 'line') === '' ? undefined : textIn(values, 'line')
  if (await isAsked(scope, one, otherOf(one.pair, turn.person.id)))
    return await end(turn, one, { together: true, line })
  if (textIn(values, 'how') === 'together') return await propose(turn, one, line)
  return await end(turn, one, { together: false, line })
}

/** *Yes, end it together*, from the one who was asked. */
export async function agreeToClose(turn: Turn): Promise<Outcome> {
  const found = await findAsked(turn)
  return found ? await end(turn, found, { together: true, line: undefined }) : show(nobodyAsks)
}

/** *Not yet*: it goes on, and the one who asked is told kindly. */
export async function declineToClose(turn: Turn): Promise<Outcome> {
  const found = await findAsked(turn)
  if (!found) return show(nobodyAsks)
  const { scope, person } = turn
  const asking = otherOf(found.pair, person.id)
  await dropUnfinished(scope, placeOf(found, asking))
  const message = notYetMessage({ firstName: await firstName(scope, asking), other: person.name })
  await tell(scope, found, { to: asking, what: 'not-yet', message })
  return show(notYetSaid(found.other))
}

async function findAsked(turn: Turn): Promise<InProgram | undefined> {
  const pairId = turn.about[0] ?? ''
  await lockPair(turn.scope, pairId)
  const [one] = await closablePairs(turn, pairId)
  return one && (await isAsked(turn.scope, one, otherOf(one.pair, turn.person.id))) ? one : undefined
}

async function propose(turn: Turn, one: InProgram, line: string | undefined): Promise<Outcome> {
  const { scope, person } = turn
  await keepUnfinished(scope, { ...placeOf(one, person.id), step: 'asked', data: {} })
  await audit(scope, { actor: person.id, action: 'pair.close-ask', subject: one.pair.id })
  const to = otherOf(one.pair, person.id)
  const message = endTogetherAsked({
    firstName: await firstName(scope, to),
    pairId: one.pair.id,
    other: person.name,
    program: one.program.name,
    ...(line !== undefined && { line }),
  })
  const author = line === undefined ? {} : { author: person.id }
  await tell(scope, one, { to, what: 'close-ask', message, ...author })
  return show(endTogetherSent(one.other))
}

async function end(
  turn: Turn,
  one: InProgram,
  how: { readonly together: boolean; readonly line: string | undefined },
): Promise<Outcome> {
  const { scope, person } = turn
  const { pair, other, program } = one
  const { together, line } = how
  const resting = await whoRests(scope, one, together)
  await closeWithWords(scope, pair, {
    actor: person.id,
    by: together ? 'agreement' : 'asked',
    knows: person.id,
    ...(line !== undefined && { line }),
    ...(resting && { rests: resting.personId }),
  })
  if (resting) await changeEnrollment(scope, resting.id, { state: 'paused', pausedUntil: null, silences: 0 })
  for (const id of [pair.mentorId, pair.menteeId]) await dropUnfinished(scope, placeOf(one, id))
  const message = youEndedMessage({
    other,
    program: program.name,
    together,
    rests: resting?.personId === person.id,
    locale: person.locale,
    ...(await lookBackOn(scope, pair, person)),
  })
  return show(message)
}

/**
 * A mentee who wished the end is not to be given somebody new unasked: they rest until they say so. Not where taking part
 * is a condition of work, nor while they have somebody else there. Gives the place of who rests.
 */
async function whoRests(
  scope: Scope,
  { pair, program, side }: InProgram,
  together: boolean,
): Promise<Enrollment | undefined> {
  const wished = together || side === 'mentee'
  if (!wished || program.join === 'required' || isProgramOver(program, scope.now)) return undefined
  const others = (await activePairsOf(scope, pair.menteeId)).filter(
    ({ id, programId }) => programId === pair.programId && id !== pair.id,
  )
  const places = await enrollmentsOfPeople(scope, [pair.menteeId])
  const place = places.find(({ programId }) => programId === pair.programId)
  return others.length === 0 && place?.state === 'active' && place.role === 'mentee' ? place : undefined
}

async function isAsked(scope: Scope, one: InProgram, by: string): Promise<boolean> {
  return (await readUnfinished(scope, placeOf(one, by))) !== undefined
}

/** Where it stands that one of the two has asked the other to end it together. */
function placeOf({ pair }: InProgram, personId: string) {
  return { personId, kind: 'end-together', about: pair.id }
}

async function tell(
  scope: Scope,
  { pair, program }: InProgram,
  told: { readonly to: string; readonly what: string; readonly message: Message; readonly author?: string },
): Promise<void> {
  const { to: personId, what, message, author } = told
  const to = await personById(scope, personId)
  if (!to) return
  const after = nextFit({ instant: scope.now, availability: availabilityOf(to, program.blackouts) })
  const key = `pair:${pair.id}:${what}:${scope.now.epochMilliseconds}`
  const entries = toPerson(to, {
    key,
    repeat: 'once',
    message,
    ...(after && { after }),
    ...(author !== undefined && { author }),
  })
  await queue(scope, entries)
}

async function firstName(scope: Scope, personId: string): Promise<string> {
  const person = await personById(scope, personId)
  return person ? firstNameOf(person) : ''
}

function show(message: Message): Outcome {
  return { kind: 'show', message }
}
