import { expect, test } from 'vitest'
import {
  amira,
  call,
  cardWith,
  chatOf,
  connectBot,
  general,
  messageWith,
  openTeams,
  post,
  tom,
} from './stand-in.ts'

test.each<[string, unknown]>([
  ['an activity without a type', {}],
  ['an activity of a kind that bots do not send', { type: 'event', name: 'x' }],
  ['a message that says nothing', { type: 'message', text: '' }],
  [
    'a kind of attachment that it does not know',
    { type: 'message', attachments: [{ contentType: 'text/html' }] },
  ],
  ['a broken card', messageWith(cardWith([{ type: 'TextBlock' }]))],
])('%s is refused with its reason, posted, changed or in a new thread', async (_, activity) => {
  const teams = await openTeams()
  const standing = await post(teams, { type: 'message', text: 'fine' })
  const inChannel = {
    tenantId: 't1',
    channelData: { tenant: { id: 't1' }, channel: { id: general } },
    activity,
  }

  const answers = [
    await call(teams, `${chatOf(teams)}/activities`, { body: activity }),
    await call(teams, `${chatOf(teams)}/activities/${standing}`, { method: 'PUT', body: activity }),
    await call(teams, 'conversations', { body: inChannel }),
  ]

  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400])
  expect(answers[0]?.body).toMatchObject({ error: { code: 'BadSyntax', message: expect.any(String) } })
  expect(
    teams
      .as(amira.id)
      .chat()
      .map(({ text }) => text),
  ).toEqual(['fine'])
})

test('the size of a message counts as UTF-16, without the pictures in it', async () => {
  const teams = await openTeams()
  const picture = `data:image/png;base64,${'A'.repeat(200_000)}`
  const say = (body: unknown) => call(teams, `${chatOf(teams)}/activities`, { body })

  const small = await say({ type: 'message', text: 'x'.repeat(50_000) })
  const large = await say({ type: 'message', text: 'x'.repeat(60_000) })
  const pictured = await say(messageWith(cardWith([{ type: 'Image', url: picture }])))

  expect([small.status, large.status, pictured.status]).toEqual([201, 413, 201])
  expect(large.body).toMatchObject({ error: { code: 'MessageSizeTooBig' } })
})

test('a bot changes and takes back its own messages, and nobody else’s', async () => {
  const teams = await openTeams()
  await connectBot(teams)
  await teams.as(amira.id).say('mine')
  const [mine] = teams.tenant.personalChat(amira.id).posts
  const own = await post(teams, { type: 'message', text: 'hers' })
  const at = (id = '') => `${chatOf(teams)}/activities/${id}`
  const body = { type: 'message', text: 'changed' }

  const answers = [
    await call(teams, at(mine?.id), { method: 'PUT', body }),
    await call(teams, at(mine?.id), { method: 'DELETE' }),
    await call(teams, at('none'), { method: 'DELETE' }),
    await call(teams, at(own), { method: 'PUT', body }),
    await call(teams, at(own), { method: 'DELETE' }),
  ]

  expect(answers.map(({ status }) => status)).toEqual([403, 403, 404, 200, 200])
  expect(teams.tenant.personalChat(amira.id).posts.map(({ activity }) => activity['text'])).toEqual(['mine'])
})

test('that the bot is typing is taken and leaves nothing', async () => {
  const teams = await openTeams()

  const { status } = await call(teams, `${chatOf(teams)}/activities`, { body: { type: 'typing' } })

  expect(status).toBe(201)
  expect(teams.tenant.personalChat(amira.id).posts).toEqual([])
})

test('a bot opens a chat with one person, not with several', async () => {
  const teams = await openTeams()
  const open = (members: readonly unknown[]) =>
    call(teams, 'conversations', { body: { tenantId: 't1', channelData: { tenant: { id: 't1' } }, members } })

  const statuses = [
    await open([amira]),
    await open([amira, tom]),
    await open([]),
    await open([{ id: 'nobody' }]),
  ]

  expect(statuses.map(({ status }) => status)).toEqual([201, 400, 400, 404])
})

test('members come in pages, one by one, or all', async () => {
  const teams = await openTeams()
  teams.addTeam({
    id: '19:all@thread.tacv2',
    members: [amira.id, tom.id],
    channels: [{ id: '19:all@thread.tacv2', name: 'General', type: 'standard' }],
  })
  const get = async (path: string) =>
    (await call(teams, `conversations/19:all@thread.tacv2/${path}`, { method: 'GET' })).body

  const first = await get('pagedmembers?pageSize=1')
  const second = await get('pagedmembers?pageSize=1&continuationToken=1')

  expect(first).toMatchObject({ members: [{ name: amira.name }], continuationToken: '1' })
  expect(second).toEqual({ members: [expect.objectContaining({ name: tom.name })] })
  expect(await get(`members/${tom.id}`)).toMatchObject({ email: tom.email })
  expect(await get('members')).toHaveLength(2)
})

test('who writes faster than Teams takes it is told to wait, in that conversation alone', async () => {
  const teams = await openTeams({ throttled: true })
  const say = (person: typeof amira) =>
    call(teams, `${chatOf(teams, person)}/activities`, { body: { type: 'message', text: 'x' } })

  const answers = await Promise.all(Array.from({ length: 9 }, () => say(amira)))
  const elsewhere = await say(tom)

  const refused = answers.filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(0)
  expect(refused[0]?.retryAfter).toMatch(/^[12]$/)
  expect(elsewhere.status).toBe(201)
})

test.each([
  ['rate-limited', 429],
  ['broken', 500],
] as const)('while Teams is %s every call gets %i, until it is mended', async (fault, status) => {
  const teams = await openTeams()
  const say = () => call(teams, `${chatOf(teams)}/activities`, { body: { type: 'message', text: 'x' } })

  teams.break(fault)
  const meanwhile = [await say(), await call(teams, `${chatOf(teams)}/members`, { method: 'GET' })]
  teams.break('none')
  const mended = await say()

  expect(meanwhile.map((answer) => answer.status)).toEqual([status, status])
  expect(mended.status).toBe(201)
  expect(teams.as(amira.id).chat()).toHaveLength(1)
})

test('a call that is no JSON is refused and the next one served', async () => {
  const teams = await openTeams({ anonymous: true })
  const url = `${teams.serviceUrl}v3/${chatOf(teams)}/activities`

  const broken = await fetch(url, { method: 'POST', body: '{' })

  expect(broken.status).toBe(400)
  expect(await post(teams, { type: 'message', text: 'x' })).toMatch(/^\d+$/)
})
