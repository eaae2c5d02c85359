import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { previewDigest, sendDigest } from '../../../src/app/digest/digest-by-hand.ts'
import { postDigests } from '../../../src/app/digest/post-digests.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { PlatformFault } from '../../../src/ports/messenger.ts'
import { planCheckIns } from '../../../src/store/check-ins.ts'
import { createGoal } from '../../../src/store/goals.ts'
import { createMeeting } from '../../../src/store/meetings.ts'
import { wordsIn } from '../../support/hospital.ts'
import { monday, openStage, posted, renew, type Scene, toldTo, userOf } from './scene.ts'

let hospital: Hospital
let scene: Scene
beforeAll(async () => {
  hospital = await openStage()
})
beforeEach(async () => {
  scene = await renew(hospital)
})
afterAll(() => hospital.close())

const beat = () => postDigests(scene.world, scene.organizationId)
const nextDigestAt = () =>
  scene.within(
    async ({ tx }) => (await tx.program.findFirst({ where: { id: scene.programId } }))?.nextDigestAt,
  )
const auditOf = (action: string) => scene.within(({ tx }) => tx.auditEntry.count({ where: { action } }))

test('on its day the digest goes into the channel, and the next is due a week later', async () => {
  await beat()

  const [digest, ...more] = await posted(scene)
  expect(more).toEqual([])
  expect(wordsIn(digest)).toContain('Career mentoring: digest of Mon 1 February')
  expect(wordsIn(digest)).toContain('They have not met in the 28 days since they were paired')
  expect((await nextDigestAt())?.toISOString()).toBe('2027-02-08T08:30:00.000Z')
})

test('two processes at the same slot post it once', async () => {
  await Promise.all([beat(), beat(), beat()])
  await beat()

  expect(await posted(scene)).toHaveLength(1)
  expect(await scene.within(({ tx }) => tx.publishedDigest.count())).toBe(1)
})

test('the next digest counts from the one before', async () => {
  await beat()
  scene.at({ days: 3 })
  await scene.within((scope) =>
    createMeeting(scope, {
      pairId: scene.paired.id,
      loggedBy: scene.ola.id,
      heldOn: Temporal.PlainDate.from('2027-02-03'),
    }),
  )
  await scene.pair(scene.programId, await scene.person(), await scene.person())
  scene.at('2027-02-08T08:31:00Z')

  await beat()

  const words = wordsIn((await posted(scene))[1])
  expect(words).toContain('2, 1 more than last time')
  expect(words).toContain('Met since Mon 1 February')
  expect(words).toContain('1 of 2 pairs (50%)')
  expect(words).toContain('No pair needs attention.')
})

test('three days late it is still posted; later it is skipped, noted, and the next comes on time', async () => {
  scene.at('2027-02-04T08:31:00Z')
  await beat()

  expect(await posted(scene)).toEqual([])
  expect(await auditOf('digest.skip')).toBe(1)
  expect((await nextDigestAt())?.toISOString()).toBe('2027-02-08T08:30:00.000Z')

  scene.at('2027-02-11T08:29:00Z')
  await beat()
  expect(await posted(scene)).toHaveLength(1)
})

test('a public channel is refused, and its coordinators are told the reason once', async () => {
  scene.channel = { name: '#general', fitting: false, members: [userOf(scene.amira)] }

  await beat()
  scene.at({ days: 7 })
  await beat()

  expect(await posted(scene)).toEqual([])
  const told = await toldTo(scene, scene.amira)
  expect(told).toHaveLength(1)
  expect(wordsIn(told)).toContain('#general is not a private channel')
  expect(await auditOf('digest.refuse')).toBe(2)
})

test('a channel that is not there is refused, too', async () => {
  scene.channel = undefined

  await beat()

  expect(await posted(scene)).toEqual([])
  expect(wordsIn(await toldTo(scene, scene.amira))).toContain('I cannot find the channel')
})

test('while the platform does not answer the digest waits', async () => {
  const { slack } = scene.world.directories
  const silent = () => Promise.reject(new PlatformFault('unreachable', { code: 'timeout' }))
  Object.assign(scene.world.directories, { slack: { ...slack, channel: silent } })
  await beat()
  expect(await posted(scene)).toEqual([])

  Object.assign(scene.world.directories, { slack })
  scene.at({ minutes: 5 })
  await beat()

  expect(await posted(scene)).toHaveLength(1)
})

test('while a member is no coordinator the channel gets counts only, and the member is named once', async () => {
  scene.channel = {
    name: '#mentoring',
    fitting: true,
    members: [userOf(scene.amira), userOf(scene.priya), 'UX'],
  }
  scene.member = { standing: 'full', name: 'Sam Roe' }

  await beat()
  scene.at({ days: 7 })
  await beat()

  const digests = await posted(scene)
  expect(digests).toHaveLength(2)
  expect(wordsIn(digests)).not.toMatch(/Ola Berg|Priya Shah/)
  expect(wordsIn(digests[0])).toContain('Needs attention: 1 pair.')
  const told = await toldTo(scene, scene.amira)
  expect(told).toHaveLength(1)
  expect(wordsIn(told)).toContain('Priya Shah and Sam Roe')
})

test('somebody whom nobody can name counts as a stranger, too', async () => {
  scene.channel = { name: '#mentoring', fitting: true, members: [userOf(scene.amira), 'UNOBODY'] }

  await beat()

  expect(wordsIn(await posted(scene))).toContain('Only counts here')
  expect(wordsIn(await toldTo(scene, scene.amira))).toContain('one person I do not know')
})

test('a coordinator who never wrote to the bot is known by their address and is no stranger', async () => {
  await scene.within(({ tx }) => tx.account.deleteMany({ where: { personId: scene.amira.id } }))
  scene.channel = { name: '#mentoring', fitting: true, members: ['UNEWAMIRA'] }
  scene.member = { standing: 'full', name: 'Amira', email: scene.amira.email }

  await beat()

  expect(wordsIn(await posted(scene))).toContain('Ola Berg and Priya Shah')
})

test('a guest with a coordinator’s address is a stranger', async () => {
  scene.channel = { name: '#mentoring', fitting: true, members: ['UGUEST'] }
  scene.member = { standing: 'guest', name: 'Guest', email: scene.amira.email }

  await beat()

  expect(wordsIn(await posted(scene))).toContain('Only counts here')
})

test('no word that anybody wrote stands in a digest', async () => {
  const secret = 'QUIETWORD'
  await scene.within(async (scope) => {
    const { id: pairId } = scene.paired
    const { ola, priya } = scene
    await createMeeting(scope, {
      pairId,
      loggedBy: ola.id,
      heldOn: Temporal.PlainDate.from('2027-01-20'),
      note: secret,
    })
    await createGoal(scope, {
      pairId,
      ownerId: priya.id,
      title: secret,
      measure: 'number',
      baseline: 0,
      target: 10,
      unit: secret,
      startsOn: Temporal.PlainDate.from('2027-01-05'),
      dueOn: Temporal.PlainDate.from('2027-02-05'),
      milestones: [{ title: secret, dueOn: Temporal.PlainDate.from('2027-01-20') }],
    })
  })
  await answeredCheckIn({ wish: 'yes', words: 'please ring me' })

  await beat()
  const list = wordsIn(await scene.as(scene.amira).press('digest.list', scene.programId))

  const words = wordsIn(await posted(scene))
  expect(words).toContain('Priya Shah asked the coordinator to get in touch')
  expect(words).toContain('0 on track, 0 at risk, 1 off track, 0 reached')
  expect(words).not.toContain(secret)
  expect(words).not.toContain('please ring me')
  expect(list).toContain('please ring me')
  expect(list).not.toContain(secret)
})

test('a request lasts until its author takes it back', async () => {
  await answeredCheckIn({ wish: 'yes' })
  await answeredCheckIn({ wish: 'no' })
  await scene.within((scope) =>
    createMeeting(scope, {
      pairId: scene.paired.id,
      loggedBy: scene.ola.id,
      heldOn: Temporal.PlainDate.from('2027-01-20'),
    }),
  )

  await beat()

  expect(wordsIn(await posted(scene))).toContain('No pair needs attention.')
})

test('the command line shows the digest without posting, and posts it on demand', async () => {
  const { world, organizationId, slug } = scene
  const preview = await previewDigest(world, { organizationId, slug, at: Temporal.Instant.from(monday) })
  expect(preview?.figures).toMatchObject({ pairs: 1, attention: 1 })
  expect(wordsIn(preview?.message)).toContain('Ola Berg and Priya Shah')
  expect(await posted(scene)).toEqual([])

  expect(await sendDigest(world, { organizationId, slug })).toBe('posted')
  expect(await posted(scene)).toHaveLength(1)
  expect(await sendDigest(world, { organizationId, slug: 'no-such' })).toBeUndefined()
})

/** A check-in of Priya's in which she answers the question about the coordinator so. */
async function answeredCheckIn({ wish, words }: { wish: 'yes' | 'no' | 'urgent'; words?: string }) {
  const { programId, paired, priya } = scene
  const id = await scene.within(async (scope) => {
    const known = await scope.tx.checkIn.count({ where: { personId: priya.id } })
    const dueOn = Temporal.PlainDate.from('2027-01-12').add({ days: known * 14 })
    await planCheckIns(scope, [
      { programId, pairId: paired.id, personId: priya.id, side: 'mentee', dueOn, opensAt: scope.now },
    ])
    const row = await scope.tx.checkIn.findFirstOrThrow({
      where: { personId: priya.id, dueOn: new Date(dueOn.toString()) },
    })
    await scope.tx.checkIn.update({ where: { id: row.id }, data: { state: 'open', nextAt: null } })
    return row.id
  })
  await scene.as(priya).press('checkin.pick', `${id}:coordinator:${wish}`)
  if (words !== undefined) await scene.as(priya).say(words)
}
