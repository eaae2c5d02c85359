import type { IncomingMessage } from 'node:http'
import type { Listener } from '../../http/server.ts'
import type { AccountKey, PersonNews, PersonState, Shown, TimelinePart } from '../wire.ts'
import type { Behind } from './behind.ts'
import { accountsAmong, hospitalState, personState } from './states.ts'
import { openStream, retry, type Stream } from './stream.ts'

/** Tells every open page of what changes. */
export interface Events {
  readonly listener: Listener
  /** Tells of this hospital from now on. */
  connect(hospital: Behind): void
  /** Ends every stream; pages that ask are sent away until the next `connect`. */
  disconnect(): void
  /** Something may have changed: what did is told within 15 ms. */
  changed(): void
  /** The accounts that open pages watch. */
  watched(): ReadonlySet<AccountKey>
}

const TOGETHER_MS = 15
const MOST_PEOPLE = 4

/** One page, and what it knows. */
interface Page {
  readonly stream: Stream
  readonly wanted: readonly string[]
  /** By event, and account where there is one: the state as it was sent last. */
  readonly told: Map<string, string>
  /** By account: the messages that it has. */
  readonly messages: Map<AccountKey, ReadonlySet<Shown>>
  /** How much of the timeline it has. */
  happened: number
}

/** `build` names the page that belongs to this server. */
export function openEvents(build: string): Events {
  const pages = new Set<Page>()
  let hospital: Behind | undefined
  let unwatch = () => {}
  let soon: NodeJS.Timeout | undefined

  function changed(): void {
    soon ??= setTimeout(() => {
      soon = undefined
      tell([...pages])
    }, TOGETHER_MS)
  }

  function tell(to: readonly Page[]): void {
    const listening = to.filter(({ stream }) => stream.isReading())
    if (hospital === undefined || listening.length === 0) return
    try {
      const news = newsOf(hospital, build)
      for (const page of listening) news(page)
    } catch (error) {
      // A fault of a part must not end the process, which this timer would.
      hospital.running.world.log.error({ err: error }, 'the pages of the playground could not be told')
    }
  }

  return {
    listener: (request, response) => {
      if (hospital === undefined) {
        response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
        response.end(retry)
        return
      }
      const stream = openStream(response, {
        onReading: () => tell([page]),
        onEnd: () => pages.delete(page),
      })
      const page: Page = {
        stream,
        wanted: wantedBy(request),
        told: new Map(),
        messages: new Map(),
        happened: 0,
      }
      pages.add(page)
      tell([page])
    },
    connect: (next) => {
      hospital = next
      const { slack, teams } = next.stage
      const stops = [next.watch(changed), slack.world.watch(changed), teams.tenant.watch(changed)]
      unwatch = () => {
        for (const stop of stops) stop()
      }
    },
    disconnect: () => {
      unwatch()
      clearTimeout(soon)
      soon = undefined
      hospital = undefined
      for (const { stream } of pages) stream.end()
      pages.clear()
    },
    changed,
    watched: () => {
      const wanted = [...pages].flatMap((page) => page.wanted)
      return new Set(hospital ? accountsAmong(wanted, { people: hospital.people() }) : [])
    },
  }
}

function wantedBy({ url = '' }: IncomingMessage): readonly string[] {
  const people = new URL(url, 'http://localhost').searchParams.get('people') ?? ''
  return [...new Set(people.split(',').filter(Boolean))].slice(0, MOST_PEOPLE)
}

/** Gives a page whatever it does not know yet. Each state is worked out once, however many pages watch. */
function newsOf(hospital: Behind, build: string): (page: Page) => void {
  const common = hospitalState(hospital, build)
  const commonJson = JSON.stringify(common)
  const clockJson = JSON.stringify(hospital.clock())
  const people = new Map<AccountKey, PersonState>()
  const stateOf = (key: AccountKey) => {
    const state = people.get(key) ?? personState(hospital, key)
    people.set(key, state)
    return state
  }
  return (page) => {
    tellState(page, { name: 'hospital', key: 'hospital', json: commonJson })
    tellState(page, { name: 'clock', key: 'clock', json: clockJson })
    tellTimeline(page, hospital)
    for (const key of accountsAmong(page.wanted, common)) tellPerson(page, stateOf(key))
  }
}

function tellState(
  { stream, told }: Page,
  { name, key, json }: Record<'name' | 'key' | 'json', string>,
): void {
  if (told.get(key) === json) return
  told.set(key, json)
  stream.event(name, json)
}

/** Of messages only the new ones: a chat grows long, and each of its messages is a large thing. */
function tellPerson({ stream, told, messages }: Page, state: PersonState): void {
  const before = messages.get(state.key) ?? new Set()
  const now = new Set(state.places.flatMap((place) => place.messages))
  const frame = JSON.stringify(newsOfPerson(state, now))
  if (told.get(state.key) === frame && [...now].every((message) => before.has(message))) return
  told.set(state.key, frame)
  messages.set(state.key, now)
  stream.event('person', JSON.stringify(newsOfPerson(state, before)))
}

function newsOfPerson(state: PersonState, known: ReadonlySet<Shown>): PersonNews {
  const places = state.places.map((place) => ({
    ...place,
    messages: place.messages.map((message) => (known.has(message) ? { same: message.id } : message)),
  }))
  return { ...state, places }
}

function tellTimeline(page: Page, { run, timeline }: Behind): void {
  const from = page.happened
  if (from > 0 && timeline.length === from) return
  if (from === 0 && timeline.length === 0 && page.told.has('timeline')) return
  page.told.set('timeline', run)
  page.happened = timeline.length
  const part: TimelinePart = { run, from, items: timeline.slice(from) }
  page.stream.event('timeline', JSON.stringify(part))
}
