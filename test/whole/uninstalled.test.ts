import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Actor, onSlack, onTeams } from './actors.ts'
import { cast, teamsChannel, teamsPeople } from './cast.ts'
import { bringIn, pairUp } from './staff.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let tom: Actor
let ola: Actor
let priya: Actor

/** Two people on Slack, both nudged next Tuesday; their coordinator is on Teams. */
beforeEach(async () => {
  stage = await openStage({ cast })
  tom = onTeams(stage, teamsPeople[0]?.id ?? '')
  ola = onSlack(stage, 'U0OLA001')
  priya = onSlack(stage, 'U0PRIYA001')
  stage.at('2027-01-04T13:30:00Z')
  await bringIn(stage, {
    slug: 'career-2027',
    coordinator: tom,
    mentor: ola,
    mentee: priya,
    digest: { platform: 'teams', channel: teamsChannel },
  })
  await tom.command('admin')
  await stage.beat()
  await ola.press('Join')
  await priya.press('Join')
  await pairUp(stage, { slug: 'career-2027', mentor: ola, mentee: priya })
  await stage.settled()
  stage.arrivals()
})
afterEach(() => stage.close())

const nudgeBoth = async () => {
  stage.at('2027-01-19T09:00:00Z')
  await stage.beat()
  stage.at('2027-01-19T13:00:00Z')
  await stage.beat()
}
const messagesTo = ({ name }: Actor) => stage.arrivals().filter(({ who }) => who === name)
const posted = () => stage.slack.calls.filter(({ method }) => method === 'chat.postMessage').length

test('after Slack has said that the bot was taken out, nothing more is sent there, and the coordinator hears it once', async () => {
  await stage.within(
    ({ tx }) => tx.$executeRaw`
    insert into outbox (id, organization_id, key, platform, workspace, "user", kind, repeat, state, created_at)
    select 'waiting', ${stage.running.organizationId}, 'waiting', 'slack', 'T0HOSPITAL', 'U0OLA001', 'send', 'never', 'ready', now()`,
  )
  const before = posted()

  await stage.slack.uninstall()
  await stage.running.deliver('waiting')
  await nudgeBoth()
  await stage.slack.again(stage.slack.deliveries.at(-1) ?? { kind: 'events_api', body: {} })
  await stage.settled()

  const told = messagesTo(tom)
  expect(posted()).toBe(before)
  expect(told.map(({ words }) => words.join())).toEqual([
    expect.stringContaining('I was taken out of your Slack workspace'),
  ])
  expect(await stage.sql(`select state, fault, body from outbox where id = 'waiting'`)).toEqual([
    { state: 'abandoned', fault: 'uninstalled', body: null },
  ])
  expect(stage.logged.filter((line) => line.includes('a step of the heartbeat failed'))).toEqual([])
})

test('where Slack could not say so, the first refused message is enough, and nobody is reported one by one', async () => {
  stage.slack.world.installed = false

  await nudgeBoth()
  await stage.beat()

  const told = messagesTo(tom)
  expect(told.map(({ words }) => words.join())).toEqual([
    expect.stringContaining('I was taken out of your Slack workspace'),
  ])
})

test('who also uses Teams is written to there', async () => {
  await stage.sql(
    `insert into accounts (id, organization_id, person_id, platform, workspace, "user")
     select 'second', organization_id, id, 'teams', $1, $2 from people where email = $3`,
    [stage.teams.tenantId, teamsPeople[1]?.id, ola.email],
  )

  await stage.slack.uninstall()
  await nudgeBoth()

  const grace = onTeams(stage, teamsPeople[1]?.id ?? '')
  expect(grace.chat()).toContain('Your check-in is ready')
})

test('when the bot is back in the workspace, all goes on', async () => {
  await stage.slack.uninstall()
  await stage.settled()

  stage.slack.world.installed = true
  await stage.restart()
  await nudgeBoth()

  expect(ola.chat()).toContain('Your check-in is ready')
  expect(priya.chat()).toContain('Your check-in is ready')
})
