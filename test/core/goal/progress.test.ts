import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Goal } from '../../../src/core/goal/goal.ts'
import { percentDone, statusOf } from '../../../src/core/goal/progress.ts'

const date = Temporal.PlainDate.from

/** A goal over 100 days, so that a day is a point of the line. */
function goal(given: Partial<Goal> = {}): Goal {
  return {
    id: 'g',
    pairId: 'p',
    ownerId: 'o',
    number: 1,
    title: 'Lead a handover',
    measure: 'percent',
    baseline: 0,
    target: 100,
    startsOn: date('2027-01-01'),
    dueOn: date('2027-04-11'),
    state: 'open',
    value: 0,
    milestones: [],
    ...given,
  }
}

const onDay = (day: number) => date('2027-01-01').add({ days: day })
const milestone = (dueOn: string, done: boolean) => ({ id: dueOn, title: 'Step', dueOn: date(dueOn), done })

describe('how far a goal is', () => {
  test('is the share of the way from baseline to target', () => {
    expect(percentDone(goal({ measure: 'count', baseline: 10, target: 30, value: 15 }))).toBe(25)
  })

  test('counts down where the target lies below', () => {
    expect(percentDone(goal({ measure: 'number', baseline: 30, target: 10, value: 25 }))).toBe(25)
  })

  test('is never below nothing, nor above the whole', () => {
    expect(percentDone(goal({ measure: 'number', baseline: 30, target: 10, value: 50 }))).toBe(0)
    expect(percentDone(goal({ measure: 'number', baseline: 30, target: 10, value: 2 }))).toBe(100)
  })

  test('is the share of milestones done where the goal is yes or no', () => {
    const milestones = [milestone('2027-02-01', true), milestone('2027-03-01', false)]

    expect(percentDone(goal({ measure: 'yes-no', target: 1, milestones }))).toBe(50)
    expect(percentDone(goal({ measure: 'yes-no', target: 1, value: 1, milestones }))).toBe(100)
  })

  test('stays within 0 and 100 and grows towards the target, up or down', () => {
    const number = fc.integer({ min: -1_000_000, max: 1_000_000 })

    fc.assert(
      fc.property(fc.tuple(number, number), number, number, ([baseline, target], one, other) => {
        fc.pre(baseline !== target)
        const percentAt = (value: number) => percentDone(goal({ measure: 'number', baseline, target, value }))
        const nearer = (one - other) * (target - baseline) >= 0

        expect(percentAt(one)).toBeGreaterThanOrEqual(0)
        expect(percentAt(one)).toBeLessThanOrEqual(100)
        expect(nearer ? percentAt(one) >= percentAt(other) : percentAt(one) <= percentAt(other)).toBe(true)
      }),
    )
  })
})

describe('status against the line', () => {
  test.each([
    [40, 'on-track'],
    [41, 'at-risk'],
    [55, 'at-risk'],
    [56, 'off-track'],
  ])('30%% done on day %d of 100 is %s', (day, status) => {
    expect(statusOf(goal({ value: 30 }), onDay(day))).toBe(status)
  })

  test('a goal that counts down is held against the same line', () => {
    const falling = goal({ measure: 'number', baseline: 10, target: 9.7, value: 9.91 })

    expect(statusOf(falling, onDay(40))).toBe('on-track')
    expect(statusOf(falling, onDay(41))).toBe('at-risk')
  })

  test('on its day nothing is late that is on the line, the day after everything short of it is', () => {
    expect(statusOf(goal({ value: 90 }), onDay(100))).toBe('on-track')
    expect(statusOf(goal({ value: 89 }), onDay(101))).toBe('at-risk')
  })

  test('a goal for today alone has the whole day', () => {
    const forToday = goal({ dueOn: date('2027-01-01') })

    expect(statusOf(forToday, onDay(0))).toBe('on-track')
    expect(statusOf(forToday, onDay(1))).toBe('off-track')
  })

  test('a yes-or-no goal is held against its milestones due', () => {
    const milestones = [
      '01-10',
      '01-20',
      '01-30',
      '02-10',
      '02-20',
      '02-28',
      '03-10',
      '03-20',
      '03-30',
      '04-10',
    ]
    const doneFirst = (count: number) =>
      goal({
        measure: 'yes-no',
        target: 1,
        milestones: milestones.map((day, index) => milestone(`2027-${day}`, index < count)),
      })

    expect(statusOf(doneFirst(4), date('2027-02-21'))).toBe('on-track')
    expect(statusOf(doneFirst(3), date('2027-02-21'))).toBe('at-risk')
    expect(statusOf(doneFirst(2), date('2027-02-21'))).toBe('off-track')
  })

  test('a milestone is due until its day has passed', () => {
    const steps = goal({ measure: 'yes-no', target: 1, milestones: [milestone('2027-02-01', false)] })

    expect(statusOf(steps, date('2027-02-01'))).toBe('on-track')
    expect(statusOf(steps, date('2027-02-02'))).toBe('off-track')
  })

  test('a yes-or-no goal without milestones goes by its date', () => {
    const plain = goal({ measure: 'yes-no', target: 1 })

    expect(statusOf(plain, onDay(100))).toBe('on-track')
    expect(statusOf(plain, onDay(101))).toBe('off-track')
    expect(statusOf({ ...plain, value: 1 }, onDay(101))).toBe('on-track')
  })

  test('more progress never makes the status worse', () => {
    const order = ['off-track', 'at-risk', 'on-track']
    const percent = fc.integer({ min: 0, max: 100 })

    fc.assert(
      fc.property(percent, percent, fc.integer({ min: -5, max: 130 }), (one, other, day) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        const rank = (value: number) => order.indexOf(statusOf(goal({ value }), onDay(day)))

        expect(rank(more)).toBeGreaterThanOrEqual(rank(less))
      }),
    )
  })
})
