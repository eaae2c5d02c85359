import { useSyncExternalStore } from 'react'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const KEPT = 'rounds.theme'
const dark = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()
let theme: Theme = remembered()

function remembered(): Theme {
  try {
    const kept = localStorage.getItem(KEPT)
    return THEMES.find((one) => one === kept) ?? 'system'
  } catch {
    return 'system'
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function shown(): 'light' | 'dark' {
  if (theme !== 'system') return theme
  return dark.matches ? 'dark' : 'light'
}

function apply(): void {
  document.documentElement.dataset['theme'] = shown()
  for (const listener of listeners) listener()
}

/** Sets `data-theme` on the root, always `light` or `dark`, and follows the system where nothing was chosen. */
export function startTheme(): void {
  dark.addEventListener('change', apply)
  apply()
}

export function chooseTheme(next: Theme): void {
  theme = next
  try {
    localStorage.setItem(KEPT, next)
  } catch {
    // A browser that keeps nothing: it holds for as long as the page is open.
  }
  apply()
}

/** What was chosen. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, () => theme)
}

/** What is to be seen, for renderers that take colours as values. */
export function useShownTheme(): 'light' | 'dark' {
  return useSyncExternalStore(subscribe, shown)
}
