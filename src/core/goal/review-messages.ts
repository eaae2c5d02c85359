import type { Block, Button, Message } from '../message/message.ts'
import type { GoalChange, Moment } from './change.ts'
import type { Goal } from './goal.ts'
import { type Eyes, goalLine } from './goal-line.ts'

/** A goal and what its owner made of it at this review; undefined while it is to be answered. */
export interface LookedAt {
  readonly goal: Goal
  readonly answer?: GoalChange['kind']
}

function momentWords(moment: Moment): string {
  if (moment === 'middle') return 'You are half-way'
  return moment === 'end' ? 'You are coming to the end' : 'You have held a required meeting'
}

const answerWords: Readonly<Record<GoalChange['kind'], string>> = {
  kept: 'Kept as it is.',
  adjusted: 'Adjusted.',
  retired: 'Let go.',
  reopened: 'Taken up again.',
}

/** All open goals, each to be kept, adjusted or let go. */
export function reviewOfGoals(
  goals: readonly LookedAt[],
  facts: Eyes & { moment: Moment; other: string },
): Message {
  const { moment, other } = facts
  const toDo = goals.some(({ answer }) => answer === undefined)
  const ask = toDo
    ? `${momentWords(moment)} with ${other}. Is each of your goals still what you want to reach?`
    : `Thank you. You have looked at all your goals with ${other} again.`
  return {
    preview: 'A look at your goals',
    blocks: [{ kind: 'text', text: ask }, ...goals.flatMap((one) => reviewed(one, facts))],
  }
}

function reviewed({ goal, answer }: LookedAt, facts: Eyes & { moment: Moment }): Block[] {
  const line: Block = { kind: 'progress', ...goalLine(goal, facts) }
  if (answer !== undefined) return [line, { kind: 'note', text: answerWords[answer] }]
  if (goal.state === 'reached') return [line]
  const about = `${goal.id}:${facts.moment}`
  const { number } = goal
  const buttons: Button[] = [
    { label: `Keep ${number}`, verb: 'goal.keep', about },
    { label: `Adjust ${number}`, verb: 'goal.adjust', about, opensForm: true },
    { label: `Let ${number} go`, verb: 'goal.retire', about, opensForm: true },
  ]
  return [line, { kind: 'buttons', buttons }]
}

/** Shown once a goal is changed from its own page or by a form. */
export function goalChanged(goal: Goal, kind: GoalChange['kind'], eyes: Eyes): Message {
  const words = { ...answerWords, retired: 'Let go. It stays in your earlier goals.' }
  return {
    preview: 'Your goal is stored',
    blocks: [
      { kind: 'text', text: words[kind] },
      { kind: 'progress', ...goalLine(goal, eyes) },
      { kind: 'buttons', buttons: [{ label: 'My goals', verb: 'goal.list' }] },
    ],
  }
}

/** To its owner, once, when a goal is reached. */
export function ownGoalReached(goal: Goal, facts: Eyes & { other: string }): Message {
  return {
    preview: 'A goal is reached',
    blocks: [
      { kind: 'text', text: 'You have reached a goal. Well done.' },
      { kind: 'progress', ...goalLine(goal, facts) },
      { kind: 'note', text: `I have told ${facts.other}, too. What helped you to get there?` },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Reflect on it', verb: 'reflect.write', about: 'goal', opensForm: true },
          { label: 'Say thanks', verb: 'thanks.write', about: goal.pairId, opensForm: true },
        ],
      },
    ],
  }
}

/** To the other person in the pair, once. */
export function otherReachedGoal(goal: Goal, facts: Eyes & { owner: string }): Message {
  return {
    preview: 'A goal is reached',
    blocks: [
      { kind: 'text', text: `${facts.owner} has reached a goal, and you were part of the way.` },
      { kind: 'progress', ...goalLine(goal, facts) },
      { kind: 'note', text: 'You could ask: “What made the difference?”' },
      {
        kind: 'buttons',
        buttons: [{ label: 'Say thanks', verb: 'thanks.write', about: goal.pairId, opensForm: true }],
      },
    ],
  }
}
