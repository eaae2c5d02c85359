import { createContext, use } from 'react'
import type { AccountKey, DeedAnswer, PersonDeed, PlaceState } from '../../wire.ts'

type WithoutWho<Deed> = Deed extends unknown ? Omit<Deed, 'who'> : never
export type OwnDeed = WithoutWho<PersonDeed>

/** What every part of somebody's Slack needs. */
export interface Pane {
  readonly who: AccountKey
  /** Does a deed as this person and hands the answer back. */
  send(deed: OwnDeed): Promise<DeedAnswer>
  /** Does a deed as this person; what Slack says to it, or why it was refused, is shown in passing. */
  act(deed: OwnDeed): Promise<DeedAnswer>
  /** Shows a sentence in passing. */
  tell(sentence: string): void
  /** Where windows are drawn: over the pane, and over nothing else. */
  readonly overlay: HTMLElement | null
}

export const PaneContext = createContext<Pane | undefined>(undefined)

export function usePane(): Pane {
  const pane = use(PaneContext)
  if (!pane) throw new Error('outside of a Slack pane')
  return pane
}

/** Where they can be, apart from the rest, because it changes with every message. */
export const PlacesContext = createContext<readonly PlaceState[]>([])

export function usePlaces(): readonly PlaceState[] {
  return use(PlacesContext)
}
