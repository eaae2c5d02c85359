import type { HelpCase } from '../../core/help-case/help-case.ts'
import {
  helpForm,
  helpSent,
  myRequests,
  nobodyToAsk,
  nowhereToAsk,
  placeGone,
} from '../../core/help-case/messages.ts'
import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { openCasesOf } from '../../store/help-cases.ts'
import type { Turn } from '../turn.ts'
import { beginCase } from './keep-case.ts'
import { loadCase, reachable } from './load-case.ts'
import { type AskedPlace, placesOf } from './places.ts'
import { nameOfHandler } from './send-cards.ts'

/** `ask [WORDS]`: how the person's requests stand; the form where there is none, or where they begin one. */
export async function showRequests(turn: Turn): Promise<Outcome> {
  const { scope, person } = turn
  const open = (await openCasesOf(scope, person.id)).filter(({ shared }) => !shared)
  if (open.length === 0 || turn.rest !== '') return askForHelp(turn)
  const requests = []
  for (const request of open.slice(0, MOST_SHOWN)) {
    const loaded = await loadCase(scope, request)
    if (loaded)
      requests.push({ request, program: loaded.program.name, by: await nameOfHandler(scope, request) })
  }
  return { kind: 'show', message: myRequests(requests, person) }
}

const MOST_SHOWN = 4

/** The form; where nobody could read it, nobody is asked to write. */
export async function askForHelp(turn: Turn): Promise<Outcome> {
  const meant = await placesMeant(turn)
  const [only, ...more] = meant
  if (only && more.length === 0 && only.place.readers.length === 0)
    return { kind: 'show', message: nobodyToAsk(only.place.routes, turn.rest) }
  return formFor(turn, meant)
}

/** The form that was filled in, whoever can read it now. */
export async function requestForm(turn: Turn): Promise<Outcome> {
  return formFor(turn, await placesMeant(turn))
}

function formFor({ person, about, rest }: Turn, meant: readonly AskedPlace[]): Outcome {
  if (meant.length === 0) return { kind: 'show', message: about.length === 0 ? nowhereToAsk : placeGone }
  const form = helpForm(
    meant.map(({ place }) => place),
    { locale: person.locale, typed: rest },
  )
  return { kind: 'form', form }
}

/** The place that a press or form names, or all there are. */
async function placesMeant({ scope, person, about: [id] }: Turn): Promise<AskedPlace[]> {
  const places = await placesOf(scope, person)
  return id === undefined ? places : places.filter(({ place }) => place.id === id)
}

/** Brings it to the coordinators, and shows its author every other way at once. */
export async function saveRequest(turn: Turn): Promise<Outcome> {
  const { scope, person, about, values } = turn
  const id = about[0] ?? textIn(values, 'place')
  const asked = (await placesOf(scope, person)).find(({ place }) => place.id === id)
  if (!asked) return { kind: 'show', message: placeGone }
  const words = textIn(values, 'words')
  const { setting, programId, pairId } = asked
  const { routes } = setting.program
  const readers = reachable(setting.readers).map(({ name }) => name)
  if (readers.length === 0) {
    return { kind: 'show', message: nobodyToAsk(routes, words), holdsTyped: true }
  }
  const urgent = textIn(values, 'urgent') === 'yes'
  const before = await askedAlready(turn, asked, words)
  const { request } = before
    ? { request: before }
    : await beginCase(scope, setting, {
        programId,
        ...(pairId !== undefined && { pairId }),
        urgent,
        words: [words],
      })
  const message = helpSent({ id: request.id, urgent: request.urgent, readers, routes, locale: person.locale })
  return { kind: 'show', message }
}

/** The same words for the same place, sent twice: one request. */
async function askedAlready(
  { scope, person }: Turn,
  { programId, pairId }: AskedPlace,
  words: string,
): Promise<HelpCase | undefined> {
  return (await openCasesOf(scope, person.id)).find(
    (known) => known.programId === programId && known.pairId === pairId && known.words.at(-1) === words,
  )
}
