import { setTimeout as later } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createLanes } from '../../../src/playground/door/lanes.ts'
import { slackStateOf } from '../../../src/playground/slack/person-state.ts'
import { teamsStateOf } from '../../../src/playground/teams/person-state.ts'
import type { Shown } from '../../../src/playground/wire.ts'
import { onSlack, onTeams } from '../../whole/actors.ts'
import { slackChannel, teamsPeople } from '../../whole/cast.ts'
import { bringIn } from '../../whole/staff.ts'
import { ask, deed, type FarSide, openFarSide, posting } from './far-side.ts'

let far: FarSide
const priyaId = 'U0PRIYA001'
const graceId = teamsPeople[1]?.id ?? ''
const priya = { who: `slack:${priyaId}`, place: 'D0PRIYA001' }
const grace = { who: `teams:${graceId}`, place: '' }

beforeAll(async () => {
  far = await openFarSide()
  const { stage } = far
  grace.place = stage.teams.tenant.personalChat(graceId).id
  await bringIn(stage, {
    slug: 'doors',
    coordinator: onSlack(stage, 'U0AMIRA001'),
    mentor: onTeams(stage, graceId),
    mentee: onSlack(stage, priyaId),
    digest: { platform: 'slack', channel: slackChannel },
  })
  stage.at('2027-01-04T13:30:00Z')
  await stage.beat()
  await onSlack(stage, priyaId).press('Join')
  await onTeams(stage, graceId).press('Join')
})
afterAll(() => far.close())
beforeEach(() => {
  far.asked.splice(0)
})

const say = (who: typeof priya, text: string) => deed(far.address, { deed: 'say', ...who, text })
const inSlack = () => slackStateOf(far.stage.slack, priyaId)
const inTeams = () => teamsStateOf(far.stage.teams, graceId)
const newest = ({ places }: { places: readonly { messages: readonly Shown[] }[] }) => {
  const message = places[0]?.messages.at(-1)
  if (!message) throw new Error('nothing was written')
  return message
}

interface Button {
  readonly block: string
  readonly action: string
}
function firstButton(blocks: unknown): Button | undefined {
  for (const block of Object(blocks ?? [])) {
    const found = partOf(block, ({ type }) => type === 'button')
    if (found) return { block: block.block_id, action: String(found['action_id']) }
  }
  return undefined
}

type Part = Readonly<Record<string, unknown>>

/** The first part of what a platform shows that fits, however deep. */
function partOf(node: unknown, fits: (part: Part) => boolean): Part | undefined {
  if (typeof node !== 'object' || node === null) return undefined
  if (fits(Object(node))) return Object(node)
  for (const part of Object.values(node)) {
    const found = partOf(part, fits)
    if (found) return found
  }
  return undefined
}

test('what is written reaches the bot, and its answer the state, on both platforms', async () => {
  const answers = [await say(priya, 'quokkahelp'), await say(grace, 'help')]

  expect(answers).toEqual([{ ok: true }, { ok: true }])
  const slackTexts = inSlack().places[0]?.messages.map(({ text }) => text)
  expect(slackTexts).toContain('quokkahelp')
  expect(newest(inSlack()).from).toBeUndefined()
  expect(newest(inTeams()).from).toBeUndefined()
  expect(JSON.stringify(newest(inTeams()).card)).toContain('checkin')
})

test('in Slack what begins with /mentor is a command, and any other command is Slack’s own to refuse', async () => {
  const good = await say(priya, '/mentor  help')
  const bad = await say(priya, '/giphy cats')

  expect(good).toEqual({ ok: true })
  expect(newest(inSlack())).toMatchObject({ onlyYou: true })
  expect(bad).toMatchObject({ ok: true, notice: expect.stringContaining('/giphy is not a valid command') })
})

test('a Slack window opens, refuses what is wrong at its field, and closes', async () => {
  await say(priya, '/mentor pause')
  const window = inSlack().windows[0]
  const block = String(Object(partOf(window?.view, ({ type }) => type === 'input')).block_id)
  const submit = {
    deed: 'slack-submit',
    who: priya.who,
    view: window?.id,
    entered: { [block]: '2020-01-01' },
  }

  const refused = await deed(far.address, submit)
  const still = inSlack().windows
  const closed = await deed(far.address, { deed: 'slack-close', who: priya.who })
  const late = await deed(far.address, submit)

  expect(refused).toEqual({ ok: true, errors: { [block]: expect.stringContaining('from tomorrow on') } })
  expect(still).toHaveLength(1)
  expect(closed).toEqual({ ok: true })
  expect(inSlack().windows).toEqual([])
  expect(late).toEqual({ ok: false, reason: 'This window is not open any more.' })
})

test('Home opens in Slack', async () => {
  const answer = await deed(far.address, { deed: 'slack-home', who: priya.who })

  expect(answer).toEqual({ ok: true })
  await expect.poll(() => inSlack().home).toBeDefined()
})

test('a button of a Slack message is pressed by its names; one that is not there is refused', async () => {
  await say(priya, '/mentor')
  const message = inSlack().places[0]?.messages.findLast(({ blocks }) => firstButton(blocks))
  const where = { place: priya.place, message: message?.id ?? '' }
  const press = { deed: 'slack-press', who: priya.who, ...firstButton(message?.blocks) }
  const before = far.stage.slack.deliveries.length

  const pressed = await deed(far.address, { ...press, in: where })
  const delivered = far.stage.slack.deliveries.at(-1)
  const gone = await deed(far.address, { ...press, in: { ...where, message: '1.000' } })

  expect(pressed).toMatchObject({ ok: true })
  expect(far.stage.slack.deliveries).toHaveLength(before + 1)
  expect(delivered).toMatchObject({ kind: 'interactive' })
  expect(gone).toEqual({ ok: false, reason: 'This message is not there any more.' })
})

test('a button of a Teams card opens a dialog, which is sent, drawn again with what is wrong, and closed', async () => {
  await say(grace, 'pause')
  const message = newest(inTeams())
  const action = partOf(message.card, ({ type }) => String(type).startsWith('Action.'))
  const press = { deed: 'teams-press', ...grace, message: message.id, action, inputs: {} }

  const pressed = await deed(far.address, press)
  const dialog = inTeams().dialog
  const input = String(Object(partOf(dialog?.card, ({ type }) => type === 'Input.Date')).id)
  const submit = { deed: 'teams-submit', who: grace.who, inputs: { [input]: '2020-01-01' } }
  const sent = await deed(far.address, submit)
  const again = JSON.stringify(inTeams().dialog?.card)
  const closed = await deed(far.address, { deed: 'teams-close', who: grace.who })
  const late = await deed(far.address, submit)
  const other = await deed(far.address, { ...press, action: { type: 'Action.Submit', title: 'Forged' } })

  expect(pressed).toEqual({ ok: true })
  expect(sent).toEqual({ ok: true })
  expect(again).toContain('from tomorrow on')
  expect(closed).toEqual({ ok: true })
  expect(inTeams().dialog).toBeUndefined()
  expect(late).toEqual({ ok: false, reason: 'The dialog is not open any more.' })
  expect(other).toMatchObject({ ok: false })
})

test('own messages are edited and deleted, others’ are not', async () => {
  for (const [who, state] of [
    [priya, inSlack],
    [grace, inTeams],
  ] as const) {
    await say(who, 'quokkaown')
    const mine = state().places[0]?.messages.findLast(({ text }) => text === 'quokkaown')?.id
    const bots = state().places[0]?.messages.find(({ from }) => !from)?.id
    const edited = await deed(far.address, { deed: 'edit', ...who, message: mine, text: 'quokkachanged' })
    const unsaid = await deed(far.address, { deed: 'unsay', ...who, message: mine })
    const others = await deed(far.address, { deed: 'unsay', ...who, message: bots })

    expect([edited, unsaid]).toEqual([{ ok: true }, { ok: true }])
    expect(others).toMatchObject({ ok: false })
    expect(JSON.stringify(state())).not.toContain('quokkachanged')
  }
})

test('a file reaches the bot on both platforms', async () => {
  const base64 = Buffer.from('email,name,role\n').toString('base64')
  const file = { deed: 'send-file', name: 'roster.csv', base64, text: '' }

  const answers = [
    await deed(far.address, { ...file, who: priya.who }),
    await deed(far.address, { ...file, who: grace.who }),
  ]

  expect(answers).toEqual([{ ok: true }, { ok: true }])
  expect(JSON.stringify(newest(inTeams()))).toContain('Only coordinators')
})

test('a double click arrives as two clicks, the second when the first is done', async () => {
  const lanes = createLanes()
  const seen: string[] = []
  const click = (name: string) => async () => {
    seen.push(`${name} begins`)
    await later(5)
    seen.push(`${name} ends`)
    if (name === 'first') throw new Error('it failed')
  }

  await Promise.allSettled([lanes.enter('ola', click('first')), lanes.enter('ola', click('second'))])

  expect(seen).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
})

test('more deeds of one account than anybody can do at once are refused', async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => deed(far.address, { deed: 'slack-home', who: priya.who })),
  )

  expect(answers).toContainEqual({
    ok: false,
    reason: 'One at a time: the last ones are still on their way.',
  })
})

test('pasted megabytes are refused in one sentence; what a platform still takes reaches the bot', async () => {
  const tooLong = await say(priya, 'x'.repeat(2_000_000))
  const long = await say(priya, 'x'.repeat(90_000))

  expect(tooLong).toEqual({
    ok: false,
    reason: 'That is more than 100,000 characters, which no message can hold: please send less.',
  })
  expect(long).toMatchObject({ ok: true })
  expect(newest(inSlack()).from).toBeUndefined()
})

test.each<[string, Record<string, unknown>]>([
  ['an account of nobody', { deed: 'say', who: 'slack:U0ELSE', place: 'D0ELSE', text: 'hello' }],
  ['a place of others', { deed: 'say', who: priya.who, place: slackChannel, text: 'hello' }],
  ['a chat of others', { deed: 'say', who: priya.who, place: 'D0AMIRA001', text: 'hello' }],
  ['no words', { deed: 'say', ...priya, text: ' \n' }],
  ['a place that Teams does not have', { deed: 'say', who: grace.who, place: 'a:nowhere', text: 'hello' }],
  ['a Teams deed in Slack', { deed: 'teams-close', who: priya.who }],
  ['a Slack deed in Teams', { deed: 'slack-home', who: grace.who }],
  ['a command that Teams does not offer', { deed: 'teams-extension', who: grace.who, command: 'rm' }],
  ['a file without a name', { deed: 'send-file', who: priya.who, name: ' ', base64: '', text: '' }],
  ['somebody who cannot go', { deed: 'gone', who: 'teams:nobody', gone: true }],
])('%s is refused in one sentence', async (_what, wanted) => {
  const { ok, reason } = await deed(far.address, wanted)

  expect(ok).toBe(false)
  expect(String(reason)).toMatch(/^[A-Z].*\.$/)
})

test('the clock, faults, absence and lives of their own are the hospital’s to do', async () => {
  await deed(far.address, { deed: 'clock', by: 'week' })
  const back = await deed(far.address, { deed: 'clock-to', at: '2026-01-01T00:00:00Z' })
  await deed(far.address, { deed: 'fault', platform: 'teams', fault: 'slow' })
  await deed(far.address, { deed: 'gone', who: priya.who, gone: true })
  await deed(far.address, { deed: 'alive', on: false })

  expect(back).toEqual({ ok: false, reason: 'The clock cannot go back.' })
  expect(far.asked).toEqual([
    'advance {"by":"week"}',
    'advance {"at":"2026-01-01T00:00:00Z"}',
    'teams slow',
    `${priya.who} gone true`,
    'alive false',
  ])
})

test('a reset is answered before it begins', async () => {
  const answer = await deed(far.address, { deed: 'reset', to: 'nothing' })

  expect(answer).toMatchObject({ ok: true })
  await expect.poll(() => far.asked).toEqual(['reset nothing'])
})

test('while there is no hospital deeds are refused with a reason', async () => {
  far.door.disconnect()

  const answer = await say(priya, 'hello')

  far.door.connect(far.hospital)
  expect(answer).toEqual({ ok: false, reason: 'The hospital is just starting: try again in a moment.' })
})

test('what is nested without end is refused in one sentence', async () => {
  const body = `{"deed":"teams-press","who":"${grace.who}","place":"x","message":"y","inputs":{},"action":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`

  const { status, json } = await ask(far.address, posting(far.address, body))

  expect(status).toBe(200)
  expect(json).toEqual({ ok: false, reason: 'That is nested more deeply than any card or form.' })
})
