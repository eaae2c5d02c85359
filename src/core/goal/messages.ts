import type { Form } from '../message/form.ts'
import type { Block, Button, Message } from '../message/message.ts'
import { formatDate } from '../time/dates.ts'
import { field } from './fields.ts'
import type { Goal } from './goal.ts'
import { type Eyes, goalLine } from './goal-line.ts'
import type { UnfinishedGoal } from './unfinished-goal.ts'
import { unfinishedBlocks } from './wizard-messages.ts'

/** The goals of one mentee in a mentor's list. */
export interface MenteesGoals {
  readonly mentee: string
  readonly goals: readonly Goal[]
}

/** More in a row is a wall: then one of them opens a choice. */
const BUTTONS_IN_A_ROW = 5

const newGoal: Button = { label: 'New goal', verb: 'goal.new', opensForm: true }
const progress: Button = { label: 'Progress', verb: 'goal.progress', opensForm: true, tone: 'primary' }

/** What somebody's list of goals shows. */
interface ShownGoals {
  /** Their open goals. */
  readonly own: readonly Goal[]
  readonly reached: number
  readonly retired: number
  /** Whether they have a mentor, or a peer, with whom a goal could be set. */
  readonly maySet: boolean
  readonly unfinished?: UnfinishedGoal
  readonly mentees: readonly MenteesGoals[]
}

/** The person's own open goals, and under them what their mentees have set. */
export function goalsMessage(shown: ShownGoals, eyes: Eyes): Message {
  const { own, unfinished, maySet } = shown
  const past = pastNote(shown)
  const buttons = buttonsOf(shown)
  const blocks: Block[] = [
    ...(maySet ? [{ kind: 'heading', text: 'Your goals' } as const] : []),
    ...(maySet && own.length === 0 && !unfinished
      ? [{ kind: 'text', text: 'You have no open goal. What would you like to reach?' } as const]
      : own.map((goal): Block => ({ kind: 'progress', ...goalLine(goal, eyes) }))),
    ...nextMilestones(own, eyes),
    ...(unfinished ? unfinishedBlocks(unfinished) : []),
    ...(past === undefined ? [] : [{ kind: 'note', text: past } as const]),
    ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
    ...shown.mentees.flatMap((mentee) => menteesGoals(mentee, eyes)),
  ]
  return { preview: 'Your goals', blocks }
}

/** One list for all goals, so that five of them stay one screen. */
function nextMilestones(own: readonly Goal[], { locale, today }: Eyes): Block[] {
  const items = own.flatMap(({ number, milestones }) => {
    const next = milestones.find(({ done }) => !done)
    const first = own.length > 1 ? `Goal ${number}, next: ` : 'Next: '
    return next ? [`${first}${next.title}, by ${formatDate(next.dueOn, locale, today)}`] : []
  })
  return items.length > 0 ? [{ kind: 'list', items }] : []
}

function buttonsOf({ own, maySet, unfinished, reached, retired }: ShownGoals): Button[] {
  const before = [
    ...(own.length > 0 ? [unfinished ? quiet(progress) : progress] : []),
    ...(maySet && !unfinished ? [newGoal] : []),
  ]
  const after: Button[] = reached + retired > 0 ? [{ label: 'Earlier goals', verb: 'goal.past' }] : []
  return [...before, ...lookAt(own, { beside: before.length + after.length, which: 'open' }), ...after]
}

/** What was begun asks first. */
function quiet({ tone: _, ...button }: Button): Button {
  return button
}

/** A button for each goal, or one for all where they are many. */
function lookAt(goals: readonly Goal[], row: { beside: number; which: 'open' | 'past' }): Button[] {
  if (goals.length + row.beside <= BUTTONS_IN_A_ROW) return goals.map(openGoal)
  return [{ label: 'Look at one', verb: 'goal.look', about: row.which, opensForm: true }]
}

function openGoal({ id, number }: Goal): Button {
  return { label: `Goal ${number}`, verb: 'goal.show', about: id }
}

/** Which goal to look at, where there are too many for a button each. `about`: open or past. */
export function lookForm(goals: readonly Goal[], about: string): Form {
  const options = goals.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` }))
  return {
    verb: 'goal.look-at',
    about,
    title: 'Look at a goal',
    submit: 'Show it',
    parts: [field({ name: 'goal', kind: 'choice', label: 'Which goal?', options })],
  }
}

function menteesGoals({ mentee, goals }: MenteesGoals, eyes: Eyes): Block[] {
  const kindly =
    goals.length === 0
      ? `${mentee} has no open goal. Goals are theirs to put into words: you could ask what they would like to reach.`
      : `These are ${mentee}’s own words. A question moves a goal further than advice.`
  return [
    { kind: 'heading', text: `Goals of ${mentee}` },
    ...goals.map((goal): Block => ({ kind: 'progress', ...goalLine(goal, eyes) })),
    ...(goals.length > 0 ? [{ kind: 'buttons', buttons: goals.map(openGoal) } as const] : []),
    { kind: 'note', text: kindly },
  ]
}

function pastNote({ reached, retired }: ShownGoals): string | undefined {
  if (reached === 0 && retired === 0) return undefined
  const done = reached === 1 ? 'Reached so far: one goal.' : `Reached so far: ${reached} goals.`
  const gone = retired === 1 ? 'Let go so far: one goal.' : `Let go so far: ${retired} goals.`
  return [...(reached > 0 ? [done] : []), ...(retired > 0 ? [gone] : [])].join(' ')
}

/** The goals that are reached or let go, the latest first. */
export function pastGoals(goals: readonly Goal[], eyes: Eyes): Message {
  const blocks: Block[] = [
    { kind: 'heading', text: 'Earlier goals' },
    ...(goals.length === 0 ? [{ kind: 'text', text: 'There is none yet.' } as const] : []),
    ...goals.map((goal): Block => ({ kind: 'progress', ...goalLine(goal, eyes) })),
    {
      kind: 'buttons',
      buttons: [...lookAt(goals, { beside: 1, which: 'past' }), { label: 'Open goals', verb: 'goal.list' }],
    },
  ]
  return { preview: 'Your earlier goals', blocks }
}
