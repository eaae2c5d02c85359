import type { SlackStandIn } from '../../src/playground/slack/server.ts'
import type { SlackPost } from '../../src/playground/slack/world.ts'
import { at, listAt } from '../../src/playground/teams/json.ts'
import type { TeamsStandIn } from '../../src/playground/teams/server.ts'

interface FarEnds {
  readonly slack: SlackStandIn
  readonly teams: TeamsStandIn
}

/** A message as it reached somebody. */
export interface Arrival {
  readonly platform: 'Slack' | 'Teams'
  /** Who has it before their eyes: a person, or a channel. */
  readonly who: string
  readonly preview: string
  readonly words: readonly string[]
  readonly buttons: readonly string[]
  readonly changed: boolean
}

/** Gives, each time it is called, what has reached people since the last time. */
export function watchArrivals({ slack, teams }: FarEnds): () => Arrival[] {
  const arrived: Arrival[] = []
  slack.world.watch((change) => {
    if (change.kind !== 'posted' && change.kind !== 'updated') return
    if (change.post.author === slack.world.bot) {
      arrived.push(onSlack(slack.world, change.post, change.kind === 'updated'))
    }
  })
  let seen = 0
  return () => {
    for (const post of teams.tenant.journal.slice(seen)) {
      const conversation = teams.tenant.conversation(post.conversation)
      const person = teams.tenant.people.find(({ id }) => id === conversation?.of)
      arrived.push({
        platform: 'Teams',
        who: person?.name ?? 'the coordinators’ channel',
        preview: String(at(post.activity, 'summary') ?? ''),
        ...wordsOf(at(listAt(post.activity, 'attachments')[0], 'content')),
        changed: post.updated > 0,
      })
    }
    seen = teams.tenant.journal.length
    return arrived.splice(0)
  }
}

function onSlack(world: SlackStandIn['world'], post: SlackPost, changed: boolean): Arrival {
  const channel = world.channels.get(post.channel)
  const person = channel?.kind === 'direct' ? channel.members.find((id) => id !== world.bot) : undefined
  const user = person === undefined ? undefined : world.users.get(person)
  return {
    platform: 'Slack',
    who: user?.name ?? `#${channel?.name ?? post.channel}`,
    preview: post.text,
    ...wordsOf(post.blocks),
    changed,
  }
}

/** The words and button labels of a message of either platform, whatever the nesting. */
function wordsOf(node: unknown): { words: string[]; buttons: string[] } {
  const found = { words: [] as string[], buttons: [] as string[] }
  collect(node, found)
  return found
}

/** Runs of text that make one line together. */
const lines: Readonly<Record<string, string>> = { rich_text_section: 'elements', RichTextBlock: 'inlines' }

function collect(node: unknown, found: { words: string[]; buttons: string[] }): void {
  if (Array.isArray(node)) {
    for (const item of node) collect(item, found)
    return
  }
  if (typeof node !== 'object' || node === null) return
  const type = String(at(node, 'type'))
  const runs = lines[type]
  if (runs !== undefined) {
    found.words.push(
      listAt(node, runs)
        .map((run) => String(at(run, 'text') ?? run))
        .join(''),
    )
    return
  }
  if (type === 'button' || type.startsWith('Action.')) {
    found.buttons.push(String(at(node, 'text', 'text') ?? at(node, 'title')))
    return
  }
  const text = at(node, 'text')
  if (typeof text === 'string') found.words.push(text)
  for (const value of Object.values(node)) collect(value, found)
}
