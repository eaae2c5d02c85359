import { useState } from 'react'

/** What is being written, kept under this key for as long as the tab is open: also over a reload. */
export function useDraft(key: string): readonly [string, (text: string) => void] {
  const [draft, setDraft] = useState(() => read(key))
  const write = (text: string) => {
    setDraft(text)
    keep(key, text)
  }
  return [draft, write]
}

function read(key: string): string {
  try {
    return sessionStorage.getItem(nameOf(key)) ?? ''
  } catch {
    return ''
  }
}

function keep(key: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(nameOf(key))
    else sessionStorage.setItem(nameOf(key), text)
  } catch {
    // A browser that keeps nothing, or has no room left: the draft lives as long as the box.
  }
}

function nameOf(key: string): string {
  return `rounds.draft.${key}`
}
