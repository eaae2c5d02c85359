import { expect, test } from 'vitest'
import { teamsStateOf } from '../../../src/playground/teams/person-state.ts'
import type { TeamsStandIn } from '../../../src/playground/teams/server.ts'
import {
  amira,
  call,
  cardWith,
  chatOf,
  connectBot,
  dialogWith,
  general,
  messageWith,
  openTeams,
  post,
  tom,
} from './stand-in.ts'

const aim = { type: 'Input.Text', id: 'one:aim', label: 'Aim', isRequired: true, errorMessage: 'Say an aim.' }
const save = { type: 'Action.Submit', title: 'Save', data: { verb: 'goal.save' } }
const back = {
  type: 'Action.Submit',
  title: 'Back',
  associatedInputs: 'none',
  data: { press: true, verb: 'goal.list' },
}
const goal = cardWith([aim], { actions: [save, back] })
const join = { type: 'Action.Execute', title: 'Join', verb: 'program.join', data: { about: 'p' } }
const open = {
  type: 'Action.Submit',
  title: 'Open form',
  data: { msteams: { type: 'task/fetch' }, verb: 'checkin.open' },
}
const plain = { type: 'Action.Submit', title: 'Later', data: { verb: 'checkin.later' } }
const read = { type: 'Action.OpenUrl', title: 'Read', url: 'https://example.org' }
const nudge = messageWith(cardWith([aim], { actions: [join, open, plain, read] }))

const chat = (teams: TeamsStandIn) => teams.tenant.personalChat(amira.id).id
const dialogOf = (teams: TeamsStandIn) => teamsStateOf(teams, amira.id).dialog

test('a button is found in the standing card by what it is, and its inputs travel with it', async () => {
  const teams = await openTeams()
  const heard = await connectBot(teams)
  const message = await post(teams, nudge)
  const person = teams.as(amira.id)

  await person.pressAction(chat(teams), message, {
    action: { ...join, style: 'positive' },
    inputs: { 'one:aim': 'To lead' },
  })
  await person.pressAction(chat(teams), message, { action: plain, inputs: { 'one:aim': 'To lead' } })

  expect(heard).toMatchObject([
    {
      name: 'adaptiveCard/action',
      replyToId: message,
      value: { action: { verb: 'program.join', data: { about: 'p', 'one:aim': 'To lead' } } },
    },
    { type: 'message', replyToId: message, value: { verb: 'checkin.later', 'one:aim': 'To lead' } },
  ])
})

test('what does not stand there, sends nothing, or is not theirs is refused, and the bot hears nothing', async () => {
  const teams = await openTeams()
  const heard = await connectBot(teams)
  const message = await post(teams, nudge)
  const press = (action: Readonly<Record<string, unknown>>, id = message, person = amira) =>
    teams.as(person.id).pressAction(chat(teams), id, { action, inputs: { 'one:aim': 'x' } })

  const refused = [
    await press({ ...join, data: { about: 'another' } }),
    await press(join, 'gone'),
    await press(read),
    await press(join, message, tom),
    await teams.as(amira.id).submitInputs({}),
  ]

  expect(refused.map((seen) => seen.refused)).toEqual([
    'That button is not on the message any more.',
    'That message is not there any more.',
    'That button sends nothing.',
    'There is no such place.',
    'The dialog is not open any more.',
  ])
  expect(heard).toEqual([])
})

test('a press puts the new card in the place of the old, without saying that it was edited', async () => {
  const teams = await openTeams()
  const thanks = cardWith([{ type: 'TextBlock', text: 'Thank you' }])
  await connectBot(teams, () => ({
    body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: thanks },
  }))
  const message = await post(teams, messageWith(cardWith([], { actions: [join] })))

  await teams.as(amira.id).pressAction(chat(teams), message, { action: join, inputs: {} })

  const [shown] = teamsStateOf(teams, amira.id).places[0]?.messages ?? []
  expect(shown).toMatchObject({ id: message, card: thanks })
  expect(shown).not.toHaveProperty('edited')
})

test('the same dialog is open in every window of a person, until one of them closes it', async () => {
  const teams = await openTeams()
  await connectBot(teams, () => ({ body: dialogWith(goal) }))

  await teams.as(amira.id).runExtension('checkin')
  const opened = dialogOf(teams)
  teams.as(amira.id).closeDialog()

  expect(opened).toMatchObject({ title: 'A goal', card: goal })
  expect(teamsStateOf(teams, tom.id).dialog).toBeUndefined()
  expect(dialogOf(teams)).toBeUndefined()
})

test('each button of a dialog sends its own, and only those that want them the inputs', async () => {
  const teams = await openTeams()
  const heard = await connectBot(teams, () => ({ body: dialogWith(goal) }))
  const person = teams.as(amira.id)
  await person.runExtension('checkin')

  const empty = await person.submitInputs({})
  await person.submitInputs({ 'one:aim': 'typed' }, back)
  await person.submitInputs({ 'one:aim': 'typed' })

  expect(empty.errors).toEqual({ 'one:aim': 'Say an aim.' })
  expect(heard.slice(1)).toMatchObject([
    { name: 'composeExtension/submitAction', value: { data: { press: true, verb: 'goal.list' } } },
    { name: 'composeExtension/submitAction', value: { data: { verb: 'goal.save', 'one:aim': 'typed' } } },
  ])
  expect(JSON.stringify(heard[1])).not.toContain('typed')
})

test('a dialog that the bot could not take stays open, and closes where it answers nothing', async () => {
  const teams = await openTeams()
  const answers = [{ body: dialogWith(goal) }, { status: 500 }, { body: { task: 1 } }, {}]
  await connectBot(teams, () => answers.shift() ?? {})
  const person = teams.as(amira.id)
  await person.runExtension('checkin')

  const failed = await person.submitInputs({ 'one:aim': 'x' })
  const broken = await person.submitInputs({ 'one:aim': 'x' })
  const before = dialogOf(teams)
  await person.submitInputs({ 'one:aim': 'x' })

  expect(failed.notice).toBe('Unable to reach app. Please try again.')
  expect(broken).toMatchObject({
    notice: 'Something went wrong. Please try again.',
    wrong: [expect.any(String)],
  })
  expect(before?.title).toBe('A goal')
  expect(dialogOf(teams)).toBeUndefined()
})

test('a bot that fails, breaks its card or takes too long gets the client’s words before the person', async () => {
  const teams = await openTeams({ patienceMs: 200 })
  const message = await post(teams, messageWith(cardWith([], { actions: [join, open] })))
  const answers = [
    { status: 503 },
    { body: dialogWith(cardWith([{ type: 'TextBlock' }])) },
    'silence',
    'silence',
  ] as const
  let turn = 0
  await connectBot(teams, () => answers[turn++] ?? {})
  const person = teams.as(amira.id)
  const press = (action: Readonly<Record<string, unknown>>) =>
    person.pressAction(chat(teams), message, { action, inputs: {} })

  const notices = [
    (await press(join)).notice,
    (await press(open)).notice,
    (await press(join)).notice,
    (await person.say('hello')).notice,
  ]

  expect(notices).toEqual([
    'Something went wrong. Please try again.',
    'Something went wrong. Please try again.',
    'Unable to reach app. Please try again.',
    undefined,
  ])
  expect(dialogOf(teams)).toBeUndefined()
})

test('in a channel the bot hears what mentions it, and everybody there reads everything', async () => {
  const teams = await openTeams()
  teams.addTeam({
    id: '19:both@thread.tacv2',
    name: 'Both',
    members: [amira.id, tom.id],
    channels: [{ id: '19:both@thread.tacv2', name: 'General', type: 'standard' }],
  })
  const heard = await connectBot(teams)

  await teams.as(amira.id).sayIn('19:both@thread.tacv2', 'Good morning')
  await teams.as(amira.id).sayIn('19:both@thread.tacv2', '@Rounds help')
  const stranger = await teams.as(tom.id).sayIn(general, 'Let me in')

  const channel = teamsStateOf(teams, tom.id).places.find(({ kind }) => kind === 'channel')
  expect(channel).toMatchObject({
    name: 'Both › General',
    messages: [
      { text: 'Good morning', from: { key: 'teams:p1', name: amira.name } },
      { text: '@Rounds help', from: { key: 'teams:p1' } },
    ],
  })
  expect(heard).toMatchObject([
    { text: '<at>Rounds</at> help', conversation: { conversationType: 'channel' } },
  ])
  expect(stranger.refused).toBe('There is no such place to write in.')
})

test('people edit and delete their own messages, and the bot hears of it', async () => {
  const teams = await openTeams()
  const heard = await connectBot(teams)
  const person = teams.as(amira.id)
  await person.sayIn(chat(teams), 'first')
  await person.sayIn(chat(teams), 'second')
  const [first, second] = teamsStateOf(teams, amira.id).places[0]?.messages ?? []

  await person.editMessage('mended', first?.id)
  await person.deleteMessage(second?.id)
  const foreign = await teams.as(tom.id).editMessage('hers', first?.id)

  expect(teamsStateOf(teams, amira.id).places[0]?.messages).toMatchObject([{ text: 'mended', edited: true }])
  expect(heard.slice(2)).toMatchObject([
    {
      type: 'messageUpdate',
      id: first?.id,
      text: 'mended',
      channelData: { tenant: { id: 't1' }, eventType: 'editMessage' },
    },
    { type: 'messageDelete', id: second?.id },
  ])
  expect(foreign.refused).toBe('Only your own messages can be edited.')
})

test('what somebody writes stands there as they wrote it', async () => {
  const teams = await openTeams()
  await connectBot(teams)
  const hostile = '<at>Rounds</at> <script>alert(1)</script> $& **bold**'

  await teams.as(amira.id).sayIn(chat(teams), hostile)

  expect(teamsStateOf(teams, amira.id).places[0]?.messages).toMatchObject([{ text: hostile }])
})

test('pasted megabytes do not leave the message box', async () => {
  const teams = await openTeams()
  const heard = await connectBot(teams)

  const seen = await teams.as(amira.id).sayIn(chat(teams), 'x'.repeat(3_000_000))

  expect(seen.refused).toContain('up to 14,000 characters')
  expect(heard).toEqual([])
})

test('who has blocked the bot or has no app sends it nothing, and can change their mind', async () => {
  const teams = await openTeams()
  const heard = await connectBot(teams)
  const person = teams.as(amira.id)

  person.blocks()
  const blocked = await person.sayIn(chat(teams), 'hello')
  teams.unblock(amira.id)
  const after = await person.sayIn(chat(teams), 'hello')
  await person.uninstalls()
  const gone = await person.runExtension('checkin')

  expect([blocked.refused, after.refused, gone.refused]).toEqual([
    expect.stringContaining('blocked'),
    undefined,
    expect.stringContaining('not installed'),
  ])
  expect(heard.map(({ type }) => type)).toEqual(['message', 'installationUpdate'])
  expect(teamsStateOf(teams, amira.id).extensions).toEqual([])
})

test('a file is asked about in a personal chat only, and goes whole to the address that it is given', async () => {
  const teams = await openTeams()
  const content = { description: 'A', sizeInBytes: 3, acceptContext: { file: 'f' }, declineContext: {} }
  const attachment = {
    contentType: 'application/vnd.microsoft.teams.card.file.consent',
    name: 'a.ics',
    content,
  }
  const asking = { type: 'message', attachments: [attachment] }
  const broken = { ...asking, attachments: [{ ...attachment, content: {} }] }
  const inChannel = {
    tenantId: 't1',
    channelData: { tenant: { id: 't1' }, channel: { id: general } },
    activity: asking,
  }
  const heard = await connectBot(teams, () => ({ status: 200 }))
  const question = await post(teams, asking)

  await teams.as(amira.id).consent(question, 'accept')

  const value = Object(Object(heard.at(-1)).value)
  const put = (range: string) =>
    fetch(value.uploadInfo.uploadUrl, { method: 'PUT', body: 'abc', headers: { 'content-range': range } })
  const statuses = [await put('bytes 0-1/3'), await put('bytes 0-2/3'), await put('bytes 0-2/3')]
  expect(value).toMatchObject({ type: 'fileUpload', action: 'accept', context: { file: 'f' } })
  expect(statuses.map(({ status }) => status)).toEqual([400, 201, 401])
  expect((await call(teams, 'conversations', { body: inChannel })).status).toBe(400)
  expect((await call(teams, `${chatOf(teams)}/activities`, { body: broken })).status).toBe(400)
})
