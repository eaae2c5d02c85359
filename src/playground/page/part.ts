import { useSyncExternalStore } from 'react'

/** What a small screen shows of the page: one part at a time. */
export type Part = 'people' | 'chat' | 'clock'

let part: Part = 'chat'
const listeners = new Set<() => void>()

export function showPart(next: Part): void {
  part = next
  for (const listener of listeners) listener()
}

export function usePart(): Part {
  return useSyncExternalStore(subscribe, () => part)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
