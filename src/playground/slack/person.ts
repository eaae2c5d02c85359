import { setTimeout as wait } from 'node:timers/promises'
import { type Refusal, refuseMessage, refuseView } from './check-payloads.ts'
import type { Acknowledgement, Delivery } from './deliver.ts'
import { Payload } from './payload.ts'
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
    const { world } = this.around
    const body = {
      command,
      text,
      team_id: this.team,
      user_id: this.id,
      channel_id: channel,
      channel_name: channel.startsWith('D') ? 'directmessage' : channel,
      api_app_id: 'A0ROUNDS',
      is_enterprise_install: 'false',
      trigger_id: world.trigger(this.id),
      response_url: this.respondUrl({ channel, user: this.id }),
    }
    return this.act({ kind: 'slash_commands', body }, (answer) => this.whisper(channel, answer.said))
  }

  /** Presses a button of a message, a window or the Home tab; `which` is its label or its verb. */
  press(where: SlackPost | SlackView, which: string): Promise<Seen> {
    const content = 'content' in where ? where.content : where
    const action = buttonOf(content, which)
    const inView = 'content' in where ? this.viewBody(where) : this.messageBody(where)
    const body = {
      type: 'block_actions',
      ...this.base(),
      ...inView,
      trigger_id: this.around.world.trigger(this.id),
      actions: [{ ...action, action_ts: (Date.now() / 1000).toFixed(6) }],
    }
    return this.act({ kind: 'interactive', body })
  }

  /** Sends a form; what Slack's own client refuses never leaves it. */
  async submit(view: SlackView, entered: Entered = {}): Promise<Seen> {
    const { values, refusals } = fill(view.content, entered)
    if (Object.keys(refusals).length > 0) return this.see([], { acknowledged: false, errors: refusals })
    const { view: described } = this.viewBody(view)
    const body = {
      type: 'view_submission',
      ...this.base(),
      trigger_id: this.around.world.trigger(this.id),
      view: { ...described, state: { values } },
      response_urls: [],
    }
    return await this.act({ kind: 'interactive', body }, (answer) => this.applyAnswer(view, answer))
  }

  /** Closes every window. */
  dismiss(): void {
    this.around.world.windows.delete(this.id)
  }

  /** Writes to the bot in their chat. */
  say(text: string): Promise<Seen> {
    const post = this.around.world.post({ channel: this.chat, author: this.id, text, blocks: [] })
    return this.event({ ...this.message(post) })
  }

  editMessage(post: SlackPost, text: string): Promise<Seen> {
    const changed = this.around.world.change(post, { text })
    const edited = { user: this.id, ts: this.now() }
    return this.event({
      type: 'message',
      subtype: 'message_changed',
      channel: post.channel,
      channel_type: 'im',
      ts: this.now(),
      hidden: true,
      message: { ...this.message(changed), edited },
      previous_message: this.message(post),
    })
  }

  deleteMessage(post: SlackPost): Promise<Seen> {
    this.around.world.remove(post)
    return this.event({
      type: 'message',
      subtype: 'message_deleted',
      channel: post.channel,
      channel_type: 'im',
      ts: this.now(),
      deleted_ts: post.ts,
      hidden: true,
      previous_message: this.message(post),
    })
  }

  openHome(): Promise<Seen> {
    return this.event({
      type: 'app_home_opened',
      user: this.id,
      channel: this.chat,
      tab: 'home',
      event_ts: this.now(),
    })
  }

  openMessages(): Promise<Seen> {
    return this.event({
      type: 'app_home_opened',
      user: this.id,
      channel: this.chat,
      tab: 'messages',
      event_ts: this.now(),
    })
  }

  private get team(): string {
    return this.around.world.users.get(this.id)?.team ?? this.around.world.team
  }

  private now(): string {
    return (Date.now() / 1000).toFixed(6)
  }

  private base() {
    const { team } = this.around.world
    return {
      team: { id: team, domain: 'stand-in' },
      user: { id: this.id, team_id: this.team },
      api_app_id: 'A0ROUNDS',
      is_enterprise_install: false,
    }
  }

  private message(post: SlackPost) {
    return {
      type: 'message',
      channel: post.channel,
      channel_type: 'im',
      user: this.id,
      user_team: this.team,
      team: this.team,
      // Slack escapes what people type.
      text: post.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
      ts: post.ts,
      event_ts: post.ts,
    }
  }

  private messageBody(post: SlackPost) {
    const { channel, ts, text, blocks } = post
    const container = {
      type: 'message',
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: post.onlyFor !== undefined,
    }
    return {
      channel: { id: channel, name: channel.startsWith('D') ? 'directmessage' : channel },
      container,
      message: { type: 'message', ts, text, blocks },
      response_url: this.respondUrl({ channel, user: this.id, ts }),
    }
  }

  private viewBody(view: SlackView) {
    const { id, hash, content } = view
    const { team, bot } = this.around.world
    const described = {
      ...content,
      id,
      hash,
      team_id: team,
      app_installed_team_id: team,
      bot_id: bot,
      root_view_id: id,
    }
    return { view: described, container: { type: 'view', view_id: id } }
  }

  private respondUrl(place: { channel: string; user: string; ts?: string }): string {
    return new URL(`/respond/${this.around.world.respondUrl(place)}`, this.around.apiUrl).href
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

/** The envelope of an event, with an id of its own. */
export function eventBody(world: SlackWorld, event: Readonly<Record<string, unknown>>): Delivery['body'] {
  return {
    type: 'event_callback',
    team_id: world.team,
    api_app_id: 'A0ROUNDS',
    event_id: world.id('Ev'),
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      {
        team_id: world.team,
        enterprise_id: null,
        user_id: world.bot,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    event,
  }
}

/** What Slack would not show is a fault of the bot, and loud here. */
function accept(refusal: Refusal | undefined): void {
  if (refusal !== undefined) throw new Error(`Slack refuses the answer: ${refusal.error} ${refusal.messages}`)
}

function buttonOf(content: unknown, which: string): object {
  const holders = new Payload(content).at('blocks').each()
  const buttons = holders.flatMap((block) =>
    block
      .at('elements')
      .each()
      .filter((element) => element.at('type').value === 'button')
      .map((element) => ({ element, block })),
  )
  const found = buttons.find(({ element }) => {
    const verb = String(element.at('action_id').value)
    return [element.at('text').at('text').value, verb, verb.replace(/:\d+$/, '')].includes(which)
  })
  if (found === undefined) throw new Error(`There is no button "${which}" here.`)
  return { block_id: found.block.at('block_id').value ?? 'b1', ...Object(found.element.value) }
}
