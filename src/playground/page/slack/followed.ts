const followed = new WeakSet<object>()

/** A wish to be led to a message is followed once: whoever comes back later is not led there again. */
export function wasFollowed(wish: object): boolean {
  return followed.has(wish)
}

export function noteFollowed(wish: object): void {
  followed.add(wish)
}
