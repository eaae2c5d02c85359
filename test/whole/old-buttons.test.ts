import { afterAll, beforeAll, expect, test } from 'vitest'
import { endPair } from '../../src/app/pair/end-pair.ts'
import type { SlackPost } from '../../src/playground/slack/world.ts'
import type { SeenPost } from '../../src/playground/teams/seen.ts'
import { type Actor, onSlack, onTeams } from './actors.ts'
import { cast, slackChannel, teamsPeople } from './cast.ts'
import { bringIn, pairUp } from './staff.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let amira: Actor
let ola: Actor
let leo: Actor
/** The nudges as they first stood there. */
let kept: { slack: SlackPost; teams: SeenPost }
const digest = { platform: 'slack', channel: slackChannel } as const

/** A pair across the platforms, both nudged, and a digest that says so. */
beforeAll(async () => {
  stage = await openStage({ cast })
  amira = onSlack(stage, 'U0AMIRA001')
  ola = onSlack(stage, 'U0OLA001')
  leo = onTeams(stage, teamsPeople[2]?.id ?? '')
  stage.at('2027-01-04T13:30:00Z')
  await bringIn(stage, { slug: 'career-2027', coordinator: amira, mentor: ola, mentee: leo, digest })
  await stage.beat()
  await ola.press('Join')
  await leo.press('Join')
  await pairUp(stage, { slug: 'career-2027', mentor: ola, mentee: leo })
  stage.at('2027-01-19T13:00:00Z')
  await stage.beat()
  const [slack, teams] = [stage.slack.as(ola.id).messages.at(-1), stage.teams.as(leo.id).chat().at(-1)]
  if (!slack || !teams) throw new Error('Nobody was nudged')
  kept = { slack, teams }
})
afterAll(() => stage.close())

/** What stands before somebody's eyes after they pressed a button of a message they kept. */
const pressOld = {
  slack: async (label: string) => {
    const seen = await stage.slack.as(ola.id).press(kept.slack, label)
    return [...seen.whispers, ...seen.posts].map(({ text }) => text)
  },
  teams: async (label: string) => {
    const seen = await stage.teams.as(leo.id).press(kept.teams, label)
    return [seen.dialog?.words ?? seen.notice]
  },
}

test.each([
  ['slack', () => ola],
  ['teams', () => leo],
] as const)(
  'on %s a button of a check-in that is answered says so, or offers to change it',
  async (platform, who) => {
    // As it is for the moment until the message itself says so.
    await stage.sql(
      `update check_ins set state = 'answered', next_at = null, closed_at = now()
       from people where people.id = person_id and email = $1 and state = 'open'`,
      [who().email],
    )

    const shown = await pressOld[platform]('Later')

    expect(shown).toEqual(['That check-in is not open any more, so there is nothing to put off.'])
  },
)

test('a coordinator who is none any more cannot press the digest’s buttons, nor can its other readers', async () => {
  stage.at('2027-01-25T08:30:00Z')
  await stage.beat()
  const nora = onSlack(stage, 'U0NOBODY01')
  const before = [
    await ola.pressIn(slackChannel, 'Snooze'),
    await nora.pressIn(slackChannel, 'Snooze'),
    await onSlack(stage, 'U0OLAF001').pressIn(slackChannel, 'Snooze'),
  ]

  await stage.sql(
    `update programs set settings = jsonb_set(settings, '{coordinators}', '["nobody@stmarys.example"]')`,
  )
  const after = await amira.pressIn(slackChannel, 'Snooze')

  expect(before.map(({ words }) => words)).toEqual([
    expect.stringContaining('Only the coordinators of the program can do that.'),
    expect.stringContaining('I cannot find you in the staff list yet.'),
    expect.stringContaining('This workspace is not linked to a hospital that uses Rounds.'),
  ])
  expect(after.words).toContain('Only the coordinators of the program can do that.')
  expect(await stage.sql('select snoozed_until from pairs')).toEqual([{ snoozed_until: null }])
})

test.each([
  ['slack', 'Answer here'],
  ['slack', 'Open form'],
  ['slack', 'We have not met'],
  ['teams', 'Answer here'],
  ['teams', 'Open form'],
  ['teams', 'We have not met'],
] as const)('on %s *%s* of a pair that has ended gets one clear sentence', async (platform, label) => {
  await stage.within((scope) =>
    endPair(scope, { program: 'career-2027', mentor: ola.email, mentee: leo.email, actor: 'command line' }),
  )
  await stage.settled()

  const shown = await pressOld[platform](label)

  expect(shown).toEqual([
    'That check-in is closed, so it stays as it is. To see what is open, type “checkin”.',
  ])
})

test.each([
  ['a guest in Slack', () => onSlack(stage, 'U0GUEST001'), 'As a guest you cannot take part.'],
  [
    'somebody in Slack whom no roster names',
    () => onSlack(stage, 'U0NOBODY01'),
    'I cannot find you in the staff list yet.',
  ],
  [
    'somebody of another workspace, in a shared channel',
    () => onSlack(stage, 'U0OLAF001'),
    'This workspace is not linked to a hospital that uses Rounds.',
  ],
  ['a guest in Teams', () => onTeams(stage, teamsPeople[4]?.id ?? ''), 'As a guest you cannot take part.'],
  [
    'somebody in Teams whom no roster names',
    () => onTeams(stage, teamsPeople[5]?.id ?? ''),
    'I cannot find you in the staff list yet.',
  ],
])('%s gets one clear sentence, and nothing is kept of them', async (_, who, sentence) => {
  const shown = await who().say('help')

  expect(shown.words).toContain(sentence)
  expect(await stage.sql('select id from accounts where "user" = $1', [who().id])).toEqual([])
})
