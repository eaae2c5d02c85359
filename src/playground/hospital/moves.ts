import { formatMoment } from '../../core/time/dates.ts'
import type { Advance } from './hospital.ts'
import type { Life } from './life.ts'
import { targetOf } from './target.ts'

/** The zone of the hospital's calendar. */
export const zone = 'Europe/London'
const locale = 'en-GB'

/** Moves the clock on, one move at a time. */
export interface Moves {
  /** Undefined once it has arrived, or why it is not moved. */
  advance(to: Advance): Promise<string | undefined>
  /** Where it is on its way to. */
  until(): Temporal.Instant | undefined
  /** Goes no further. Resolves when nothing is under way any more. */
  stop(): Promise<void>
}

interface Around {
  /** Called whenever something has happened on the way. */
  readonly passed: () => void
  /** While the clock is on its way nothing else is to do what it comes to; until the function it gives is called. */
  readonly hold: () => Promise<() => void>
}

export function createMoves(life: Life, { passed, hold }: Around): Moves {
  const { clock, flow, timeline, running } = life
  let until: Temporal.Instant | undefined
  let underWay = false
  let stopped = false
  let moving: Promise<unknown> = Promise.resolve()

  async function move(at: Temporal.Instant): Promise<string | undefined> {
    timeline.add({ kind: 'clock', who: '', text: `The clock moves on to ${momentOf(at)}` })
    passed()
    try {
      for (const stop of stopsUntil(at)) {
        if (stopped) return `The clock stopped at ${momentOf(clock.now())}: the hospital closes.`
        await flow.liveUntil(stop, passed)
        await flow.passTo(stop)
      }
      return undefined
    } catch (cause) {
      running.world.log.error({ err: cause }, 'the clock could not be moved on')
      return `The clock stopped at ${momentOf(clock.now())}: something went wrong on the way.`
    }
  }

  /** What goes by the calendar alone (somebody is back from a pause) is looked at each midnight. */
  function stopsUntil(end: Temporal.Instant): Temporal.Instant[] {
    const stops: Temporal.Instant[] = []
    const midnight = (days: number) =>
      clock.now().toZonedDateTimeISO(zone).startOfDay().add({ days }).toInstant()
    for (let days = 1; Temporal.Instant.compare(midnight(days), end) < 0; days += 1)
      stops.push(midnight(days))
    return [...stops, end]
  }

  async function begin(to: Advance): Promise<string | undefined> {
    underWay = true
    const release = await hold()
    try {
      const target = targetOf(to, { now: clock.now(), zone, next: (await flow.next())?.at })
      if ('refusal' in target) return target.refusal
      until = target.at
      return await move(target.at)
    } finally {
      until = undefined
      underWay = false
      clock.run()
      passed()
      release()
    }
  }

  return {
    until: () => until,
    advance: (to) => {
      if (underWay) {
        return Promise.resolve('The clock is on its way already: please wait until it has arrived.')
      }
      const begun = begin(to)
      moving = begun.catch(() => undefined)
      return begun
    },
    stop: async () => {
      stopped = true
      await moving
    },
  }
}

function momentOf(instant: Temporal.Instant): string {
  return formatMoment(instant, zone, locale)
}
