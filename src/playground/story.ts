import type { Stage } from './demo-stage.ts'
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

/** Whoever got an invitation just now joins. */
export async function joinAll(stage: Stage, arrived: readonly Arrival[]): Promise<void> {
  for (const { who, buttons } of arrived) {
    if (!buttons.includes('Join')) continue
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
  const say = (deed: string) => tell(part.name, 'Slack', deed)
  const nudge = person.messages.findLast((post) => buttonsOf(post).includes('Open form'))
  if (!nudge) return
  if (part.way === 'later') {
    const { whispers } = await person.press(nudge, 'Later')
    const [offer] = whispers
    say('Later')
    if (offer) await person.press(offer, 'Tomorrow')
    return say('Tomorrow')
  }
  if (part.way === 'form') {
    const { window } = await person.press(nudge, 'Open form')
    if (!window) return
    await person.submit(window, {
      met: 'yes',
      'met.minutes': '45',
      how: '4',
      learned: answers.learned,
      coordinator: 'no',
    })
    person.dismiss()
    return say('Open form … fills it in … Send')
  }
  await person.press(nudge, 'Answer here')
  say('Answer here')
  const taps = ['We met', '30 min', '4']
  for (const tap of taps) {
    const asked = person.messages.findLast((post) => buttonsOf(post).includes(tap))
    if (!asked) continue
    await person.press(asked, tap)
    say(tap)
  }
  await person.say(answers.learned)
  say(`writes: ${answers.learned}`)
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
