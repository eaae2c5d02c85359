import type { Answer } from '../../core/checkin/answer.ts'
import { urgentRequest, urgentTakenBack } from '../../core/checkin/conversation-messages.ts'
import type { Message } from '../../core/message/message.ts'
import type { Person } from '../../core/people/person.ts'
import type { Scope } from '../../store/scope.ts'
import { changeSent, sendAnew } from '../../store/sent-messages.ts'
import { coordinatorsWithoutConflict } from '../program/coordinators.ts'
import { toPerson } from '../write-to.ts'
import type { OpenSheet } from './answer-sheet.ts'

interface Change {
  readonly before: Answer | undefined
  readonly after: Answer | undefined
}

/**
 * An urgent request goes to every coordinator of the program without a conflict, by direct message; what the author
 * adds or takes back changes that message. Returns how many were written to; undefined if nothing urgent was asked.
 */
export async function passOnUrgent(
  scope: Scope,
  opened: OpenSheet,
  { before, after }: Change,
): Promise<number | undefined> {
  const [was, is] = [urgentOf(before), urgentOf(after)]
  if (!was && !is) return undefined
  const coordinators = await coordinatorsFor(scope, opened)
  const message = is ? requestFrom(opened, is.words) : urgentTakenBack(opened.person.name)
  if (was) await changeRequests(scope, opened, { coordinators, message })
  if (!is) return undefined
  if (!was) await sendRequests(scope, opened, { coordinators, message })
  return coordinators.length
}

interface Requests {
  readonly coordinators: readonly Person[]
  readonly message: Message
}

/** A request made anew after it was taken back is a message of its own: a changed one rings nowhere. */
async function sendRequests(scope: Scope, opened: OpenSheet, requests: Requests): Promise<void> {
  const { message } = requests
  for (const coordinator of requests.coordinators) {
    const [entry] = toPerson(coordinator, { key: keyFor(opened, coordinator), message, repeat: 'once' })
    if (entry) await sendAnew(scope, entry)
  }
}

async function changeRequests(scope: Scope, opened: OpenSheet, requests: Requests): Promise<void> {
  for (const coordinator of requests.coordinators)
    await changeSent(scope, keyFor(opened, coordinator), requests.message)
}

function keyFor({ checkIn }: OpenSheet, coordinator: Person): string {
  return `urgent:${checkIn.id}:${coordinator.id}`
}

/** Those who can be written to. */
async function coordinatorsFor(scope: Scope, { program, pair }: OpenSheet): Promise<Person[]> {
  const coordinators = await coordinatorsWithoutConflict(scope, program, pair)
  return coordinators.filter(({ accounts }) => accounts.length > 0)
}

function requestFrom({ person, other, sheet, program }: OpenSheet, words: string | undefined): Message {
  return urgentRequest({
    author: person.name,
    side: program.type === 'peer' ? 'peer' : sheet.side,
    other: other.name,
    program: sheet.program,
    ...(words !== undefined && { words }),
  })
}

function urgentOf(answer: Answer | undefined): { readonly words: string | undefined } | undefined {
  const value = answer?.value
  return value?.kind === 'coordinator' && value.wish === 'urgent' ? { words: value.words } : undefined
}
