import { createContext, useContext } from 'react'
import type { Someone } from '../../wire.ts'

/** What everything in one person's Teams knows. */
interface Pane {
  readonly someone: Pick<Someone, 'key' | 'name'>
  /** The zone in which times are read. */
  readonly zone: string
}

export const PaneContext = createContext<Pane | undefined>(undefined)

export function usePane(): Pane {
  const pane = useContext(PaneContext)
  if (!pane) throw new Error('There is no Teams around this')
  return pane
}
