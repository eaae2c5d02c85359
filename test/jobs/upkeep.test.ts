import { afterAll, beforeAll, expect, test } from 'vitest'
import { upkeep } from '../../src/jobs/upkeep.ts'
import { firstTime } from '../../src/store/processed-events.ts'
import { inScope, now, openScene, queued, rowOf, type Scene } from '../delivery/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

test('the text of a message is erased a day after it was sent, not before', async () => {
  const id = await queued(scene)
  await scene.delivery.deliver(id)
  const tasks = upkeep({ store: scene.store, delivery: scene.delivery, now: () => scene.clock })

  scene.clock = now.add({ hours: 23 })
  await tasks['erase-bodies']()
  const dayBefore = (await rowOf(scene, id)).body
  scene.clock = now.add({ hours: 25 })
  await tasks['erase-bodies']()

  expect(dayBefore).not.toBeNull()
  expect((await rowOf(scene, id)).body).toBeNull()
})

test('a deed is remembered for a day', async () => {
  const tasks = upkeep({ store: scene.store, delivery: scene.delivery, now: () => scene.clock })
  scene.clock = now
  await inScope(scene, (scope) => firstTime(scope, 'deed'))

  scene.clock = now.add({ hours: 23 })
  await tasks.prune()
  const soon = await inScope(scene, (scope) => firstTime(scope, 'deed'))
  scene.clock = now.add({ hours: 25 })
  await tasks.prune()
  const later = await inScope(scene, (scope) => firstTime(scope, 'deed'))

  expect([soon, later]).toEqual([false, true])
})
