import { useSyncExternalStore } from 'react'
import type { Began } from './tour.ts'

/** How far the visitor is in a tour. */
export interface Whereabouts {
  readonly tour: string
  readonly step: number
  /** The furthest step that was reached, for those who have gone back. */
  readonly furthest: number
  /** When the present step began. */
  readonly began: Began
  /** The life of the hospital it is in. */
  readonly run: string
}

const KEPT = 'rounds.tour'
const listeners = new Set<() => void>()
let whereabouts: Whereabouts | undefined = remembered()

/** Kept with the tab, so that a tour goes on after a reload. */
function remembered(): Whereabouts | undefined {
  try {
    const kept = sessionStorage.getItem(KEPT)
    return kept === null ? undefined : (JSON.parse(kept) as Whereabouts)
  } catch {
    return undefined
  }
}

/** Undefined: the tour is over. */
export function setWhereabouts(next: Whereabouts | undefined): void {
  whereabouts = next
  try {
    if (next) sessionStorage.setItem(KEPT, JSON.stringify(next))
    else sessionStorage.removeItem(KEPT)
  } catch {
    // A browser that keeps nothing: the tour holds for as long as the page is open.
  }
  for (const listener of listeners) listener()
}

/** Undefined: in no tour. */
export function useWhereabouts(): Whereabouts | undefined {
  return useSyncExternalStore(subscribe, () => whereabouts)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
