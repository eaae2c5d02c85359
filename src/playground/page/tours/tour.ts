import type { AccountKey, ClockState, Deed, Happening, MessageLink, PersonState } from '../../wire.ts'
import type { Part } from '../part.ts'

/** A walk for a newcomer, as data: what is said at each step, what passes it, and what does it for them. */
export interface Tour {
  readonly id: string
  readonly title: string
  /** One line: what they will have seen, and how long it takes. */
  readonly promise: string
  /** Who has to be in the hospital for it. */
  readonly people: readonly AccountKey[]
  readonly steps: readonly Step[]
}

export interface Step {
  /** One or two sentences. They name no button: the ring shows it, and its words may change. */
  readonly says: string | ((now: Sight, began: Began) => string)
  /** Who is to be on screen: whom the visitor is, and who stands beside. */
  readonly puts?: (now: Sight, began: Began) => Pair | undefined
  /** The message to show: once, as soon as there is one. */
  readonly goesTo?: (now: Sight, began: Began) => MessageLink | undefined
  /** The part of the page it is about, for screens that show one at a time. */
  readonly part?: Part
  /** What the ring is put around: the last that this CSS selector finds on the page. */
  readonly points?: string | ((now: Sight, began: Began) => string | undefined)
  /** Holds once the step is passed, whoever did it. Without it, there is nothing to do. */
  readonly done?: (now: Sight, began: Began) => boolean
  /** The next deed on the way there, for whoever wants it done; undefined: wait for what the last one brings. */
  readonly doIt?: (now: Sight, began: Began) => Deed | undefined
}

export type Pair = readonly [first: AccountKey, beside?: AccountKey | undefined]

/** What the page knows at a moment. */
export interface Sight {
  readonly clock: ClockState | undefined
  readonly timeline: readonly Happening[]
  /** Those on screen. */
  readonly people: ReadonlyMap<AccountKey, PersonState>
}

/** When a step began. */
export interface Began {
  /** By the machine's clock, in milliseconds since 1970. */
  readonly ms: number
  /** How many things had happened. */
  readonly happenings: number
}

/** The clock was moved since the step began, and has arrived. By itself it only ticks. */
export function clockMoved({ clock, timeline }: Sight, { happenings }: Began): boolean {
  return clock?.until === undefined && timeline.slice(happenings).some(({ kind }) => kind === 'clock')
}
