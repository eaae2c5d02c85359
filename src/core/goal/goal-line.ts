import { formatDate } from '../time/dates.ts'
import type { Goal } from './goal.ts'
import { percentDone, type Status, statusOf } from './progress.ts'

/** Whose eyes a goal is shown to, and when. */
export interface Eyes {
  /** On the reader's own calendar. */
  readonly today: Temporal.PlainDate
  /** BCP 47. */
  readonly locale: string
}

const statusWords: Readonly<Record<Status, string>> = {
  'on-track': 'On track',
  'at-risk': 'At risk',
  'off-track': 'Off track',
}

/** A goal as one line: its number and words, how far it is, how that stands against its date. */
export function goalLine(goal: Goal, eyes: Eyes): { label: string; percent: number; words: string } {
  const percent = Math.floor(percentDone(goal))
  const words = [
    stateWords(goal, eyes.today),
    whereItStands(goal, eyes.locale),
    `by ${formatDate(goal.dueOn, eyes.locale, eyes.today)}`,
  ]
  return { label: `${goal.number}. ${goal.title}`, percent, words: words.join(' · ') }
}

function stateWords(goal: Goal, today: Temporal.PlainDate): string {
  if (goal.state === 'reached') return 'Reached'
  return goal.state === 'retired' ? 'Let go' : statusWords[statusOf(goal, today)]
}

/** A value of a goal with what it counts: `12 shifts`, `60%`. */
export function valueWords({ measure, unit }: Pick<Goal, 'measure' | 'unit'>, value: number, locale: string) {
  const number = numberWords(value, locale)
  if (measure === 'percent') return `${number}%`
  return unit === undefined ? number : `${number} ${unit}`
}

function numberWords(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value)
}

function whereItStands(goal: Goal, locale: string): string {
  const { measure, baseline, target, value, milestones } = goal
  const number = (one: number) => numberWords(one, locale)
  const unit = goal.unit === undefined ? '' : ` ${goal.unit}`
  switch (measure) {
    case 'yes-no': {
      const done = milestones.filter((milestone) => milestone.done).length
      if (goal.state === 'reached') return 'done'
      return milestones.length === 0 ? 'not yet' : `${done} of ${countMilestones(milestones.length)}`
    }
    case 'percent':
      return baseline === 0 && target === 100
        ? `${number(value)}%`
        : `${number(value)}%, from ${number(baseline)}% to ${number(target)}%`
    case 'number':
    case 'count':
      return baseline === 0
        ? `${number(value)} of ${number(target)}${unit}`
        : `${number(value)}${unit}, from ${number(baseline)} to ${number(target)}`
  }
}

function countMilestones(count: number): string {
  return `${count} ${count === 1 ? 'milestone' : 'milestones'}`
}
