import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Delivery } from '../../src/playground/slack/deliver.ts'
import type { Activity } from '../../src/playground/teams/tenant.ts'
import { type Killable, openKillable } from './killed-server.ts'
import { endServers, type ServerProcess } from './server-process.ts'

let hospital: Killable
let server: ServerProcess

beforeAll(async () => {
  hospital = await openKillable()
  server = await hospital.start()
})
afterAll(async () => {
  await endServers()
  await hospital.close()
})

// The same meeting told of by both would be one meeting.
beforeEach(() => hospital.sql('delete from meetings'))

/** Words that log a meeting, as each platform would deliver them, and would again. */
const ways = [
  ['Slack', (minutes: number) => slackCommand(minutes), () => hospital.ola],
  ['Teams', (minutes: number) => teamsMessage(minutes), () => hospital.leo],
] as const

function slackCommand(minutes: number) {
  const { world } = hospital.slack
  const user = hospital.ola.id
  const channel = world.direct(user).id
  const delivery: Delivery = {
    kind: 'slash_commands',
    body: {
      command: '/mentor',
      text: `met ${minutes} quokkakilled`,
      team_id: world.team,
      user_id: user,
      channel_id: channel,
      channel_name: 'directmessage',
      api_app_id: 'A0ROUNDS',
      trigger_id: world.trigger(user),
      response_url: `${hospital.slack.credentials.apiUrl}none`,
    },
  }
  return () => hospital.slack.again(delivery).then(({ acknowledged }) => acknowledged)
}

function teamsMessage(minutes: number) {
  const activity: Activity = hospital.teams.activityOf(hospital.leo.id, {
    type: 'message',
    textFormat: 'plain',
    text: `met ${minutes} quokkakilled`,
  })
  return () =>
    hospital.teams.deliver(activity).then(
      ({ status }) => status === 200,
      () => false,
    )
}

const meetings = (minutes: number) => hospital.sql('select id from meetings where minutes = $1', [minutes])

test.each(ways)(
  'a write of %s that is killed before its commit is stored once when it comes again',
  async (platform, sending, who) => {
    const minutes = platform === 'Slack' ? 31 : 32
    const send = sending(minutes)
    const letGo = await hospital.hold(who())

    const first = send()
    await hospital.deedWaits()
    await server.end('SIGKILL')
    await letGo()
    const answered = await first
    const between = await meetings(minutes)
    server = await hospital.start()
    const again = [await send(), await send()]

    expect(answered).toBe(false)
    expect(between).toEqual([])
    expect(again).toEqual([true, true])
    expect(await meetings(minutes)).toHaveLength(1)
  },
)

test.each(ways)(
  'a write of %s that is killed after its commit and before its answer is stored once',
  async (platform, sending) => {
    const minutes = platform === 'Slack' ? 33 : 34
    const send = sending(minutes)
    const committed = hospital.way.muteCommitOf('"meetings"')

    const first = send()
    await committed
    await server.end('SIGKILL')
    const answered = await first
    const between = await meetings(minutes)
    server = await hospital.start()
    const again = [await send(), await send()]

    expect(answered).toBe(false)
    expect(between).toHaveLength(1)
    expect(again).toEqual([true, true])
    expect(await meetings(minutes)).toHaveLength(1)
  },
)

test('its log holds neither words nor names, whatever happened to it', () => {
  expect(server.lines.join('\n')).not.toMatch(/quokka|stmarys|Ola Berg|Leo Novak/)
})
