import { setTimeout as later } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { announce } from '../../src/store/presence.ts'
import { fault, receiptOf } from './far-end.ts'
import { hello, jobOf, now, openScene, queued, rowOf, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
beforeEach(() => scene.reset())
afterAll(() => scene.close())

test('a lost answer of a message that arrived is not sent again where the platform can be asked', async () => {
  const id = await queued(scene)
  scene.farEnd.answers.push('lost')

  await scene.delivery.deliver(id)
  await scene.delivery.deliver(id)

  expect(scene.farEnd.sent).toHaveLength(1)
  expect(scene.farEnd.asked).toEqual([id])
  expect(await rowOf(scene, id)).toMatchObject({ state: 'sent', receiptMessage: receiptOf(id).message })
})

test('a message that did not arrive is sent', async () => {
  const id = await queued(scene)
  scene.farEnd.answers.push(fault('unknown-fate'))

  await scene.delivery.deliver(id)
  const settling = await jobOf(scene, id)
  await scene.delivery.deliver(id)

  expect(settling?.queue_name).toBe('slack:T1')
  expect(scene.farEnd.sent).toHaveLength(1)
  expect(await rowOf(scene, id)).toMatchObject({ state: 'sent' })
})

test('a nudge of unknown fate on Teams is let be: the next covers it', async () => {
  const id = await queued(scene, { platform: 'teams', repeat: 'never' })
  scene.farEnd.answers.push('lost')

  await scene.delivery.deliver(id)
  await scene.delivery.deliver(id)

  expect(scene.farEnd.sent).toHaveLength(1)
  expect(await rowOf(scene, id)).toMatchObject({ state: 'abandoned', fault: 'fate-unknown' })
  expect(scene.gaveUp).toEqual([])
})

test('a digest of unknown fate on Teams is repeated once, headed so that nobody wonders', async () => {
  const id = await queued(scene, { platform: 'teams', repeat: 'once' })
  scene.farEnd.answers.push('lost', 'lost')

  for (let n = 0; n < 4; n += 1) await scene.delivery.deliver(id)

  expect(scene.farEnd.sent.map(({ message }) => message.blocks)).toEqual([
    hello.blocks,
    [{ kind: 'note', text: 'You may have seen this already.' }, ...hello.blocks],
  ])
  expect(await rowOf(scene, id)).toMatchObject({ state: 'abandoned', repeated: true })
  expect(scene.gaveUp).toMatchObject([{ entry: { id }, why: 'unknown-fate' }])
})

test('a platform that does not allow the question is one that cannot say', async () => {
  const id = await queued(scene, { repeat: 'never' })
  scene.farEnd.answers.push('lost')
  scene.farEnd.faultsOfAsking.push(fault('forbidden'))

  await scene.delivery.deliver(id)
  await scene.delivery.deliver(id)

  expect(scene.farEnd.sent).toHaveLength(1)
  expect(await rowOf(scene, id)).toMatchObject({ state: 'abandoned' })
})

test('a question that cannot be asked now is asked later, and the message not sent before', async () => {
  const id = await queued(scene)
  scene.farEnd.answers.push('lost')
  scene.farEnd.faultsOfAsking.push(fault('unreachable'), fault('rate-limited', 1))

  for (let n = 0; n < 4; n += 1) {
    await scene.delivery.deliver(id)
    await later(5)
  }

  expect(scene.farEnd.asked).toHaveLength(3)
  expect(scene.farEnd.sent).toHaveLength(1)
  expect(await rowOf(scene, id)).toMatchObject({ state: 'sent' })
})

test('a message that turns out not to have arrived is not sent when it is late by then', async () => {
  const id = await queued(scene, { expiresAt: now.add({ hours: 1 }) })
  scene.farEnd.answers.push(fault('unknown-fate'))

  await scene.delivery.deliver(id)
  scene.clock = now.add({ hours: 2 })
  await scene.delivery.deliver(id)

  expect(scene.farEnd.sent).toEqual([])
  expect(await rowOf(scene, id)).toMatchObject({ state: 'abandoned', fault: 'expired' })
})

test('a call that never answers is of unknown fate', async () => {
  const impatient = scene.delivering(scene.presence, { callMs: 30 })
  const id = await queued(scene)
  scene.farEnd.answers.push(new Promise(() => undefined))

  await impatient.deliver(id)

  expect(await rowOf(scene, id)).toMatchObject({ state: 'sending', claimedBy: null, fault: 'no-answer' })
})

test('the claim of a living process is left alone, however long it takes', async () => {
  const other = await announce(scene.database.url, 'test')
  const call = Promise.withResolvers<void>()
  const id = await queued(scene)
  scene.farEnd.answers.push(call.promise)

  const slow = scene.delivering(other).deliver(id)
  await expect.poll(() => scene.farEnd.answers).toEqual([])
  await scene.delivery.sweep()
  await scene.delivery.deliver(id)
  const during = await rowOf(scene, id)
  call.resolve()
  await slow
  await other.leave()

  expect(during).toMatchObject({ state: 'sending', claimedBy: other.name })
  expect(scene.farEnd.sent).toHaveLength(1)
})

test('the claim of a process that died is taken up: asked for first, then sent', async () => {
  const dead = await announce(scene.database.url, 'test')
  const id = await queued(scene)
  scene.farEnd.answers.push(new Promise(() => undefined))
  void scene.delivering(dead).deliver(id)
  await expect.poll(() => scene.farEnd.answers).toEqual([])
  await dead.leave()

  await expect
    .poll(() => scene.delivery.sweep().then(() => rowOf(scene, id)))
    .toMatchObject({ claimedBy: null })
  await scene.delivery.deliver(id)

  expect(scene.farEnd.asked).toEqual([id])
  expect(scene.farEnd.sent).toHaveLength(1)
  expect(await rowOf(scene, id)).toMatchObject({ state: 'sent', attempts: 1 })
})

test('an entry whose job was lost gets another', async () => {
  const id = await queued(scene)
  await scene.store.transaction((tx) => tx.$queryRaw`select 1 as done from graphile_worker.remove_job(${id})`)

  await scene.delivery.sweep()

  expect(await jobOf(scene, id)).toMatchObject({ queue_name: 'slack:T1' })
})
