import { type FormEvent, useState } from 'react'
import { useClock } from '../store.ts'
import { instantOf, localValue } from './story-time.ts'

interface GoToField {
  readonly blocked: boolean
  /** An instant, ISO 8601 in UTC. Whether the clock has set out. */
  readonly onGo: (at: string) => Promise<boolean>
}

/** A date and a time to go to, in the hospital's zone. */
export function GoTo({ blocked, onGo }: GoToField) {
  const clock = useClock()
  const [typed, setTyped] = useState<string>()
  const zone = clock?.zone ?? 'UTC'
  const value = typed ?? (clock ? localValue(Date.parse(clock.now), zone) : '')

  async function go(event: FormEvent) {
    event.preventDefault()
    const at = instantOf(value, zone)
    if (at !== undefined && !blocked && (await onGo(at))) setTyped(undefined)
  }

  return (
    <form className="clock-go-to" onSubmit={go}>
      <label className="unseen" htmlFor="clock-go-to">
        Go to a date and time
      </label>
      <input
        id="clock-go-to"
        className="field"
        type="datetime-local"
        required
        value={value}
        onChange={({ target }) => setTyped(target.value)}
      />
      <button type="submit" className="button" aria-disabled={blocked}>
        Go to
      </button>
    </form>
  )
}
