import { afterEach, beforeEach, expect, test } from 'vitest'
import { beatFor } from '../../../src/app/heartbeat.ts'
import { logMeeting } from '../../../src/app/pair/log-meeting.ts'
import { applyProgram } from '../../../src/app/program/apply-program.ts'
import type { Hospital, Queued } from '../../../src/catalogue/hospital.ts'
import { buttonsOf } from '../../../src/catalogue/recorder.ts'
import type { Pair } from '../../../src/core/pair/pair.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { pairById, setLastDay } from '../../../src/store/pairs.ts'
import { programsById } from '../../../src/store/programs.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let mentor: Person
let mentee: Person
let pair: Pair
let programId: string

// A program from 4 January to 30 July 2027: 207 days, so the middle is 17 April, a Saturday.
beforeEach(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
  mentor = await hospital.person({ name: 'Amira Haddad' })
  mentee = await hospital.person({ name: 'Priya Shah', platform: 'teams' })
  await begin({ ends_on: '2027-07-30' })
})
afterEach(() => hospital.close())

async function begin(settings: Record<string, unknown>): Promise<void> {
  programId = (await hospital.program(settings)).id
  pair = await hospital.pair(programId, mentor, mentee)
}

async function meet(): Promise<void> {
  await hospital.within((scope) =>
    logMeeting(scope, {
      pair,
      loggedBy: mentor.id,
      heldOn: Temporal.PlainDate.from('2027-01-12'),
      minutes: 90,
    }),
  )
}

/** A beat on each of these days at noon, and a last one at the given moment. */
async function live(from: string, to: string): Promise<void> {
  const last = Temporal.PlainDate.from(to)
  for (
    let day = Temporal.PlainDate.from(from);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    hospital.at(`${day}T12:00:00Z`)
    await beatFor(hospital.world, hospital.organizationId)
  }
}

async function toldTo(person: Person, what: RegExp): Promise<Queued[]> {
  const user = person.accounts[0]?.user
  return (await hospital.outbox()).filter((one) => one.user === user && what.test(one.key))
}

function reviewId(told: Queued | undefined): string {
  const button = told && buttonsOf(told.message).find(({ verb }) => verb === 'review.open')
  return button?.about ?? ''
}

test('a pair lives from its first day past its last by heartbeats alone', async () => {
  await meet()
  await live('2027-04-14', '2027-04-20')

  const [half, ...none] = await toldTo(mentee, /^review:/)
  expect(wordsIn(half?.message)).toContain('you and Amira Haddad are half-way in Career mentoring')
  expect(none).toEqual([])
  const saved = await hospital.as(mentee).submit('review.save', reviewId(half), {
    'rating-mentoring': '5',
    helped: 'Being asked',
  })
  expect(wordsIn(saved)).toContain('It is kept, for you alone')

  expect(await toldTo(mentee, /^skills:/)).toHaveLength(1)

  await live('2027-04-24', '2027-05-20')
  expect(await toldTo(mentee, /^review:/)).toHaveLength(1)
  expect(await toldTo(mentor, /^skills:/)).toEqual([])
  const toMentor = await toldTo(mentor, /^review:/)
  expect(toMentor).toHaveLength(2)
  expect(wordsIn(toMentor[1]?.message)).toContain('I will not ask again')

  await live('2027-07-21', '2027-07-26')
  const [, closing] = await toldTo(mentee, /^review:/)
  expect(wordsIn(closing?.message)).toContain(
    'your time with Amira Haddad in Career mentoring comes to its end on Fri 30 July',
  )
  const asMentee = hospital.as(mentee)
  const lookBack = await asMentee.press('review.open', reviewId(closing))
  expect(wordsIn(lookBack)).toContain('1 meeting, 1 hour 30 minutes')
  const kept = await asMentee.submit('closing.save', reviewId(closing), {
    reached: 'I lead the handover now',
    thanks: 'For every question you asked',
  })
  expect(wordsIn(kept)).toContain('Your thanks go to Amira Haddad')
  await asMentee.submit('closing.save', reviewId(closing), {
    reached: 'I lead the handover now',
    thanks: 'For every question you asked',
  })
  const [thanks, ...more] = await toldTo(mentor, /^thanks:/)
  expect(wordsIn(thanks?.message)).toContain('For every question you asked')
  expect(more).toEqual([])

  await live('2027-07-28', '2027-07-31')
  expect(await hospital.within((scope) => pairById(scope, pair.id))).toMatchObject({
    state: 'closed',
    endedBy: 'date',
  })
  const [ended] = await toldTo(mentor, /:ended:/)
  expect(wordsIn(ended?.message)).toContain(
    'your mentoring with Priya Shah in Career mentoring has come to its end',
  )
  expect(wordsIn(ended?.message)).toContain('1 meeting, 1 hour 30 minutes')
  expect(wordsIn(await hospital.outbox())).not.toContain('I lead the handover now')

  const evaluation = await asMentee.press('review.open', reviewId(closing))
  expect(evaluation).toMatchObject({ kind: 'form', form: { verb: 'review.save' } })
  await asMentee.submit('review.save', reviewId(closing), { 'rating-mentoring': '4' })
  const [invited, ...others] = await toldTo(mentee, /^become-mentor:/)
  expect(wordsIn(invited?.message)).toContain('Would you like to be a mentor to somebody yourself?')
  expect(others).toEqual([])
  expect(await toldTo(mentor, /^become-mentor:/)).toEqual([])

  const before = (await hospital.outbox()).length
  await live('2027-08-01', '2027-09-10')
  const after = await hospital.outbox()
  const reminders = after.slice(before)
  expect(reminders.map(({ user }) => user)).toEqual([mentor.accounts[0]?.user])
  expect(wordsIn(reminders)).toContain('I will not ask again')
}, 60_000)

test('nothing is asked in the middle or told of a talk where the two have never met, and the end is told kindly', async () => {
  await live('2027-07-22', '2027-07-31')

  expect(await toldTo(mentee, /^review:/)).toEqual([])
  const [ended] = await toldTo(mentee, /:ended:/)
  expect(wordsIn(ended?.message)).toContain('has come to its end, as planned')
  expect(wordsIn(ended?.message)).not.toContain('Look back')
})

test('whoever takes a break is asked after it', async () => {
  await meet()
  await hospital.as(mentee).command('pause until 2027-05-03')
  await hospital.as(mentor).command('pause until 2027-12-01')
  await live('2027-04-17', '2027-05-01')
  expect(await toldTo(mentee, /^review:/)).toEqual([])

  await live('2027-05-02', '2027-05-12')

  expect(await toldTo(mentee, /^review:/)).toHaveLength(1)
  expect(await toldTo(mentor, /^review:/)).toEqual([])
})

test('a program that asks nothing in the middle or at the end leaves the looking back', async () => {
  await begin({ ends_on: '2027-07-30', evaluation: { middle: 'no', end: 'no' } })
  await meet()
  await live('2027-04-16', '2027-04-20')
  expect(await toldTo(mentee, /^review:/)).toEqual([])

  await live('2027-07-23', '2027-07-26')
  const [closing] = await toldTo(mentee, /^review:/)
  const done = await hospital.as(mentee).submit('closing.save', reviewId(closing), { next: 'A new ward' })

  expect(wordsIn(done)).toContain('Thank you. It is kept, for you alone.')
  expect(wordsIn(done)).not.toContain('One last step')
})

test('a pair with a last day of its own ends then, and the program goes on', async () => {
  await meet()
  await hospital.within((scope) => setLastDay(scope, pair.id, Temporal.PlainDate.from('2027-02-26')))
  await live('2027-02-19', '2027-02-22')
  expect(wordsIn(await toldTo(mentee, /^review:/))).toContain('comes to its end on Fri 26 February')

  await live('2027-02-26', '2027-02-27')

  expect(await hospital.within((scope) => pairById(scope, pair.id))).toMatchObject({ endedBy: 'date' })
})

test('a last day that the program moves is kept to', async () => {
  await meet()
  await live('2027-07-20', '2027-07-20')
  await hospital.within(async (scope) => {
    const [stored] = await programsById(scope, [programId])
    if (stored)
      await applyProgram(
        scope,
        { ...stored.program, endsOn: Temporal.PlainDate.from('2027-12-30') },
        { actor: 'test' },
      )
  })

  await live('2027-07-23', '2027-08-02')

  expect(await hospital.within((scope) => pairById(scope, pair.id))).toMatchObject({ state: 'active' })
  expect(wordsIn(await toldTo(mentee, /^review:/))).not.toContain('comes to its end')
})

test('a pair whose people live west of the program ends once the last day has passed for them', async () => {
  const west = await hospital.person({ zone: 'America/Los_Angeles' })
  const { id } = await hospital.program({ ends_on: '2027-01-29', time_zone: 'Europe/London' })
  const far = await hospital.pair(id, west, mentee)
  const stateAt = async (moment: string) => {
    hospital.at(moment)
    await beatFor(hospital.world, hospital.organizationId)
    return (await hospital.within((scope) => pairById(scope, far.id)))?.state
  }

  expect(await stateAt('2027-01-30T00:30:00Z')).toBe('active')
  expect(await stateAt('2027-01-30T07:30:00Z')).toBe('active')
  expect(await stateAt('2027-01-30T08:00:00Z')).toBe('closed')
})
