import type { Happening } from '../wire.ts'

/** What happened in the hospital, in order; it only ever grows. */
export interface Timeline {
  readonly items: readonly Happening[]
  add(happening: Omit<Happening, 'id' | 'at'>): void
}

export function createTimeline(now: () => Temporal.Instant, kept: readonly Happening[] = []): Timeline {
  const items = [...kept]
  return {
    items,
    add: (happening) => {
      items.push({ ...happening, id: items.length, at: now().toString() })
    },
  }
}
