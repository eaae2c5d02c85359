import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { reschedule } from '../../../src/app/checkin/schedule.ts'
import { readDigest } from '../../../src/app/digest/read-digest.ts'
import { beatFor } from '../../../src/app/heartbeat.ts'
import type { Hospital, Queued } from '../../../src/catalogue/hospital.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { openCheckInsOf, waitingCheckInsOf } from '../../../src/store/check-ins.ts'
import { programsById } from '../../../src/store/programs.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

const hospitals: Hospital[] = []
let hospital: Hospital
let mentor: Person
let mentee: Person
let programId: string

// Check-ins on Tuesdays, every two weeks.
beforeEach(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
  hospitals.push(hospital)
  mentor = await hospital.person({ name: 'Amira Haddad', platform: 'teams' })
  mentee = await hospital.person({ name: 'Priya Shah' })
  programId = (await hospital.program({ type: 'career', ends_on: '2027-12-17' })).id
  await begin(mentee)
})
afterAll(() => Promise.all(hospitals.map((one) => one.close())))

async function begin(withMentee: Person): Promise<void> {
  await hospital.pair(programId, mentor, withMentee)
  for (const person of [mentor, withMentee]) await hospital.within((scope) => reschedule(scope, person))
}

/** A beat each day at noon. */
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

function attention() {
  return hospital.within(async (scope) => {
    const [stored] = await programsById(scope, [programId])
    const digest = stored && (await readDigest(scope, stored))
    return (digest?.rows ?? []).flatMap(({ reasons }) => reasons.map(({ kind }) => kind))
  })
}

describe('while one of a pair takes a break', () => {
  test('the other is told once that it rests, and asked nothing until then', async () => {
    await live('2027-01-05', '2027-01-06')
    const before = (await toldTo(mentor, /^nudge:/)).length
    await hospital.as(mentee).command('pause until 2027-03-01')
    await hospital.as(mentee).command('pause until 2027-03-01')
    await live('2027-01-16', '2027-01-24')

    const [told, ...more] = await toldTo(mentor, /:rests:/)
    const nudges = await toldTo(mentor, /^nudge:/)
    const open = await hospital.within((scope) => openCheckInsOf(scope, mentor.id))

    expect(wordsIn(told?.message)).toContain(
      'Priya Shah is taking a break until Mon 1 March, so your pair in Career mentoring rests',
    )
    expect(more).toEqual([])
    expect(nudges).toHaveLength(before)
    expect(open).toEqual([])
  })

  test('both go on when it is over', async () => {
    await live('2027-01-05', '2027-01-06')
    await hospital.as(mentee).command('pause until 2027-02-22')
    await live('2027-02-18', '2027-02-19')
    const before = (await toldTo(mentor, /^nudge:/)).length

    await live('2027-02-22', '2027-02-23')

    expect((await toldTo(mentor, /^nudge:/)).length).toBe(before + 1)
    expect(await toldTo(mentee, /^nudge:/)).not.toEqual([])
  })

  test('whoever comes back sooner brings the other back, too', async () => {
    await hospital.as(mentee).submit('program.pause-save', undefined, {})
    const during = await hospital.within((scope) => waitingCheckInsOf(scope, [mentor.id]))
    hospital.at('2027-02-01T10:00:00Z')

    await hospital.as(mentee).command('resume')

    const after = await hospital.within((scope) => waitingCheckInsOf(scope, [mentor.id]))
    expect(during.map(({ nextAt }) => nextAt)).toEqual([undefined])
    expect(after.map(({ nextAt }) => nextAt?.toString().slice(0, 7))).toEqual(['2027-02'])
  })

  test('a pair with somebody else goes on', async () => {
    const other = await hospital.person({ name: 'Ola Berg' })
    await begin(other)
    await hospital.as(mentee).command('pause until 2027-03-01')

    await live('2027-01-05', '2027-01-20')

    expect(wordsIn(await toldTo(mentor, /^nudge:/))).toContain('Ola Berg')
    expect(wordsIn(await toldTo(mentor, /^nudge:/))).not.toContain('Priya Shah')
  })

  test('nothing is late until they are back', async () => {
    await hospital.as(mentee).command('pause until 2027-03-01')
    hospital.at('2027-02-10T10:00:00Z')
    const resting = await attention()
    await hospital.as(mentee).command('resume')

    expect(resting).toEqual([])
    expect(await attention()).toEqual(['not-met'])
  })
})
