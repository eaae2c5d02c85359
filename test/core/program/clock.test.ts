import { describe, expect, test } from 'vitest'
import {
  courseOf,
  requiredMeetings,
  shortfall,
  stillRequired,
  yearOf,
} from '../../../src/core/program/clock.ts'
import { type ProgramType, programTemplates } from '../../../src/core/program/types.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

function required(type: ProgramType, course: { startsOn: string; endsOn: string; pairedOn?: string }) {
  const { startsOn, endsOn, pairedOn = startsOn } = course
  const dates = { startsOn: day(startsOn), endsOn: day(endsOn), pairedOn: day(pairedOn) }
  return requiredMeetings(programTemplates[type].meetings, dates)
}

const dueBy = (type: ProgramType, course: Parameters<typeof required>[1]) =>
  required(type, course).map((one) => one.dueBy.toString())

describe('required meetings', () => {
  test('core: within two weeks of the start, in the middle and at the end', () => {
    expect(dueBy('preceptorship-core', { startsOn: '2027-01-04', endsOn: '2027-07-03' })).toEqual([
      '2027-01-18',
      '2027-04-04',
      '2027-07-03',
    ])
  })

  test('gold: in the first week, then every two months until the end', () => {
    expect(dueBy('preceptorship-gold', { startsOn: '2027-01-04', endsOn: '2028-01-03' })).toEqual([
      '2027-01-18',
      '2027-03-04',
      '2027-05-04',
      '2027-07-04',
      '2027-09-04',
      '2027-11-04',
      '2028-01-03',
    ])
  })

  test('from the last of a month the dates do not drift', () => {
    const all = dueBy('preceptorship-gold', { startsOn: '2026-12-31', endsOn: '2027-12-30' })

    expect(all.slice(1, 4)).toEqual(['2027-02-28', '2027-04-30', '2027-06-30'])
  })

  test('nobody is overdue before they have had somebody to meet for two weeks', () => {
    const [first] = dueBy('preceptorship-core', {
      startsOn: '2027-01-04',
      endsOn: '2027-07-03',
      pairedOn: '2027-02-01',
    })

    expect(first).toBe('2027-02-15')
  })

  test('career programs, residencies and peers require none', () => {
    for (const type of ['career', 'residency', 'peer'] as const)
      expect(programTemplates[type].meetings).toEqual([])
  })

  test('each meeting counts once, in its own stretch; a late one still counts', () => {
    const all = required('preceptorship-core', { startsOn: '2027-01-04', endsOn: '2027-07-03' })
    const left = (...held: string[]) => stillRequired(all, held.map(day)).map(({ number }) => number)

    expect(left()).toEqual([1, 2, 3])
    expect(left('2027-01-10', '2027-01-17', '2027-02-10')).toEqual([2, 3])
    expect(left('2027-01-30')).toEqual([2, 3])
    expect(left('2027-01-10', '2027-03-20', '2027-06-20')).toEqual([])
    expect(left('2026-12-20')).toEqual([1, 2, 3])
  })
})

describe('the clock of a preceptorship', () => {
  const program = {
    type: 'preceptorship-core',
    startsOn: day('2027-01-04'),
    endsOn: day('2027-07-03'),
  } as const

  test('starts at joining or registration, whichever is later, and lasts as long as the program', () => {
    const course = courseOf(program, { joinedOn: day('2027-02-01'), registeredOn: day('2027-03-01') })

    expect(course?.startsOn.toString()).toBe('2027-03-01')
    expect(course?.endsOn.toString()).toBe('2027-08-28')
  })

  test('does not start before the program', () => {
    expect(courseOf(program, { joinedOn: day('2019-02-01') })?.startsOn.toString()).toBe('2027-01-04')
  })

  test('ends where the pair has an end of its own', () => {
    expect(courseOf(program, { pairEndsOn: day('2027-05-31') })?.endsOn.toString()).toBe('2027-05-31')
  })

  test('of other programs is the program’s', () => {
    const career = { ...program, type: 'career' as const }

    expect(courseOf(career, { joinedOn: day('2027-02-01') })?.startsOn.toString()).toBe('2027-01-04')
  })
})

describe('protected time', () => {
  test('grows by the month with the year, and what was logged is taken off', () => {
    const since = day('2027-01-04')
    const short = (today: string, logged: number) =>
      shortfall({ yearly: 480, logged, since, today: day(today) })

    expect(short('2027-01-31', 0)).toBe(0)
    expect(short('2027-04-04', 0)).toBe(120)
    expect(short('2027-04-04', 90)).toBe(30)
    expect(short('2027-04-04', 400)).toBe(0)
  })

  test('a new year begins on the day of the program’s first, also after a leap day', () => {
    const at = (startsOn: string, today: string) => yearOf({ startsOn: day(startsOn) }, day(today))

    expect(at('2027-01-04', '2028-01-03').startsOn.toString()).toBe('2027-01-04')
    expect(at('2027-01-04', '2028-01-04').startsOn.toString()).toBe('2028-01-04')
    expect(at('2028-02-29', '2029-03-01').startsOn.toString()).toBe('2029-02-28')
  })
})
