import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { changeEnrollment } from '../../../src/store/enrollments.ts'
import { personById } from '../../../src/store/people.ts'
import { openHospital } from '../../support/hospital.ts'
import { answered, openStage, proseOf, toldTo } from './stage.ts'

let hospital: Hospital

// A Monday.
const start = '2027-01-04T10:00:00Z'

beforeAll(async () => {
  hospital = await openHospital(start)
})
afterAll(() => hospital.close())

test('publishing asks the mentor in private, with the reasons, what it means and until when; the mentee hears nothing', async () => {
  const stage = await openStage(hospital, { ends_on: '2027-12-31' })
  const mentor = await stage.enrolled('mentor', {
    name: 'Amira Haddad',
    profile: { skills_offered: ['wound care'], joined_on: '2015-01-01' },
  })
  const mentee = await stage.enrolled('mentee', {
    name: 'Priya Shah',
    profile: { skills_sought: ['wound care'], joined_on: '2024-01-01' },
  })

  await stage.offered(mentor, mentee)

  expect(await stage.pairs()).toBe(0)
  expect(await stage.to(mentee)).toEqual([])
  const [asked] = await stage.to(mentor)
  const words = proseOf(asked?.message)
  expect(words).toContain('would you be the mentor of Priya Shah in Career mentoring?')
  expect(words).toContain('you offer wound care, which they seek')
  expect(words).toContain('you have 9 years more behind you')
  expect(words).toContain('every 2 weeks')
  expect(words).toContain('until Fri 31 December 2027')
  // Five days later is a Saturday, on which she cannot be reached.
  expect(words).toContain('Please answer by Mon 11 January at 09:00')
  expect(words).not.toMatch(/score|\d{4} points/i)
})

test('a yes makes the pair: the answer introduces the mentor, a message the mentee, both with the reasons', async () => {
  const stage = await openStage(hospital)
  const mentor = await stage.enrolled('mentor', { name: 'Amira Haddad', profile: { skills_offered: ['IV'] } })
  const mentee = await stage.enrolled('mentee', { name: 'Priya Shah', profile: { skills_sought: ['IV'] } })
  const offer = await stage.offered(mentor, mentee)
  await stage.delivered()

  const outcome = await hospital.as(mentor).press('offer.accept', offer.id)

  expect(outcome).toMatchObject({ kind: 'show', replace: true })
  expect(answered(outcome)).toContain('Priya Shah is your mentee')
  expect(answered(outcome)).toContain('Why you two: you offer IV, which they seek')
  expect(await stage.pairs()).toBe(1)
  expect(await stage.stateOf(offer)).toBe('accepted')
  const [introduced, ...more] = await stage.to(mentee)
  expect(more).toEqual([])
  expect(proseOf(introduced?.message)).toContain('Why you two: they offer IV, which you seek')
  const changed = (await stage.to(mentor)).filter(({ kind }) => kind === 'update')
  expect(changed.map(({ target }) => target)).toEqual([`offer:${offer.id}:asked:mentor`])
  expect(JSON.stringify(changed)).not.toContain('offer.accept')
})

test('a question that was not sent yet never is, once it is answered from the overview', async () => {
  const stage = await openStage(hospital)
  const [mentor, mentee] = [await stage.enrolled('mentor'), await stage.enrolled('mentee')]
  const offer = await stage.offered(mentor, mentee)

  await hospital.as(mentor).press('offer.accept', offer.id)

  expect(await stage.to(mentor)).toEqual([])
})

test('with mentee_consent the mentee is asked after the mentor’s yes, with days of their own; their yes makes the pair', async () => {
  const stage = await openStage(hospital, { match: { mentee_consent: 'yes', offer_expires_days: '3' } })
  const mentor = await stage.enrolled('mentor', { name: 'Amira Haddad' })
  const mentee = await stage.enrolled('mentee', { name: 'Priya Shah' })
  const offer = await stage.offered(mentor, mentee)
  hospital.at({ days: 1 })

  const first = await hospital.as(mentor).press('offer.accept', offer.id)

  expect(answered(first)).toContain('I will ask Priya Shah now')
  expect(await stage.pairs()).toBe(0)
  const [asked] = await stage.to(mentee)
  expect(proseOf(asked?.message)).toContain('Amira Haddad would gladly be your mentor')
  expect(proseOf(asked?.message)).toContain('Please answer by Fri 8 January at 10:00')
  expect(answered(await hospital.as(mentor).press('offer.accept', offer.id))).toContain(
    'You have said yes already',
  )

  const second = await hospital.as(mentee).press('offer.accept', offer.id)

  expect(answered(second)).toContain('Amira Haddad is your mentor')
  expect(await stage.pairs()).toBe(1)
  expect(await toldTo(stage, mentor)).toContain('Priya Shah is your mentee')
  hospital.at(start)
})

test('a mentee who says no ends it; the mentor hears no more than that it came to no pair', async () => {
  const stage = await openStage(hospital, { match: { mentee_consent: 'yes' } })
  const mentor = await stage.enrolled('mentor')
  const mentee = await stage.enrolled('mentee', { name: 'Priya Shah' })
  const offer = await stage.offered(mentor, mentee)
  await hospital.as(mentor).press('offer.accept', offer.id)

  const outcome = await hospital
    .as(mentee)
    .submit('offer.decline-save', offer.id, { why: 'We share an office' })

  expect(answered(outcome)).toContain('nothing more to do')
  const told = await toldTo(stage, mentor)
  expect(told).toContain('there will be no pair with Priya Shah')
  expect(told).not.toMatch(/office|declin|said no|not this time”/)
  expect(await stage.stateOf(offer)).toBe('declined')
  const answer = await hospital.as(mentor).press('offer.accept', offer.id)
  expect(answered(answer)).toContain('no answer is needed any more')
})

test('the mentee cannot answer, nor learn anything, while the mentor is asked', async () => {
  const stage = await openStage(hospital)
  const [mentor, mentee] = [await stage.enrolled('mentor'), await stage.enrolled('mentee')]
  const offer = await stage.offered(mentor, mentee)

  const pressed = await hospital.as(mentee).press('offer.accept', offer.id)
  const declined = await hospital.as(mentee).submit('offer.decline-save', offer.id, { why: 'No' })

  expect(answered(pressed)).toContain('I cannot find that question any more')
  expect(answered(declined)).toContain('I cannot find that question any more')
  expect(await stage.stateOf(offer)).toBe('open')
})

test('somebody else’s offer, or an id that is none, is answered with one sentence and changes nothing', async () => {
  const stage = await openStage(hospital)
  const [mentor, mentee] = [await stage.enrolled('mentor'), await stage.enrolled('mentee')]
  const stranger = await stage.enrolled('mentor')
  const offer = await stage.offered(mentor, mentee)

  const answers = [
    await hospital.as(stranger).press('offer.accept', offer.id),
    await hospital.as(stranger).press('offer.decline', offer.id),
    await hospital.as(mentor).press('offer.accept', 'no-such-offer'),
    await hospital.as(mentor).press('offer.accept'),
  ]

  for (const answer of answers) expect(answered(answer)).toContain('I cannot find that question any more')
  expect(await stage.stateOf(offer)).toBe('open')
})

test('pressed again, an answer stands and says so', async () => {
  const stage = await openStage(hospital)
  const mentor = await stage.enrolled('mentor', { profile: { capacity: 2 } })
  const yes = await stage.offered(mentor, await stage.enrolled('mentee', { name: 'Priya Shah' }))
  const no = await stage.offered(mentor, await stage.enrolled('mentee'))
  await hospital.as(mentor).press('offer.accept', yes.id)
  await hospital.as(mentor).submit('offer.decline-save', no.id, {})

  const again = await hospital.as(mentor).press('offer.accept', yes.id)
  const undecided = await hospital.as(mentor).press('offer.decline', yes.id)
  const after = await hospital.as(mentor).press('offer.accept', no.id)

  expect(answered(again)).toContain('You have said yes to Priya Shah already')
  expect(answered(undecided)).toContain('You have said yes to Priya Shah already')
  expect(answered(after)).toContain('You have said “not this time” already')
  expect(await stage.pairs()).toBe(1)
})

test('two presses at the same moment make one pair', async () => {
  const stage = await openStage(hospital)
  const [mentor, mentee] = [await stage.enrolled('mentor'), await stage.enrolled('mentee')]
  const offer = await stage.offered(mentor, mentee)

  await Promise.all([
    hospital.as(mentor).press('offer.accept', offer.id),
    hospital.as(mentor).press('offer.accept', offer.id),
  ])

  expect(await stage.pairs()).toBe(1)
})

test('of two offers accepted at the same second by a mentor with one place left, one becomes a pair', async () => {
  const stage = await openStage(hospital)
  const mentor = await stage.enrolled('mentor', { profile: { capacity: 2 } })
  const [one, other] = [await stage.enrolled('mentee'), await stage.enrolled('mentee')]
  const offers = [await stage.offered(mentor, one), await stage.offered(mentor, other)]
  await stage.list(mentor, { capacity: 1 })

  const outcomes = await Promise.all(offers.map(({ id }) => hospital.as(mentor).press('offer.accept', id)))

  expect(await stage.pairs()).toBe(1)
  expect(outcomes.map(answered).filter((words) => words.includes('you have no place left'))).toHaveLength(1)
  const states = await Promise.all(offers.map(stage.stateOf))
  expect(states.toSorted()).toEqual(['accepted', 'withdrawn'])
  expect(await stage.drafted()).toHaveLength(1)
})

test('a mentee who leaves while the mentor says yes is in no pair afterwards, and nobody is asked any more', async () => {
  const stage = await openStage(hospital)
  const mentor = await stage.enrolled('mentor')
  const mentee = await stage.enrolled('mentee')
  const offer = await stage.offered(mentor, mentee)

  await Promise.all([
    hospital.as(mentor).press('offer.accept', offer.id),
    hospital.as(mentee).submit('program.leave-save', mentee.enrollmentId, {}),
  ])

  expect(await stage.pairs()).toBe(0)
  expect(['accepted', 'withdrawn']).toContain(await stage.stateOf(offer))
})

test.each([
  { who: 'mentor', state: 'paused', says: 'you are not taking part' },
  { who: 'mentee', state: 'left', says: 'Priya Shah is not taking part' },
] as const)(
  'where the $who has $state meanwhile, a yes ends the offer and says why',
  async ({ who, state, says }) => {
    const stage = await openStage(hospital)
    const two = {
      mentor: await stage.enrolled('mentor'),
      mentee: await stage.enrolled('mentee', { name: 'Priya Shah' }),
    }
    const offer = await stage.offered(two.mentor, two.mentee)
    const { enrollmentId } = who === 'mentor' ? two.mentor : two.mentee
    await hospital.within((scope) => changeEnrollment(scope, enrollmentId, { state }))

    const outcome = await hospital.as(two.mentor).press('offer.accept', offer.id)

    expect(answered(outcome)).toContain(says)
    expect(await stage.stateOf(offer)).toBe('withdrawn')
    expect(await stage.pairs()).toBe(0)
    expect(await stage.drafted()).toHaveLength(who === 'mentor' ? 1 : 0)
  },
)

test('a hard rule that holds now ends the offer: the coordinators are told which, the mentor is not', async () => {
  const stage = await openStage(hospital)
  const [mentor, mentee] = [await stage.enrolled('mentor'), await stage.enrolled('mentee')]
  const offer = await stage.offered(mentor, mentee)
  await stage.list(mentee, { never_with: [mentor.email] })

  const outcome = await hospital.as(mentor).press('offer.accept', offer.id)

  expect(answered(outcome)).toContain('the rules of Career mentoring do not allow it any more')
  expect(answered(outcome)).not.toContain('never-with')
  expect(await toldTo(stage, stage.coordinator)).toContain('stand on a never-with list')
  expect((await stage.drafted()).map(({ menteeId }) => menteeId)).toEqual([mentee.id])
})

test('a program that is over, or a mentee who has a mentor by now, is said as it is', async () => {
  const ending = await openStage(hospital, { ends_on: '2027-01-05' })
  const taken = await openStage(hospital)
  const first = await ending.offered(await ending.enrolled('mentor'), await ending.enrolled('mentee'))
  const mentor = await taken.enrolled('mentor')
  const mentee = await taken.enrolled('mentee', { name: 'Priya Shah' })
  const second = await taken.offered(mentor, mentee)
  await hospital.pair(taken.programId, await taken.enrolled('mentor'), mentee)
  hospital.at('2027-01-06T10:00:00Z')

  const late = await hospital.within((scope) => personById(scope, first.mentorId))
  const over = late && (await hospital.as(late).press('offer.accept', first.id))
  const hasMentor = await hospital.as(mentor).press('offer.accept', second.id)
  hospital.at(start)

  expect(over && answered(over)).toContain('Career mentoring is over')
  expect(answered(hasMentor)).toContain('Priya Shah has a mentor by now')
  expect(await taken.stateOf(second)).toBe('withdrawn')
})
