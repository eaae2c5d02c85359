import type { Form, FormPart, Option } from '../message/form.ts'
import { field } from './fields.ts'
import type { Goal } from './goal.ts'

const NOTE_LENGTH = 2000

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
        hint: hintFor(facts.goals),
        maxLength: 40,
        ...(milestones.length > 0 && { optional: true }),
      }),
      field({
        name: 'note',
        kind: 'text',
        multiline: true,
        label: 'A few words',
        hint: 'Who will read it: you and your pair.',
        maxLength: NOTE_LENGTH,
        optional: true,
      }),
    ],
  }
}

function hintFor(goals: readonly Goal[]): string {
  const yesNo = goals.filter(({ measure }) => measure === 'yes-no').length
  if (yesNo === goals.length) return 'Yes, no or done.'
  const number = 'A number, a percentage, or done.'
  return yesNo === 0 ? number : `${number} For a yes-or-no goal: yes, no or done.`
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
