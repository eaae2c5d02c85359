import type { Block, Button, Message, Text } from '../message/message.ts'
import { formatDate } from '../time/dates.ts'
import type { GoalChange } from './change.ts'
import type { Goal } from './goal.ts'
import { type Eyes, goalLine, valueWords } from './goal-line.ts'
import { historyChart, type Standing } from './history-chart.ts'
import { statusOf } from './progress.ts'
import { whoReads } from './progress-messages.ts'

/** One entry of a goal's history. */
export interface Entry extends Standing {
  readonly note?: string
}

/** A goal with everything that is known of it. */
export interface GoalPage {
  readonly goal: Goal
  /** Oldest first. */
  readonly entries: readonly Entry[]
  /** Oldest first. */
  readonly changes: readonly GoalChange[]
  /** The name of the other person in the pair, as the reader sees it. */
  readonly other: string
  /** Whether the reader set it. */
  readonly own: boolean
  /** Whether the pair goes on. */
  readonly active: boolean
}

const NOTES_SHOWN = 3

/** One goal: where it stands, how it came there as a picture, its milestones, and what its owner can do with it. */
export function goalPage(page: GoalPage, eyes: Eyes): Message {
  const { goal, own, other } = page
  const chart = historyChart(goal, page.entries, eyes)
  const facts = factsOf(goal)
  const story = [...notesOf(page, eyes), ...changesOf(page.changes, eyes)]
  const buttons = buttonsFor(page)
  const blocks: Block[] = [
    { kind: 'progress', ...goalLine(goal, eyes) },
    ...(facts.length > 0 ? [{ kind: 'facts', facts } as const] : []),
    ...(goal.milestones.length > 0 ? [milestones(goal, eyes)] : []),
    ...(chart ? [chart] : []),
    ...(story.length > 0 ? [{ kind: 'list', items: story } as const] : []),
    { kind: 'note', text: own ? whoReads(other) : questionFor(goal, other, eyes) },
    ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
  ]
  return { preview: `Goal ${goal.number}`, blocks }
}

function factsOf({ relevant, attainable }: Goal) {
  return [
    ...(relevant === undefined ? [] : [{ label: 'Why it matters', value: relevant }]),
    ...(attainable === undefined ? [] : [{ label: 'How to get there', value: attainable }]),
  ]
}

function milestones(goal: Goal, { locale, today }: Eyes): Block {
  const items = goal.milestones.map(
    ({ title, dueOn, done }): Text =>
      done ? `Done: ${title}` : `${title}, by ${formatDate(dueOn, locale, today)}`,
  )
  return { kind: 'list', items }
}

function notesOf({ goal, entries }: GoalPage, { locale, today }: Eyes): Text[] {
  const withWords = entries.filter(({ note }) => note !== undefined).slice(-NOTES_SHOWN)
  return withWords.map(({ on, value, note }): Text => {
    const where = goal.measure === 'yes-no' ? '' : `${valueWords(goal, value, locale)}: `
    return `${formatDate(on, locale, today)}, ${where}${note}`
  })
}

function changesOf(changes: readonly GoalChange[], { locale, today }: Eyes): Text[] {
  return changes.slice(-NOTES_SHOWN).map(({ kind, on, why }): Text => {
    const what = `${formatDate(on, locale, today)}, ${changeWords[kind]}`
    return why === undefined ? what : `${what}: ${why}`
  })
}

const changeWords: Readonly<Record<GoalChange['kind'], string>> = {
  adjusted: 'adjusted',
  kept: 'looked at again and kept',
  retired: 'let go',
  reopened: 'taken up again',
}

/** For the mentor: a question to ask, never what to say. */
function questionFor(goal: Goal, mentee: string, { today }: Eyes): string {
  const whose = `These are ${mentee}’s own words.`
  if (goal.state === 'reached') return `${whose} You could ask: “What made the difference?”`
  if (goal.state === 'retired') return `${whose} You could ask: “What do you take with you from it?”`
  switch (statusOf(goal, today)) {
    case 'on-track':
      return `${whose} You could ask: “What is working?”`
    case 'at-risk':
      return `${whose} You could ask: “What is the smallest next step?”`
    case 'off-track':
      return `${whose} You could ask: “Is this still what you want to reach, and by this day?”`
  }
}

function buttonsFor({ goal, own, active }: GoalPage): Button[] {
  const { id: about, state } = goal
  if (!own || !active) return []
  if (state === 'retired') return [{ label: 'Take it up again', verb: 'goal.reopen', about }]
  if (state === 'reached') return []
  const next = goal.milestones.find(({ done }) => !done)
  return [
    { label: 'Progress', verb: 'goal.progress', about, opensForm: true, tone: 'primary' },
    ...(next ? [{ label: 'Next milestone is done', verb: 'goal.tick', about: `${about}:${next.id}` }] : []),
    { label: 'Milestones', verb: 'goal.milestones', about, opensForm: true },
    { label: 'Adjust', verb: 'goal.adjust', about, opensForm: true },
    { label: 'Let it go', verb: 'goal.retire', about, opensForm: true },
  ]
}
