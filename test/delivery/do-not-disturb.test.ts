import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { jobOf, now, openScene, queued, rowOf, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
beforeEach(() => scene.reset())
afterAll(() => scene.close())

const to = { workspace: 'T1', user: 'U1' }

test('a nudge waits until the person may be disturbed', async () => {
  scene.farEnd.undisturbed.set('U1', now.add({ hours: 3 }))
  const id = await queued(scene, { to })

  await scene.delivery.deliver(id)

  expect(scene.farEnd.sent).toEqual([])
  expect((await jobOf(scene, id))?.wait).toBeCloseTo(3 * 3600, -2)
})

test('a nudge waits twelve hours at most, and then goes', async () => {
  scene.farEnd.undisturbed.set('U1', now.add({ hours: 90 }))
  const id = await queued(scene, { to })

  await scene.delivery.deliver(id)
  const wait = (await jobOf(scene, id))?.wait
  scene.clock = now.add({ hours: 12 })
  await scene.delivery.deliver(id)

  expect(wait).toBeCloseTo(12 * 3600, -2)
  expect(await rowOf(scene, id)).toMatchObject({ state: 'sent' })
})

test('what is no nudge does not wait', async () => {
  scene.farEnd.undisturbed.set('U1', now.add({ hours: 3 }))
  const id = await queued(scene, { to, repeat: 'once' })

  await scene.delivery.deliver(id)

  expect(scene.farEnd.sent).toHaveLength(1)
})

test('people who wait in one workspace are asked about together, and once in a while', async () => {
  const ids = [await queued(scene, { to }), await queued(scene), await queued(scene)]

  for (const id of ids) await scene.delivery.deliver(id)

  expect(scene.farEnd.sent).toHaveLength(3)
  expect(scene.farEnd.disturbAsked).toHaveLength(1)
  expect(scene.farEnd.disturbAsked[0]).toHaveLength(3)
})

test('where it cannot be asked, the nudge is sent', async () => {
  scene.farEnd.disturbAsked.push = () => {
    throw new Error('out of reach')
  }
  const id = await queued(scene, { to })

  await scene.delivery.deliver(id)

  expect(scene.farEnd.sent).toHaveLength(1)
})
