import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readDigest } from '../../../src/app/digest/read-digest.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { attentionList, personalDigest } from '../../../src/core/digest/messages.ts'
import { programsById } from '../../../src/store/programs.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'
import { pairUp, type Two } from './scene.ts'

let hospital: Hospital
beforeEach(async () => {
  hospital = await openHospital('2027-01-04T12:00:00Z')
})
afterEach(() => hospital.close())

const coordinator = { email: 'carla@example.org', locale: 'en-GB' }

function preceptors(program: Record<string, unknown> = {}): Promise<Two> {
  return pairUp(hospital, {
    program: { type: 'preceptorship-core', coordinators: [coordinator.email], ...program },
  })
}

function digestOf({ programId }: Two) {
  return hospital.within(async (scope) => {
    const [stored] = await programsById(scope, [programId])
    if (!stored) throw new Error('no program')
    return readDigest(scope, stored)
  })
}

describe('required meetings', () => {
  test('are shown to both, and the next one once one was held', async () => {
    const two = await preceptors()

    const first = [await hospital.as(two.mentee).command(''), await hospital.as(two.mentor).command('meet')]
    await hospital.as(two.mentor).command('met 60')
    const second = await hospital.as(two.mentee).command('')

    for (const outcome of first)
      expect(wordsIn(outcome)).toContain('Your first required meeting is due by Mon 18 January.')
    expect(wordsIn(second)).toContain('Your second required meeting is due by Sun 4 April.')
  })

  test('count from registration where that is later, and for those who got a mentor late from then', async () => {
    const two = await pairUp(hospital, {
      program: { type: 'preceptorship-core' },
      mentee: { profile: { joined_on: '2026-09-01', registered_on: '2027-02-01' } },
    })

    const overview = await hospital.as(two.mentee).command('')

    expect(wordsIn(overview)).toContain('due by Mon 15 February')
  })

  test('are in the digest while due, and put a pair under needs attention once overdue', async () => {
    const two = await preceptors()
    const due = personalDigest(await digestOf(two), coordinator)
    hospital.at('2027-01-20T12:00:00Z')
    const overdue = await digestOf(two)
    hospital.at('2027-01-20T12:05:00Z')
    await hospital.as(two.mentee).command('met 60 yesterday')
    const held = await digestOf(two)

    expect(JSON.stringify(due)).toContain('1 due in two weeks')
    expect(JSON.stringify(personalDigest(overdue, coordinator))).toContain('1 overdue')
    expect(overdue.rows.flatMap(({ reasons }) => reasons.map(({ kind }) => kind))).toEqual([
      'meeting-overdue',
    ])
    expect(held.rows).toEqual([])
  })

  test('are none in a career program, and the digest says nothing of them', async () => {
    const two = await pairUp(hospital)

    const overview = await hospital.as(two.mentee).command('')
    const digest = personalDigest(await digestOf(two), coordinator)

    expect(wordsIn(overview)).not.toContain('required')
    expect(JSON.stringify(digest)).not.toContain('Required')
  })
})

describe('protected time', () => {
  test('a shortfall shows in the digest as a count, and by name in private', async () => {
    const two = await preceptors()
    await hospital.as(two.mentor).command('met 60')
    hospital.at('2027-04-05T12:00:00Z')

    const digest = await digestOf(two)
    const list = attentionList(digest, { ...coordinator, from: 0 })

    expect(JSON.stringify(personalDigest(digest, coordinator))).toContain('1 mentor short of it')
    expect(JSON.stringify(list)).toContain('Sam Okoro: 60 minutes')
  })

  test('is not shown to a coordinator who is the mentor', async () => {
    const two = await preceptors()
    hospital.at('2027-04-05T12:00:00Z')

    const list = attentionList(await digestOf(two), { email: two.mentor.email, locale: 'en-GB', from: 0 })

    expect(JSON.stringify(list)).not.toContain('Sam Okoro')
  })

  test('of the program’s own measure, or none', async () => {
    const none = await preceptors({ protected_minutes: '0' })
    const more = await preceptors({ protected_minutes: '1200' })
    hospital.at('2027-04-05T12:00:00Z')

    const digests = [await digestOf(none), await digestOf(more)]

    expect(digests.map(({ required }) => required?.short.map(({ minutes }) => minutes))).toEqual([[], [300]])
  })
})
