import { notYourRequest, requestCard } from '../../core/help-case/coordinator-messages.ts'
import type { HelpCase } from '../../core/help-case/help-case.ts'
import type { Message } from '../../core/message/message.ts'
import { availabilityOf, type Person } from '../../core/people/person.ts'
import { nextFit } from '../../core/time/slot.ts'
import { queue } from '../../store/outbox.ts'
import { peopleById } from '../../store/people.ts'
import type { Scope } from '../../store/scope.ts'
import { changeSent, keysSent, overtake, sendAnew } from '../../store/sent-messages.ts'
import { toPerson } from '../write-to.ts'
import { type LoadedCase, reachable } from './load-case.ts'

/**
 * Brings the request to every coordinator without a conflict, in person: urgent ones at once, others at an hour that
 * suits. Asked again, it is a message of its own: a changed one rings nowhere.
 */
export async function sendCards(scope: Scope, loaded: LoadedCase): Promise<void> {
  const { request, author, program } = loaded
  for (const reader of reachable(loaded.readers)) {
    const after = request.urgent
      ? undefined
      : nextFit({ instant: scope.now, availability: availabilityOf(reader, program.blackouts) })
    const [entry] = toPerson(reader, {
      key: cardKey(request, reader),
      repeat: 'once',
      author: author.id,
      message: await cardFor(scope, loaded, reader),
      ...(after && { after }),
    })
    if (entry) await sendAnew(scope, entry)
  }
}

/** Puts the request as it stands now in the place of every card; of whoever may not read it any more, a word without it. */
export async function updateCards(scope: Scope, loaded: LoadedCase): Promise<void> {
  const readers = new Map(loaded.readers.map((reader) => [reader.id, reader]))
  for (const key of await cardsOf(scope, loaded.request)) {
    const reader = readers.get(readerIn(key))
    if (reader) await changeSent(scope, key, await cardFor(scope, loaded, reader))
    else await overtake(scope, [{ key, message: notYourRequest }])
  }
}

/**
 * Puts something without its words in the place of every card, whoever got one and however often it was brought; what was
 * not sent yet never is.
 */
export async function closeCards(
  scope: Scope,
  { request }: Pick<LoadedCase, 'request'>,
  message: Message,
): Promise<void> {
  const keys = await cardsOf(scope, request)
  await overtake(
    scope,
    keys.map((key) => ({ key, message })),
  )
}

export async function cardFor(
  scope: Scope,
  { request, author, about }: LoadedCase,
  { zone, locale }: Pick<Person, 'zone' | 'locale'>,
): Promise<Message> {
  return requestCard({
    request,
    author: author.name,
    about,
    by: await nameOfHandler(scope, request),
    zone,
    locale,
  })
}

/** Who has answered it, or seen it, by name. */
export async function nameOfHandler(
  scope: Scope,
  { state, answeredBy, seenBy }: HelpCase,
): Promise<string | undefined> {
  const id = state === 'answered' ? answeredBy : (seenBy ?? answeredBy)
  const [handler] = id === undefined ? [] : await peopleById(scope, [id])
  return handler?.name
}

/** A word to the author about what became of it. `what`: names the word, so that each is said once. */
export async function tellAuthor(
  scope: Scope,
  { request, author }: LoadedCase,
  told: { readonly what: string; readonly message: Message; readonly by: string },
): Promise<void> {
  const { what, message, by } = told
  const after = nextFit({ instant: scope.now, availability: availabilityOf(author, []) })
  const key = `help-told:${request.id}:${what}`
  await queue(scope, toPerson(author, { key, repeat: 'once', message, author: by, ...(after && { after }) }))
}

/** An urgent one is named so: see `tellUrgentLost`. */
function cardKey({ id, urgent }: HelpCase, reader: Person): string {
  return `${urgent ? 'urgent' : 'help'}:${id}:${reader.id}`
}

/** The keys of all cards, whatever it was when they were sent. */
async function cardsOf(scope: Scope, { id, personId: author }: HelpCase): Promise<string[]> {
  const urgent = await keysSent(scope, { author, keyStart: `urgent:${id}:` })
  return [...urgent, ...(await keysSent(scope, { author, keyStart: `help:${id}:` }))]
}

function readerIn(key: string): string {
  return key.split(':')[2] ?? ''
}
