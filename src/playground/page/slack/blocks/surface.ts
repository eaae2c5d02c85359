import { createContext, use, useEffect, useState } from 'react'
import type { Value } from '../controls/control-props.ts'
import { keep, readKept } from '../kept.ts'

export type Entered = Readonly<Record<string, Value>>

/** Where blocks stand: in a message, a window or Home. */
export interface Surface {
  readonly in: { readonly place: string; readonly message: string } | { readonly view: string }
  /** By field; absent where nothing was entered and what the bot put there stands. */
  readonly entered: Entered
  enter(field: string, value: Value): void
  /** What is wrong, by block. */
  readonly errors: Readonly<Record<string, string>>
}

export const SurfaceContext = createContext<Surface | undefined>(undefined)

export function useSurface(): Surface {
  const surface = use(SurfaceContext)
  if (!surface) throw new Error('blocks stand on no surface')
  return surface
}

/** A field is the same one as long as its block and its action are. */
export function fieldOf(block: string | undefined, action: string | undefined): string {
  return JSON.stringify([block ?? '', action ?? ''])
}

/** What was entered, kept under this name while the tab is open. */
export function useEntered(name: string): readonly [Entered, Surface['enter']] {
  const [entered, setEntered] = useState<Entered>(() => (readKept(name) ?? {}) as Entered)
  useEffect(() => {
    if (Object.keys(entered).length > 0) keep(name, entered)
  }, [name, entered])
  return [entered, (field, value) => setEntered((before) => ({ ...before, [field]: value }))]
}
