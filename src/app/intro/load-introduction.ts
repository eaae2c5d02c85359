import type { Introduction } from '../../core/intro/introduction.ts'
import { colleagueQuestion, type Introduced, menteeQuestion } from '../../core/intro/messages.ts'
import type { Message } from '../../core/message/message.ts'
import { availabilityOf, type Person } from '../../core/people/person.ts'
import { nextFit } from '../../core/time/slot.ts'
import { type NewEntry, queue } from '../../store/outbox.ts'
import { ownNeverWith } from '../../store/own-never-with.ts'
import { pairById } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import type { Scope } from '../../store/scope.ts'
import { changeSent, overtake } from '../../store/sent-messages.ts'
import { toPerson } from '../write-to.ts'

/** An introduction with the three it is about. */
export interface LoadedIntroduction {
  readonly introduction: Introduction
  readonly mentor: Person
  readonly mentee: Person
  readonly colleague: Person
  readonly names: Introduced
}

/** Undefined once the pair is over, or one of the three is not there any more. */
export async function loadIntroduction(
  scope: Scope,
  introduction: Introduction,
): Promise<LoadedIntroduction | undefined> {
  const pair = await pairById(scope, introduction.pairId)
  if (pair?.state !== 'active') return undefined
  const people = await peopleById(scope, [pair.mentorId, introduction.menteeId, introduction.colleagueId])
  const byId = new Map(people.map((person) => [person.id, person]))
  const mentor = byId.get(pair.mentorId)
  const mentee = byId.get(introduction.menteeId)
  const colleague = byId.get(introduction.colleagueId)
  if (!mentor || !mentee || !colleague) return undefined
  const names = { mentor: mentor.name, mentee: mentee.name, colleague: colleague.name }
  return { introduction, mentor, mentee, colleague, names }
}

/** Whether one of the two would rather not have to do with the other: then nobody is asked, and nobody learns why. */
export async function areKeptApart(
  scope: Scope,
  { menteeId, colleagueId }: Pick<Introduction, 'menteeId' | 'colleagueId'>,
): Promise<boolean> {
  const ofMentee = await ownNeverWith(scope, menteeId)
  const ofColleague = await ownNeverWith(scope, colleagueId)
  return ofMentee.includes(colleagueId) || ofColleague.includes(menteeId)
}

/** Asks whose turn it is, the mentee or the colleague; `again`: as the one reminder. */
export async function sendQuestion(scope: Scope, loaded: LoadedIntroduction, again: boolean): Promise<void> {
  const { introduction, names, mentor, mentee, colleague } = loaded
  const { id, why, state } = introduction
  const ask = state === 'asked' ? colleagueQuestion : menteeQuestion
  const message = ask({ ...names, id, why, again })
  const key = questionKeys(introduction)[again ? 1 : 0] ?? ''
  await queue(
    scope,
    write(scope, state === 'asked' ? colleague : mentee, { key, message, author: mentor.id }),
  )
}

/** A message at an hour that suits its reader. */
export function write(
  scope: Scope,
  person: Person,
  sent: { readonly key: string; readonly message: Message; readonly author?: string },
): NewEntry[] {
  const after = nextFit({ instant: scope.now, availability: availabilityOf(person, []) })
  return toPerson(person, { repeat: 'once', ...sent, ...(after && { after }) })
}

/** Puts something in the place of the question that was asked last, and of its reminder. */
export async function closeQuestion(
  scope: Scope,
  introduction: Introduction,
  message: Message,
): Promise<void> {
  for (const key of questionKeys(introduction)) await changeSent(scope, key, message)
}

/** The same where it may not have been sent yet: then it never is. */
export async function recallQuestion(
  scope: Scope,
  introduction: Introduction,
  message: Message,
): Promise<void> {
  await overtake(
    scope,
    questionKeys(introduction).map((key) => ({ key, message })),
  )
}

/** Of the question, and of its reminder. */
function questionKeys({ id, state }: Introduction): readonly [string, string] {
  const asked = state === 'asked' ? 'colleague' : 'mentee'
  return [`intro:${id}:${asked}`, `intro:${id}:${asked}:again`]
}
