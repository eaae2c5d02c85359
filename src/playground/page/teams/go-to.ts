/** A wish to see a message; another object at every wish. */
export interface GoTo {
  readonly place: string
  readonly message: string
  /** The focus stays where it is. */
  readonly quietly?: boolean
}

const granted = new WeakSet<GoTo>()

/** A wish is granted once: whoever comes back to the chat later is not sent to the message again. */
export function isOpenWish(goTo: GoTo | undefined): goTo is GoTo {
  return goTo !== undefined && !granted.has(goTo)
}

export function grant(goTo: GoTo): void {
  granted.add(goTo)
}
