/** Lets those who have the same key go one at a time, in the order in which they came. */
export interface Lanes {
  /** Undefined where too many wait already. */
  enter<Result>(key: string, work: () => Promise<Result>): Promise<Result> | undefined
}

const MOST_WAITING = 20

export function createLanes(): Lanes {
  const lanes = new Map<string, { last: Promise<unknown>; waiting: number }>()
  return {
    enter(key, work) {
      const lane = lanes.get(key) ?? { last: Promise.resolve(), waiting: 0 }
      if (lane.waiting >= MOST_WAITING) return undefined
      lanes.set(key, lane)
      lane.waiting += 1
      const done = lane.last.then(work).finally(() => {
        lane.waiting -= 1
        if (lane.waiting === 0) lanes.delete(key)
      })
      lane.last = done.catch(() => undefined)
      return done
    },
  }
}
