/** The few of greatest value among many that come by one at a time. */
export interface BestFew {
  /** Forgets all, and keeps so many from now on. */
  begin(most: number): void
  /** To be offered what is worth more than the floor. Returns the floor from now on: what others need not be offered below. */
  offer(value: number, item: number): number
  /** How many are kept. */
  count(): number
  /** Writes what is kept, in no order. */
  write(into: Int32Array): void
  /** No less than the value of anything that is not kept; `-Infinity` where everything is. */
  bestLeftOut(): number
}

/** Keeps one more than asked for, in a heap whose top is the least of them and so the best of all left out. */
export function createBestFew(): BestFew {
  let values = new Float64Array(1)
  let items = new Int32Array(1)
  let room = 1
  let count = 0

  function rise(value: number, item: number): void {
    let at = count
    count += 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if ((values[parent] as number) <= value) break
      values[at] = values[parent] as number
      items[at] = items[parent] as number
      at = parent
    }
    values[at] = value
    items[at] = item
  }

  function sink(value: number, item: number): void {
    let at = 0
    for (let child = 1; child < count; child = 2 * at + 1) {
      if (child + 1 < count && (values[child + 1] as number) < (values[child] as number)) child += 1
      if ((values[child] as number) >= value) break
      values[at] = values[child] as number
      items[at] = items[child] as number
      at = child
    }
    values[at] = value
    items[at] = item
  }

  const isFull = () => count === room

  return {
    begin: (most) => {
      room = most + 1
      if (values.length < room) {
        values = new Float64Array(room)
        items = new Int32Array(room)
      }
      count = 0
    },
    offer: (value, item) => {
      if (isFull()) sink(value, item)
      else rise(value, item)
      return isFull() ? (values[0] as number) : Number.NEGATIVE_INFINITY
    },
    count: () => (isFull() ? count - 1 : count),
    write: (into) => into.set(items.subarray(isFull() ? 1 : 0, count)),
    bestLeftOut: () => (isFull() ? (values[0] as number) : Number.NEGATIVE_INFINITY),
  }
}
