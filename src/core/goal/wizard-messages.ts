import type { Block, Button, Message, Text } from '../message/message.ts'
import { sentence, withTyped } from '../message/messages.ts'
import { formatDate } from '../time/dates.ts'
import type { Advice } from './advice.ts'
import type { DraftProblem } from './draft.ts'
import { type Goal, MOST_MILESTONES, MOST_OPEN_GOALS } from './goal.ts'
import { type Eyes, goalLine } from './goal-line.ts'
import { tellByCommand, whoReads } from './progress-messages.ts'
import { type UnfinishedGoal, wordsOf } from './unfinished-goal.ts'

/** What the bot asks back, as an open question. */
export function describeAdvice(advice: Advice): string {
  return adviceWords[advice]
}

const adviceWords: Readonly<Record<Advice, string>> = {
  'in-your-hands': 'Some of this is decided by others. Which part of it is in your own hands?',
  'one-thing': 'This could be more than one goal. Which part would you like to begin with?',
  'how-will-you-know':
    'How will you know? A number, or a yes-or-no event that somebody could see: which would fit?',
  'more-of-it': 'What would it look like once you are there?',
  'what-is-counted': 'What exactly is counted, so that both of you would count the same?',
  why: 'What makes this matter to you now?',
  'first-step': 'What could be your first step, and what or who could help?',
  'far-away': 'That is more than a year away. What would you like to have reached half-way there?',
  'half-way': 'What would show you half-way that you are getting there?',
}

export const keepOrChange =
  'You know best: change what is below if you like, or keep it as it is and send it once more.'

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
      {
        kind: 'buttons',
        buttons: [
          { label: 'Add milestones', verb: 'goal.milestones', about: goal.id, opensForm: true },
          { label: 'My goals', verb: 'goal.list' },
        ],
      },
    ],
  }
}

function milestoneList(goal: Goal, { today, locale }: Eyes): Block {
  const items = goal.milestones.map(
    ({ title, dueOn }): Text => `${title}, by ${formatDate(dueOn, locale, today)}`,
  )
  return { kind: 'list', items }
}

/** What stands in the list of goals about one that was begun and not finished. */
export function unfinishedBlocks(unfinished: UnfinishedGoal): Block[] {
  const { id, title } = unfinished
  return [
    { kind: 'text', text: [{ text: 'You began a goal: ' }, { text: title, bold: true }] },
    {
      kind: 'buttons',
      buttons: [
        goOn,
        { label: 'Change its words', verb: 'goal.reword', about: id, opensForm: true },
        { label: 'Delete the draft', verb: 'goal.put-away', about: id },
      ],
    },
  ]
}

const goOn: Button = { label: 'Go on with it', verb: 'goal.new', opensForm: true, tone: 'primary' }

/** Another goal is asked for while one is being made: one at a time, and nothing is lost. */
export function unfinishedWaits(unfinished: UnfinishedGoal, typed: readonly string[] = []): Message {
  const blocks = typed.length > 0 ? withTyped('Nothing was stored of this one:', typed).blocks : []
  return {
    preview: 'You have begun another goal',
    blocks: [
      { kind: 'text', text: 'You have begun another goal. Would you like to finish it first?' },
      ...unfinishedBlocks(unfinished),
      ...blocks,
    ],
  }
}

/** A form of a goal in the making that was finished, put away or begun anew since. */
export const unfinishedGone: Message = {
  preview: 'That goal is not in the making any more',
  blocks: [
    { kind: 'text', text: 'That goal was finished or put away in the meantime. Here you find your goals.' },
    { kind: 'buttons', buttons: [{ label: 'My goals', verb: 'goal.list' }] },
  ],
}

/** The pair ended while a goal was in the making: the words are the owner's, to keep. */
export function pairEndedMeanwhile(unfinished: UnfinishedGoal): Message {
  const { blocks } = withTyped(
    'The pair for which you began this goal is over, so it cannot be stored there.',
    wordsOf(unfinished),
  )
  const away: Button = { label: 'Delete the draft', verb: 'goal.put-away', about: unfinished.id }
  return {
    preview: 'The pair of that goal is over',
    blocks: [...blocks, { kind: 'buttons', buttons: [away] }],
  }
}

/** It is not kept any more; what was written stands here once, to copy. */
export function putAway(unfinished: UnfinishedGoal): Message {
  return withTyped('The draft is deleted. You can begin another whenever you like.', wordsOf(unfinished))
}

/** Somebody who only mentors asked for the form. */
export const menteesSetGoals: Message = sentence(
  'Goals are set by the mentee, in their own words. You could ask yours what they would like to reach.',
)

/** What somebody without a pair reads. */
export const noPairForGoals: Message = sentence(
  'Goals belong to a pair, and you have no mentor or mentee yet. Once you have, you can set goals here.',
)

export const enoughGoals: Message = {
  preview: 'You have enough open goals',
  blocks: [
    {
      kind: 'text',
      text: `You have ${MOST_OPEN_GOALS} open goals, and more at once seldom move. Reach one first, or let one go, then there is room for the next.`,
    },
    { kind: 'buttons', buttons: [{ label: 'My goals', verb: 'goal.list' }] },
  ],
}

/** What is wrong with a field of a form about a goal. */
export function describeDraftProblem(problem: DraftProblem): string {
  return draftProblems[problem]
}

const draftProblems: Readonly<Record<DraftProblem, string>> = {
  'no-numbers-wanted': 'A yes-or-no goal has no numbers. Please leave this empty, or choose another measure.',
  'target-missing': 'At which number is the goal reached? Please give it here.',
  'target-is-baseline': 'The goal begins and ends at the same number. What will have changed?',
  'target-is-met': 'By that number the goal would be reached today. What would you like to aim at now?',
  'not-whole': 'A count is a whole number. Please give one, or choose another measure.',
  'out-of-range': 'A percentage goes from 0 to 100, a count from 0 on. Please give another number.',
  'due-in-the-past': 'This day has passed. By which day would you like to get there?',
  'due-too-far': 'That is more than five years ahead. Which nearer step would you like to reach first?',
  'due-before-milestone':
    'One of its milestones is due after that day. Please choose a later day, or take that milestone away first.',
  'milestone-without-date': 'By which day? Please give a date, or leave both fields empty.',
  'milestone-without-title': 'What is to be done by then? Please say, or leave both fields empty.',
  'milestone-outside': 'A milestone lies between today and the day of the goal. Please choose another day.',
  'milestone-too-many': `A goal has up to ${MOST_MILESTONES} milestones. Please take one away first, or leave this empty.`,
  'nothing-changed': 'This is how the goal is now. What would you like to change?',
}
