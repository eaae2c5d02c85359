import { useEffect } from 'react'
import type { Step, Tour } from './tour.ts'
import { useStep } from './use-step.ts'
import type { Whereabouts } from './where-i-am.ts'

interface TourUnderWayProps {
  readonly tour: Tour
  readonly step: Step
  readonly whereabouts: Whereabouts
  /** To a step, or past the last. */
  readonly goTo: (step: number) => void
  readonly skip: () => void
}

/** What a step says, and the ways on and back. Its words are read aloud when they change; the focus stays. */
export function TourUnderWay({ tour, step, whereabouts, goTo, skip }: TourUnderWayProps) {
  const { step: index, furthest, began } = whereabouts
  const { says, mayGoOn, passed, isDoing, refused, doIt, comeBack } = useStep(step, began)
  useEffect(() => {
    if (passed) goTo(index + 1)
  })
  useEscape(skip)
  const canGoOn = mayGoOn || index < furthest
  const isLast = index === tour.steps.length - 1
  return (
    <section className="tour" aria-label={`Tour: ${tour.title}`}>
      <header className="tour-head">
        <h2 className="tour-title">{tour.title}</h2>
        <span className="tour-progress">
          {index + 1} of {tour.steps.length}
        </span>
        <button type="button" className="tour-skip" onClick={skip}>
          Skip tour
        </button>
      </header>
      <p className="tour-says" aria-live="polite" aria-atomic="true">
        {says}
      </p>
      <p className="tour-refused" role="status">
        {refused}
      </p>
      <div className="tour-ways">
        {index > 0 && (
          <button type="button" className="tour-way" onClick={() => goTo(index - 1)}>
            Back
          </button>
        )}
        {comeBack && (
          <button type="button" className="tour-way" onClick={comeBack}>
            Back to the tour’s people
          </button>
        )}
        {doIt && (
          <button
            type="button"
            className="tour-way"
            aria-disabled={isDoing}
            onClick={isDoing ? undefined : doIt}
          >
            {isDoing ? 'One moment…' : 'Do it for me'}
          </button>
        )}
        <button
          type="button"
          className="tour-way tour-onward"
          aria-disabled={!canGoOn}
          onClick={canGoOn ? () => goTo(index + 1) : undefined}
        >
          {isLast ? 'Finish' : 'Next'}
        </button>
      </div>
    </section>
  )
}

/** Escape ends the tour, unless it is for something else: a window, a list, a field. */
function useEscape(skip: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const busy = document.querySelector('[role="dialog"], dialog[open], [role="listbox"]') !== null
      const writing = event.target instanceof Element && event.target.matches('input, textarea, select')
      if (event.key === 'Escape' && !event.defaultPrevented && !busy && !writing) skip()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [skip])
}
