import { type Act, carryOut, type Surroundings } from './act.ts'
import { answerCommand, answerSubmission } from './answers.ts'
import type { Delivery } from './deliver.ts'
import { NotThere } from './element-states.ts'
import {
  type Actor,
  closeBody,
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
import { buttonCalled, type Element, pressedIn, statesAt } from './press.ts'
import { type Seen, seenBy } from './seen.ts'
import { type Entered, fill } from './view-state.ts'
import type { SlackView } from './windows.ts'
import type { SlackPost } from './world.ts'

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
    return this.around.world.windows.of(this.id)
  }

  /** Types a slash command, by default in their chat with the bot. */
  command(command: string, text = '', channel = this.chat): Promise<Seen> {
    const { world } = this.around
    return this.act({
      delivery: { kind: 'slash_commands', body: commandBody(this.actor, command, { text, channel }) },
      doing: { kind: 'command', command },
      onAnswer: (answer) => answerCommand(world, { channel, user: this.id }, answer),
    })
  }

  /** Presses a button of a message, a window or the Home tab; `which` is its label or its verb. */
  press(where: SlackPost | SlackView, which: string): Promise<Seen> {
    return this.actOn(where, buttonCalled('content' in where ? where.content : where, which))
  }

  /**
   * Presses or chooses in something interactive. Of a field that waits for its form nothing is sent; what is not there
   * any more ends in a notice.
   */
  async pressElement(where: SlackPost | SlackView, element: Element): Promise<Seen> {
    return await this.orNotice(() => this.actOn(where, element))
  }

  /** Sends a form; what Slack's own client refuses never leaves it. */
  async submit(view: SlackView, entered: Entered = {}): Promise<Seen> {
    return await this.orNotice(() => this.send(view, entered))
  }

  /** Closes the topmost window, or all where it asks for that; tells the bot where it wants to know. */
  async close(): Promise<void> {
    const { world, deliver } = this.around
    const top = this.windows.at(-1)
    if (top === undefined) return
    const cleared = top.content['clear_on_close'] === true
    const closing = cleared ? this.windows : [top]
    const bodies = closing
      .filter(({ content }) => content['notify_on_close'] === true)
      .map((view) => closeBody(this.actor, view, { cleared }))
    world.windows.close(this.id, closing)
    await Promise.all(bodies.map((body) => deliver({ kind: 'interactive', body })))
  }

  /** Closes every window. */
  dismiss(): void {
    this.around.world.windows.close(this.id, this.windows)
  }

  /** Writes where they are: to the bot in their chat, or to others, of which the bot hears nothing. */
  async say(text: string, channel = this.chat): Promise<Seen> {
    const post = this.around.world.post({ channel, author: this.id, text, blocks: [] })
    return await this.tell(post, () => messageEvent(this.actor, post))
  }

  /** Sends the bot a file in their chat, with or without words. */
  sendFile(name: string, bytes: Uint8Array, text = ''): Promise<Seen> {
    const { world } = this.around
    const file = world.share(name, bytes)
    const post = world.post({ channel: this.chat, author: this.id, text, blocks: [], files: [file.id] })
    return this.event(fileEvent(this.actor, post, file))
  }

  async editMessage(post: SlackPost, text: string): Promise<Seen> {
    const changed = this.around.world.change(post, { text, edited: true })
    return await this.tell(post, () => editEvent(this.actor, post, changed))
  }

  async deleteMessage(post: SlackPost): Promise<Seen> {
    this.around.world.remove(post)
    return await this.tell(post, () => deleteEvent(this.actor, post))
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

  private async send(view: SlackView, entered: Entered): Promise<Seen> {
    const { world } = this.around
    const { states } = world.windows
    const { values, refusals } = fill(view.content, entered, states.get(view.id))
    if (states.has(view.id)) states.set(view.id, values)
    if (Object.keys(refusals).length > 0) return this.see({ acknowledged: false, errors: refusals })
    return await this.act({
      delivery: { kind: 'interactive', body: submitBody(this.actor, view, values) },
      doing: { kind: 'submit' },
      onAnswer: (answer) => answerSubmission(world, view, answer),
    })
  }

  /** What cannot be done because it is not there any more ends in a notice. */
  private async orNotice(act: () => Promise<Seen>): Promise<Seen> {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof NotThere)) throw error
      return this.see({ acknowledged: false, notice: error.message })
    }
  }

  private async actOn(where: SlackPost | SlackView, element: Element): Promise<Seen> {
    const states = statesAt(this.around.world, this.id, where)
    const pressed = pressedIn('content' in where ? where.content : where, element, states.before)
    states.keep(pressed.states)
    if (pressed.waits) return this.see({ acknowledged: true })
    const body = pressBody(this.actor, where, pressed)
    return await this.act({ delivery: { kind: 'interactive', body }, doing: { kind: 'press' } })
  }

  /** The bot hears only what is said in its own chats with people. */
  private async tell(post: SlackPost, event: () => Readonly<Record<string, unknown>>): Promise<Seen> {
    const direct = this.around.world.channels.get(post.channel)?.kind === 'direct'
    return direct ? await this.event(event()) : this.see({ acknowledged: true })
  }

  private event(event: Readonly<Record<string, unknown>>): Promise<Seen> {
    const delivery: Delivery = { kind: 'events_api', body: eventBody(this.around.world, event) }
    return this.act({ delivery, doing: { kind: 'event' } })
  }

  private act(act: Act): Promise<Seen> {
    return carryOut(this.around, this.id, act)
  }

  private see(answer: Parameters<typeof seenBy>[2]): Seen {
    return seenBy(this.around.world, this.id, answer)
  }
}
