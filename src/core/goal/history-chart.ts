import type { ChartBlock } from '../message/message.ts'
import { formatDate } from '../time/dates.ts'
import type { Goal } from './goal.ts'
import { type Eyes, valueWords } from './goal-line.ts'

/** Where a goal stood on a day. */
export interface Standing {
  readonly on: Temporal.PlainDate
  readonly value: number
}

/** More points than this are neither read in a small picture nor listened to. */
const MOST_POINTS = 20

/**
 * The history of a goal as a small picture: where it stood, beside the straight line from its start to its day. For a
 * yes-or-no goal the milestones done and due. Undefined while there is nothing to draw.
 */
export function historyChart(goal: Goal, standings: readonly Standing[], eyes: Eyes): ChartBlock | undefined {
  const measured = goal.measure === 'yes-no' ? milestonesAsSteps(goal, eyes) : numbers(goal, standings)
  if (!measured || measured.actual.length < 2) return undefined
  const actual = thinned(measured.actual)
  const words = (points: readonly Standing[]) =>
    points.map(({ on, value }) => `${valueWords(measured, value, eyes.locale)} on ${shortDay(on, eyes)}`)
  return {
    kind: 'chart',
    chart: {
      unit: goal.measure === 'percent' ? '%' : '',
      lines: [
        { name: 'planned', kind: 'planned', points: measured.planned.map(toPoint) },
        { name: 'so far', kind: 'actual', points: actual.map(toPoint) },
      ],
    },
    alt: `${measured.what}. So far: ${words(actual).join(', ')}. Planned: ${words(measured.planned).join(', ')}.`,
  }
}

interface Drawn extends Pick<Goal, 'measure' | 'unit'> {
  readonly what: string
  readonly actual: readonly Standing[]
  readonly planned: readonly Standing[]
}

function numbers(goal: Goal, standings: readonly Standing[]): Drawn {
  const { measure, unit, startsOn, dueOn, baseline, target } = goal
  return {
    what: `Goal ${goal.number} over time`,
    measure,
    ...(unit !== undefined && { unit }),
    actual: lastOfEachDay([{ on: startsOn, value: baseline }, ...standings]),
    planned: [
      { on: startsOn, value: baseline },
      { on: dueOn, value: target },
    ],
  }
}

function milestonesAsSteps({ number, startsOn, milestones }: Goal, eyes: Eyes): Drawn | undefined {
  if (milestones.length === 0) return undefined
  const counted = (days: readonly Temporal.PlainDate[]) => [
    { on: startsOn, value: 0 },
    ...days.toSorted(Temporal.PlainDate.compare).map((on, index) => ({ on, value: index + 1 })),
  ]
  const done = milestones.flatMap(({ doneAt }) => (doneAt ? [dayOf(doneAt, eyes)] : []))
  return {
    what: `Milestones of goal ${number} over time`,
    measure: 'count',
    actual: lastOfEachDay(counted(done)),
    planned: lastOfEachDay(counted(milestones.map(({ dueOn }) => dueOn))),
  }
}

/** The history is drawn by days, and an hour more or less does not show. */
function dayOf(instant: Temporal.Instant, { today }: Eyes): Temporal.PlainDate {
  const on = instant.toZonedDateTimeISO('UTC').toPlainDate()
  return Temporal.PlainDate.compare(on, today) > 0 ? today : on
}

function lastOfEachDay(standings: readonly Standing[]): Standing[] {
  const days = new Map(standings.map((one) => [one.on.toString(), one]))
  return [...days.values()].toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on))
}

/** Evenly, the first and the last kept. */
function thinned(standings: readonly Standing[]): readonly Standing[] {
  const last = standings.length - 1
  if (last < MOST_POINTS) return standings
  const kept = Array.from({ length: MOST_POINTS }, (_, index) =>
    Math.round((index * last) / (MOST_POINTS - 1)),
  )
  return kept.flatMap((index) => standings[index] ?? [])
}

function shortDay(on: Temporal.PlainDate, { locale, today }: Eyes): string {
  return formatDate(on, locale, today)
}

function toPoint({ on, value }: Standing) {
  return { on: on.toString(), value }
}
