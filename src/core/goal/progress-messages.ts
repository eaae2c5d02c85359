import type { Button, Message } from '../message/message.ts'
import type { Goal } from './goal.ts'
import { type Eyes, goalLine } from './goal-line.ts'
import { rangeOf, type ValueProblem } from './value.ts'

const newGoal: Button = { label: 'New goal', verb: 'goal.new', opensForm: true }

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

/** Echoes what was kept of a progress entry. */
export function progressStored(
  goal: Goal,
  stored: Eyes & { note?: string; milestones: readonly string[]; other: string },
): Message {
  const reached = goal.state === 'reached'
  return {
    preview: 'Your progress is stored',
    blocks: [
      { kind: 'text', text: reached ? 'Stored. You have reached this goal.' : 'Stored.' },
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

/** Who reads a goal, and who does not. */
export function whoReads(other: string): string {
  return `You and ${other} can read it. Your coordinator sees only how many goals there are and how they stand.`
}

/** How to say where it stands, with words to type. */
export function tellByCommand({ number, measure }: Goal): string {
  const value = measure === 'yes-no' ? 'done' : '60%'
  return `To say how it is going, type “progress ${number} ${value}” and, if you like, a few words.`
}
