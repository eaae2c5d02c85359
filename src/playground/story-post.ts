import { inOrganization } from '../app/world.ts'
import type { Running } from '../serve.ts'
import { unsent } from '../store/next-due.ts'
import type { StoryClock } from './clock.ts'

/** Carries the outbox by the story's clock; the queue sends by the one on the wall. */
export interface StoryPost {
  /** Sends what is due now by the story's clock. */
  deliver(): Promise<void>
  /** When the next of the rest is due. */
  next(): Temporal.Instant | undefined
}

export function storyPost({ world, organizationId, deliver }: Running, clock: StoryClock): StoryPost {
  const dueAt = new Map<string, Temporal.Instant>()
  const isDue = (instant: Temporal.Instant) =>
    Temporal.Instant.compare(instant, clock.now().add({ seconds: 1 })) <= 0

  return {
    deliver: async () => {
      for (const { id, waitMs } of await inOrganization(world, organizationId, unsent)) {
        const due = dueAt.get(id) ?? clock.now().add({ milliseconds: Math.round(waitMs) })
        dueAt.set(id, due)
        if (isDue(due)) await deliver(id)
      }
    },
    next: () => [...dueAt.values()].filter((instant) => !isDue(instant)).sort(Temporal.Instant.compare)[0],
  }
}
