import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { handleEvent } from '../../../src/app/handle-event.ts'
import { addPair } from '../../../src/app/pair/add-pair.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Offer } from '../../../src/core/offer/offer.ts'
import { openHospital } from '../../support/hospital.ts'
import { answered, type Enrolled, type OfferStage, openStage, toldTo } from './stage.ts'

let hospital: Hospital
let stage: OfferStage
let mentor: Enrolled
let mentee: Enrolled

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
})
afterAll(() => hospital.close())
beforeEach(async () => {
  stage = await openStage(hospital)
  mentor = await stage.enrolled('mentor', { name: 'Amira Haddad' })
  mentee = await stage.enrolled('mentee', { name: 'Priya Shah' })
})

function list(): Promise<string> {
  return hospital.as(stage.coordinator).press('offer.list', stage.programId).then(answered)
}

function takeBack(offer: Offer, by = stage.coordinator) {
  return hospital.as(by).press('offer.withdraw', `${offer.id}:${offer.asked}`).then(answered)
}

test('a coordinator sees the open offers, and may take one back: the mentor is told, the mentee is back in the draft', async () => {
  const offer = await stage.offered(mentor, mentee)
  await stage.delivered()
  const before = await list()

  const answer = await takeBack(offer)

  expect(before).toContain(
    'Priya Shah and Amira Haddad: waiting for Amira Haddad until Mon 11 January at 09:00',
  )
  expect(answer).toContain('I have taken back the offer of Amira Haddad and Priya Shah')
  expect(await stage.stateOf(offer)).toBe('withdrawn')
  expect(await toldTo(stage, mentor)).toContain('no answer is needed any more')
  expect(await stage.to(mentee)).toEqual([])
  expect(await stage.drafted()).toMatchObject([{ menteeId: mentee.id, mentorId: mentor.id }])
  expect(await list()).toContain('Nobody in Career mentoring is being asked')
  expect(answered(await hospital.as(mentor).press('offer.accept', offer.id))).toContain('no answer is needed')
})

test('a mentor who was not asked yet never hears of what is taken back', async () => {
  hospital.at('2027-01-04T21:00:00Z')
  const offer = await stage.offered(mentor, mentee)

  await takeBack(offer)

  expect(await stage.to(mentor)).toEqual([])
  hospital.at('2027-01-04T10:00:00Z')
})

test('pressed again, or after the yes, taking back does nothing and says what has happened', async () => {
  const offer = await stage.offered(mentor, mentee)
  await takeBack(offer)
  const again = await takeBack(offer)
  const second = await stage.offered(mentor, mentee)
  await hospital.as(mentor).press('offer.accept', second.id)

  const late = await takeBack(second)

  expect(again).toContain('is over already')
  expect(late).toContain('have said yes meanwhile')
  expect(await stage.pairs()).toBe(1)
})

test('a press from before the mentor’s yes takes nothing back from the mentee unseen', async () => {
  const asking = await openStage(hospital, { match: { mentee_consent: 'yes' } })
  const [one, other] = [await asking.enrolled('mentor'), await asking.enrolled('mentee')]
  const offer = await asking.offered(one, other)
  await hospital.as(one).press('offer.accept', offer.id)

  const answer = await takeBack(offer, asking.coordinator)

  expect(answer).toContain('Nothing was done yet')
  expect(await asking.stateOf(offer)).toBe('open')
  await takeBack({ ...offer, asked: 'mentee' }, asking.coordinator)
  expect(await asking.stateOf(offer)).toBe('withdrawn')
  expect(await toldTo(asking, one)).toContain('there will be no pair')
})

test('only coordinators without a conflict see an offer and may take it back', async () => {
  const offer = await stage.offered(mentor, mentee)
  await hospital.within(({ tx }) =>
    tx.person.update({ where: { id: mentee.id }, data: { managerEmail: stage.coordinator.email } }),
  )

  const seen = await list()
  const close = await takeBack(offer)
  const stranger = await takeBack(offer, mentor)

  expect(seen).not.toContain('Priya Shah')
  expect(seen).toContain('1 more is for another coordinator')
  expect(close).toContain('another coordinator has to do that')
  expect(stranger).toContain('Only the coordinators')
  expect(await stage.stateOf(offer)).toBe('open')
})

test('a mentor who leaves is waited for no longer, and the coordinators are told', async () => {
  const offer = await stage.offered(mentor, mentee)

  await hospital.as(mentor).submit('program.leave-save', mentor.enrollmentId, {})

  expect(await stage.stateOf(offer)).toBe('withdrawn')
  expect((await stage.drafted()).map(({ menteeId }) => menteeId)).toEqual([mentee.id])
  expect(await toldTo(stage, stage.coordinator)).toContain('Amira Haddad is not taking part at the moment')
  const rejections = await hospital.within(({ tx }) =>
    tx.rejection.count({ where: { programId: stage.programId } }),
  )
  expect(rejections).toBe(0)
})

test('a mentee who takes a break is offered no longer, and the mentor reads that no answer is needed', async () => {
  const offer = await stage.offered(mentor, mentee)
  await stage.delivered()

  await hospital.as(mentee).submit('program.pause-save', mentee.enrollmentId, { until: '2027-02-01' })

  expect(await stage.stateOf(offer)).toBe('withdrawn')
  expect(await toldTo(stage, mentor)).toContain('no answer is needed any more')
  expect(await stage.drafted()).toEqual([])
})

test('a mentor whose only account is gone is waited for no longer; with another one they are', async () => {
  const offer = await stage.offered(mentor, mentee)
  const both = await stage.enrolled('mentor', { platform: 'both' })
  const kept = await stage.offered(both, await stage.enrolled('mentee'))

  for (const { accounts } of [mentor, both]) {
    const account = accounts.find(({ platform }) => platform === 'slack')
    await handleEvent(hospital.world, {
      key: `gone-${account?.user}`,
      kind: 'deactivated',
      workspace: { platform: 'slack', id: account?.workspace ?? '' },
      user: account?.user ?? '',
    })
  }

  expect(await stage.stateOf(offer)).toBe('withdrawn')
  expect(await stage.stateOf(kept)).toBe('open')
})

test('a mentee who gets a mentor by hand is offered no longer', async () => {
  const offer = await stage.offered(mentor, mentee)
  await stage.delivered()
  const other = await stage.enrolled('mentor')

  await hospital.within((scope) =>
    addPair(scope, { program: stage.slug, mentor: other.email, mentee: mentee.email, actor: 'command line' }),
  )

  expect(await stage.stateOf(offer)).toBe('withdrawn')
  expect(await toldTo(stage, mentor)).toContain('no answer is needed any more')
  expect(await stage.drafted()).toEqual([])
})

test('the overview shows what waits for an answer with its buttons, the digest who is being asked', async () => {
  const offer = await stage.offered(mentor, mentee)

  const overview = await hospital.as(mentor).command('')
  const mentees = await hospital.as(mentee).command('')
  const digest = await hospital.as(stage.coordinator).command('admin digest')

  expect(answered(overview)).toContain('would you be the mentor of Priya Shah')
  expect(JSON.stringify(overview)).toContain(`"verb":"offer.accept","about":"${offer.id}"`)
  expect(answered(mentees)).not.toContain('Amira Haddad')
  expect(answered(digest)).toContain('Offered, awaiting an answer: Amira Haddad and Priya Shah')
})
