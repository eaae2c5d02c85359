import { inOrganization } from '../app/world.ts'
import type { Running } from '../serve.ts'
import { unsent } from '../store/due-entries.ts'
import type { StoryClock } from './clock.ts'

/** Carries the outbox by the story's clock; the queue sends by the one on the wall. */
export interface StoryPost {
  /** Sends what is due now by the story's clock. */
  deliver(): Promise<void>
  /** When the next of the rest is due. */
  next(): Temporal.Instant | undefined
}

const atOnce = 6

export function storyPost({ world, organizationId, deliver }: Running, clock: StoryClock): StoryPost {
  const dueAt = new Map<string, Temporal.Instant>()
  const isDue = (instant: Temporal.Instant) =>
    Temporal.Instant.compare(instant, clock.now().add({ seconds: 1 })) <= 0

  return {
    deliver: async () => {
      const entries = await inOrganization(world, organizationId, unsent)
      for (const { id, waitMs } of entries) {
        if (!dueAt.has(id)) dueAt.set(id, clock.now().add({ milliseconds: Math.round(waitMs) }))
      }
      const due = entries.map(({ id }) => id).filter((id) => isDue(dueAt.get(id) ?? clock.now()))
      while (due.length > 0) await Promise.all(due.splice(0, atOnce).map(deliver))
    },
    next: () => [...dueAt.values()].filter((instant) => !isDue(instant)).sort(Temporal.Instant.compare)[0],
  }
}
