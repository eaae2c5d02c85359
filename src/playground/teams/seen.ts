import { type SeenCard, seenCard } from './card.ts'
import { wrongInAnswer } from './check-answer.ts'
import { at, listAt, record } from './json.ts'
import type { Activity, Post } from './tenant.ts'

/** What a person sees after doing something. */
export interface Seen {
  /** The HTTP status that the bot answered Teams with; 0 where nothing was sent. */
  readonly status: number
  readonly body: unknown
  /** Messages that the bot posted or changed meanwhile, anywhere, in order. */
  readonly posts: readonly SeenPost[]
  /** A dialog that opened or was drawn again. */
  readonly dialog?: SeenCard & { readonly title: string }
  /** The card that now stands in the place of the pressed one. */
  readonly replaced?: SeenCard
  /** A short notice that only this person sees. */
  readonly notice?: string
  /** What the client itself says at the inputs, by their ids; nothing was sent. */
  readonly errors?: Readonly<Record<string, string>>
  /** Why this cannot be done; nothing was sent. */
  readonly refused?: string
  /** What is wrong with the bot's answer, where the person only sees that something is. */
  readonly wrong?: readonly string[]
}

export interface SeenPost extends SeenCard {
  readonly id: string
  readonly conversation: string
  readonly text: string
  readonly preview: string
  readonly updated: number
}

/** What the bot answered to one activity. */
export interface BotAnswer {
  readonly status: number
  readonly body: unknown
}

/** The answer where the bot could not be reached, or not in time. */
export const unreachable: BotAnswer = { status: 504, body: undefined }

const unableToReach = 'Unable to reach app. Please try again.'
const wentWrong = 'Something went wrong. Please try again.'

/** Nothing was sent, and why. */
export function refusing(refused: string): Seen {
  return { status: 0, body: undefined, posts: [], refused }
}

type ShownAnswer = Pick<Seen, 'dialog' | 'replaced' | 'notice' | 'wrong'>

/** What the client shows of the answer to an invoke. To anything else it shows no answer. */
export function shownBy(activity: Activity, { status, body }: BotAnswer): ShownAnswer {
  if (at(activity, 'type') !== 'invoke') return {}
  const name = String(at(activity, 'name'))
  const isPress = name === 'adaptiveCard/action'
  if (status === unreachable.status) return { notice: unableToReach }
  if (status < 200 || status > 299) return { notice: isPress ? wentWrong : unableToReach }
  const wrong = wrongInAnswer(name, body)
  if (wrong.length > 0) return { notice: wentWrong, wrong }
  return isPress ? afterPress(body) : afterTask(body)
}

function afterTask(body: unknown): ShownAnswer {
  const value = at(body, 'task', 'value')
  if (at(body, 'task', 'type') === 'message') return { notice: String(value) }
  if (at(body, 'task', 'type') !== 'continue') return {}
  return { dialog: { ...seenCard(at(value, 'card')), title: String(at(value, 'title') ?? '') } }
}

function afterPress(body: unknown): ShownAnswer {
  const value = at(body, 'value')
  switch (at(body, 'type')) {
    case 'application/vnd.microsoft.card.adaptive':
      return { replaced: seenCard({ content: value }) }
    case 'application/vnd.microsoft.activity.message':
      return { notice: String(value) }
    default:
      return { notice: wentWrong }
  }
}

export function seenPost(post: Post): SeenPost {
  return {
    ...seenCard(listAt(post.activity, 'attachments')[0]),
    id: post.id,
    conversation: post.conversation,
    text: String(at(post.activity, 'text') ?? ''),
    preview: String(at(post.activity, 'summary') ?? ''),
    updated: post.updated,
  }
}

/** The content of a message's card; empty where it has none. */
export function cardIn(activity: Activity): Activity {
  return record(at(listAt(activity, 'attachments')[0], 'content'))
}
