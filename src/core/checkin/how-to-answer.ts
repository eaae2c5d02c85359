import type { Asked, AskedGoal, Question } from './questions.ts'

/** How the question can be answered by typing. */
export function howToAnswer({ question, part }: Asked): string {
  if (part === 'minutes') return 'Type the minutes, like 45.'
  switch (question.kind) {
    case 'met':
      return 'Type “yes” or “no”.'
    case 'rating':
      return 'Type a number from 1 (hard going) to 5 (very well).'
    case 'coordinator':
      return 'Type “no”, “yes” or “urgent”.'
    case 'choice':
      return 'Tap one of the choices.'
    case 'goal':
      return howToAnswerGoal(question)
    case 'text':
    case 'next-step':
      return 'Write it in a few words.'
  }
}

function howToAnswerGoal({ goal }: Question): string {
  if (goal?.measure === 'yes-no') return 'Type “yes” or “no”.'
  if (!goal) return 'Type where it stands.'
  const like =
    goal.measure === 'percent' ? 'Type where it stands, like “60%”' : 'Type the number it stands at now'
  return `${soFar(goal)} ${like}. A few words after it are a note.`
}

/** Where a goal stands before it is answered. */
export function soFar({ measure, value, target, unit }: AskedGoal): string {
  if (measure === 'percent') return `So far ${value}%, the target is ${target}%.`
  return `So far ${value}, the target is ${target}${unit === undefined ? '' : ` ${unit}`}.`
}
