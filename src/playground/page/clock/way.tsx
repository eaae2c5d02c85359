import { useState } from 'react'
import { formatSoon } from './story-time.ts'

interface OnTheWay {
  readonly until: string
  readonly now: number
  readonly zone: string
}

/** How far the clock is on its way, from where this page first saw it set out. */
export function Way({ until, now, zone }: OnTheWay) {
  const [start] = useState(now)
  const end = Date.parse(until)
  return (
    <div className="clock-way">
      <progress
        aria-label="On the way"
        max={Math.max(1, end - start)}
        value={Math.min(now - start, end - start)}
      />
      <p className="clock-next">On the way to {formatSoon(end, now, zone)}</p>
    </div>
  )
}
