import { useMemo, useState } from 'react'
import { formatDay } from '../clock/story-time.ts'
import { useClock, useTimeline } from '../store.ts'
import { KINDS, type Kind, latestByDay } from './days.ts'
import { HappeningRow } from './happening-row.tsx'
import { Summary } from './summary.tsx'
import './timeline.css'

const STEP = 120

/** What happened, the newest first, by days; a press on a message leads to it. */
export function Timeline() {
  const items = useTimeline()
  const zone = useClock()?.zone ?? 'UTC'
  const [kind, setKind] = useState<Kind>()
  const [most, setMost] = useState(STEP)
  const days = useMemo(
    () => latestByDay(items, { ...(kind && { kind }), most, zone }),
    [items, kind, most, zone],
  )
  const total = useMemo(() => items.filter((item) => !kind || item.kind === kind).length, [items, kind])
  return (
    <section className="timeline" aria-labelledby="timeline-title">
      <div className="timeline-head">
        <h2 id="timeline-title" className="panel-title">
          What happened
        </h2>
        <select
          className="field"
          aria-label="Show"
          value={kind ?? ''}
          onChange={({ target }) => setKind(KINDS.find((one) => one.kind === target.value)?.kind)}
        >
          <option value="">Everything</option>
          {KINDS.map((one) => (
            <option key={one.kind} value={one.kind}>
              {one.many[0]?.toUpperCase()}
              {one.many.slice(1)}
            </option>
          ))}
        </select>
      </div>
      <Summary items={items} />
      <div className="timeline-days">
        {days.map(({ date, items: ofDay }) => (
          <section key={date} aria-label={formatDay(Date.parse(`${date}T12:00Z`), 'UTC')}>
            <h3 className="timeline-day">{formatDay(Date.parse(`${date}T12:00Z`), 'UTC')}</h3>
            <ul className="timeline-items">
              {ofDay.map((item) => (
                <HappeningRow key={item.id} item={item} zone={zone} />
              ))}
            </ul>
          </section>
        ))}
        {total === 0 && <p className="timeline-none">Nothing yet. Move the clock on.</p>}
        {total > most && (
          <button type="button" className="button timeline-more" onClick={() => setMost(most + STEP * 2)}>
            Show older ({total - most})
          </button>
        )}
      </div>
    </section>
  )
}
