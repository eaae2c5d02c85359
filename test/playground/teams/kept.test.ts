import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { teamsStateOf } from '../../../src/playground/teams/person-state.ts'
import type { TeamsKept } from '../../../src/playground/teams/server.ts'
import { amira, cardWith, connectBot, dialogWith, general, openTeams, post, tom } from './stand-in.ts'

/** As it comes back from a file. */
function read(kept: TeamsKept): TeamsKept {
  return JSON.parse(JSON.stringify(kept)) as TeamsKept
}

test('a stand-in that is started from what another kept goes on where that was', async () => {
  const first = await openTeams()
  await connectBot(first, ({ type }) => (type === 'invoke' ? { body: dialogWith(cardWith([])) } : {}))
  await first.as(amira.id).say('hello')
  await first.as(amira.id).sendFile('staff.csv', Buffer.from('email'))
  await first.as(amira.id).inChannel(general).say('help')
  await first.as(amira.id).inGroupChat('19:group@thread.v2').say('help')
  await first.as(amira.id).runExtension('checkin')
  first.as(tom.id).blocks()
  await post(first, { type: 'message', text: 'from the bot' })
  const [file] = first.tenant.files.keys()
  const kept = read(first.keep())
  await first.stop()

  const second = await openTeams({ people: [], teams: [], kept })

  expect(teamsStateOf(second, amira.id)).toEqual(teamsStateOf(first, amira.id))
  expect(teamsStateOf(second, amira.id).places.map(({ messages }) => messages.length)).toEqual([3, 1, 1])
  expect(second.tenant.blocked).toEqual(new Set([tom.id]))
  expect(second.serviceUrl).toBe(first.serviceUrl)
  expect(await (await fetch(new URL(`/files/${file}`, second.serviceUrl))).text()).toBe('email')
  expect(Number(second.tenant.nextId())).toBeGreaterThan(Number(first.tenant.nextId()) - 1)
})

test('where its port is taken it listens elsewhere', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => {
    other.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    other.close()
  })
  const { port } = other.address() as AddressInfo

  const teams = await openTeams({ port })

  expect(teams.port).not.toBe(port)
  expect(await post(teams, { type: 'message', text: 'x' })).toMatch(/^\d+$/)
})

test('messages bear the time of the story, each activity another one, while tokens live by the machine’s clock', async () => {
  const teams = await openTeams({ now: () => Temporal.Instant.from('2027-01-19T09:03:00Z') })
  const heard = await connectBot(teams)

  await teams.as(amira.id).say('one')
  await teams.as(amira.id).say('two')

  const [message] = teamsStateOf(teams, amira.id).places[0]?.messages ?? []
  const [, claims = ''] = teams.identity.token('valid').split('.')
  const { exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { exp: number }
  expect(message?.at).toBe('2027-01-19T09:03:00.000Z')
  expect(Math.abs((message?.cameAt ?? 0) - Date.now())).toBeLessThan(60_000)
  expect(heard.map((one) => one['timestamp'])).toEqual([
    '2027-01-19T09:03:00.000Z',
    '2027-01-19T09:03:00.001Z',
  ])
  expect(Math.abs(exp - Date.now() / 1000)).toBeLessThan(2 * 3600)
})

test('whoever watches hears of every change, until they stop', async () => {
  const teams = await openTeams()
  await connectBot(teams, () => ({ body: dialogWith(cardWith([])) }))
  let heard = 0
  const changes = async (deed: () => unknown) => {
    const before = heard
    await deed()
    return heard > before
  }
  const stop = teams.tenant.watch(() => {
    heard += 1
  })
  const person = teams.as(amira.id)

  const told = [
    await changes(() => person.say('hello')),
    await changes(() => person.editMessage('mended')),
    await changes(() => person.deleteMessage()),
    await changes(() => post(teams, { type: 'message', text: 'x' })),
    await changes(() => person.runExtension('checkin')),
    await changes(() => person.closeDialog()),
    await changes(() => person.blocks()),
    await changes(() => teams.unblock(amira.id)),
    await changes(() => teams.addPerson({ id: 'p3', name: 'New', email: 'new@example.org' })),
  ]
  stop()

  expect(told).toEqual(told.map(() => true))
  expect(await changes(() => person.blocks())).toBe(false)
})
