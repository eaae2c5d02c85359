import { useSyncExternalStore } from 'react'
import type {
  AccountKey,
  ClockState,
  Happening,
  HospitalState,
  PersonNews,
  PersonState,
  TimelinePart,
} from '../wire.ts'
import { type Heard, hearClock, hearHospital, hearPerson, hearTimeline, NOTHING_HEARD } from './events.ts'
import { forgetFormerLife } from './former-life.ts'

const WAITS = [300, 1000, 2000, 4000] as const

let heard: Heard = NOTHING_HEARD
let connected: boolean | undefined
let watched: readonly AccountKey[] = []
let source: EventSource | undefined
let failures = 0
let retry: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(): void {
  for (const listener of listeners) listener()
}

function hear(next: Heard): void {
  heard = next
  tell()
}

function setConnected(now: boolean): void {
  if (connected === now) return
  connected = now
  tell()
}

/**
 * Listens to the server, and watches these people. A lost connection is taken up again by itself, for as long as the
 * page is open; until then the last that was heard stays.
 */
export function watchPeople(people: readonly AccountKey[]): void {
  const same = people.length === watched.length && people.every((key, index) => key === watched[index])
  if (source && same) return
  watched = people
  connect()
}

function connect(): void {
  clearTimeout(retry)
  source?.close()
  const opened = new EventSource(`/playground/events?people=${watched.map(encodeURIComponent).join(',')}`)
  source = opened
  opened.onopen = () => {
    failures = 0
    setConnected(true)
  }
  opened.onerror = () => {
    if (source !== opened) return
    opened.close()
    setConnected(false)
    retry = setTimeout(connect, WAITS[Math.min(failures, WAITS.length - 1)])
    failures += 1
  }
  opened.addEventListener('hospital', ({ data }) => {
    const hospital = JSON.parse(data) as HospitalState
    forgetFormerLife(hospital.run)
    hear(hearHospital(heard, hospital))
  })
  opened.addEventListener('clock', ({ data }) =>
    hear(hearClock(heard, JSON.parse(data) as ClockState, Date.now())),
  )
  opened.addEventListener('timeline', ({ data }) =>
    hear(hearTimeline(heard, JSON.parse(data) as TimelinePart)),
  )
  opened.addEventListener('person', ({ data }) =>
    hear(hearPerson(heard, JSON.parse(data) as PersonNews, watched)),
  )
}

/** Undefined until the server has been heard. */
export function useHospital(): HospitalState | undefined {
  return useSyncExternalStore(subscribe, () => heard.hospital)
}

/** The clock as it was last told, and when that was by this machine's clock. */
export function useClock(): Heard['clock'] {
  return useSyncExternalStore(subscribe, () => heard.clock)
}

/** All that happened in this life of the hospital, the oldest first. */
export function useTimeline(): readonly Happening[] {
  return useSyncExternalStore(subscribe, () => heard.timeline.items)
}

/** What this person has before their eyes; undefined until it is heard, or when nobody watches them. */
export function usePerson(key: AccountKey): PersonState | undefined {
  return useSyncExternalStore(subscribe, () => heard.people.get(key))
}

/** Undefined: not yet. False: it was lost, and is being taken up again. */
export function useConnected(): boolean | undefined {
  return useSyncExternalStore(subscribe, () => connected)
}
