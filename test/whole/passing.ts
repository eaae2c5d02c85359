import { beat } from '../../src/app/heartbeat.ts'
import { carryOutRuns } from '../../src/app/match/carry-out-runs.ts'
import { inOrganization } from '../../src/app/world.ts'
import { createPost } from '../../src/playground/hospital/post.ts'
import { nextDueAt } from '../../src/store/next-due.ts'
import type { Arrival } from '../support/arrivals.ts'
import type { Actor, Shown } from './actors.ts'
import type { Stage } from './stage.ts'

/** A message as it came to somebody, and when. */
export interface Came extends Arrival {
  readonly at: Temporal.Instant
  /** It answers something that they did themselves. */
  readonly own: boolean
}

/** How time passes: from one thing that is due to the next, so that nothing comes at another time than it was meant for. */
export interface Passing {
  /** Everything that came to anybody, in order. */
  readonly diary: readonly Came[]
  /** Goes on to that moment. */
  to(instant: string): Promise<void>
  /** Something is done by nobody who is in a chat; what it leads to has arrived when it resolves. */
  now(act: () => Promise<unknown>): Promise<void>
  /** Somebody does something; what it leads to has arrived when it resolves. */
  does(actor: Actor, act: (actor: Actor) => Promise<Shown>): Promise<Shown>
}

const zone = 'Europe/London'
/** Besides what is known to be due there is a beat at each of these, by the day of the week. */
const beats: Readonly<Record<number, readonly string[]>> = {
  1: ['13:00'],
  2: ['13:00'],
  3: ['13:00', '22:40'],
  4: ['13:00'],
  5: ['13:00'],
  6: ['03:10'],
}

export function startTime(stage: Stage): Passing {
  const { running } = stage
  const post = createPost(running, {
    now: stage.now,
    set: (instant) => stage.at(instant.toString()),
    run: () => undefined,
  })
  const diary: Came[] = []
  const note = (name?: string) => {
    for (const arrival of stage.arrivals())
      diary.push({ ...arrival, at: stage.now(), own: arrival.who === name })
  }
  const settle = async (name?: string) => {
    await post.deliver()
    note(name)
  }
  const next = async (end: Temporal.Instant) => {
    const due = await inOrganization(running.world, running.organizationId, nextDueAt)
    return [due, post.next(), nextBeat(stage.now()), end]
      .filter((one) => one !== undefined)
      .sort(Temporal.Instant.compare)[0]
  }
  return {
    diary,
    to: async (instant) => {
      const end = Temporal.Instant.from(instant)
      while (Temporal.Instant.compare(stage.now(), end) < 0) {
        const at = (await next(end)) ?? end
        stage.at(at.toString())
        await beat(running.world)
        await settle()
      }
    },
    now: async (act) => {
      await act()
      await settle()
    },
    does: async (actor, act) => {
      await settle()
      const shown = await act(actor)
      await carryOutRuns(running.world, running.organizationId)
      await settle(actor.name)
      return shown
    },
  }
}

/** On working days when mentees may be written to, and now and then when everybody sleeps. */
function nextBeat(now: Temporal.Instant): Temporal.Instant {
  const here = now.toZonedDateTimeISO(zone)
  const moments = [0, 1, 2, 3].flatMap((days) => {
    const date = here.toPlainDate().add({ days })
    return (beats[date.dayOfWeek] ?? []).map((plainTime) =>
      date.toZonedDateTime({ timeZone: zone, plainTime }).toInstant(),
    )
  })
  return moments.find((instant) => Temporal.Instant.compare(instant, now) > 0) ?? now.add({ hours: 24 })
}
