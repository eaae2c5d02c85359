import { useHospital, useTimeline } from '../store.ts'
import type { Tour } from './tour.ts'
import { setWhereabouts, useWhereabouts } from './where-i-am.ts'

/** Begins a step of a tour: from now on counts what is done. */
export function useBeginning(): (tour: Tour, step: number) => void {
  const hospital = useHospital()
  const timeline = useTimeline()
  const before = useWhereabouts()
  return (tour, step) => {
    if (!hospital) return
    const furthest = before?.tour === tour.id ? Math.max(before.furthest, step) : step
    const began = { ms: Date.now(), happenings: timeline.length }
    setWhereabouts({ tour: tour.id, step, furthest, began, run: hospital.run })
  }
}
