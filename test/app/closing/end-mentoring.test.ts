import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openClosing } from '../../../src/app/closing/open-closing.ts'
import { logMeeting } from '../../../src/app/pair/log-meeting.ts'
import { sendReviews } from '../../../src/app/review/send-reviews.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { buttonsOf } from '../../../src/catalogue/recorder.ts'
import type { Pair } from '../../../src/core/pair/pair.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { enrollmentsOfPerson } from '../../../src/store/enrollments.ts'
import { pairById } from '../../../src/store/pairs.ts'
import { openReviews, reviewsOfPairs } from '../../../src/store/reviews.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let mentor: Person
let mentee: Person
let programId: string
let pair: Pair

beforeAll(async () => {
  hospital = await openHospital('2027-03-01T10:00:00Z')
})
afterAll(() => hospital.close())
beforeEach(async () => {
  mentor = await hospital.person({ name: 'Amira Haddad' })
  mentee = await hospital.person({ name: 'Priya Shah', platform: 'teams' })
  await begin()
})

async function begin(settings: Record<string, unknown> = {}): Promise<void> {
  programId = (await hospital.program(settings)).id
  pair = await hospital.pair(programId, mentor, mentee)
  await hospital.within((scope) =>
    logMeeting(scope, {
      pair,
      loggedBy: mentor.id,
      heldOn: Temporal.PlainDate.from('2027-02-22'),
      minutes: 40,
    }),
  )
}

async function told(person: Person): Promise<string[]> {
  const user = person.accounts[0]?.user
  return (await hospital.outbox()).filter((one) => one.user === user).map(({ message }) => wordsIn(message))
}

const ended = () => hospital.within((scope) => pairById(scope, pair.id))
const placeOf = async (person: Person) =>
  (await hospital.within((scope) => enrollmentsOfPerson(scope, person.id))).find(
    (one) => one.programId === programId,
  )

test('either ends it at any time without a reason, and the other reads it kindly, with a line of theirs', async () => {
  const form = await hospital.as(mentee).press('pair.close', pair.id)
  const said = await hospital.as(mentee).submit('pair.close-save', pair.id, {
    how: 'now',
    line: 'Thank you for the walks',
  })

  expect(wordsIn(form)).toContain('No reason is needed, and nobody is at fault')
  expect(await ended()).toMatchObject({ state: 'closed', endedBy: 'asked' })
  expect(wordsIn(said)).toContain('Your mentoring with Amira Haddad in Career mentoring has ended')
  const [word = '', ...more] = await told(mentor)
  expect(more).toEqual([])
  expect(word).toContain('Priya Shah has ended your mentoring in Career mentoring')
  expect(word).toContain('Thank you for the walks')
  expect(word).toContain('1 meeting, 40 minutes')
  expect(await told(mentee)).toEqual([])
})

test('a mentee who ends it is given nobody new unasked, one whose mentor ended it still may be', async () => {
  await hospital.as(mentee).submit('pair.close-save', pair.id, { how: 'now' })
  expect(await placeOf(mentee)).toMatchObject({ state: 'paused' })

  await begin()
  await hospital.as(mentor).submit('pair.close-save', pair.id, { how: 'now' })

  expect(await placeOf(mentee)).toMatchObject({ state: 'active' })
})

test('where taking part is a condition of work, nobody is put on a break by the end of a pair', async () => {
  await begin({ join: 'required' })

  await hospital.as(mentee).submit('pair.close-save', pair.id, { how: 'now' })

  expect(await placeOf(mentee)).toMatchObject({ state: 'active' })
})

test('how it ends is not chosen beforehand, and whoever goes on without choosing ends nothing', async () => {
  const form = await hospital.as(mentee).press('pair.close', pair.id)
  const said = await hospital.as(mentee).submit('pair.close-save', pair.id, {})

  const parts = form.kind === 'form' ? form.form.parts : []
  const how = parts.find((part) => part.kind === 'field' && part.field.name === 'how')
  expect(how).not.toHaveProperty('field.value')
  expect(said).toMatchObject({ kind: 'errors', errors: { how: 'Please choose one.' } })
  expect(await ended()).toMatchObject({ state: 'active' })
})

test('together it ends once the other says yes', async () => {
  const sent = await hospital.as(mentor).submit('pair.close-save', pair.id, { how: 'together' })
  expect(wordsIn(sent)).toContain('Until they say yes, everything goes on as before')
  expect(await ended()).toMatchObject({ state: 'active' })
  expect(wordsIn(await told(mentee))).toContain('Shall it end here, together?')

  const said = await hospital.as(mentee).press('pair.close-agree', pair.id)

  expect(wordsIn(said)).toContain(
    'You and Amira Haddad have ended your mentoring in Career mentoring together',
  )
  expect(await ended()).toMatchObject({ state: 'closed', endedBy: 'agreement' })
  expect(wordsIn(await told(mentor))).toContain('you and Priya Shah have ended your mentoring')
  expect(wordsIn(said)).toContain('I will not look for anybody new for you')
  expect(wordsIn(await told(mentor))).not.toContain('I will not look for anybody new for you')
})

test('an end that was near is asked about once: the word that the pair is over asks in its place', async () => {
  await hospital.within((scope) => openClosing(scope, pair, 'coming'))
  await hospital.as(mentor).submit('pair.close-save', pair.id, { how: 'now' })

  await sendReviews(hospital.world, hospital.organizationId)

  expect((await told(mentee)).map((words) => words.includes('Look back'))).toEqual([true])
})

test('two who ask one another at once are agreed', async () => {
  await Promise.all(
    [mentor, mentee].map((one) => hospital.as(one).submit('pair.close-save', pair.id, { how: 'together' })),
  )

  expect(await ended()).toMatchObject({ state: 'closed', endedBy: 'agreement' })
})

test('*not yet* lets it go on, and an old yes does nothing then', async () => {
  await hospital.as(mentor).submit('pair.close-save', pair.id, { how: 'together' })
  await hospital.as(mentee).press('pair.close-not-yet', pair.id)

  const late = await hospital.as(mentee).press('pair.close-agree', pair.id)

  expect(wordsIn(late)).toContain('That question is no longer open')
  expect(wordsIn(await told(mentor))).toContain('would like to talk with you first')
  expect(await ended()).toMatchObject({ state: 'active' })
})

test('who asks cannot say yes for the other, and a stranger ends nothing', async () => {
  const stranger = await hospital.person()
  await hospital.as(mentor).submit('pair.close-save', pair.id, { how: 'together' })

  const own = await hospital.as(mentor).press('pair.close-agree', pair.id)
  const foreign = await hospital
    .as(stranger)
    .submit('pair.close-save', pair.id, { how: 'now', line: 'Ha ha' })

  expect(wordsIn(own)).toContain('That question is no longer open')
  expect(wordsIn(foreign)).toContain('not one of yours')
  expect(await ended()).toMatchObject({ state: 'active' })
})

test('with several pairs the form asks which', async () => {
  const second = await hospital.person({ name: 'Tom Hale' })
  await hospital.pair(programId, mentor, second)

  const form = await hospital.as(mentor).press('pair.close')
  await hospital.as(mentor).submit('pair.close-save', undefined, { pair: pair.id, how: 'now' })

  expect(wordsIn(form)).toContain('Tom Hale, Career mentoring')
  expect(await ended()).toMatchObject({ state: 'closed' })
})

test('what is typed about a pair that was closed meanwhile comes back, and nothing of it is kept', async () => {
  await hospital.as(mentee).submit('pair.close-save', pair.id, { how: 'now' })
  const line = 'It was a good time for me'

  const closing = await hospital.as(mentor).submit('pair.close-save', pair.id, { how: 'now', line })
  const goal = await hospital.as(mentee).submit('goal.save', pair.id, { title: line })
  const meeting = await hospital.as(mentee).submit('meeting.save', pair.id, { note: line })

  for (const one of [closing, goal, meeting]) {
    expect(one).toMatchObject({ kind: 'show', holdsTyped: true })
    expect(wordsIn(one)).toContain(line)
  }
})

test('a half-way look at a pair that ended meanwhile comes back; the closing talk is still taken', async () => {
  const id = await hospital.within(async (scope) => {
    const common = { programId, pairId: pair.id, personId: mentee.id, side: 'mentee', messages: 1 } as const
    await openReviews(scope, [{ ...common, moment: 'middle', nextAt: scope.now }])
    return (await reviewsOfPairs(scope, [pair.id], 'middle'))[0]?.id
  })
  const over = await hospital.as(mentor).submit('pair.close-save', pair.id, { how: 'now' })

  const half = await hospital.as(mentee).submit('review.save', id, { helped: 'Being asked' })
  const [look] = over.kind === 'show' ? buttonsOf(over.message) : []
  const talk = await hospital.as(mentor).submit('closing.save', look?.about, { reached: 'We both grew' })

  expect(wordsIn(half)).toContain('Being asked')
  expect(wordsIn(half)).toContain('That look back is closed')
  expect(wordsIn(talk)).toContain('One last step: how was it for you?')
})

test('a talk begun is taken up where it was left, a week later, and stays its author’s alone', async () => {
  const over = await hospital.as(mentor).submit('pair.close-save', pair.id, { how: 'now' })
  const about = over.kind === 'show' ? buttonsOf(over.message)[0]?.about : ''
  await hospital.as(mentor).submit('closing.save', about, { reached: 'We both grew' })

  const later = await hospital.as(mentor).press('review.open', about)
  const foreign = await hospital.as(mentee).press('review.open', about)
  const hard = await hospital.as(mentor).submit('review.save', about, { 'rating-mentoring': '1' })

  expect(later).toMatchObject({ kind: 'form', form: { verb: 'review.save' } })
  expect(wordsIn(foreign)).toContain('That look back is closed')
  expect(wordsIn(hard)).toContain('Thank you')
  const [review] = (await hospital.within((scope) => reviewsOfPairs(scope, [pair.id], 'end'))).filter(
    ({ personId }) => personId === mentor.id,
  )
  expect(review).toMatchObject({
    state: 'answered',
    content: { reached: 'We both grew', ratings: { mentoring: 1 } },
  })
})

test('a pair that goes on has no last day yet', async () => {
  const own = await hospital.as(mentee).press('pair.record', pair.id)

  expect(wordsIn(own)).toContain('From')
  expect(wordsIn(own)).not.toContain('Until')
})

test('each keeps the record of a pair that is over; nobody else sees it', async () => {
  const stranger = await hospital.person()
  await hospital.as(mentee).submit('pair.close-save', pair.id, { how: 'now' })

  const own = await hospital.as(mentee).press('pair.record', pair.id)
  const foreign = await hospital.as(stranger).press('pair.record', pair.id)

  expect(wordsIn(own)).toContain('Your record of this mentoring')
  expect(wordsIn(own)).toContain('Until')
  expect(wordsIn(own)).toContain('1 meeting, 40 minutes')
  expect(wordsIn(foreign)).not.toContain('Amira')
})

test.each([
  ['leave', 'program.leave-save'],
  ['rematch', 'pair.rematch-save'],
])('whoever says %s can look back at once', async (words, verb) => {
  const asked = await hospital.as(mentee).command(words)
  const about = asked.kind === 'form' ? asked.form.about : undefined
  const place = (await placeOf(mentee))?.id ?? ''

  const said = await hospital.as(mentee).submit(verb, about, about === undefined ? { enrollment: place } : {})

  const [look] = said.kind === 'show' ? buttonsOf(said.message) : []
  const form = await hospital.as(mentee).press('review.open', look?.about)
  expect(form).toMatchObject({ kind: 'form', form: { verb: 'closing.save' } })
})
