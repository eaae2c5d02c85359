import { useClock } from '../store.ts'
import { formatDay, formatSoon, formatTime } from './story-time.ts'
import { useNow } from './use-now.ts'
import { Way } from './way.tsx'
import './clock-face.css'

/** Date and time in the hospital's zone, and what comes next or how far the way still is. */
export function ClockFace() {
  const clock = useClock()
  const now = useNow()
  if (!clock || now === undefined) return <p className="clock-face">…</p>
  const { zone, next, until } = clock
  return (
    <div className="clock-face" data-moving={until !== undefined}>
      <p className="clock-day">{formatDay(now, zone)}</p>
      <p className="clock-time">
        <time dateTime={new Date(now).toISOString()}>{formatTime(now, zone)}</time>
        <span className="clock-zone">{zone.replaceAll('_', ' ')}</span>
      </p>
      {until === undefined ? (
        <p className="clock-next">
          {next === undefined ? 'Nothing is due.' : `Next: ${nextInWords(Date.parse(next), now, zone)}`}
        </p>
      ) : (
        <Way until={until} key={until} now={now} zone={zone} />
      )}
    </div>
  )
}

/** What is due is on its way: its hour would be one that has passed. */
function nextInWords(next: number, now: number, zone: string): string {
  return next > now ? formatSoon(next, now, zone) : 'any moment now'
}
