import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { beat } from '../../../src/app/heartbeat.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { saveAnswer } from '../../../src/store/answers.ts'
import { createGoal } from '../../../src/store/goals.ts'
import { meetingsOfPair } from '../../../src/store/meetings.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'
import { agreeOn, buttonsIn, firstSent, formFor, pairUp, sentTo, type Two } from './scene.ts'

let hospital: Hospital
beforeEach(async () => {
  hospital = await openHospital('2027-03-16T12:00:00Z')
})
afterEach(() => hospital.close())

async function beatAt(moment: string): Promise<void> {
  hospital.at(moment)
  await beat(hospital.world)
}

function meetings({ pair }: Two) {
  const days = { from: Temporal.PlainDate.from('2026-01-01'), to: Temporal.PlainDate.from('2028-01-01') }
  return hospital.within((scope) => meetingsOfPair(scope, { pairId: pair.id, ...days }))
}

/** An answer to *what is in the way* of one of the two. */
async function challenge(
  two: Two,
  personId: string,
  { words, reader }: { words: string; reader: 'only-me' | 'pair' },
) {
  await hospital.within(async (scope) => {
    const checkIn = await scope.tx.checkIn.create({
      data: {
        id: `${personId}-check-in`,
        organizationId: scope.organizationId,
        programId: two.programId,
        pairId: two.pair.id,
        personId,
        dueOn: new Date('2027-03-16T00:00:00Z'),
        side: 'mentee',
        state: 'answered',
      },
    })
    await saveAnswer(scope, {
      checkInId: checkIn.id,
      question: 'in-the-way',
      value: { kind: 'words', text: words },
      reader,
      via: 'form',
    })
  })
}

describe('the agenda', () => {
  test('comes to each on the day before, in their own hours, with goals, steps and shared challenges as questions', async () => {
    const two = await pairUp(hospital, { mentor: { zone: 'America/New_York' } })
    await hospital.within((scope) =>
      createGoal(scope, {
        pairId: two.pair.id,
        ownerId: two.mentee.id,
        title: 'Lead a handover',
        measure: 'yes-no',
        baseline: 0,
        target: 1,
        startsOn: Temporal.PlainDate.from('2027-03-16'),
        dueOn: Temporal.PlainDate.from('2027-06-30'),
        milestones: [],
      }),
    )
    await challenge(two, two.mentee.id, { words: 'The rota changes late', reader: 'pair' })
    await challenge(two, two.mentor.id, { words: 'I am worn out', reader: 'only-me' })
    await agreeOn(hospital, two, '2027-03-24 15:00')

    await beatAt('2027-03-23T08:59:00Z')
    const early = [await sentTo(hospital, two.mentee), await sentTo(hospital, two.mentor)].flat()
    await beatAt('2027-03-23T09:00:00Z')
    const mentee = await firstSent(hospital, two.mentee, ':agenda:')
    const mentorYet = (await sentTo(hospital, two.mentor)).filter(({ key }) => key.includes(':agenda:'))
    await beatAt('2027-03-23T13:00:00Z')
    const mentor = await firstSent(hospital, two.mentor, ':agenda:')

    expect(early.filter(({ key }) => key.includes(':agenda:'))).toEqual([])
    expect(mentorYet).toEqual([])
    for (const message of [mentee, mentor]) {
      expect(JSON.stringify(message)).toContain('Lead a handover')
      expect(JSON.stringify(message)).toContain('The rota changes late')
      expect(JSON.stringify(message)).not.toContain('worn out')
    }
    expect(JSON.stringify(mentor)).toContain('Wed 24 March at 11:00')
  })

  test('of a meeting on a Monday comes on the Friday before, and only once', async () => {
    const two = await pairUp(hospital)
    await agreeOn(hospital, two, '2027-03-22 10:00')

    await beatAt('2027-03-19T09:00:00Z')
    await beatAt('2027-03-19T09:01:00Z')
    await beatAt('2027-03-21T09:00:00Z')

    const agendas = (await sentTo(hospital, two.mentee)).filter(({ key }) => key.includes(':agenda:'))
    expect(agendas).toHaveLength(1)
  })

  test('asks open questions also where nothing stands open', async () => {
    const two = await pairUp(hospital)
    await agreeOn(hospital, two, '2027-03-24 10:00')

    await beatAt('2027-03-23T09:00:00Z')

    expect(JSON.stringify(await firstSent(hospital, two.mentee, ':agenda:'))).toContain('worth its time')
  })
})

describe('after the meeting', () => {
  test('one tap logs it as planned; what the other taps makes no second one', async () => {
    const two = await pairUp(hospital)
    await agreeOn(hospital, two, '2027-03-24 10:00')
    await beatAt('2027-03-24T10:44:00Z')
    const early = (await sentTo(hospital, two.mentee)).filter(({ key }) => key.includes(':did-it:'))
    await beatAt('2027-03-24T10:45:00Z')

    const asked = await firstSent(hospital, two.mentee, ':did-it:')
    const [met] = buttonsIn(asked)
    const outcome = await hospital.as(two.mentee).press('meeting.held', met?.about)
    await hospital.as(two.mentor).press('meeting.held', met?.about)

    expect(early).toEqual([])
    expect(wordsIn(outcome)).toContain('45 minutes, by video')
    expect(await meetings(two)).toMatchObject([
      { minutes: 45, kind: 'video', confirmedOn: expect.anything() },
    ])
  })

  test('whoever is out of their hours then is asked in them, and nobody is asked twice or days later', async () => {
    const two = await pairUp(hospital)
    await agreeOn(hospital, two, '2027-03-26 19:30')

    await beatAt('2027-03-26T20:15:00Z')
    await beatAt('2027-03-29T09:00:00Z')
    await beatAt('2027-03-29T12:00:00Z')
    await beatAt('2027-04-09T12:00:00Z')

    const asked = (await hospital.outbox()).filter(({ key }) => key.includes(':did-it:'))
    expect(asked).toHaveLength(2)
  })

  test('nobody is asked about a meeting that one of the two has logged already', async () => {
    const two = await pairUp(hospital)
    await agreeOn(hospital, two, '2027-03-24 10:00')
    hospital.at('2027-03-24T10:40:00Z')
    await hospital.as(two.mentor).command('met 30')

    await beatAt('2027-03-24T10:45:00Z')

    expect((await hospital.outbox()).filter(({ key }) => key.includes(':did-it:'))).toEqual([])
  })

  test('we did not: nothing is logged and another can be planned', async () => {
    const two = await pairUp(hospital)
    await agreeOn(hospital, two, '2027-03-24 10:00')
    await beatAt('2027-03-24T10:45:00Z')
    const [, not] = buttonsIn(await firstSent(hospital, two.mentee, ':did-it:'))

    const outcome = await hospital.as(two.mentee).press('meeting.not-held', not?.about)
    const [plan] = buttonsIn(outcome)
    const form = await hospital.as(two.mentee).press('meeting.plan', plan?.about)

    expect(await meetings(two)).toEqual([])
    expect(form.kind).toBe('form')
  })

  test('a meeting that was cancelled is not asked about, and an old button says so', async () => {
    const two = await pairUp(hospital)
    await agreeOn(hospital, two, '2027-03-24 10:00')
    const stands = await hospital.as(two.mentee).command('meet')
    const off = buttonsIn(stands).find(({ verb }) => verb === 'meeting.cancel')
    await hospital.as(two.mentee).press('meeting.cancel', `${off?.about}:yes`)

    await beatAt('2027-03-24T10:45:00Z')
    const [id] = (off?.about ?? '').split(':')
    const outcome = await hospital.as(two.mentee).press('meeting.held', `${id}:0`)

    expect((await hospital.outbox()).filter(({ key }) => key.includes(':did-it:'))).toEqual([])
    expect(wordsIn(outcome)).toContain('not planned any more')
    expect(await meetings(two)).toEqual([])
  })
})

test('times that go by without an answer are told once to whoever proposed them', async () => {
  const two = await pairUp(hospital)
  const form = await formFor(hospital, two.mentee)
  await hospital
    .as(two.mentee)
    .submit('meeting.propose', form.about, { minutes: '45', ownDate: '2027-03-18', ownTime: '10:00' })

  await beatAt('2027-03-18T10:00:00Z')
  await beatAt('2027-03-19T10:00:00Z')

  const told = (await sentTo(hospital, two.mentee)).filter(({ key }) => key.includes(':lapsed:'))
  expect(told).toHaveLength(1)
  expect((await hospital.as(two.mentee).command('meet')).kind).toBe('form')
})
