import type { Block, Button, Message } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import { formatDate } from '../time/dates.ts'
import { type Action, type DayProblem, MOST_OPEN_ACTIONS } from './action.ts'

/** When and how dates are written for the reader. */
export interface Eyes {
  /** On the reader's own calendar. */
  readonly today: Temporal.PlainDate
  /** BCP 47. */
  readonly locale: string
}

/** The plan as one of the two sees it. */
export interface ShownPlan {
  /** Their own open actions, the first due first. */
  readonly own: readonly Action[]
  /** What the others have taken on, pair by pair. */
  readonly others: readonly { readonly name: string; readonly actions: readonly Action[] }[]
}

/** So many stand in a message at once; the form holds all. */
const SHOWN = 8
const OTHERS_SHOWN = 5
/** Up to here each has a button of its own. */
const BUTTONS_FOR_EACH = 3

const add: Button = { label: 'Add an action', verb: 'plan.add', opensForm: true }
const change: Button = { label: 'Change or drop one', verb: 'plan.change', opensForm: true }
const tick: Button = { label: 'Tick off', verb: 'plan.tick', opensForm: true, tone: 'primary' }
const open: Button = { label: 'My plan', verb: 'plan.list' }

/** The person's own actions to tick off, and what the other has taken on. `news`: what has just come about. */
export function planMessage(plan: ShownPlan, eyes: Eyes, news?: string): Message {
  const { own, others } = plan
  return {
    preview: 'Your action plan',
    blocks: [
      ...(news === undefined ? [] : [{ kind: 'text', text: news } as const]),
      { kind: 'heading', text: 'Your actions' },
      ...(own.length === 0
        ? [{ kind: 'text', text: 'You have nothing open. What could be your next step?' } as const]
        : toTickOff(own, eyes)),
      ...others.flatMap((one) => othersActions(one, eyes)),
      {
        kind: 'buttons',
        buttons: [...(own.length > BUTTONS_FOR_EACH ? [tick] : []), add, ...changeButton(own)],
      },
    ],
  }
}

function changeButton(own: readonly Action[]): Button[] {
  if (own.length === 0) return []
  return [own.length === 1 ? { ...change, label: 'Change or drop it' } : change]
}

function toTickOff(own: readonly Action[], eyes: Eyes): Block[] {
  const shown = own.slice(0, SHOWN)
  const more = own.length - shown.length
  const each = doneButtons(own)
  return [
    { kind: 'list', items: shown.map((action) => numbered(own, action, eyes)) },
    ...(more > 0 ? [{ kind: 'note', text: `And ${more} more.` } as const] : []),
    ...(each.length > 0 ? [{ kind: 'buttons', buttons: each } as const] : []),
  ]
}

/** Numbers stand only where buttons refer to them. */
function numbered(all: readonly Action[], action: Action, eyes: Eyes): string {
  const line = actionLine(action, eyes)
  return all.length > 1 && all.length <= BUTTONS_FOR_EACH ? `${all.indexOf(action) + 1}. ${line}` : line
}

/** None where there are too many: then all are in one form. */
function doneButtons(actions: readonly Action[]): Button[] {
  if (actions.length > BUTTONS_FOR_EACH) return []
  return actions.map(({ id }, index) => ({
    label: actions.length === 1 ? 'It is done' : `Done: ${index + 1}`,
    verb: 'plan.done',
    about: id,
  }))
}

function othersActions({ name, actions }: ShownPlan['others'][number], eyes: Eyes): Block[] {
  if (actions.length === 0) return []
  const shown = actions.slice(0, OTHERS_SHOWN).map((action) => actionLine(action, eyes))
  return [
    { kind: 'text', text: [{ text: `What ${name} does`, bold: true }] },
    { kind: 'list', items: shown },
  ]
}

/** An action with its day, as one line. */
export function actionLine({ title, dueOn }: Pick<Action, 'title' | 'dueOn'>, eyes: Eyes): string {
  return `${title} · ${dueWords(dueOn, eyes)}`
}

function dueWords(dueOn: Temporal.PlainDate, { today, locale }: Eyes): string {
  const days = today.until(dueOn, { largestUnit: 'day' }).days
  if (days === 0) return 'due today'
  if (days === 1) return 'due tomorrow'
  const day = formatDate(dueOn, locale, today)
  return days < 0 ? `was due ${day}` : `by ${day}`
}

/** The one message of a day about what is due next and what was due. */
export function reminderMessage(actions: readonly Action[], eyes: Eyes): Message {
  const late = actions.filter(({ dueOn }) => Temporal.PlainDate.compare(dueOn, eyes.today) < 0)
  const coming = actions.filter((action) => !late.includes(action))
  const inOrder = [...coming, ...late]
  const shown = inOrder.slice(0, SHOWN)
  const listed = (some: readonly Action[]) =>
    some.filter((action) => shown.includes(action)).map((action) => numbered(inOrder, action, eyes))
  const each = doneButtons(inOrder)
  return {
    preview: 'Your action plan',
    blocks: [
      ...section('Coming up in your plan:', listed(coming)),
      ...section(
        late.length === 1 ? 'This was due. How did it go?' : 'These were due. How did it go?',
        listed(late),
      ),
      { kind: 'buttons', buttons: [...(each.length > 0 ? each : [tick]), open] },
    ],
  }
}

function section(text: string, items: readonly string[]): Block[] {
  return items.length === 0
    ? []
    : [
        { kind: 'text', text },
        { kind: 'list', items },
      ]
}

/** To the other person in the pair, who has been given something to do: it is theirs to decide. */
export function suggestedAction(action: Action, facts: Eyes & { readonly author: string }): Message {
  const { id: about } = action
  return {
    preview: 'An action for your plan',
    blocks: [
      { kind: 'text', text: `${facts.author} suggests an action for you:` },
      { kind: 'list', items: [actionLine(action, facts)] },
      { kind: 'note', text: 'It is in your plan now. Keep it, put it in your own words, or drop it.' },
      {
        kind: 'buttons',
        buttons: [
          { label: 'It is done', verb: 'plan.done', about },
          { label: 'Change it', verb: 'plan.change', about, opensForm: true },
          { label: 'Drop it', verb: 'plan.drop', about },
        ],
      },
    ],
  }
}

/** The news above the plan, once something was done with it. */
export const planNews = {
  added: (title: string) => `Added: ${title}`,
  suggested: (name: string) => `Suggested to ${name}, who can keep, change or drop it.`,
  done: (title: string) => `Done: ${title}`,
  ticked: (count: number) => `Done: ${count} actions`,
  changed: (title: string) => `Changed: ${title}`,
  dropped: (title: string) => `Dropped: ${title}`,
} as const

/** The action of a button or form was done, dropped or is not theirs; or the pair is over. */
export const actionGone: Message = {
  preview: 'That action is not open any more',
  blocks: [
    { kind: 'text', text: 'That action is not open any more. Here you find those that are.' },
    { kind: 'buttons', buttons: [open] },
  ],
}

/** What somebody without a pair reads. */
export const noPairForPlan: Message = sentence(
  'A plan belongs to a pair, and you have no mentor or mentee yet. Once you have, you can plan together here.',
)

/** Too many at once. */
export function enoughActions(whose: 'own' | 'other'): Message {
  const who = whose === 'own' ? 'You have' : 'The other person in your pair has'
  return {
    preview: 'There are enough open actions',
    blocks: [
      {
        kind: 'text',
        text: `${who} ${MOST_OPEN_ACTIONS} open actions, and that is the most I can keep. Once one is done or dropped there is room for the next.`,
      },
      { kind: 'buttons', buttons: [open] },
    ],
  }
}

/** What is wrong with the day of an action. */
export function describeDayProblem(problem: DayProblem): string {
  return problem === 'past'
    ? 'This day has passed. By which day would you like to have it done?'
    : 'That is more than a year ahead. Which nearer step could come first?'
}
