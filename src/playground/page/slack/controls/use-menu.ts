import { useState } from 'react'
import type { Choice } from './choices.ts'
import { matching } from './choices.ts'

interface Menu {
  /** What stands in the field while the menu is open. */
  readonly search: string | undefined
  readonly found: readonly Choice[]
  readonly active: number
  open(): void
  close(): void
  searchFor(text: string): void
  /** Whether the key was for the menu. */
  onKey(key: string): boolean
}

/** An open or closed menu of choices: arrows move in it, Enter chooses or opens, Escape closes. */
export function useMenu(choices: readonly Choice[], choose: (choice: Choice) => void): Menu {
  const [search, setSearch] = useState<string>()
  const [active, setActive] = useState(0)
  const isOpen = search !== undefined
  const found = isOpen ? matching(choices, search) : []

  const open = () => setSearch((now) => now ?? '')
  const close = () => setSearch(undefined)
  const move = (by: number) => {
    if (isOpen) setActive(Math.max(0, Math.min(found.length - 1, active + by)))
    else open()
    return true
  }
  const enter = () => {
    const picked = found[active]
    if (!isOpen) open()
    else if (picked) choose(picked)
    return true
  }
  const leave = () => {
    close()
    return isOpen
  }
  const keys = new Map([
    ['ArrowDown', () => move(1)],
    ['ArrowUp', () => move(-1)],
    ['Enter', enter],
    ['Escape', leave],
  ])
  return {
    search,
    found,
    active: Math.min(active, Math.max(0, found.length - 1)),
    open,
    close,
    searchFor: (text) => {
      setSearch(text)
      setActive(0)
    },
    onKey: (key) => keys.get(key)?.() ?? false,
  }
}
