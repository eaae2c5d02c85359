import type { Block, Button, Message, Text } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import { formatDate } from '../time/dates.ts'
import type { DraftProblem } from './draft.ts'
import { type Goal, MOST_OPEN_GOALS } from './goal.ts'
import { percentDone, type Status, statusOf } from './progress.ts'
import { rangeOf, type ValueProblem } from './value.ts'

/** Whose eyes a goal is shown to, and when. */
export interface Eyes {
  /** On the reader's own calendar. */
  readonly today: Temporal.PlainDate
  /** BCP 47. */
  readonly locale: string
}

/** The goals of one mentee in a mentor's list. */
export interface MenteesGoals {
  readonly mentee: string
  readonly goals: readonly Goal[]
}

const newGoal: Button = { label: 'New goal', verb: 'goal.new', opensForm: true }

const statusWords: Readonly<Record<Status, string>> = {
  'on-track': 'On track',
  'at-risk': 'At risk',
  'off-track': 'Off track',
}

/** A goal as one line: its number and words, how far it is, how that stands against its date. */
export function goalLine(goal: Goal, eyes: Eyes): { label: string; percent: number; words: string } {
  const percent = Math.floor(percentDone(goal))
  const status = goal.state === 'reached' ? 'Reached' : statusWords[statusOf(goal, eyes.today)]
  const words = [
    status,
    whereItStands(goal, eyes.locale),
    `by ${formatDate(goal.dueOn, eyes.locale, eyes.today)}`,
  ]
  return { label: `${goal.number}. ${goal.title}`, percent, words: words.join(' · ') }
}

/** The person's own open goals, and under them what their mentees have set. */
export function goalsMessage(
  shown: { own: readonly Goal[]; reached: number; maySet: boolean; mentees: readonly MenteesGoals[] },
  eyes: Eyes,
): Message {
  const own = shown.own.flatMap((goal) => ownGoal(goal, eyes))
  const mentees = shown.mentees.flatMap((mentee) => menteesGoals(mentee, eyes))
  const reached = reachedNote(shown.reached)
  const buttons = [...shown.own.map(updateGoal), ...(shown.maySet ? [newGoal] : [])]
  const blocks: Block[] = [
    ...(shown.maySet ? [{ kind: 'heading', text: 'Your goals' } as const] : []),
    ...(shown.maySet && own.length === 0
      ? [{ kind: 'text', text: 'None is open. What would you like to reach?' } as const]
      : own),
    ...(reached === undefined ? [] : [{ kind: 'note', text: reached } as const]),
    ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
    ...mentees,
  ]
  return { preview: 'Your goals', blocks }
}

function ownGoal(goal: Goal, eyes: Eyes): Block[] {
  const next = goal.milestones.find(({ done }) => !done)
  return [
    { kind: 'progress', ...goalLine(goal, eyes) },
    ...(next
      ? [
          {
            kind: 'note',
            text: `Next: ${next.title}, by ${formatDate(next.dueOn, eyes.locale, eyes.today)}`,
          } as const,
        ]
      : []),
  ]
}

function updateGoal({ id, number }: Goal): Button {
  return { label: `Update goal ${number}`, verb: 'goal.progress', about: id, opensForm: true }
}

function menteesGoals({ mentee, goals }: MenteesGoals, eyes: Eyes): Block[] {
  const kindly =
    goals.length === 0
      ? `${mentee} has no open goal. Goals are theirs to put into words: you could ask what they would like to reach.`
      : `These are ${mentee}’s own words. A question moves a goal further than advice.`
  return [
    { kind: 'heading', text: `Goals of ${mentee}` },
    ...goals.map((goal): Block => ({ kind: 'progress', ...goalLine(goal, eyes) })),
    { kind: 'note', text: kindly },
  ]
}

function reachedNote(count: number): string | undefined {
  if (count === 0) return undefined
  return count === 1 ? 'Reached so far: one goal.' : `Reached so far: ${count} goals.`
}

/** What somebody without a pair reads. */
export const noPairForGoals: Message = sentence(
  'Goals belong to a pair, and you have no mentor or mentee yet. Once you have, you can set goals here.',
)

/** Somebody who only mentors asked for the form. */
export const menteesSetGoals: Message = sentence(
  'Goals are set by the mentee, in their own words. You could ask yours what they would like to reach.',
)

export const enoughGoals: Message = {
  preview: 'You have enough open goals',
  blocks: [
    {
      kind: 'text',
      text: `You have ${MOST_OPEN_GOALS} open goals, and more at once seldom move. Reach one first, then there is room for the next.`,
    },
    { kind: 'buttons', buttons: [{ label: 'My goals', verb: 'goal.list' }] },
  ],
}

/** The goal or pair of a form or button is gone, closed or not theirs. */
export const goalGone: Message = {
  preview: 'That goal is not open any more',
  blocks: [
    { kind: 'text', text: 'That goal is not open any more. Here you find those that are.' },
    { kind: 'buttons', buttons: [{ label: 'My goals', verb: 'goal.list' }] },
  ],
}

export const noOpenGoal: Message = {
  preview: 'You have no open goal',
  blocks: [
    { kind: 'text', text: 'You have no open goal yet. What would you like to reach?' },
    { kind: 'buttons', buttons: [newGoal] },
  ],
}

/** Shown once a goal is set. */
export function goalStored(goal: Goal, shown: Eyes & { mentor: string }): Message {
  return {
    preview: 'Your goal is stored',
    blocks: [
      { kind: 'text', text: 'Stored. This is your goal:' },
      { kind: 'progress', ...goalLine(goal, shown) },
      ...(goal.milestones.length > 0 ? [milestoneList(goal, shown)] : []),
      { kind: 'note', text: whoReads(shown.mentor) },
      { kind: 'note', text: tellByCommand(goal) },
    ],
  }
}

function whoReads(other: string): string {
  return `You and ${other} can read it. Your coordinator sees only how many goals there are and how they stand.`
}

function milestoneList(goal: Goal, { today, locale }: Eyes): Block {
  const items = goal.milestones.map(
    ({ title, dueOn }): Text => `${title}, by ${formatDate(dueOn, locale, today)}`,
  )
  return { kind: 'list', items }
}

function tellByCommand({ number, measure }: Goal): string {
  const value = measure === 'yes-no' ? 'done' : '60%'
  return `To say how it goes, type “progress ${number} ${value}” and, if you like, a few words.`
}

/** Echoes what was kept of a progress entry. */
export function progressStored(
  goal: Goal,
  stored: Eyes & { note?: string; milestones: readonly string[]; other: string },
): Message {
  const reached = goal.state === 'reached'
  return {
    preview: 'Your progress is stored',
    blocks: [
      { kind: 'text', text: reached ? 'Stored. You have reached this goal: congratulations!' : 'Stored.' },
      { kind: 'progress', ...goalLine(goal, stored) },
      ...(stored.milestones.length > 0
        ? [{ kind: 'list', items: stored.milestones.map((title) => `Done: ${title}`) } as const]
        : []),
      ...(stored.note === undefined ? [] : [{ kind: 'text', text: `Your note: ${stored.note}` } as const]),
      { kind: 'note', text: whoReads(stored.other) },
    ],
  }
}

/** One sentence that says what to type instead. */
export function describeValueProblem(problem: ValueProblem, goal: Goal): string {
  const [least, most] = rangeOf(goal.measure)
  switch (problem) {
    case 'say-yes-or-no':
      return `Goal ${goal.number} is a yes-or-no goal: please say yes, no or done.`
    case 'say-a-number':
    case 'not-a-value':
      return `Where does goal ${goal.number} stand? Please say a number, a percentage or done: 12, 60% or done.`
    case 'not-whole':
      return `Goal ${goal.number} is a count: please give a whole number.`
    case 'out-of-range':
      return most <= 100
        ? `Goal ${goal.number} is a percentage: please give a number from ${least} to ${most}.`
        : `That is more, or less, than goal ${goal.number} can take. Please give another number, or a percentage from 0% to 100%.`
  }
}

export function noSuchGoal(number: number, open: readonly Goal[]): string {
  return `You have no open goal ${number}. ${describeOpen(open)}`
}

export function whichGoal(open: readonly Goal[]): string {
  return `Which goal do you mean? ${describeOpen(open)}`
}

export function noValue(goal: Goal): string {
  return `Please say where the goal stands before the words about it: ${exampleOf(goal)}.`
}

/** By number alone: titles would make one sentence a page. */
function describeOpen(open: readonly Goal[]): string {
  const [first] = open
  if (!first) return 'You can set one: type “goal”.'
  const numbers = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
    open.map(({ number }) => String(number)),
  )
  return `Please begin with ${numbers}, like this: ${exampleOf(first)}.`
}

function exampleOf({ number, measure }: Goal): string {
  return measure === 'yes-no' ? `“progress ${number} done”` : `“progress ${number} 60%”`
}

/** What is wrong with a field of the form of a new goal. */
export function describeDraftProblem(problem: DraftProblem): string {
  return draftProblems[problem]
}

const draftProblems: Readonly<Record<DraftProblem, string>> = {
  'no-numbers-wanted': 'A yes-or-no goal has no numbers. Please leave this empty, or choose another measure.',
  'target-missing': 'At which number is the goal reached? Please give it here.',
  'target-is-baseline': 'The goal begins and ends at the same number. What will have changed?',
  'not-whole': 'A count is a whole number. Please give one, or choose another measure.',
  'out-of-range': 'A percentage goes from 0 to 100, a count from 0 on. Please give another number.',
  'due-in-the-past': 'This day has passed. By which day would you like to get there?',
  'due-too-far': 'That is more than five years ahead. Which nearer step would you like to reach first?',
  'milestone-without-date': 'By which day? Please give a date, or leave both fields empty.',
  'milestone-without-title': 'What is to be done by then? Please say, or leave both fields empty.',
  'milestone-outside': 'A milestone lies between today and the day of the goal. Please choose another day.',
}

function countMilestones(count: number): string {
  return `${count} ${count === 1 ? 'milestone' : 'milestones'}`
}

function whereItStands(goal: Goal, locale: string): string {
  const { measure, baseline, target, value, milestones } = goal
  const number = (one: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(one)
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
