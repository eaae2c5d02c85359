import { createContext, useContext } from 'react'
import type { Someone } from '../../wire.ts'

/** What everything in one person's Teams knows. */
interface Pane {
  readonly someone: Someone
  /** The hospital's time, ISO 8601, and the zone in which it is read. */
  readonly now: string
  readonly zone: string
}

export const PaneContext = createContext<Pane | undefined>(undefined)

export function usePane(): Pane {
  const pane = useContext(PaneContext)
  if (!pane) throw new Error('There is no Teams around this')
  return pane
}
