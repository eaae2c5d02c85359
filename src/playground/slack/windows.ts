import { randomBytes } from 'node:crypto'
import { type ElementStates, statesIn } from './element-states.ts'
import { nameView } from './name-blocks.ts'
import { SlackRefusal } from './refusal.ts'

/** A window or a Home tab as somebody has it before their eyes. */
export interface SlackView {
  readonly id: string
  readonly hash: string
  readonly user: string
  /** What the bot sent, every block and element with a name. */
  readonly content: Readonly<Record<string, unknown>>
  /** Of a window on others: the first of the pile, and the one right below. */
  readonly root?: string
  readonly previous?: string
}

export interface ViewChange {
  readonly kind: 'opened' | 'redrawn' | 'closed' | 'home'
  readonly view: SlackView
}

const TRIGGER_LIFE_MS = 3000
const STACK = 3

/** Everybody's open windows and Home tabs. */
export class SlackWindows {
  /** Open windows by person, the topmost last. */
  readonly stacks = new Map<string, readonly SlackView[]>()
  readonly homes = new Map<string, SlackView>()
  /** What stands in their fields and menus, by view. */
  readonly states = new Map<string, ElementStates>()
  private readonly triggers = new Map<string, { readonly user: string; readonly since: number }>()
  private readonly tell: (change: ViewChange) => void

  constructor(tell: (change: ViewChange) => void) {
    this.tell = tell
  }

  of(user: string): readonly SlackView[] {
    return this.stacks.get(user) ?? []
  }

  /** An open window or a Home tab as it is now. */
  find(id: string): SlackView | undefined {
    const open = [...this.stacks.values()].flat()
    return [...open, ...this.homes.values()].find(
      (view) => view.id === id || view.content['external_id'] === id,
    )
  }

  /** A trigger for three seconds and one window. */
  trigger(user: string): string {
    const id = [4, 5, 16].map((length) => randomBytes(length).toString('hex')).join('.')
    this.triggers.set(id, { user, since: performance.now() })
    return id
  }

  /** Who caused the trigger, so long as it is known. */
  causedBy(trigger: string): string | undefined {
    return this.triggers.get(trigger)?.user
  }

  open(trigger: string, content: SlackView['content'], how: 'open' | 'push'): SlackView {
    const user = this.spend(trigger)
    const below = how === 'open' ? [] : this.of(user)
    if (below.length >= STACK) throw new SlackRefusal('push_limit_reached')
    return this.stack(user, below, content)
  }

  /** Puts a window onto others without a trigger, as the answer to a submission does. */
  stack(user: string, below: readonly SlackView[], content: SlackView['content']): SlackView {
    if (below.length >= STACK) throw new SlackRefusal('push_limit_reached')
    const [first] = below
    const previous = below.at(-1)
    const view: SlackView = {
      id: newViewId(),
      hash: newHash(),
      user,
      content: nameView(content),
      ...(first && previous ? { root: first.id, previous: previous.id } : {}),
    }
    this.stacks.set(user, [...below, view])
    this.states.set(view.id, statesIn(view.content))
    this.tell({ kind: 'opened', view })
    return view
  }

  redraw(id: string, content: SlackView['content'], hash?: string): SlackView {
    const found = this.find(id)
    if (found === undefined || this.homes.get(found.user) === found) throw new SlackRefusal('not_found')
    if (hash !== undefined && hash !== found.hash) throw new SlackRefusal('hash_conflict')
    const view = { ...found, content: nameView(content), hash: newHash() }
    const stack = this.of(found.user)
    this.stacks.set(
      found.user,
      stack.map((other) => (other === found ? view : other)),
    )
    this.states.set(view.id, statesIn(view.content, this.states.get(view.id)))
    this.tell({ kind: 'redrawn', view })
    return view
  }

  publishHome(user: string, content: SlackView['content'], hash?: string): SlackView {
    const before = this.homes.get(user)
    if (hash !== undefined && before && hash !== before.hash) throw new SlackRefusal('hash_conflict')
    const view = { id: before?.id ?? newViewId(), hash: newHash(), user, content: nameView(content) }
    this.homes.set(user, view)
    this.states.set(view.id, statesIn(view.content, this.states.get(view.id)))
    this.tell({ kind: 'home', view })
    return view
  }

  /** Takes these windows from before somebody's eyes. */
  close(user: string, closing: readonly SlackView[]): void {
    const ids = new Set(closing.map(({ id }) => id))
    this.stacks.set(
      user,
      this.of(user).filter(({ id }) => !ids.has(id)),
    )
    for (const view of closing) {
      this.states.delete(view.id)
      this.tell({ kind: 'closed', view })
    }
  }

  private spend(trigger: string): string {
    const found = this.triggers.get(trigger)
    if (found === undefined) throw new SlackRefusal('invalid_trigger_id')
    this.triggers.delete(trigger)
    if (performance.now() - found.since > TRIGGER_LIFE_MS) throw new SlackRefusal('expired_trigger_id')
    return found.user
  }
}

function newViewId(): string {
  return `V${randomBytes(5).toString('hex').toUpperCase()}`
}

function newHash(): string {
  return `${Math.floor(Date.now() / 1000)}.${randomBytes(4).toString('hex')}`
}
