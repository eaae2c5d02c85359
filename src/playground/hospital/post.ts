import { setTimeout as later } from 'node:timers/promises'
import { inOrganization } from '../../app/world.ts'
import type { Running } from '../../serve.ts'
import { putOffEntries, unsent } from '../../store/due-entries.ts'
import type { StoryClock } from '../clock.ts'

/** Carries the outbox by the hospital's clock; the queue sends by the one on the wall. */
export interface StoryPost {
  /** Sends what is due now by the hospital's clock. */
  deliver(): Promise<void>
  /** When the next of the rest is due. */
  next(): Temporal.Instant | undefined
  /** How many messages have not been sent yet. */
  waiting(): number
  keep(): PostKept
}

/** When what has not been sent yet is due, by entry. */
export type PostKept = Readonly<Record<string, string>>

interface Waiting {
  /** By the clock on the wall. */
  readonly runAt: number
  /** By the hospital's. */
  readonly dueAt: Temporal.Instant
}

const atOnce = 6
/** The queue has put an entry off, rather than that two looks differ by a little. */
const putOffMs = 1500
const pauseMs = 15
/** An entry that another part of the process is sending is waited for so often, 4 s in all. */
const mostRounds = 260

export function createPost(
  { world, organizationId, deliver }: Running,
  clock: StoryClock,
  kept: PostKept = {},
): StoryPost {
  let waiting = new Map<string, Waiting>()
  const isDue = ({ dueAt }: Waiting) => Temporal.Instant.compare(dueAt, clock.now().add({ seconds: 1 })) <= 0

  /** What failed is tried again at a full hour: one that is in a hurry need not live through every attempt. */
  function dueAgain(waitMs: number): Temporal.Instant {
    const instant = clock.now().add({ milliseconds: Math.round(waitMs) })
    return instant.round({ smallestUnit: 'hour', roundingMode: 'ceil' })
  }

  function dueFirst(id: string, waitMs: number): Temporal.Instant {
    const known = kept[id]
    return known === undefined
      ? clock.now().add({ milliseconds: Math.round(waitMs) })
      : Temporal.Instant.from(known)
  }

  async function look(): Promise<string[]> {
    const entries = await inOrganization(world, organizationId, unsent)
    waiting = new Map(
      entries.map(({ id, waitMs }) => {
        const runAt = Date.now() + waitMs
        const before = waiting.get(id)
        if (before && runAt - before.runAt < putOffMs) return [id, before]
        return [id, { runAt, dueAt: before ? dueAgain(waitMs) : dueFirst(id, waitMs) }]
      }),
    )
    return [...waiting].filter(([, entry]) => isDue(entry)).map(([id]) => id)
  }

  return {
    deliver: async () => {
      let before = ''
      for (let round = 0; round < mostRounds; round += 1) {
        const due = await look()
        if (due.length === 0) return
        if (due.join() === before) await later(pauseMs)
        before = due.join()
        while (due.length > 0) await Promise.all(due.splice(0, atOnce).map(deliver))
      }
    },
    next: () =>
      [...waiting.values()]
        .filter((entry) => !isDue(entry))
        .map(({ dueAt }) => dueAt)
        .sort(Temporal.Instant.compare)[0],
    waiting: () => waiting.size,
    keep: () => Object.fromEntries([...waiting].map(([id, { dueAt }]) => [id, dueAt.toString()])),
  }
}

/** The queue goes by the clock on the wall, which ran on while the hospital's stood still. */
export async function makeUpForThePause({ world, organizationId }: Running, kept: PostKept): Promise<void> {
  const waits = Object.entries(kept).map(([id, dueAt]) => {
    const wait = Temporal.Instant.from(dueAt).since(world.now()).total('milliseconds')
    return [id, Math.max(0, wait)] as const
  })
  await inOrganization(world, organizationId, (scope) => putOffEntries(scope, new Map(waits)))
}
