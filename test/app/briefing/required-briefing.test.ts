import { afterAll, beforeAll, expect, test } from 'vitest'
import { beat } from '../../../src/app/heartbeat.ts'
import { proposePairs, readRun } from '../../../src/app/match/propose-pairs.ts'
import { readPool } from '../../../src/app/match/read-pool.ts'
import { whyNotInPool } from '../../../src/app/match/why-not-in-pool.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { saveBriefing } from '../../../src/store/briefings.ts'
import { programsById } from '../../../src/store/programs.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
})
afterAll(() => hospital.close())

interface Two {
  readonly programId: string
  readonly mentor: Person
  readonly mentee: Person
  readonly mentorAt: string
  readonly menteeAt: string
}

async function two(briefing: Record<string, unknown> | undefined): Promise<Two> {
  const [mentor, mentee] = [
    await hospital.person({ name: 'Amira Haddad' }),
    await hospital.person({ name: 'Priya Shah' }),
  ]
  const { id: programId } = await hospital.program({ briefing })
  const mentorAt = await hospital.enroll(programId, mentor, { role: 'mentor' })
  const menteeAt = await hospital.enroll(programId, mentee)
  return { programId, mentor, mentee, mentorAt, menteeAt }
}

function confirmed(enrollmentId: string, side: 'mentor' | 'mentee') {
  return hospital.within((scope) =>
    saveBriefing(scope, enrollmentId, { side, chosen: {}, cards: 6, confirmedAt: scope.now }),
  )
}

async function run({ programId }: Two) {
  const read = await hospital.within(async (scope) => {
    const [stored] = await programsById(scope, [programId])
    if (!stored) throw new Error('no program')
    return {
      run: await readRun(scope, stored),
      pool: await readPool(scope, stored),
      name: stored.program.name,
    }
  })
  if ('problem' in read.run) throw new Error(read.run.problem)
  const found = await proposePairs(hospital.world.matcher, { run: read.run })
  if (!('proposal' in found)) throw new Error('no proposal')
  return { ...read, found }
}

test('where it is required, whoever has not confirmed is left out of a run, with the reason', async () => {
  const all = await two({ required: 'yes' })
  await confirmed(all.mentorAt, 'mentor')

  const { found, pool, name } = await run(all)

  expect(found.proposal.pairs).toEqual([])
  expect(found.absent).toEqual({ invited: 0, paused: 0, unbriefed: 1 })
  expect(whyNotInPool(pool.places, name, { email: all.mentee.email, side: 'mentee' })).toBe(
    'Priya Shah has not confirmed the briefing yet, which Career mentoring requires',
  )
})

test('once both have confirmed they are matched', async () => {
  const all = await two({ required: 'yes' })
  await confirmed(all.mentorAt, 'mentor')
  await confirmed(all.menteeAt, 'mentee')

  const { found } = await run(all)

  expect(found.proposal.pairs).toHaveLength(1)
})

test('somebody on both sides is matched on the one that they have confirmed', async () => {
  const all = await two({ required: 'yes' })
  const both = await hospital.person()
  const at = await hospital.enroll(all.programId, both, { role: 'both' })
  await confirmed(at, 'mentor')
  await confirmed(all.menteeAt, 'mentee')

  const { found } = await run(all)

  expect(found.proposal.pairs.map(({ mentor, mentee }) => [mentor.id, mentee.id])).toEqual([
    [both.id, all.mentee.id],
  ])
})

test('where it is not required nobody is left out for it', async () => {
  const { found } = await run(await two(undefined))

  expect(found.proposal.pairs).toHaveLength(1)
  expect(found.absent.unbriefed).toBe(0)
})

test('the weekly word reminds whoever still has to confirm', async () => {
  const { mentee, menteeAt } = await two({ required: 'yes' })
  await hospital.within(({ tx }) =>
    tx.enrollment.update({ where: { id: menteeAt }, data: { noticedAt: new Date('2027-01-04T09:00:00Z') } }),
  )
  const user = mentee.accounts[0]?.user
  await beat(hospital.world)

  hospital.at('2027-01-11T10:00:00Z')
  await beat(hospital.world)

  const words = (await hospital.outbox()).filter((one) => one.user === user && one.key.startsWith('waiting:'))
  expect(wordsIn(words.map(({ message }) => message))).toContain('please go through the briefing')
  hospital.at('2027-01-04T10:00:00Z')
})

test('who confirms after pairs were published is placed beside the others', async () => {
  const { programId, mentee, menteeAt } = await two({ required: 'yes' })
  await hospital.within(({ tx }) =>
    tx.enrollment.update({ where: { id: menteeAt }, data: { toPlaceSince: null } }),
  )
  const answers = [
    ['role', 'ear'],
    ['agenda', 'aim'],
    ['questions', 'aloud'],
    ['safe', 'limits'],
    ['concern', 'charge'],
  ]
  for (const [card, answer] of [...answers, ['feedback', 'task']])
    await hospital.as(mentee).press('briefing.answer', `${menteeAt}:mentee:${card}:${answer}`)

  await hospital.as(mentee).press('briefing.confirm', `${menteeAt}:mentee`)

  const row = await hospital.within(({ tx }) =>
    tx.enrollment.findFirst({ where: { programId, personId: mentee.id } }),
  )
  expect(row?.toPlaceSince).not.toBeNull()
})

test('whoever joins is offered the briefing at once, or a day later where their profile comes first', async () => {
  const { id } = await hospital.program()
  const profile = { profession: 'nurse', skills_offered: ['handover'] }
  const [known, unknown] = [await hospital.person({ profile }), await hospital.person()]
  const join = async (person: Person) => {
    const enrollmentId = await hospital.enroll(id, person, { state: 'invited', role: 'mentor' })
    return { enrollmentId, answer: await hospital.as(person).press('program.join', enrollmentId) }
  }

  const [first, second] = [await join(known), await join(unknown)]

  expect(wordsIn(first.answer)).toContain('briefing.open')
  expect(wordsIn(second.answer)).not.toContain('briefing.open')
  const keys = (await hospital.outbox()).map(({ key }) => key)
  expect(keys).not.toContain(`briefing:${first.enrollmentId}`)
  expect(keys).toContain(`briefing:${second.enrollmentId}`)
})

test('whoever has confirmed the briefing before is not offered it again', async () => {
  const { id } = await hospital.program({ join: 'required' })
  const person = await hospital.person()
  const enrollmentId = await hospital.enroll(id, person, { state: 'invited' })
  await confirmed(enrollmentId, 'mentee')

  const answer = await hospital.as(person).press('program.understood', enrollmentId)

  expect(wordsIn(answer)).not.toContain('briefing.open')
})
