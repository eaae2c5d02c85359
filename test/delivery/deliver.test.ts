import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Store } from '../../src/store/database.ts'
import { fault, receiptOf } from './far-end.ts'
import { hello, jobOf, now, openScene, queued, rowOf, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
beforeEach(() => scene.reset())
afterAll(() => scene.close())

test('an entry is sent and its receipt kept', async () => {
  const id = await queued(scene, { to: { workspace: 'T1', user: 'U1' } })

  await scene.delivery.deliver(id)

  expect(scene.farEnd.sent).toEqual([
    { platform: 'slack', to: { workspace: 'T1', user: 'U1' }, message: hello, entry: id },
  ])
  const { channel, message } = receiptOf(id)
  expect(await rowOf(scene, id)).toMatchObject({
    state: 'sent',
    receiptChannel: channel,
    receiptMessage: message,
  })
})

test('an entry that is over is not sent again', async () => {
  const id = await queued(scene)

  await scene.delivery.deliver(id)
  await scene.delivery.deliver(id)

  expect(scene.farEnd.sent).toHaveLength(1)
})

test('an entry that two workers take at the same moment is sent once', async () => {
  const id = await queued(scene)

  await Promise.all([
    scene.delivery.deliver(id),
    scene.delivering({ ...scene.presence, name: 'another' }).deliver(id),
    scene.delivery.deliver(id),
  ])

  expect(scene.farEnd.sent).toHaveLength(1)
})

test('a claim is committed before the platform is called', async () => {
  const id = await queued(scene)
  const call = Promise.withResolvers<void>()
  scene.farEnd.answers.push(call.promise)

  const delivering = scene.delivery.deliver(id)
  await expect.poll(() => scene.farEnd.answers).toEqual([])
  const during = await rowOf(scene, id)
  call.resolve()
  await delivering

  expect(during).toMatchObject({ state: 'sending', claimedBy: scene.presence.name })
})

test('what is late is not sent: something later covers it', async () => {
  const id = await queued(scene, { expiresAt: now.add({ hours: 1 }) })
  scene.clock = now.add({ hours: 1 })

  await scene.delivery.deliver(id)

  expect(scene.farEnd.sent).toEqual([])
  expect(await rowOf(scene, id)).toMatchObject({ state: 'abandoned', fault: 'expired', body: null })
})

test('a platform that asks to wait stops the whole lane for as long as it says, and no other', async () => {
  const [first, second, other] = [
    await queued(scene),
    await queued(scene),
    await queued(scene, { to: { workspace: 'T2', user: 'U1' } }),
  ]
  scene.farEnd.answers.push(fault('rate-limited', 40_000))

  await scene.delivery.deliver(first)
  await scene.delivery.deliver(second)
  await scene.delivery.deliver(other)

  expect(scene.farEnd.sent.map(({ entry }) => entry)).toEqual([other])
  expect(await rowOf(scene, first)).toMatchObject({ state: 'ready', attempts: 0 })
  expect((await jobOf(scene, first))?.wait).toBeCloseTo(40, -0.5)
  expect((await jobOf(scene, second))?.wait).toBeCloseTo(40, -0.5)
})

test('a platform out of reach is tried again, each time later, and given up loudly after a day', async () => {
  const id = await queued(scene)
  const waits: number[] = []

  for (let n = 0; n < 20; n += 1) {
    scene.farEnd.answers.push(fault('unreachable'))
    await scene.delivery.deliver(id)
    waits.push((await jobOf(scene, id))?.wait ?? 0)
  }

  expect(waits[0]).toBeGreaterThan(12)
  expect(waits[0]).toBeLessThan(17)
  expect(waits[4]).toBeGreaterThan(200)
  const hours = waits.slice(0, 19).reduce((sum, wait) => sum + wait, 0) / 3600
  expect(hours).toBeGreaterThan(18)
  expect(hours).toBeLessThan(30)
  expect(await rowOf(scene, id)).toMatchObject({ state: 'failed', fault: 'code-unreachable', body: null })
  expect(scene.gaveUp).toMatchObject([{ entry: { id }, why: 'unreachable', code: 'code-unreachable' }])
})

test('somebody who is gone is not tried again, their account is marked and it is told once', async () => {
  await scene.store.transaction(async (tx) => {
    const person = { organizationId: 'org-1', timeZone: 'UTC', contactFrom: '09:00', contactTo: '19:00' }
    await tx.person.create({
      data: { id: 'p1', email: 'a@example.org', name: 'A', contactDays: [1], ...person },
    })
    await tx.account.create({
      data: {
        id: 'a1',
        organizationId: 'org-1',
        personId: 'p1',
        platform: 'slack',
        workspace: 'T1',
        user: 'U1',
      },
    })
  })
  const id = await queued(scene, { to: { workspace: 'T1', user: 'U1' } })
  scene.farEnd.answers.push(fault('gone'))

  await scene.delivery.deliver(id)
  await scene.delivery.deliver(id)

  const account = await scene.store.transaction((tx) => tx.account.findUniqueOrThrow({ where: { id: 'a1' } }))
  expect(account.goneAt).not.toBeNull()
  expect(await rowOf(scene, id)).toMatchObject({ state: 'failed', fault: 'code-gone' })
  expect(scene.gaveUp).toMatchObject([{ entry: { id }, why: 'gone' }])
  expect(scene.farEnd.sent).toEqual([])
})

test('what the platform forbids is given up at once', async () => {
  const id = await queued(scene)
  scene.farEnd.answers.push(fault('forbidden'))

  await scene.delivery.deliver(id)

  expect(await rowOf(scene, id)).toMatchObject({ state: 'failed', fault: 'code-forbidden' })
  expect(scene.gaveUp).toMatchObject([{ entry: { id }, why: 'forbidden' }])
})

test('a text that cannot be opened any more is given up, and the lane goes on', async () => {
  const id = await queued(scene)
  await scene.store.transaction((tx) =>
    tx.outboxEntry.update({ where: { id }, data: { body: Buffer.from('nonsense') } }),
  )

  await scene.delivery.deliver(id)

  expect(await rowOf(scene, id)).toMatchObject({ state: 'failed', fault: 'unreadable' })
  expect(scene.gaveUp).toMatchObject([{ entry: { id }, why: 'unreadable' }])
})

test('a result that cannot be stored at once is stored when the database is back', async () => {
  const id = await queued(scene)
  let away = 0
  const on: Pick<Store, 'seal' | 'transaction'> = {
    seal: scene.store.seal,
    transaction: (work) => {
      if (scene.farEnd.sent.length === 0 || away === 2) return scene.store.transaction(work)
      away += 1
      return Promise.reject(new Error('the database is away'))
    },
  }

  await scene.delivering(scene.presence, {}, on).deliver(id)

  expect(away).toBe(2)
  expect(scene.farEnd.sent).toHaveLength(1)
  expect(await rowOf(scene, id)).toMatchObject({ state: 'sent' })
})

test('nothing is claimed while others cannot see that this process lives', async () => {
  const id = await queued(scene)

  const blind = scene.delivering({ ...scene.presence, present: () => false }).deliver(id)

  await expect(blind).rejects.toThrow('cannot see this process')
  expect(await rowOf(scene, id)).toMatchObject({ state: 'ready' })
})

test('a second message to one person keeps its distance without holding up the others', async () => {
  const paced = scene.delivering(scene.presence, {
    paces: { slack: { lane: 0, conversation: 1000 }, teams: { lane: 0, conversation: 0 } },
  })
  const to = { workspace: 'T1', user: 'U1' }
  const [first, second, other] = [
    await queued(scene, { to }),
    await queued(scene, { to }),
    await queued(scene),
  ]

  await paced.deliver(first)
  await paced.deliver(second)
  await paced.deliver(other)

  expect(scene.farEnd.sent.map(({ entry }) => entry)).toEqual([first, other])
  expect((await jobOf(scene, second))?.wait).toBeGreaterThan(0.3)
})

test('a lane keeps the distance its platform asks for, over all its processes', async () => {
  const rules = { paces: { slack: { lane: 100, conversation: 0 }, teams: { lane: 0, conversation: 0 } } }
  const processes = [
    scene.delivering(scene.presence, rules),
    scene.delivering({ ...scene.presence, name: 'another' }, rules),
  ]
  const ids = [await queued(scene), await queued(scene), await queued(scene), await queued(scene)]

  const before = performance.now()
  for (const [n, id] of ids.entries()) await processes[n % 2]?.deliver(id)

  expect(performance.now() - before).toBeGreaterThanOrEqual(300)
  expect(scene.farEnd.sent).toHaveLength(4)
})
