import type { Field, Form, FormPart, Option } from '../message/form.ts'
import { MILESTONES_IN_FORM, milestoneFields } from './draft.ts'
import type { Goal } from './goal.ts'

const TITLE_LENGTH = 300
const NOTE_LENGTH = 2000

const measureOptions: readonly Option[] = [
  { value: 'yes-no', label: 'Yes or no: it has happened or it has not' },
  { value: 'count', label: 'A count: 0 of 20 shifts' },
  { value: 'percent', label: 'A percentage' },
  { value: 'number', label: 'A number that is to rise or fall' },
]

/** The form of a new goal, in the mentee's own words. With one pair (by the other's name) there is nothing to choose. */
export function goalForm(facts: { pairs: readonly Option[]; title?: string }): Form {
  const [only, ...more] = facts.pairs
  const one = more.length === 0 ? only : undefined
  return {
    verb: 'goal.save',
    ...(one && { about: one.value }),
    title: 'New goal',
    submit: 'Save',
    parts: [
      ...(one ? [] : [field({ name: 'pair', kind: 'choice', label: 'With whom?', options: facts.pairs })]),
      field({
        name: 'title',
        kind: 'text',
        label: 'What would you like to reach?',
        hint: 'In your own words. Your mentor reads it, too.',
        maxLength: TITLE_LENGTH,
        ...(facts.title !== undefined && { value: facts.title.slice(0, TITLE_LENGTH) }),
      }),
      field({ name: 'measure', kind: 'choice', label: 'How will you know?', options: measureOptions }),
      field({
        name: 'baseline',
        kind: 'number',
        label: 'Where does it stand now?',
        hint: 'Not for yes or no. Empty means 0.',
        optional: true,
      }),
      field({
        name: 'target',
        kind: 'number',
        label: 'At which number is it reached?',
        hint: 'Not for yes or no.',
        optional: true,
      }),
      field({
        name: 'unit',
        kind: 'text',
        label: 'What is counted?',
        hint: 'Shifts, minutes, articles …',
        maxLength: 40,
        optional: true,
      }),
      field({ name: 'dueOn', kind: 'date', label: 'By which day?' }),
      ...milestoneParts(),
    ],
  }
}

function milestoneParts(): FormPart[] {
  return Array.from({ length: MILESTONES_IN_FORM }, (_, index) => {
    const [what, when] = milestoneFields(index)
    return [
      field({ name: what, kind: 'text', label: `Milestone ${index + 1}`, maxLength: 200, optional: true }),
      field({ name: when, kind: 'date', label: `Milestone ${index + 1}, by which day?`, optional: true }),
    ]
  }).flat()
}

/** Where goals stand: of one goal, or with a choice among all that are open. */
export function progressForm(facts: { goals: readonly Goal[]; about?: string }): Form {
  const several = facts.about === undefined && facts.goals.length > 1
  const milestones = facts.goals.flatMap((goal) =>
    goal.milestones
      .filter(({ done }) => !done)
      .map(({ id, title }) => ({ value: id, label: several ? `${goal.number}. ${title}` : title })),
  )
  return {
    verb: 'goal.progress-save',
    ...(facts.about !== undefined && { about: facts.about }),
    title: 'Progress',
    submit: 'Save',
    parts: [
      ...(several ? [goalChoice(facts.goals)] : facts.goals.map(goalWords)),
      ...(milestones.length > 0
        ? [
            field({
              name: 'milestones',
              kind: 'choices',
              label: 'Milestones reached',
              options: milestones,
              optional: true,
            }),
          ]
        : []),
      field({
        name: 'value',
        kind: 'text',
        label: 'Where does it stand?',
        hint: 'A number, a percentage, or done. For a yes-or-no goal: yes, no or done.',
        maxLength: 40,
        ...(milestones.length > 0 && { optional: true }),
      }),
      field({
        name: 'note',
        kind: 'text',
        multiline: true,
        label: 'A few words',
        hint: 'Who will read it: you and the other of your pair.',
        maxLength: NOTE_LENGTH,
        optional: true,
      }),
    ],
  }
}

function goalChoice(goals: readonly Goal[]): FormPart {
  return field({ name: 'goal', kind: 'choice', label: 'Which goal?', options: goals.map(goalOption) })
}

function goalWords({ number, title }: Goal): FormPart {
  return { kind: 'words', block: { kind: 'text', text: `${number}. ${title}` } }
}

function goalOption({ id, number, title }: Goal): Option {
  return { value: id, label: `${number}. ${title}` }
}

function field(one: Field): FormPart {
  return { kind: 'field', field: one }
}
