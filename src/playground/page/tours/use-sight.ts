import { useMemo } from 'react'
import type { AccountKey } from '../../wire.ts'
import { useClock, usePerson, useTimeline } from '../store.ts'
import { useSeats } from '../who-am-i.ts'
import type { Sight } from './tour.ts'

const nobody: AccountKey = 'slack:'

/** What the page knows now, as tours look at it: another object whenever something of it changed. */
export function useSight(): Sight {
  const clock = useClock()
  const timeline = useTimeline()
  const { first, beside } = useSeats()
  const one = usePerson(first ?? nobody)
  const other = usePerson(beside ?? nobody)
  return useMemo(() => {
    const seen = [one, other].filter((state) => state !== undefined)
    return { clock, timeline, people: new Map(seen.map((state) => [state.key, state])) }
  }, [clock, timeline, one, other])
}
