import {
  answeredAlready,
  answerForm,
  answerSent,
  notYourRequest,
  openRequests,
  requestClosed,
} from '../../core/help-case/coordinator-messages.ts'
import { isOpenCase, isWaiting } from '../../core/help-case/help-case.ts'
import { requestOver, toldAnswer, toldClosed, toldSeen } from '../../core/help-case/messages.ts'
import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import type { Person } from '../../core/people/person.ts'
import { audit } from '../../store/audit.ts'
import { caseById, closeCase, keepAnswer, lockCase, markSeen, openCasesIn } from '../../store/help-cases.ts'
import type { Scope } from '../../store/scope.ts'
import { giveBack } from '../give-back.ts'
import { programsCoordinatedBy } from '../program/coordinators.ts'
import type { Turn } from '../turn.ts'
import { type LoadedCase, loadCase } from './load-case.ts'
import { cardFor, closeCards, nameOfHandler, tellAuthor, updateCards } from './send-cards.ts'

/** The open requests that this coordinator may see. */
export async function openRequestsFor(scope: Scope, person: Person): Promise<LoadedCase[]> {
  const programs = await programsCoordinatedBy(scope, person)
  const open = await openCasesIn(
    scope,
    programs.map(({ id }) => id),
  )
  const seen: LoadedCase[] = []
  for (const request of open) {
    const loaded = await loadCase(scope, request)
    if (loaded && mayRead(loaded, person)) seen.push(loaded)
  }
  return seen
}

export async function listRequests({ scope, person }: Turn): Promise<Outcome> {
  const found = await openRequestsFor(scope, person)
  const requests = found.map(({ request, author, about }) => ({ request, author: author.name, about }))
  return { kind: 'show', message: openRequests(requests, person) }
}

/** One request, for a coordinator who may see it. */
export async function showRequest(turn: Turn): Promise<Outcome> {
  const found = await find(turn, caseById)
  if ('refusal' in found) return show(found.refusal)
  const { scope, person } = turn
  await audit(scope, { actor: person.id, action: 'help.read', subject: found.request.id })
  return show(await cardFor(scope, found, person))
}

/** *I have seen it*: the first who presses has it, and the author is told who. */
export async function seeRequest(turn: Turn): Promise<Outcome> {
  const found = await find(turn, lockCase)
  if ('refusal' in found) return inPlace(found.refusal)
  const { scope, person } = turn
  const { request } = found
  if (request.state !== 'open') return inPlace(await cardFor(scope, found, person))
  await markSeen(scope, request.id, person.id)
  await audit(scope, { actor: person.id, action: 'help.seen', subject: request.id })
  const loaded: LoadedCase = { ...found, request: { ...request, state: 'seen', seenBy: person.id } }
  await updateCards(scope, loaded)
  const what = `seen:${scope.now.epochMilliseconds}`
  await tellAuthor(scope, loaded, { what, message: toldSeen(person.name), by: person.id })
  return inPlace(await cardFor(scope, loaded, person))
}

export async function askAnswer(turn: Turn): Promise<Outcome> {
  const found = await find(turn, caseById)
  if ('refusal' in found) return show(found.refusal)
  const late = await whoWasFirst(turn.scope, found)
  return late
    ? show(late)
    : { kind: 'form', form: answerForm({ request: found.request, author: found.author.name }) }
}

/** Goes to the author; a second answer to the same is not sent. */
export async function saveAnswer(turn: Turn): Promise<Outcome> {
  const found = await find(turn, lockCase)
  const { scope, person, values } = turn
  if ('refusal' in found) return giveBack(found.refusal, values)
  const late = await whoWasFirst(scope, found)
  if (late) return giveBack(late, values)
  const { request, author } = found
  const answer = textIn(values, 'words')
  await keepAnswer(scope, request.id, { by: person.id, answer })
  await audit(scope, { actor: person.id, action: 'help.answer', subject: request.id })
  const loaded: LoadedCase = {
    ...found,
    request: { ...request, state: 'answered', answeredBy: person.id, answer },
  }
  await updateCards(scope, loaded)
  const message = toldAnswer({ id: request.id, by: person.name, answer })
  await tellAuthor(scope, loaded, { what: `answer:${scope.now.epochMilliseconds}`, message, by: person.id })
  return show(answerSent(author.name))
}

export async function closeRequest(turn: Turn): Promise<Outcome> {
  const found = await find(turn, lockCase)
  if ('refusal' in found) return inPlace(found.refusal)
  const { scope, person } = turn
  const { request, author } = found
  await closeCase(scope, request.id)
  await audit(scope, { actor: person.id, action: 'help.close', subject: request.id })
  const message = requestClosed(author.name, person.name)
  await closeCards(scope, found, message)
  const told = {
    what: `closed:${scope.now.epochMilliseconds}`,
    message: toldClosed(person.name),
    by: person.id,
  }
  await tellAuthor(scope, found, told)
  return inPlace(message)
}

async function whoWasFirst(scope: Scope, { request }: LoadedCase): Promise<Message | undefined> {
  if (isWaiting(request)) return undefined
  return answeredAlready((await nameOfHandler(scope, request)) ?? 'Another coordinator')
}

/** The open request of the press, for a coordinator of its program who is not too close to it. */
async function find(
  { scope, person, about }: Turn,
  read: typeof caseById,
): Promise<LoadedCase | { readonly refusal: Message }> {
  const request = await read(scope, about[0] ?? '')
  const loaded = request && (await loadCase(scope, request))
  if (!loaded || !mayRead(loaded, person)) return { refusal: notYourRequest }
  return isOpenCase(loaded.request) ? loaded : { refusal: requestOver }
}

function mayRead({ readers }: LoadedCase, { id }: Person): boolean {
  return readers.some((reader) => reader.id === id)
}

function show(message: Message): Outcome {
  return { kind: 'show', message }
}

function inPlace(message: Message): Outcome {
  return { kind: 'show', message, replace: true }
}
