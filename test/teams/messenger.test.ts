import { expect, test } from 'vitest'
import { PlatformFault } from '../../src/ports/messenger.ts'
import { amira, closed, digests, guest, type Hospital, openHospital, saying, tom } from './hospital.ts'

async function faultOf(sending: Promise<unknown>): Promise<PlatformFault> {
  const error = await sending.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof PlatformFault) return error
  throw new Error('no fault of the platform was thrown', { cause: error })
}

function sendTo(hospital: Hospital, user: string, text = 'A nudge') {
  return hospital.app.messenger.send({ workspace: hospital.teams.tenantId, user }, saying(text), 'entry-1')
}

test('somebody who has the app but never wrote gets a chat of their own, found again the next time', async () => {
  const hospital = await openHospital()

  const first = await sendTo(hospital, tom.id, 'first')
  const second = await sendTo(hospital, tom.id, 'second')

  const chat = hospital.teams.as(tom.id).chat()
  expect(chat.map((post) => post.words)).toEqual(['first', 'second'])
  expect(chat.map((post) => post.id)).toEqual([first.message, second.message])
  expect(first.channel).toBe(second.channel)
  expect(JSON.parse(hospital.addresses.get(tom.id) ?? '')).toMatchObject({ conversation: first.channel })
})

test('a message starts anew where the person last spoke, not as a reply to what they said', async () => {
  const hospital = await openHospital()
  await hospital.teams.as(amira.id).say('hello')

  await sendTo(hospital, amira.id)

  expect(hospital.teams.tenant.journal.at(-1)?.activity).not.toHaveProperty('replyToId')
  expect(hospital.addresses.get(amira.id)).not.toContain('activityId')
})

test('a message in a channel starts a thread, and both kinds can be changed later', async () => {
  const hospital = await openHospital()
  const workspace = hospital.teams.tenantId
  const { messenger } = hospital.app
  const inChannel = await messenger.send({ workspace, channel: digests }, saying('Digest'), 'e1')
  const personal = await sendTo(hospital, amira.id)

  await messenger.update(workspace, inChannel, saying('Digest, changed'))
  await messenger.update(workspace, personal, saying('A nudge, changed'))

  expect(inChannel.channel).toBe(`${digests};messageid=${inChannel.message}`)
  expect(hospital.teams.tenant.journal.slice(-2).map((post) => [post.id, post.updated])).toEqual([
    [inChannel.message, 1],
    [personal.message, 1],
  ])
})

test('whether a lost message arrived is something that Teams cannot say', async () => {
  const { app, teams } = await openHospital()

  const to = { workspace: teams.tenantId, user: amira.id }
  const found = await app.messenger.find(to, 'entry-1', Temporal.Instant.from('2027-01-04T09:00:00Z'))

  expect(found).toBe('unknowable')
})

test('who never had the app, blocked it, or does not exist is gone, and nothing pretends otherwise', async () => {
  const hospital = await openHospital()
  const { teams } = hospital
  teams.tenant.installed.delete(tom.id)
  await sendTo(hospital, amira.id)
  teams.as(amira.id).blocks()

  const faults = [
    await faultOf(sendTo(hospital, tom.id)),
    await faultOf(sendTo(hospital, amira.id)),
    await faultOf(sendTo(hospital, 'nobody')),
  ]

  expect(faults.map((fault) => fault.kind)).toEqual(['gone', 'gone', 'gone'])
  expect(faults[0]?.code).toBe('BotNotInConversationRoster')
})

test('a private channel takes nothing', async () => {
  const { app, teams } = await openHospital()

  const to = { workspace: teams.tenantId, channel: closed }
  const fault = await faultOf(app.messenger.send(to, saying('Digest'), 'e1'))

  expect(fault.kind).toBe('gone')
})

test('asked to wait, it says for how long and does not try by itself', async () => {
  const hospital = await openHospital()
  await sendTo(hospital, amira.id, 'before')
  hospital.teams.fault({ kind: 'refuse', status: 429, code: 'Throttled', retryAfterSeconds: 7 })

  const fault = await faultOf(sendTo(hospital, amira.id, 'while throttled'))

  expect(fault).toMatchObject({ kind: 'rate-limited', retryAfterMs: 7_000, code: 'Throttled' })
  expect(
    hospital.teams
      .as(amira.id)
      .chat()
      .map((post) => post.words),
  ).toEqual(['before'])
})

test.each([
  { fault: { kind: 'refuse', status: 412 }, means: 'unreachable', arrived: 0 },
  { fault: { kind: 'refuse', status: 503 }, means: 'unreachable', arrived: 0 },
  { fault: { kind: 'refuse', status: 403, code: 'BotDisabledByAdmin' }, means: 'forbidden', arrived: 0 },
  { fault: { kind: 'refuse', status: 413 }, means: 'forbidden', arrived: 0 },
  { fault: { kind: 'refuse', status: 502 }, means: 'unknown-fate', arrived: 0 },
  { fault: { kind: 'fail-after-storing', status: 500 }, means: 'unknown-fate', arrived: 1 },
  { fault: { kind: 'hang-up', stored: true }, means: 'unknown-fate', arrived: 1 },
  { fault: { kind: 'hang-up', stored: false }, means: 'unknown-fate', arrived: 0 },
] as const)(
  'a send that meets $fault is $means and goes out once at most',
  async ({ fault, means, arrived }) => {
    const hospital = await openHospital()
    await hospital.teams.as(amira.id).say('hello')
    hospital.teams.fault(fault)

    const thrown = await faultOf(sendTo(hospital, amira.id))

    expect(thrown.kind).toBe(means)
    expect(hospital.teams.as(amira.id).chat()).toHaveLength(arrived)
  },
)

test.each([
  [true, 1],
  [false, 0],
])('a send whose answer never comes is of unknown fate (taken: %s)', async (stored, arrived) => {
  const hospital = await openHospital({ timeoutMs: 300 })
  await hospital.teams.as(amira.id).say('hello')
  hospital.teams.fault({ kind: 'hang', stored })

  const fault = await faultOf(sendTo(hospital, amira.id))

  expect(fault).toMatchObject({ kind: 'unknown-fate', code: 'TimeoutError' })
  expect(hospital.teams.as(amira.id).chat()).toHaveLength(arrived)
})

test('a send into a Teams that is not there surely did not arrive', async () => {
  const hospital = await openHospital()
  const elsewhere = await openHospital()
  await elsewhere.teams.stop()
  const nowhere = {
    serviceUrl: elsewhere.teams.serviceUrl,
    conversation: 'a:1',
    tenant: hospital.teams.tenantId,
  }
  hospital.addresses.set(amira.id, JSON.stringify(nowhere))

  const fault = await faultOf(sendTo(hospital, amira.id))

  expect(fault.kind).toBe('unreachable')
})

test('wrong credentials are told apart from a platform that is away', async () => {
  const hospital = await openHospital({ config: { password: 'not-the-secret' } })

  const fault = await faultOf(sendTo(hospital, amira.id))

  expect(fault).toMatchObject({ kind: 'forbidden', code: 'HTTP 401' })
})

test('a person of the directory is full, guest or stranger, with name and address', async () => {
  const { app, teams } = await openHospital()
  const account = { platform: 'teams' as const, workspace: teams.tenantId }

  const full = await app.directory.member({ ...account, user: amira.id })
  const invited = await app.directory.member({ ...account, user: guest.id })
  const foreign = await app.directory.member({ ...account, workspace: 'elsewhere', user: amira.id })
  const unknown = await app.directory.member({ ...account, user: 'nobody' })

  expect(full).toEqual({ standing: 'full', email: amira.email, name: amira.name })
  expect(invited?.standing).toBe('guest')
  expect(foreign).toEqual({ standing: 'stranger' })
  expect(unknown).toBeUndefined()
})

test('a standard channel is fitting, a private one is not, an unknown one is not known', async () => {
  const { app, teams } = await openHospital()
  const workspace = teams.tenantId
  await teams.as(amira.id).inChannel(digests).say('hello')

  const fitting = await app.directory.channel(workspace, digests)
  const unknown = await app.directory.channel(workspace, '19:nowhere@thread.tacv2')
  const refused = await app.directory.channel(workspace, closed)

  expect(fitting).toEqual({ name: 'Digests', fitting: true, members: [amira.id, tom.id, guest.id] })
  expect(unknown).toBeUndefined()
  expect(refused).toBeUndefined()
})

test('a channel of a team that is not known yet is fitting where its members can be read', async () => {
  const { app, teams } = await openHospital()

  const channel = await app.directory.channel(teams.tenantId, digests)

  expect(channel).toEqual({ name: digests, fitting: true, members: [amira.id, tom.id, guest.id] })
})

test('a private channel that is known by name is refused with its name', async () => {
  const { app, teams, addresses } = await openHospital()
  await teams.as(amira.id).inChannel(digests).say('hello')
  addresses.set(closed, addresses.get(digests) ?? '')

  const channel = await app.directory.channel(teams.tenantId, closed)

  expect(channel).toEqual({ name: 'Closed', fitting: false, members: [] })
})

test('Teams tells nobody when people do not want to be disturbed, and finds nobody by e-mail', async () => {
  const { app, teams } = await openHospital()

  expect(await app.directory.doNotDisturb(teams.tenantId, [amira.id])).toEqual(new Map())
  expect(await app.directory.findByEmail(teams.tenantId, amira.email)).toBeUndefined()
})
