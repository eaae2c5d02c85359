import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Activity } from '../../src/playground/teams/tenant.ts'
import { type Actor, onSlack, onTeams } from './actors.ts'
import { cast, slackChannel, teamsPeople } from './cast.ts'
import { bringIn, pairUp } from './staff.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let priya: Actor
let leo: Actor
/** What people in Teams have sent, the newest last. */
const activities: Activity[] = []

/** A pair on each platform, all four nudged. */
beforeAll(async () => {
  stage = await openStage({ cast })
  const { deliver } = stage.teams
  Object.assign(stage.teams, {
    deliver: (activity: Activity) => {
      activities.push(activity)
      return deliver(activity)
    },
  })
  const coordinator = onSlack(stage, 'U0AMIRA001')
  const digest = { platform: 'slack', channel: slackChannel } as const
  const ola = onSlack(stage, 'U0OLA001')
  const grace = onTeams(stage, teamsPeople[1]?.id ?? '')
  priya = onSlack(stage, 'U0PRIYA001')
  leo = onTeams(stage, teamsPeople[2]?.id ?? '')
  stage.at('2027-01-04T13:30:00Z')
  await bringIn(stage, { slug: 'on-slack', coordinator, mentor: ola, mentee: priya, digest })
  await bringIn(stage, { slug: 'on-teams', coordinator, mentor: grace, mentee: leo, digest })
  await stage.beat()
  for (const one of [ola, grace, priya, leo]) await one.press('Join')
  await pairUp(stage, { slug: 'on-slack', mentor: ola, mentee: priya })
  await pairUp(stage, { slug: 'on-teams', mentor: grace, mentee: leo })
  stage.at('2027-01-19T13:00:00Z')
  await stage.beat()
})
afterAll(() => stage.close())

const slackAgain = async () => {
  const delivery = stage.slack.deliveries.at(-1)
  if (!delivery) throw new Error('Nothing was sent yet')
  return await stage.slack.again(delivery)
}
const teamsAgain = () => stage.teams.deliver(activities.at(-1) ?? {})
const count = async (table: string) => {
  const [row] = await stage.sql<{ n: number }>(`select count(*)::int as n from ${table}`)
  return row?.n
}

test('a command that Slack delivers twice is stored once and acknowledged twice', async () => {
  const told = await priya.command('met 30')
  const again = await slackAgain()

  expect(told.words).toContain('30')
  expect(again).toMatchObject({ acknowledged: true, status: 200 })
  expect(await count('meetings')).toBe(1)
})

test('a press that Slack delivers twice asks the next question once', async () => {
  await priya.press('Answer here')
  await priya.press('We met')
  const shown = await priya.press('4')
  const before = priya.chat()

  const again = await slackAgain()
  await stage.settled()

  expect(shown.words).toContain('What has gone well so far')
  expect(again).toMatchObject({ acknowledged: true, status: 200 })
  expect(priya.chat()).toBe(before)
  expect(await count(`answers where question = 'how'`)).toBe(1)
})

test('words that Slack delivers twice answer one question, not the next one too', async () => {
  await priya.say('Calm handovers')
  const before = priya.chat()

  const again = await slackAgain()
  await stage.settled()

  expect(again).toMatchObject({ acknowledged: true, status: 200 })
  expect(priya.chat()).toBe(before)
  expect(await stage.sql(`select question from answers where via = 'chat' and message is not null`)).toEqual([
    { question: 'learned' },
  ])
})

const what = { title: 'Publish an article', measure: 'yes-no' }
const way = { attainable: 'An hour a week', relevant: 'Others can use it', dueOn: '2027-02-26' }

test('a form that Slack delivers twice makes one goal, and closes', async () => {
  await priya.openForm('goal')
  await priya.submit(what)
  await priya.submit(way)

  const again = await slackAgain()

  expect(again).toEqual({ acknowledged: true, status: 200 })
  expect(await count('goals')).toBe(1)
})

test('a message that Teams delivers twice is stored once and answered once', async () => {
  await leo.say('met 30')
  const before = leo.chat()

  const again = await teamsAgain()
  await stage.settled()

  expect(again.status).toBe(200)
  expect(leo.chat()).toBe(before)
  expect(await count('meetings')).toBe(2)
})

test('a press that Teams delivers twice asks the next question once', async () => {
  await leo.press('Answer here')
  await leo.press('We met')
  await leo.press('4')
  const before = leo.chat()

  const again = await teamsAgain()
  await stage.settled()

  expect(again.status).toBe(200)
  expect(leo.chat()).toBe(before)
  expect(await count(`answers where question = 'how'`)).toBe(2)
})

test('a dialog that Teams delivers twice makes one goal', async () => {
  await leo.openForm('goal')
  await leo.submit(what)
  await leo.submit(way)

  const again = await teamsAgain()

  expect(again.status).toBe(200)
  expect(await count('goals')).toBe(2)
})

test('a nudge is not sent twice because the heartbeat beats twice', async () => {
  stage.arrivals()

  await Promise.all([stage.beat(), stage.beat()])

  expect(stage.arrivals()).toEqual([])
})
