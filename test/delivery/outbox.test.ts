import { afterAll, beforeAll, expect, test } from 'vitest'
import { countOutbox, eraseBodies, fates, queue } from '../../src/store/outbox.ts'
import { entry, inScope, jobOf, now, openScene, queued, rowOf, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

test('an entry waits in the lane of its workspace, sealed, with a job of its own', async () => {
  const id = await queued(scene, { to: { workspace: 'T9', user: 'U9' } })

  const row = await rowOf(scene, id)
  expect(row.state).toBe('ready')
  expect(Buffer.from(row.body ?? []).toString()).not.toContain('Hello there')
  expect(await jobOf(scene, id)).toMatchObject({ queue_name: 'slack:T9' })
})

test('a message to several people goes to all of them together', async () => {
  const users = ['U8', 'U7']
  const id = await queued(scene, { to: { workspace: 'T9', users } })

  await scene.delivery.deliver(id)

  expect(scene.farEnd.sent.at(-1)?.to).toEqual({ workspace: 'T9', users })
})

test('what is queued twice for the same reason is sent once', async () => {
  const once = entry()

  const first = await inScope(scene, (scope) => queue(scope, [once, entry()]))
  const second = await inScope(scene, (scope) => queue(scope, [once]))

  expect([first, second]).toEqual([2, 0])
})

test('a transaction that is rolled back leaves neither entry nor job', async () => {
  const added = entry()

  const failed = inScope(scene, async (scope) => {
    await queue(scope, [added])
    throw new Error('rolled back')
  })

  await expect(failed).rejects.toThrow('rolled back')
  expect(await inScope(scene, (scope) => fates(scope, [added.key]))).toEqual(new Map())
})

test('a message for later has its job later', async () => {
  const id = await queued(scene, { after: now.add({ hours: 2 }) })

  expect((await jobOf(scene, id))?.wait).toBeCloseTo(7200, -2)
})

test('a thousand entries are queued in one go, their jobs in their order', async () => {
  const thousand = Array.from({ length: 1000 }, (_, n) =>
    entry({ key: `thousand:${n}`, to: { workspace: 'T1000', user: `U${n}` } }),
  )

  const count = await inScope(scene, (scope) => queue(scope, thousand))

  const order = await scene.store.transaction(
    (tx) => tx.$queryRaw<{ user: string }[]>`
      select "user" from graphile_worker.jobs as job join outbox on outbox.id = job.key
      where job.queue_name = 'slack:T1000' order by job.run_at limit 3`,
  )
  expect(count).toBe(1000)
  expect(order.map(({ user }) => user)).toEqual(['U0', 'U1', 'U2'])
})

test('entries are counted by their state', async () => {
  const before = await scene.store.transaction(countOutbox)
  await scene.delivery.deliver(await queued(scene))
  await queued(scene)

  const after = await scene.store.transaction(countOutbox)

  expect((after.get('sent') ?? 0) - (before.get('sent') ?? 0)).toBe(1)
  expect((after.get('ready') ?? 0) - (before.get('ready') ?? 0)).toBe(1)
})

test('a day after it was sent the text is erased, the receipt stays', async () => {
  const old = await queued(scene, { key: 'erase:old' })
  await scene.delivery.deliver(old)
  scene.clock = now.add({ hours: 1 })
  const recent = await queued(scene, { key: 'erase:recent' })
  await scene.delivery.deliver(recent)

  await scene.store.transaction((tx) => eraseBodies(tx, now.add({ minutes: 1 })))

  expect((await rowOf(scene, old)).body).toBeNull()
  expect((await rowOf(scene, recent)).body).not.toBeNull()
  expect(await inScope(scene, (scope) => fates(scope, ['erase:old']))).toEqual(
    new Map([['erase:old', { state: 'sent', receipt: { channel: 'D1', message: `ts-${old}` } }]]),
  )
})
