import { type FormEvent, useRef, useState } from 'react'
import { useClock } from '../store.ts'
import { formatDay, formatTime, instantOf, localValue } from './story-time.ts'

interface GoToField {
  readonly blocked: boolean
  /** An instant, ISO 8601 in UTC. Whether the clock has set out. */
  readonly onGo: (at: string) => Promise<boolean>
}

/**
 * A date and a time to go to, in the hospital's zone; behind its name, because the buttons are what one needs. The browser
 * writes the field in its own language's way, so what is meant stands beside it in words.
 */
export function GoTo({ blocked, onGo }: GoToField) {
  const clock = useClock()
  const [typed, setTyped] = useState<string>()
  const whole = useRef<HTMLDetailsElement>(null)
  const zone = clock?.zone ?? 'UTC'
  const value = typed ?? (clock ? localValue(Date.parse(clock.now), zone) : '')
  const at = instantOf(value, zone)

  async function go(event: FormEvent) {
    event.preventDefault()
    if (at === undefined || blocked || !(await onGo(at))) return
    setTyped(undefined)
    if (whole.current) whole.current.open = false
  }

  return (
    <details ref={whole} className="clock-go-to">
      <summary>Go to a date…</summary>
      <form onSubmit={go}>
        <label className="unseen" htmlFor="clock-go-to">
          Go to a date and time
        </label>
        <input
          id="clock-go-to"
          className="field"
          type="datetime-local"
          required
          value={value}
          aria-describedby="clock-go-to-words"
          onChange={({ target }) => setTyped(target.value)}
        />
        <button type="submit" className="button" aria-disabled={blocked}>
          Go to
        </button>
        <p id="clock-go-to-words">{at !== undefined && inWords(Date.parse(at), zone)}</p>
      </form>
    </details>
  )
}

function inWords(instant: number, zone: string): string {
  return `${formatDay(instant, zone)} at ${formatTime(instant, zone)}`
}
