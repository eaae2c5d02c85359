/** Whole numbers waiting by key, the least key first. */
export interface Queue {
  push(key: number, item: number): void
  /** The key of the next; `Infinity` where nobody waits. */
  nextKey(): number
  /** Takes out the next. */
  pop(): number
  clear(): void
}

const room = 1024

/** A binary heap over typed arrays: the search for paths lives on it. */
export function createQueue(): Queue {
  let keys = new Float64Array(room)
  let items = new Int32Array(room)
  let size = 0

  return {
    nextKey: () => (size === 0 ? Number.POSITIVE_INFINITY : (keys[0] as number)),
    clear: () => {
      size = 0
    },
    push: (key, item) => {
      if (size === keys.length) {
        keys = grown(keys, new Float64Array(size * 2))
        items = grown(items, new Int32Array(size * 2))
      }
      let at = size
      size += 1
      while (at > 0) {
        const parent = (at - 1) >> 1
        if ((keys[parent] as number) <= key) break
        keys[at] = keys[parent] as number
        items[at] = items[parent] as number
        at = parent
      }
      keys[at] = key
      items[at] = item
    },
    pop: () => {
      const next = items[0] as number
      size -= 1
      const key = keys[size] as number
      const item = items[size] as number
      let at = 0
      for (let child = 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && (keys[child + 1] as number) < (keys[child] as number)) child += 1
        if ((keys[child] as number) >= key) break
        keys[at] = keys[child] as number
        items[at] = items[child] as number
        at = child
      }
      keys[at] = key
      items[at] = item
      return next
    },
  }
}

function grown<List extends Float64Array | Int32Array>(from: List, to: List): List {
  to.set(from)
  return to
}
