import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { tellGaveUp } from '../../../src/app/digest/gave-up.ts'
import { postDigests } from '../../../src/app/digest/post-digests.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Account } from '../../../src/core/people/account.ts'
import type { Person } from '../../../src/core/people/person.ts'
import type { GaveUp } from '../../../src/delivery/give-up.ts'
import { changeEnrollment } from '../../../src/store/enrollments.ts'
import { closePair } from '../../../src/store/pairs.ts'
import { markGone } from '../../../src/store/people.ts'
import { wordsIn } from '../../support/hospital.ts'
import { openCheckIn } from './check-ins.ts'
import { channelId, openStage, posted, renew, type Scene, toldTo } from './scene.ts'

let hospital: Hospital
let scene: Scene
beforeAll(async () => {
  hospital = await openStage()
})
beforeEach(async () => {
  scene = await renew(hospital)
  scene.at('2027-02-01T10:00:00Z')
})
afterAll(() => hospital.close())

const nudge = (by: Person = scene.amira) => scene.as(by).press('digest.nudge', scene.paired.id)
const snooze = (by: Person = scene.amira) => scene.as(by).press('digest.snooze', scene.paired.id)
const beat = () => postDigests(scene.world, scene.organizationId)
const audited = (action: string) => scene.within(({ tx }) => tx.auditEntry.count({ where: { action } }))

test('a nudge goes to the one whose check-in is open, and to nobody else', async () => {
  const checkInId = await openCheckIn(scene, scene.priya)

  const answer = await nudge()

  const [told, ...more] = await toldTo(scene, scene.priya)
  expect(more).toEqual([])
  expect(wordsIn(told)).toContain('your check-in about Ola Berg is still open')
  expect(wordsIn(told)).toContain(checkInId)
  expect(await toldTo(scene, scene.ola)).toEqual([])
  expect(answer).toMatchObject({ kind: 'show' })
  expect(answer).not.toHaveProperty('replace')
  expect(wordsIn(answer)).toContain('I have written to Priya Shah.')
  expect(await audited('digest.nudge')).toBe(1)
})

test('each hears from a coordinator’s nudge once a day at most', async () => {
  await openCheckIn(scene, scene.priya)
  await nudge()

  const again = await nudge()
  expect(wordsIn(again)).toContain('Priya Shah has a word from me already, and one a day is enough.')
  expect(await toldTo(scene, scene.priya)).toHaveLength(1)

  scene.at({ days: 1 })
  await nudge()
  expect(await toldTo(scene, scene.priya)).toHaveLength(2)
})

test('outside the contact hours a nudge waits for them, and two evenings make one message', async () => {
  await openCheckIn(scene, scene.priya)
  scene.at('2027-02-05T20:00:00Z')
  const friday = await nudge()
  scene.at('2027-02-06T20:00:00Z')
  await nudge()

  expect(wordsIn(friday)).toContain('as soon as their hours allow')
  expect(await toldTo(scene, scene.priya)).toHaveLength(1)
  const [job] = await scene.within(
    ({ tx }) => tx.$queryRaw<{ wait: number }[]>`
      select extract(epoch from run_at - now())::float8 as wait from graphile_worker.jobs`,
  )
  expect(job?.wait).toBeCloseTo(61 * 3600, -2)
})

test('whoever is on a break is left in peace', async () => {
  await openCheckIn(scene, scene.priya)
  await scene.within(async (scope) => {
    const row = await scope.tx.enrollment.findFirstOrThrow({ where: { personId: scene.priya.id } })
    await changeEnrollment(scope, row.id, { state: 'paused' })
  })

  const answer = await nudge()

  expect(wordsIn(answer)).toContain('Neither of the two has a check-in open')
  expect(await toldTo(scene, scene.priya)).toEqual([])
})

test('a snoozed pair is left out for two weeks, and the next digest says how many are', async () => {
  const answer = await snooze()
  await beat()

  expect(wordsIn(answer)).toContain('until Mon 15 February')
  const words = wordsIn(await posted(scene))
  expect(words).not.toContain('Ola Berg')
  expect(words).toContain('1 pair is snoozed.')

  scene.at('2027-02-15T08:30:00Z')
  await beat()
  expect(wordsIn((await posted(scene)).at(-1))).toContain('Ola Berg and Priya Shah')
})

test('whoever does not coordinate the program gets nothing by pressing', async () => {
  await openCheckIn(scene, scene.priya)
  const stranger = await scene.person({ name: 'Sam Roe' })
  const other = await scene.program({ coordinators: [stranger.email] })

  const answers = [
    await nudge(stranger),
    await snooze(stranger),
    await scene.as(stranger).press('digest.list', scene.programId),
  ]

  expect(other.program.coordinators).toEqual([stranger.email])
  for (const answer of answers)
    expect(wordsIn(answer)).toContain('Only the coordinators of the program can do that.')
  expect(wordsIn(answers)).not.toContain('Priya')
  expect(await toldTo(scene, scene.priya)).toEqual([])
  expect(await scene.within(({ tx }) => tx.pair.count({ where: { snoozedUntil: { not: null } } }))).toBe(0)
})

test('a coordinator in a pair sees no row of it and cannot act on it, nor who manages one of the two', async () => {
  const boss = await scene.person({ name: 'Bo Boss', email: 'boss@example.org' })
  const mentee = await scene.person({ name: 'Mia Managed', managerEmail: 'boss@example.org' })
  const { id: programId } = await scene.program({
    coordinators: [scene.ola.email, boss.email, scene.amira.email],
  })
  const own = await scene.pair(programId, scene.ola, mentee)
  scene.at({ days: 28 })

  for (const close of [scene.ola, boss]) {
    const acting = scene.as(close)
    expect(wordsIn(await acting.press('digest.list', programId))).not.toContain('Mia')
    expect(wordsIn(await acting.press('digest.nudge', own.id))).toContain(
      'another coordinator has to do that',
    )
    expect(wordsIn(await acting.press('digest.snooze', own.id))).toContain(
      'another coordinator has to do that',
    )
  }
  const free = await scene.as(scene.amira).press('digest.list', programId)
  expect(wordsIn(free)).toContain('Ola Berg and Mia Managed')
})

test('the button of a pair that has ended says so', async () => {
  await scene.within((scope) => closePair(scope, scene.paired.id))

  expect(wordsIn(await nudge())).toContain('This pair has ended')
  expect(wordsIn(await snooze())).toContain('This pair has ended')
})

test('somebody who cannot be reached stands in the digest with the day since when', async () => {
  await scene.within((scope) => markGone(scope, accountOf(scene.priya)))
  await beat()

  expect(wordsIn(await posted(scene))).toContain(
    'I have not been able to reach Priya Shah since Mon 1 February.',
  )
})

test('a person who is gone is told of to the coordinators by name, once', async () => {
  const gone = gaveUpOn(scene.priya, 'nudge:1')

  await scene.within((scope) => tellGaveUp(scope, gone))
  await scene.within((scope) => tellGaveUp(scope, { ...gone, entry: { ...gone.entry, key: 'nudge:2' } }))

  const told = await toldTo(scene, scene.amira)
  expect(told).toHaveLength(1)
  expect(wordsIn(told)).toContain('I cannot reach Priya Shah on Slack any more')
})

test('a lost word to a coordinator makes no further words, and an unknown fate none either', async () => {
  await scene.within((scope) => tellGaveUp(scope, gaveUpOn(scene.amira, 'gave-up:slack:T:U:p')))
  await scene.within((scope) => tellGaveUp(scope, gaveUpOn(scene.priya, 'nudge:1', 'unknown-fate')))

  expect(await scene.outbox()).toEqual([])
})

test('a digest that its channel did not take is told of to the coordinators', async () => {
  const key = `digest:${scene.programId}:2027-02-01T08:30:00Z`
  const { entry } = gaveUpOn(scene.priya, key)
  const lost = { ...entry, to: { workspace: 'T', channel: channelId } }

  await scene.within((scope) => tellGaveUp(scope, { entry: lost, why: 'unreachable', code: '503' }))

  expect(wordsIn(await toldTo(scene, scene.amira))).toContain(
    'I could not post the digest of Career mentoring',
  )
})

test('a digest of which nobody knows whether it arrived is told of as that', async () => {
  const key = `digest:${scene.programId}:2027-02-01T08:30:00Z`
  const { entry } = gaveUpOn(scene.priya, key)
  const lost = { ...entry, to: { workspace: 'T', channel: channelId } }

  await scene.within((scope) => tellGaveUp(scope, { entry: lost, why: 'unknown-fate', code: 'no-answer' }))

  expect(wordsIn(await toldTo(scene, scene.amira))).toContain('I cannot tell whether the digest')
})

function accountOf({ accounts: [account] }: Person): Account {
  if (!account) throw new Error('no account')
  return account
}

function gaveUpOn(person: Person, key: string, why: GaveUp['why'] = 'gone'): GaveUp {
  const { platform, workspace, user } = accountOf(person)
  const { organizationId } = scene
  return {
    entry: { id: 'e', organizationId, key, platform, to: { workspace, user }, kind: 'send' },
    why,
    code: 'account_inactive',
  }
}
