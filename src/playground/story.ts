import type { Stage } from './hospital/stage.ts'
import type { Person as SlackPerson } from './slack/person.ts'
import type { SlackPost } from './slack/world.ts'
import type { Arrival } from './watch.ts'

/** What people of the demonstration do once a check-in has reached them. */
export interface Part {
  /** As the roster has it. */
  readonly name: string
  /** In the chat, question by question; as a form; *later*; or nothing at all. */
  readonly way: 'chat' | 'form' | 'later' | 'silent'
}

/** One deed of the story, told in the terminal. */
export type Tell = (who: string, platform: 'Slack' | 'Teams', deed: string) => void

const answers = {
  learned: 'Reading a blood gas without panicking: start with the pH.',
  next: 'Shadow the outreach team on a night shift.',
}

/** A check-in question by question: what is tapped, what is written. A tap that is not asked for is left out. */
const inTheChat: readonly { readonly tap?: string; readonly words?: string }[] = [
  { tap: 'We met' },
  { tap: '30 min' },
  { tap: '4' },
  { words: answers.learned },
  { tap: 'Skip this one' },
  { words: answers.next },
  { tap: 'No' },
]

/** Whoever of these people got an invitation just now joins. */
export async function join(
  stage: Stage,
  arrived: readonly Arrival[],
  people: ReadonlySet<string>,
): Promise<void> {
  for (const { who, buttons } of arrived) {
    if (!people.has(who) || !buttons.includes('Join')) continue
    const { slackUser, teamsUser } = accountsOf(stage, who)
    const post = slackUser && stage.slack.as(slackUser.id).messages.at(-1)
    const card = teamsUser && stage.teams.as(teamsUser.id).chat().at(-1)
    if (slackUser && post && buttonsOf(post).includes('Join'))
      await stage.slack.as(slackUser.id).press(post, 'Join')
    else if (teamsUser && card) await stage.teams.as(teamsUser.id).press(card, 'Join')
  }
}

function accountsOf(stage: Stage, who: string) {
  return {
    slackUser: [...stage.slack.world.users.values()].find(({ name }) => name === who),
    teamsUser: stage.teams.tenant.people.find(({ name }) => name === who),
  }
}

/** Somebody answers a whole check-in, each tap and word through the platform they are on. */
export async function play(stage: Stage, part: Part, tell: Tell): Promise<void> {
  const { slackUser, teamsUser } = accountsOf(stage, part.name)
  if (slackUser) await playOnSlack(stage, { id: slackUser.id, part, tell })
  else if (teamsUser) await playOnTeams(stage, { id: teamsUser.id, part, tell })
}

interface Acting {
  readonly id: string
  readonly part: Part
  readonly tell: Tell
}

async function playOnSlack({ slack }: Stage, { id, part, tell }: Acting): Promise<void> {
  const person = slack.as(id)
  const nudge = person.messages.findLast((post) => buttonsOf(post).includes('Open form'))
  const say = (deed: string) => tell(part.name, 'Slack', deed)
  if (nudge && part.way !== 'silent') await ways[part.way]({ person, nudge, say })
}

interface OnSlack {
  readonly person: SlackPerson
  readonly nudge: SlackPost
  readonly say: (deed: string) => void
}

const ways: Readonly<Record<Exclude<Part['way'], 'silent'>, (acting: OnSlack) => Promise<void>>> = {
  async later({ person, nudge, say }) {
    const { whispers } = await person.press(nudge, 'Later')
    say('Later')
    const [offer] = whispers
    if (offer) await person.press(offer, 'Tomorrow')
    say('Tomorrow')
  },
  async form({ person, nudge, say }) {
    const { window } = await person.press(nudge, 'Open form')
    if (!window) return
    const { learned } = answers
    await person.submit(window, { met: 'yes', 'met.minutes': '45', how: '4', learned, coordinator: 'no' })
    person.dismiss()
    say('Open form … fills it in … Send')
  },
  async chat({ person, nudge, say }) {
    await person.press(nudge, 'Answer here')
    say('Answer here')
    for (const { tap, words } of inTheChat) {
      if (words !== undefined) {
        await person.say(words)
        say(`writes: ${words}`)
      }
      const asked = person.messages.findLast((post) => buttonsOf(post).includes(tap ?? ''))
      if (tap === undefined || !asked) continue
      await person.press(asked, tap)
      say(tap)
    }
  },
}

async function playOnTeams({ teams }: Stage, { id, part, tell }: Acting): Promise<void> {
  const person = teams.as(id)
  const say = (deed: string) => tell(part.name, 'Teams', deed)
  const nudge = person.chat().findLast(({ buttons }) => buttons.includes('Open form'))
  if (!nudge) return
  const { dialog } = await person.press(nudge, 'Open form')
  if (!dialog) return
  await person.submitDialog({ met: 'yes', how: '5', learned: answers.learned, coordinator: 'no' })
  say('Open form … fills it in … Send')
}

function buttonsOf(post: SlackPost): string[] {
  return JSON.stringify(post.blocks)
    .split('"type":"button"')
    .slice(1)
    .flatMap((part) => /"text":"([^"]*)"/.exec(part)?.[1] ?? [])
}
