/** The few of greatest value among many that come by one at a time. */
export interface BestFew {
  /** Forgets all, and keeps so many from now on. */
  begin(most: number): void
  offer(value: number, item: number): void
  /** What is kept, in no order. */
  kept(): Int32Array
  /** The greatest value of what was not kept; `-Infinity` where everything is. */
  bestLeftOut(): number
}

/** Keeps them in a heap whose top is the least of them: most of what comes by costs one comparison. */
export function createBestFew(): BestFew {
  let values = new Float64Array(0)
  let items = new Int32Array(0)
  let most = 0
  let count = 0
  let leftOut = Number.NEGATIVE_INFINITY

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

  return {
    begin: (wanted) => {
      if (values.length < wanted) {
        values = new Float64Array(wanted)
        items = new Int32Array(wanted)
      }
      most = wanted
      count = 0
      leftOut = Number.NEGATIVE_INFINITY
    },
    offer: (value, item) => {
      if (count < most) rise(value, item)
      else if (value > (values[0] as number)) {
        leftOut = Math.max(leftOut, values[0] as number)
        sink(value, item)
      } else if (value > leftOut) leftOut = value
    },
    kept: () => items.slice(0, count),
    bestLeftOut: () => leftOut,
  }
}
