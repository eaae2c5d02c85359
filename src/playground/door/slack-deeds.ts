import type { Person } from '../slack/person.ts'
import type { Seen } from '../slack/seen.ts'
import type { SlackStandIn } from '../slack/server.ts'
import type { SlackView } from '../slack/windows.ts'
import type { SlackPost } from '../slack/world.ts'
import type { DeedAnswer, PersonDeed } from '../wire.ts'

/** Does it as this person does it in their Slack. */
export async function doInSlack(slack: SlackStandIn, user: string, deed: PersonDeed): Promise<DeedAnswer> {
  if (slack.world.users.get(user)?.deactivated) return refused('This account is deactivated.')
  const acting: Acting = { slack, user, person: slack.as(user) }
  switch (deed.deed) {
    case 'say':
      return await say(acting, deed)
    case 'edit':
    case 'unsay':
      return await changeOwn(acting, deed)
    case 'send-file':
      return told(await acting.person.sendFile(deed.name, Buffer.from(deed.base64, 'base64'), deed.text))
    case 'slack-press':
      return await press(acting, deed)
    case 'slack-submit':
      return await submit(acting, deed)
    case 'slack-close':
      await acting.person.close()
      return done
    case 'slack-home':
      return told(await acting.person.openHome())
    default:
      return refused('That is a thing of Teams, and this is Slack.')
  }
}

interface Acting {
  readonly slack: SlackStandIn
  readonly user: string
  readonly person: Person
}

type Of<Kind extends PersonDeed['deed']> = Extract<PersonDeed, { deed: Kind }>

async function say({ slack, user, person }: Acting, { place, text }: Of<'say'>): Promise<DeedAnswer> {
  const channel = place === person.chat ? slack.world.direct(user) : slack.world.channels.get(place)
  if (!channel?.members.includes(user)) return refused('This place is not there any more.')
  if (text.trim() === '') return refused('There is nothing to send.')
  if (!text.startsWith('/')) return told(await person.say(text, place))
  const [command = ''] = text.split(/\s/, 1)
  if (command.toLowerCase() !== '/mentor') {
    return {
      ok: true,
      notice: `${command.slice(0, 50)} is not a valid command. In Slack, all messages that start with the “/” character are interpreted as commands.`,
    }
  }
  return told(await person.command('/mentor', text.slice(command.length).trim(), place))
}

async function changeOwn(acting: Acting, deed: Of<'edit' | 'unsay'>): Promise<DeedAnswer> {
  const post = postIn(acting, deed)
  if (post === undefined) return refused(noMessage)
  if (post.author !== acting.user) return refused('Only your own messages can be changed.')
  const { person } = acting
  return told(
    deed.deed === 'edit' ? await person.editMessage(post, deed.text) : await person.deleteMessage(post),
  )
}

async function press(acting: Acting, deed: Of<'slack-press'>): Promise<DeedAnswer> {
  const { in: where, block, action, chosen } = deed
  const found = 'view' in where ? viewOf(acting, where.view) : postIn(acting, where)
  if (found === undefined) return refused('view' in where ? noWindow : noMessage)
  const element = { block, action, ...(chosen !== undefined && { chosen }) }
  return told(await acting.person.pressElement(found, element))
}

async function submit(acting: Acting, { view, entered }: Of<'slack-submit'>): Promise<DeedAnswer> {
  const window = acting.person.windows.find(({ id }) => id === view)
  return window === undefined ? refused(noWindow) : told(await acting.person.submit(window, entered))
}

/** Only what they have before their eyes. */
function postIn(
  { slack, user }: Acting,
  { place, message }: { readonly place: string; readonly message: string },
): SlackPost | undefined {
  if (!slack.world.channels.get(place)?.members.includes(user)) return undefined
  const seen = ({ onlyFor = user }: SlackPost) => onlyFor === user
  return slack.world.posts.find((post) => post.channel === place && post.ts === message && seen(post))
}

function viewOf({ slack, user, person }: Acting, id: string): SlackView | undefined {
  const home = slack.world.windows.homes.get(user)
  return home?.id === id ? home : person.windows.find((window) => window.id === id)
}

const noMessage = 'This message is not there any more.'
const noWindow = 'This window is not open any more.'
const done: DeedAnswer = { ok: true }

function refused(reason: string): DeedAnswer {
  return { ok: false, reason }
}

function told({ notice, errors }: Seen): DeedAnswer {
  return { ok: true, ...(notice !== undefined && { notice }), ...(errors !== undefined && { errors }) }
}
