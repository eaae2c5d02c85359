import { setTimeout as wait } from 'node:timers/promises'
import { type Refusal, refuseMessage, refuseView } from './check-payloads.ts'
import type { Acknowledgement, Delivery } from './deliver.ts'
import {
  type Actor,
  commandBody,
  deleteEvent,
  editEvent,
  eventBody,
  fileEvent,
  messageEvent,
  openingEvent,
  pressBody,
  submitBody,
} from './person-payloads.ts'
import { type Entered, fill } from './view-state.ts'
import type { SlackChange, SlackPost, SlackView, SlackWorld } from './world.ts'

/** What somebody sees after what they did. */
export interface Seen extends Acknowledgement {
  /** Only they see these. */
  readonly whispers: readonly SlackPost[]
  /** New and changed messages in their chat with the bot, or where they pressed. */
  readonly posts: readonly SlackPost[]
  /** The topmost window they have open now. */
  readonly window: SlackView | undefined
  readonly home: SlackView | undefined
  /** At the fields of the form they submitted, by block. */
  readonly errors: Readonly<Record<string, string>> | undefined
}

export interface Surroundings {
  readonly world: SlackWorld
  readonly apiUrl: string
  /** How long to wait for something to be seen. */
  readonly patience: number
  deliver(delivery: Delivery): Promise<Acknowledgement>
}

/** Everything seen comes within this time of the last thing seen. */
const QUIET_MS = 40

/** Acts as one person of the workspace does in Slack. */
export class Person {
  readonly id: string
  private readonly around: Surroundings

  constructor(id: string, around: Surroundings) {
    this.id = id
    this.around = around
  }

  /** Their chat with the bot. */
  get chat(): string {
    return this.around.world.direct(this.id).id
  }

  /** The messages of their chat with the bot, the newest last. */
  get messages(): readonly SlackPost[] {
    return this.around.world.posts.filter((post) => post.channel === this.chat)
  }

  get windows(): readonly SlackView[] {
    return this.around.world.windows.get(this.id) ?? []
  }

  /** Types a slash command, by default in their chat with the bot. */
  command(command: string, text = '', channel = this.chat): Promise<Seen> {
    const body = commandBody(this.actor, command, { text, channel })
    return this.act({ kind: 'slash_commands', body }, (answer) => this.whisper(channel, answer.said))
  }

  /** Presses a button of a message, a window or the Home tab; `which` is its label or its verb. */
  press(where: SlackPost | SlackView, which: string): Promise<Seen> {
    return this.act({ kind: 'interactive', body: pressBody(this.actor, where, which) })
  }

  /** Sends a form; what Slack's own client refuses never leaves it. */
  async submit(view: SlackView, entered: Entered = {}): Promise<Seen> {
    const { values, refusals } = fill(view.content, entered)
    if (Object.keys(refusals).length > 0) return this.see([], { acknowledged: false, errors: refusals })
    const delivery: Delivery = { kind: 'interactive', body: submitBody(this.actor, view, values) }
    return await this.act(delivery, (answer) => this.applyAnswer(view, answer))
  }

  /** Closes every window. */
  dismiss(): void {
    this.around.world.windows.delete(this.id)
  }

  /** Writes to the bot in their chat. */
  say(text: string): Promise<Seen> {
    const post = this.around.world.post({ channel: this.chat, author: this.id, text, blocks: [] })
    return this.event(messageEvent(this.actor, post))
  }

  /** Sends the bot a file in their chat, with or without words. */
  sendFile(name: string, bytes: Uint8Array, text = ''): Promise<Seen> {
    const post = this.around.world.post({ channel: this.chat, author: this.id, text, blocks: [] })
    return this.event(fileEvent(this.actor, post, this.around.world.share(name, bytes)))
  }

  editMessage(post: SlackPost, text: string): Promise<Seen> {
    return this.event(editEvent(this.actor, post, this.around.world.change(post, { text })))
  }

  deleteMessage(post: SlackPost): Promise<Seen> {
    this.around.world.remove(post)
    return this.event(deleteEvent(this.actor, post))
  }

  openHome(): Promise<Seen> {
    return this.event(openingEvent(this.actor, 'home'))
  }

  openMessages(): Promise<Seen> {
    return this.event(openingEvent(this.actor, 'messages'))
  }

  private get actor(): Actor {
    const { world, apiUrl } = this.around
    return { world, apiUrl, user: this.id }
  }

  private event(event: Readonly<Record<string, unknown>>): Promise<Seen> {
    return this.act({ kind: 'events_api', body: eventBody(this.around.world, event) })
  }

  /** An answer to a command may be a message, which only its person sees. */
  private whisper(channel: string, said: Acknowledgement['said']): void {
    if (said === undefined) return
    accept(refuseMessage(said))
    const { text, blocks } = said
    this.around.world.post({
      channel,
      author: this.around.world.bot,
      onlyFor: this.id,
      text: String(text ?? ''),
      blocks: Array.isArray(blocks) ? blocks : [],
    })
  }

  private applyAnswer(view: SlackView, { acknowledged, said }: Acknowledgement): void {
    const { world } = this.around
    if (!acknowledged) return
    const { response_action: how, view: next } = said ?? {}
    const stack = this.windows
    if (how === 'errors') return
    if (next !== undefined) accept(refuseView(next))
    if (how === 'update') world.redraw(view.id, Object(next))
    else if (how === 'push') world.stack(this.id, stack, Object(next))
    else world.windows.set(this.id, how === 'clear' ? [] : stack.filter((other) => other.id !== view.id))
  }

  private async act(
    delivery: Delivery,
    onAnswer: (answer: Acknowledgement) => void = () => {},
  ): Promise<Seen> {
    const changes: SlackChange[] = []
    let last = performance.now()
    const stop = this.around.world.watch((change) => {
      if (!this.notices(change)) return
      changes.push(change)
      last = performance.now()
    })
    const answer = await this.around.deliver(delivery)
    onAnswer(answer)
    const errors = answer.said?.['errors']
    const since = performance.now()
    const answered = () => changes.length > 0 || answer.said !== undefined || !answer.acknowledged
    while (performance.now() - (answered() ? last : since) < (answered() ? QUIET_MS : this.around.patience)) {
      await wait(5)
    }
    stop()
    return this.see(changes, errors === undefined ? answer : { ...answer, errors: Object(errors) })
  }

  private notices(change: SlackChange): boolean {
    return 'view' in change
      ? change.view.user === this.id
      : change.post.author !== this.id && (change.post.onlyFor ?? this.id) === this.id
  }

  private see(
    changes: readonly SlackChange[],
    answer: Acknowledgement & Pick<Partial<Seen>, 'errors'>,
  ): Seen {
    const posts = changes.flatMap((change) =>
      'post' in change && change.kind !== 'deleted' ? [change.post] : [],
    )
    return {
      errors: undefined,
      ...answer,
      whispers: posts.filter((post) => post.onlyFor !== undefined),
      posts: posts.filter((post) => post.onlyFor === undefined),
      window: this.windows.at(-1),
      home: this.around.world.homes.get(this.id),
    }
  }
}

/** What Slack would not show is a fault of the bot, and loud here. */
function accept(refusal: Refusal | undefined): void {
  if (refusal !== undefined) throw new Error(`Slack refuses the answer: ${refusal.error} ${refusal.messages}`)
}
