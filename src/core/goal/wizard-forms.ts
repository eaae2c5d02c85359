import type { Form, FormPart, Option } from '../message/form.ts'
import type { Advice } from './advice.ts'
import { field, milestoneParts, TITLE_LENGTH } from './fields.ts'
import type { UnfinishedGoal } from './unfinished-goal.ts'
import { describeAdvice, keepOrChange } from './wizard-messages.ts'

const WORDS_LENGTH = 600

const measureOptions: readonly Option[] = [
  { value: 'yes-no', label: 'Yes or no: it has happened or it has not' },
  { value: 'count', label: 'A count: 0 of 20 shifts' },
  { value: 'percent', label: 'A percentage' },
  { value: 'number', label: 'A number that is to rise or fall' },
]

/** What is asked back in a form, above its fields. */
interface Asking {
  readonly advice?: Advice
}

/** The first step of a goal, in its owner's own words: what it is and how they will know. */
export function whatForm(facts: { pairs: readonly Option[]; title?: string }): Form {
  const [only, ...more] = facts.pairs
  const one = more.length === 0 ? only : undefined
  const title = facts.title?.slice(0, TITLE_LENGTH)
  return {
    verb: 'goal.begin',
    ...(one && { about: one.value }),
    title: 'New goal: what',
    submit: 'Go on',
    parts: [
      ...(one ? [] : [field({ name: 'pair', kind: 'choice', label: 'With whom?', options: facts.pairs })]),
      ...whatParts({ ...(title !== undefined && { title }) }),
    ],
  }
}

/** The same step once something is written: to change it, or to think about what is asked back. */
export function whatFormAgain(unfinished: UnfinishedGoal, { advice }: Asking = {}): Form {
  return {
    verb: 'goal.begin',
    about: `${unfinished.pairId}:${unfinished.id}`,
    title: 'New goal: what',
    submit: 'Go on',
    parts: [...questionParts(advice), ...whatParts(unfinished)],
  }
}

function whatParts(written: Partial<UnfinishedGoal>): FormPart[] {
  const { title, measure, baseline, target, unit } = written
  return [
    field({
      name: 'title',
      kind: 'text',
      label: 'What would you like to reach?',
      hint: 'In your own words. Who will read it: you and your pair.',
      maxLength: TITLE_LENGTH,
      ...(title !== undefined && { value: title }),
    }),
    field({
      name: 'measure',
      kind: 'choice',
      label: 'How will you know?',
      options: measureOptions,
      ...(measure !== undefined && { value: measure }),
    }),
    field({
      name: 'baseline',
      kind: 'number',
      label: 'Where does it stand now?',
      hint: 'Not for yes or no. Empty means 0.',
      optional: true,
      ...(baseline !== undefined && { value: String(baseline) }),
    }),
    field({
      name: 'target',
      kind: 'number',
      label: 'Which number are you aiming for?',
      hint: 'Not for yes or no.',
      optional: true,
      ...(target !== undefined && { value: String(target) }),
    }),
    field({
      name: 'unit',
      kind: 'text',
      label: 'What is counted?',
      hint: 'Shifts, minutes, articles …',
      maxLength: 40,
      optional: true,
      ...(unit !== undefined && { value: unit }),
    }),
  ]
}

/** The second and last step: how, why and by when. */
export function wayForm(unfinished: UnfinishedGoal, { advice }: Asking = {}): Form {
  const { attainable, relevant, dueOn } = unfinished
  const milestones = unfinished.milestones.map(({ title, dueOn: day }) => ({
    ...(title !== undefined && { title }),
    ...(day !== undefined && { dueOn: Temporal.PlainDate.from(day) }),
  }))
  // One is enough to begin with: more can be added to the goal at any time.
  const rows = Math.max(
    1,
    1 + milestones.findLastIndex(({ title, dueOn: day }) => (title ?? day) !== undefined),
  )
  return {
    verb: 'goal.save',
    about: unfinished.id,
    title: 'New goal: the way',
    submit: 'Save',
    parts: [
      { kind: 'words', block: { kind: 'text', text: [{ text: unfinished.title, bold: true }] } },
      ...questionParts(advice),
      field({
        name: 'attainable',
        kind: 'text',
        multiline: true,
        label: 'How will you get there?',
        hint: 'What is in your hands, and what or who could help. Who will read it: you and your pair.',
        maxLength: WORDS_LENGTH,
        optional: true,
        ...(attainable !== undefined && { value: attainable }),
      }),
      field({
        name: 'relevant',
        kind: 'text',
        multiline: true,
        label: 'Why does it matter to you?',
        hint: 'Who will read it: you and your pair.',
        maxLength: WORDS_LENGTH,
        optional: true,
        ...(relevant !== undefined && { value: relevant }),
      }),
      field({
        name: 'dueOn',
        kind: 'date',
        label: 'By which day?',
        ...(dueOn !== undefined && { value: dueOn }),
      }),
      ...milestoneParts(rows, milestones),
    ],
  }
}

function questionParts(advice: Advice | undefined): FormPart[] {
  if (advice === undefined) return []
  return [
    { kind: 'words', block: { kind: 'text', text: [{ text: describeAdvice(advice), bold: true }] } },
    { kind: 'words', block: { kind: 'note', text: keepOrChange } },
  ]
}
