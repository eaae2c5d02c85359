import { describe, expect, test } from 'vitest'
import type { Goal } from '../../../src/core/goal/goal.ts'
import { historyChart } from '../../../src/core/goal/history-chart.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const eyes = { today: day('2027-02-01'), locale: 'en-GB' }

const goal: Goal = {
  id: 'g',
  pairId: 'p',
  ownerId: 'o',
  number: 2,
  title: 'Lead the handover',
  measure: 'count',
  baseline: 0,
  target: 20,
  unit: 'shifts',
  startsOn: day('2027-01-04'),
  dueOn: day('2027-03-31'),
  state: 'open',
  value: 7,
  milestones: [],
}

describe('the history of a goal', () => {
  test('is what was reached beside the line to the target, and the words say all of it', () => {
    const standings = [
      { on: day('2027-01-11'), value: 3 },
      { on: day('2027-01-18'), value: 7 },
    ]

    const chart = historyChart(goal, standings, eyes)

    expect(chart?.chart.lines).toEqual([
      {
        name: 'planned',
        kind: 'planned',
        points: [
          { on: '2027-01-04', value: 0 },
          { on: '2027-03-31', value: 20 },
        ],
      },
      {
        name: 'so far',
        kind: 'actual',
        points: [
          { on: '2027-01-04', value: 0 },
          { on: '2027-01-11', value: 3 },
          { on: '2027-01-18', value: 7 },
        ],
      },
    ])
    expect(chart?.alt).toBe(
      'Goal 2 over time. So far: 0 shifts on Mon 4 January, 3 shifts on Mon 11 January, 7 shifts on Mon 18 January. Planned: 0 shifts on Mon 4 January, 20 shifts on Wed 31 March.',
    )
  })

  test('is not drawn before there is one', () => {
    expect(historyChart(goal, [], eyes)).toBeUndefined()
  })

  test('shows the last word of a day', () => {
    const standings = [3, 9, 4].map((value) => ({ on: day('2027-01-11'), value }))

    const [, actual] = historyChart(goal, standings, eyes)?.chart.lines ?? []

    expect(actual?.points.map(({ value }) => value)).toEqual([0, 4])
  })

  test('stays small and keeps its ends, however often it was told', () => {
    const standings = Array.from({ length: 200 }, (_, index) => ({
      on: goal.startsOn.add({ days: index + 1 }),
      value: index + 1,
    }))

    const chart = historyChart(goal, standings, eyes)
    const points = chart?.chart.lines[1]?.points ?? []

    expect(points).toHaveLength(20)
    expect([points[0]?.value, points.at(-1)?.value]).toEqual([0, 200])
    expect(chart?.alt.length).toBeLessThan(2000)
  })

  test('of a yes-or-no goal counts its milestones', () => {
    const yesNo: Goal = {
      ...goal,
      measure: 'yes-no',
      target: 1,
      milestones: [
        {
          id: 'a',
          title: 'A',
          dueOn: day('2027-01-20'),
          done: true,
          doneAt: Temporal.Instant.from('2027-01-15T10:00:00Z'),
        },
        { id: 'b', title: 'B', dueOn: day('2027-02-20'), done: false },
      ],
    }

    const chart = historyChart(yesNo, [], eyes)

    expect(chart?.chart.lines.map(({ points }) => points.map(({ value }) => value))).toEqual([
      [0, 1, 2],
      [0, 1],
    ])
    expect(chart?.alt).toContain('Milestones of goal 2')
  })
})
