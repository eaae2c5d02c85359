import { useSyncExternalStore } from 'react'
import type { AccountKey, MessageLink } from '../wire.ts'
import { readSeats, type Seats, seatsOf, writeSeats } from './seats.ts'
import { watchPeople } from './store.ts'

let seats: Seats = readSeats(location.hash)
/** `quietly`: the focus stays where it is. */
interface GoingTo extends MessageLink {
  readonly quietly: boolean
}

let goingTo: GoingTo | undefined
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The address keeps who is shown, so that a reload and a shared link show the same, and each tab its own. */
function seat(next: Seats): void {
  const hash = writeSeats(next)
  if (hash !== writeSeats(seats)) history.pushState(null, '', hash || location.pathname)
  take(next)
}

function take(next: Seats): void {
  seats = next
  watchPeople([next.first, next.beside].filter((key) => key !== undefined))
  tell()
}

/** Begins to show whom the address names, and follows the browser's back and forward. */
export function startWatching(): void {
  const follow = () => take(readSeats(location.hash))
  window.addEventListener('popstate', follow)
  window.addEventListener('hashchange', follow)
  follow()
}

/** Shows this person in the first pane; whoever stands beside stays there. */
export function become(key: AccountKey): void {
  if (key === seats.first) return
  seat(seatsOf(key, seats.beside === key ? seats.first : seats.beside))
}

/** Shows this person in the second pane. */
export function putBeside(key: AccountKey): void {
  if (key === seats.first) return
  seat(seatsOf(seats.first, key))
}

/** Shows these alone, one or two. */
export function showPeople(first: AccountKey, beside?: AccountKey): void {
  seat(seatsOf(first, beside))
}

export function closePane(key: AccountKey): void {
  const { first, beside } = seats
  seat(key === first ? seatsOf(beside) : seatsOf(first))
}

export function swapPanes(): void {
  seat(seatsOf(seats.beside, seats.first))
}

/** Nobody is shown, and no message is to be. */
export function standUp(): void {
  goingTo = undefined
  seat({})
}

/** Shows the message in its person's pane: where they are shown already, there, else in the first. */
export function goToMessage(link: MessageLink, quietly = false): void {
  goingTo = { ...link, quietly }
  if (link.account !== seats.beside) become(link.account)
  tell()
}

export function useSeats(): Seats {
  return useSyncExternalStore(subscribe, () => seats)
}

/** The message to be shown; another object at every wish, also for the same message. */
export function useGoingTo(): GoingTo | undefined {
  return useSyncExternalStore(subscribe, () => goingTo)
}
