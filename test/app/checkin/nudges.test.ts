import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { closeMissed } from '../../../src/app/checkin/close-missed.ts'
import { openDue } from '../../../src/app/checkin/open-due.ts'
import { scheduleFirst } from '../../../src/app/checkin/schedule.ts'
import { sendReminders } from '../../../src/app/checkin/send-reminders.ts'
import type { Hospital, Queued } from '../../../src/catalogue/hospital.ts'
import type { Pair } from '../../../src/core/pair/pair.ts'
import type { Person } from '../../../src/core/people/person.ts'
import type { Program } from '../../../src/core/program/program.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let program: { id: string; program: Program }
let mentor: Person
let mentee: Person

beforeEach(async () => {
  hospital = await openHospital('2027-01-04T08:00:00Z')
  program = await hospital.program()
  mentor = await hospital.person({ name: 'Amira Haddad' })
  mentee = await hospital.person({ name: 'Priya Shah', platform: 'teams' })
})

afterEach(() => hospital.close())

async function paired(one: Person, other: Person): Promise<Pair> {
  const pair = await hospital.pair(program.id, one, other)
  await hospital.within(async (scope) => {
    for (const person of [one, other]) await scheduleFirst(scope, person, { pair, program: program.program })
  })
  return pair
}

/** One heartbeat: what it would do about check-ins. */
async function beat(): Promise<void> {
  const { world, organizationId } = hospital
  await closeMissed(world, organizationId)
  await openDue(world, organizationId)
  await sendReminders(world, organizationId)
}

/** Beats at nine in the morning on each of these days. */
async function morningsFrom(first: string, last: string): Promise<void> {
  let day = Temporal.PlainDate.from(first)
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    hospital.at(`${day.toString()}T09:00:00Z`)
    await beat()
    day = day.add({ days: 1 })
  }
}

async function toldTo(person: Person): Promise<Queued[]> {
  const user = person.accounts[0]?.user
  return (await hospital.outbox()).filter((entry) => entry.user === user && entry.kind === 'send')
}

function nudgeIdOf(entry: Queued | undefined): string {
  return entry?.key.split(':')[1] ?? ''
}

describe('on the due day', () => {
  test('each of the two gets one message, and a second heartbeat adds none', async () => {
    await paired(mentor, mentee)
    hospital.at('2027-01-19T09:00:00Z')

    await beat()
    await beat()

    const [opening, ...more] = await toldTo(mentee)
    expect(more).toEqual([])
    expect(wordsIn(opening?.message)).toContain('Amira Haddad')
    expect(await toldTo(mentor)).toHaveLength(1)
  })

  test('nobody is told a minute too early', async () => {
    await paired(mentor, mentee)
    hospital.at('2027-01-19T08:59:00Z')

    await beat()

    expect(await hospital.outbox()).toEqual([])
  })

  test('a mentor of two gets one message that lists both', async () => {
    const second = await hospital.person({ name: 'Tom Okafor' })
    await paired(mentor, mentee)
    await paired(mentor, second)
    hospital.at('2027-01-19T09:00:00Z')

    await beat()

    const [opening, ...more] = await toldTo(mentor)
    expect(more).toEqual([])
    expect(wordsIn(opening?.message)).toMatch(/Priya Shah[\s\S]*Tom Okafor|Tom Okafor[\s\S]*Priya Shah/)
  })

  test('two processes that beat at the same moment nudge everybody once', async () => {
    for (let count = 0; count < 12; count += 1) {
      await paired(await hospital.person(), await hospital.person())
    }
    hospital.at('2027-01-19T09:00:00Z')

    await Promise.all([beat(), beat(), beat()])

    const users = (await hospital.outbox()).map(({ user }) => user)
    expect(users).toHaveLength(24)
    expect(new Set(users).size).toBe(24)
  })

  test('the message of a person on leave comes on the first morning back', async () => {
    const away = await hospital.person({ leave: ['2027-01-18/2027-01-24'] })
    await paired(mentor, away)

    await morningsFrom('2027-01-18', '2027-01-24')
    const before = await toldTo(away)
    await morningsFrom('2027-01-25', '2027-01-25')

    expect(before).toEqual([])
    expect(await toldTo(away)).toHaveLength(1)
  })
})

describe('without an answer', () => {
  test('two reminders follow, the second says that it is the last, then the check-in is missed', async () => {
    const pair = await paired(mentor, mentee)

    await morningsFrom('2027-01-19', '2027-01-29')

    const told = await toldTo(mentee)
    expect(told).toHaveLength(3)
    expect(wordsIn(told[2]?.message)).toContain('last reminder')
    const states = await hospital.within((scope) =>
      scope.tx.checkIn.findMany({
        where: { pairId: pair.id, openedAt: { not: null } },
        select: { state: true },
      }),
    )
    expect(states).toEqual([{ state: 'missed' }, { state: 'missed' }])
  })

  test('three silences in a row bring one question whether to go on, and then nothing', async () => {
    await paired(mentor, mentee)

    await morningsFrom('2027-01-19', '2027-04-20')

    const told = await toldTo(mentee)
    const questions = told.filter(({ key }) => key.startsWith('go-on:'))
    expect(questions).toHaveLength(1)
    expect(told.at(-1)?.key).toBe(questions[0]?.key)
    expect(told).toHaveLength(3 * 3 + 1)
  })

  test('after three weeks of downtime each person gets only the latest message due', async () => {
    await paired(mentor, mentee)
    hospital.at('2027-02-09T09:00:00Z')

    await beat()

    expect(await toldTo(mentee)).toHaveLength(1)
    expect(await toldTo(mentor)).toHaveLength(1)
  })

  test('of two reminders due after downtime only the last is sent', async () => {
    await paired(mentor, mentee)
    await morningsFrom('2027-01-19', '2027-01-19')
    hospital.at('2027-01-25T10:00:00Z')

    await beat()
    await beat()

    expect(await toldTo(mentee)).toHaveLength(2)
  })
})

describe('later', () => {
  test('brings the message on the chosen day, and is not a silence', async () => {
    await paired(mentor, mentee)
    await morningsFrom('2027-01-19', '2027-01-19')
    const [opening] = await toldTo(mentee)

    const outcome = await hospital.as(mentee).press('checkin.put-off', `${nudgeIdOf(opening)}:3`)
    await morningsFrom('2027-01-20', '2027-02-01')

    expect(wordsIn(outcome)).toContain('Fri 22 January')
    const told = await toldTo(mentee)
    expect(wordsIn(told[1]?.message)).toContain('As you asked')
    const { silences } = await hospital.within((scope) =>
      scope.tx.enrollment.findFirstOrThrow({ where: { personId: mentee.id } }),
    )
    expect(silences).toBe(0)
  })

  test('to a date of one’s own is refused in the past and beyond four weeks, at the field', async () => {
    await paired(mentor, mentee)
    await morningsFrom('2027-01-19', '2027-01-19')
    const id = nudgeIdOf((await toldTo(mentee))[0])

    const past = await hospital.as(mentee).submit('checkin.put-off-date', id, { on: '2027-01-18' })
    const far = await hospital.as(mentee).submit('checkin.put-off-date', id, { on: '2027-06-01' })
    const fine = await hospital.as(mentee).submit('checkin.put-off-date', id, { on: '2027-01-21' })

    expect(past).toMatchObject({ kind: 'errors', errors: { on: expect.stringContaining('tomorrow') } })
    expect(far.kind).toBe('errors')
    expect(wordsIn(fine)).toContain('Thu 21 January')
  })

  test('somebody else’s nudge in the payload changes nothing', async () => {
    await paired(mentor, mentee)
    await morningsFrom('2027-01-19', '2027-01-19')
    const id = nudgeIdOf((await toldTo(mentee))[0])

    const outcome = await hospital.as(mentor).press('checkin.put-off', `${id}:1`)
    await morningsFrom('2027-01-20', '2027-01-22')

    expect(wordsIn(outcome)).toContain('nothing to put off')
    expect(await toldTo(mentee)).toHaveLength(2)
  })
})

test('a skipped check-in is not reminded of, and the next one comes', async () => {
  const pair = await paired(mentor, mentee)
  await morningsFrom('2027-01-19', '2027-01-19')
  const [{ id } = { id: '' }] = await hospital.within((scope) =>
    scope.tx.checkIn.findMany({ where: { pairId: pair.id, personId: mentee.id, state: 'open' } }),
  )

  await hospital.as(mentee).press('checkin.skip', id)
  await morningsFrom('2027-01-20', '2027-02-02')

  const told = await toldTo(mentee)
  expect(told.map(({ key }) => key.split(':')[0])).toEqual(['nudge', 'nudge'])
})
