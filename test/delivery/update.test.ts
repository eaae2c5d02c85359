import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fault, receiptOf } from './far-end.ts'
import { hello, jobOf, now, openScene, queued, rowOf, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
beforeEach(() => scene.reset())
afterAll(() => scene.close())

const changed = { ...hello, preview: 'Changed' }

test('an update changes the message its target sent', async () => {
  const target = await queued(scene, { key: 'recap:1' })
  await scene.delivery.deliver(target)
  const update = await queued(scene, { kind: 'update', target: 'recap:1', message: changed })

  await scene.delivery.deliver(update)

  expect(scene.farEnd.updated).toEqual([{ receipt: receiptOf(target), message: changed }])
  expect(await rowOf(scene, update)).toMatchObject({ state: 'sent' })
})

test('an update waits for its target to be sent', async () => {
  await queued(scene, { key: 'recap:1' })
  const update = await queued(scene, { kind: 'update', target: 'recap:1', message: changed })

  await scene.delivery.deliver(update)

  expect(scene.farEnd.updated).toEqual([])
  expect((await jobOf(scene, update))?.wait).toBeGreaterThan(5)
})

test('there is nothing to update where the target never went out', async () => {
  const target = await queued(scene, { key: 'recap:1' })
  scene.farEnd.answers.push(fault('forbidden'))
  await scene.delivery.deliver(target)
  const update = await queued(scene, { kind: 'update', target: 'recap:1', message: changed })

  await scene.delivery.deliver(update)

  expect(scene.farEnd.updated).toEqual([])
  expect(await rowOf(scene, update)).toMatchObject({ state: 'abandoned', fault: 'nothing-to-update' })
})

test('an older update never overwrites a newer one', async () => {
  const target = await queued(scene, { key: 'recap:1' })
  await scene.delivery.deliver(target)
  const older = await queued(scene, { kind: 'update', target: 'recap:1', message: hello })
  scene.clock = now.add({ seconds: 1 })
  const newer = await queued(scene, { kind: 'update', target: 'recap:1', message: changed })

  await scene.delivery.deliver(newer)
  await scene.delivery.deliver(older)

  expect(scene.farEnd.updated.map(({ message }) => message.preview)).toEqual(['Changed'])
  expect(await rowOf(scene, older)).toMatchObject({ state: 'abandoned', fault: 'superseded' })
})

test('the update told last is the newer one, also where the clock was set back between the two', async () => {
  const target = await queued(scene, { key: 'recap:1' })
  await scene.delivery.deliver(target)
  await scene.delivery.deliver(await queued(scene, { kind: 'update', target: 'recap:1', message: hello }))
  scene.clock = now.subtract({ minutes: 5 })
  const newer = await queued(scene, { kind: 'update', target: 'recap:1', message: changed })

  await scene.delivery.deliver(newer)

  expect(scene.farEnd.updated.at(-1)?.message.preview).toBe('Changed')
})

test('an update whose answer was lost is done again', async () => {
  const target = await queued(scene, { key: 'recap:1' })
  await scene.delivery.deliver(target)
  const update = await queued(scene, { kind: 'update', target: 'recap:1', message: changed })
  scene.farEnd.answers.push(fault('unknown-fate'))

  await scene.delivery.deliver(update)
  await scene.delivery.deliver(update)

  expect(scene.farEnd.asked).toEqual([])
  expect(await rowOf(scene, update)).toMatchObject({ state: 'sent' })
})
