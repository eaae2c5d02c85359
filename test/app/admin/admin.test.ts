import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { postDigests } from '../../../src/app/digest/post-digests.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Outcome } from '../../../src/core/message/intent.ts'
import { wordsIn } from '../../support/hospital.ts'
import { openCheckIn } from '../digest/check-ins.ts'
import { channelId, openStage, posted, renew, type Scene, userOf } from '../digest/scene.ts'

let hospital: Hospital
let scene: Scene
beforeAll(async () => {
  hospital = await openStage()
})
beforeEach(async () => {
  scene = await renew(hospital)
})
afterAll(() => hospital.close())

test('somebody who coordinates nothing gets one clear sentence', async () => {
  for (const words of ['admin', 'admin digest', 'admin nudge', 'admin import']) {
    const outcome = await scene.as(scene.ola).command(words)

    expect(wordsIn(outcome)).toContain('you do not coordinate a program')
    expect(verbsIn(outcome)).toEqual([])
  }
})

test('a coordinator gets one menu over everything', async () => {
  const menu = await scene.as(scene.amira).command('admin')

  expect(verbsIn(menu)).toEqual([
    'command.run admin digest',
    'command.run admin match',
    'command.run admin review',
    'command.run admin nudge',
    'command.run admin import',
  ])
})

test('a coordinator reads the digest alone, and nothing is posted', async () => {
  const outcome = await scene.as(scene.amira).command('admin digest')

  expect(wordsIn(outcome)).toContain('Ola Berg and Priya Shah')
  expect(await posted(scene)).toEqual([])
  const noted = await scene.within(({ tx }) => tx.auditEntry.findMany({ where: { action: 'digest.read' } }))
  expect(noted).toMatchObject([{ actor: scene.amira.id, details: { pairs: [scene.paired.id] } }])
})

test('who coordinates several programs is asked which digest', async () => {
  const { program } = await scene.program({ name: 'Residency', coordinators: [scene.amira.email] })
  const amira = scene.as(scene.amira)

  const asked = await amira.command('admin digest')
  const chosen = await amira.press('command.run', `admin digest ${program.slug}`)

  expect(verbsIn(asked)).toContain(`command.run admin digest ${program.slug}`)
  expect(wordsIn(chosen)).toContain('Residency: digest of')
})

test('“here” posts into the program’s own channel and into no other', async () => {
  scene.at('2027-02-03T10:00:00Z')
  const amira = scene.as(scene.amira)

  const elsewhere = await amira.command('admin digest here', {
    place: { kind: 'shared', channel: 'C0OTHER' },
  })
  const alone = await amira.command('admin digest here')
  await postDigests(scene.world, scene.organizationId)
  expect(await posted(scene)).toHaveLength(1)

  const here = await amira.command('admin digest here', { place: { kind: 'shared', channel: channelId } })
  await postDigests(scene.world, scene.organizationId)

  expect(wordsIn(elsewhere)).toContain('not the channel')
  expect(wordsIn(alone)).toContain('not the channel')
  expect(wordsIn(here)).toContain('I post the digest here')
  expect(await posted(scene)).toHaveLength(2)
})

test('“here” is no way around the rules of the channel', async () => {
  await postDigests(scene.world, scene.organizationId)
  scene.channel = { name: '#general', fitting: false, members: [userOf(scene.amira)] }

  await scene.as(scene.amira).command('admin digest here', { place: { kind: 'shared', channel: channelId } })
  await postDigests(scene.world, scene.organizationId)

  expect(await posted(scene)).toHaveLength(1)
})

test('admin nudge lists the pairs with an open check-in, and not whose it is', async () => {
  const amira = scene.as(scene.amira)
  expect(wordsIn(await amira.command('admin nudge'))).toContain('No pair of yours has a check-in open')

  await openCheckIn(scene, scene.priya)
  const listed = await amira.command('admin nudge')

  expect(wordsIn(listed)).toContain('Ola Berg and Priya Shah')
  expect(verbsIn(listed)).toEqual([`digest.nudge ${scene.paired.id}`])
})

test('which pairs a coordinator was shown there is noted', async () => {
  await openCheckIn(scene, scene.priya)

  await scene.as(scene.amira).command('admin nudge')

  const noted = await scene.within(({ tx }) =>
    tx.auditEntry.findMany({ where: { actor: scene.amira.id, action: 'nudge.choose' } }),
  )
  expect(noted.map(({ details }) => details)).toContainEqual({ pairs: [scene.paired.id] })
})

function verbsIn(outcome: Outcome): string[] {
  if (outcome.kind !== 'show') return []
  return outcome.message.blocks.flatMap((block) =>
    block.kind === 'buttons'
      ? block.buttons.flatMap((button) => ('verb' in button ? [`${button.verb} ${button.about ?? ''}`] : []))
      : [],
  )
}
