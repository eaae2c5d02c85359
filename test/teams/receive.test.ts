import { request } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { TokenKind } from '../../src/playground/teams/identity.ts'
import { amira, openHospital, showing } from './hospital.ts'

// Botbuilder tells the console about every bad token.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
})

test('a message with a good token of our tenant is heard and answered', async () => {
  const hospital = await openHospital()
  hospital.answers(() => showing('Good morning'))

  const seen = await hospital.teams.as(amira.id).say('hello')

  expect(seen.status).toBe(200)
  expect(seen.posts.map((post) => post.words)).toEqual(['Good morning'])
})

const badTokens: readonly (TokenKind | 'none')[] = [
  'none',
  'expired',
  'not-yet-valid',
  'without-expiry',
  'wrong-audience',
  'wrong-issuer',
  'wrong-service-url',
  'without-service-url',
  'unknown-key',
  'forged',
  'cut',
  'hs256',
  'unsigned',
]

test.each(badTokens)(
  'a request whose token is %s gets 401, not a word back, and does nothing',
  async (kind) => {
    const hospital = await openHospital()
    const activity = hospital.teams.activityOf(amira.id, { type: 'message', text: 'private words' })

    const answer = await hospital.teams.deliver(activity, kind)

    expect(answer).toEqual({ status: 401, body: '' })
    expect(hospital.deeds).toEqual([])
    expect(hospital.addresses.size).toBe(0)
    expect(hospital.refused).toEqual(['unauthorized'])
    expect(hospital.logged.join()).not.toContain('private words')
  },
)

test('a good token does not open another channel than Teams', async () => {
  const hospital = await openHospital()
  const activity = hospital.teams.activityOf(amira.id, { type: 'message', text: 'hi', channelId: 'webchat' })

  const answer = await hospital.teams.deliver(activity)

  expect(answer.status).toBe(401)
  expect(hospital.deeds).toEqual([])
})

test.each([
  { conversation: { id: 'a:1', conversationType: 'personal', tenantId: 'another-hospital' } },
  { conversation: { id: 'a:1', conversationType: 'personal' }, channelData: {} },
])('a message from a foreign tenant is refused: %o', async (more) => {
  const hospital = await openHospital()

  const answer = await hospital.teams.deliver(
    hospital.teams.activityOf(amira.id, { type: 'message', text: 'hi', ...more }),
  )

  expect(answer).toEqual({ status: 403, body: '' })
  expect(hospital.deeds).toEqual([])
})

test('when the identity service is out of reach, Teams may deliver again', async () => {
  const hospital = await openHospital({ config: { openIdMetadataUrl: 'http://127.0.0.1:9/openid' } })

  const seen = await hospital.teams.as(amira.id).say('hello')

  expect(seen.status).toBe(503)
  expect(hospital.refused).toEqual(['keys-unavailable'])
})

test.each(['', '{', 'null', '[]', '"text"', '{}', '{"type":7}', '{"type":""}', '{"type":"message"}'])(
  'the malformed body %j gets 400',
  async (body) => {
    const hospital = await openHospital()

    const answer = await hospital.teams.deliverRaw(body, {
      authorization: `Bearer ${hospital.teams.identity.token('valid')}`,
    })

    expect(answer).toEqual({ status: 400, body: '' })
    expect(hospital.refused).toEqual(['malformed'])
  },
)

test('a body over 256 kB gets 413, and the next request is served', async () => {
  const hospital = await openHospital()
  hospital.answers(() => showing('Still here'))

  const large = await hospital.teams.as(amira.id).say('x'.repeat(300_000))
  const next = await hospital.teams.as(amira.id).say('hello')

  expect(large.status).toBe(413)
  expect(next.posts.map((post) => post.words)).toEqual(['Still here'])
  expect(hospital.refused).toEqual(['too-large'])
})

test('a body that does not say how long it is gets 413 as soon as it is too long', async () => {
  const hospital = await openHospital()
  const { promise: status, resolve, reject } = Promise.withResolvers<number | undefined>()
  const sending = request(hospital.url, { method: 'POST' }, (response) => resolve(response.statusCode))
  sending.on('error', reject)

  for (let sent = 0; sent < 10; sent += 1) sending.write('x'.repeat(40_000))

  expect(await status).toBe(413)
  sending.destroy()
})

test('in anonymous mode a request needs no token', async () => {
  const hospital = await openHospital({ anonymous: true })
  hospital.answers(() => showing('Good morning'))

  const seen = await hospital.teams.as(amira.id).say('hello')

  expect(seen.posts.map((post) => post.words)).toEqual(['Good morning'])
})

test('without credentials and without anonymous mode there is no bot to start', async () => {
  await expect(openHospital({ config: { appId: undefined } })).rejects.toThrow('app id')
})

test('kinds of activities that nobody asked for are taken and do nothing', async () => {
  const hospital = await openHospital()
  const send = (type: string, name?: string) =>
    hospital.teams.deliver(hospital.teams.activityOf(amira.id, { type, name }))

  const statuses = [await send('typing'), await send('toString'), await send('invoke', 'unheard/of')]

  expect(statuses.map((answer) => answer.status)).toEqual([200, 200, 501])
  expect(hospital.deeds).toEqual([])
})
