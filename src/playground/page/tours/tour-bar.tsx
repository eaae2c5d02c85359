import { useCallback } from 'react'
import './tour-bar.css'
import { useHospital } from '../store.ts'
import type { Tour } from './tour.ts'
import { TourUnderWay } from './tour-under-way.tsx'
import { tours } from './tours.ts'
import { useBeginning } from './use-beginning.ts'
import { setWhereabouts, useWhereabouts } from './where-i-am.ts'

/** The tours to choose from, or the one the visitor is in. Nothing where the hospital has not the people for one. */
export function TourBar() {
  const hospital = useHospital()
  const whereabouts = useWhereabouts()
  const begin = useBeginning()
  const tour = tours.find(({ id }) => id === whereabouts?.tour)
  const skip = useCallback(() => setWhereabouts(undefined), [])
  if (!hospital) return null
  const step = whereabouts?.run === hospital.run ? tour?.steps[whereabouts.step] : undefined
  if (!tour || !whereabouts || !step) {
    const keys = new Set(hospital.people.map(({ key }) => key))
    const offered = tours.filter(({ people }) => people.every((key) => keys.has(key)))
    return <TourList tours={offered} begin={(chosen) => begin(chosen, 0)} />
  }
  const goTo = (to: number) => (to < tour.steps.length ? begin(tour, to) : skip())
  return <TourUnderWay tour={tour} step={step} whereabouts={whereabouts} goTo={goTo} skip={skip} />
}

interface TourListProps {
  readonly tours: readonly Tour[]
  readonly begin: (tour: Tour) => void
}

function TourList({ tours: offered, begin }: TourListProps) {
  if (offered.length === 0) return null
  return (
    <section className="tour-list" aria-label="Tours">
      <p className="tour-new">New here? Take a tour:</p>
      {offered.map((tour) => (
        <button key={tour.id} type="button" className="tour-choice" onClick={() => begin(tour)}>
          <span className="tour-name">{tour.title}</span>
          <span className="tour-promise">{tour.promise}</span>
        </button>
      ))}
    </section>
  )
}
