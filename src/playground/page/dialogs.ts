import { useSyncExternalStore } from 'react'

/** The windows over the whole page, one at a time. */
type Dialog = 'about' | 'own'

let opened: Dialog | undefined
const listeners = new Set<() => void>()

/** Undefined closes it. */
export function openDialog(next: Dialog | undefined): void {
  opened = next
  for (const listener of listeners) listener()
}

export function closeDialog(): void {
  openDialog(undefined)
}

export function useOpened(): Dialog | undefined {
  return useSyncExternalStore(subscribe, () => opened)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
