import type {
  AccountKey,
  ClockState,
  Happening,
  HospitalState,
  PersonNews,
  PersonState,
  PlaceState,
  TimelinePart,
} from '../wire.ts'
import { takeOver } from './take-over.ts'

/** All that the page has heard from the server so far. */
export interface Heard {
  readonly hospital?: HospitalState
  /** `heardAt`: by this machine's clock, in milliseconds, so that the hospital's clock can tick on between events. */
  readonly clock?: ClockState & { readonly heardAt: number }
  readonly timeline: Timeline
  readonly people: ReadonlyMap<AccountKey, PersonState>
}

interface Timeline {
  readonly run?: string
  readonly items: readonly Happening[]
}

export const NOTHING_HEARD: Heard = { timeline: { items: [] }, people: new Map() }

/** A reset began another life of the hospital: what was shown of the former one is dropped. */
export function hearHospital(heard: Heard, hospital: HospitalState): Heard {
  const sameLife = heard.hospital === undefined || heard.hospital.run === hospital.run
  if (sameLife) return { ...heard, hospital: takeOver(heard.hospital, hospital) }
  const timeline = heard.timeline.run === hospital.run ? heard.timeline : { run: hospital.run, items: [] }
  return { hospital, timeline, people: new Map() }
}

export function hearClock(heard: Heard, clock: ClockState, heardAt: number): Heard {
  return { ...heard, clock: { ...clock, heardAt } }
}

/** A part replaces what stands from its index on, so that hearing it twice, or all of it again, changes nothing. */
export function hearTimeline(heard: Heard, part: TimelinePart): Heard {
  const before = part.run === heard.timeline.run ? heard.timeline.items.slice(0, part.from) : []
  return { ...heard, timeline: { run: part.run, items: [...before, ...part.items] } }
}

/** Only those whom the page still watches are kept. */
export function hearPerson(heard: Heard, person: PersonNews, watched: readonly AccountKey[]): Heard {
  const kept = [...heard.people].filter(([key]) => watched.includes(key) && key !== person.key)
  const before = heard.people.get(person.key)
  const told = takeOver(before, wholeOf(before, person))
  return { ...heard, people: new Map([...kept, [person.key, told]]) }
}

/** With the messages that were told before in their places. */
function wholeOf(before: PersonState | undefined, person: PersonNews): PersonState {
  const places: PlaceState[] = person.places.map((place) => {
    const known = new Map(
      before?.places.find(({ id }) => id === place.id)?.messages.map((message) => [message.id, message]),
    )
    const messages = place.messages.flatMap((told) => ('same' in told ? (known.get(told.same) ?? []) : told))
    return { ...place, messages }
  })
  return { ...person, places }
}
