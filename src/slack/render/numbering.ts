/** Numbers the elements of one message or view, so that every action_id in it is its own. */
export interface Numbering {
  next(): number
}

export function numbering(): Numbering {
  let last = 0
  return {
    next: () => {
      last += 1
      return last
    },
  }
}
