import type { Form } from '../message/form.ts'
import type { Moment } from './change.ts'
import { field, milestoneParts, TITLE_LENGTH } from './fields.ts'
import { type Goal, MOST_MILESTONES } from './goal.ts'

const WHY_LENGTH = 600
/** How many rows for new milestones the form has. */
export const NEW_MILESTONES = 3

/** Where a form about one goal was opened: from the review of a moment, or at any time. */
interface Opened {
  readonly moment?: Moment
}

/** What is to be different from now on, and why. */
export function adjustForm(goal: Goal, opened: Opened): Form {
  return {
    verb: 'goal.adjust-save',
    about: aboutOf(goal, opened),
    title: `Adjust goal ${goal.number}`,
    submit: 'Save',
    parts: [
      field({
        name: 'title',
        kind: 'text',
        label: 'What would you like to reach?',
        maxLength: TITLE_LENGTH,
        value: goal.title,
      }),
      ...(goal.measure === 'yes-no'
        ? []
        : [
            field({
              name: 'target',
              kind: 'number',
              label: 'Which number are you aiming for?',
              value: String(goal.target),
            }),
          ]),
      field({ name: 'dueOn', kind: 'date', label: 'By which day?', value: goal.dueOn.toString() }),
      field({
        name: 'why',
        kind: 'text',
        multiline: true,
        label: 'What has changed?',
        hint: 'Who will read it: you and your pair.',
        maxLength: WHY_LENGTH,
      }),
    ],
  }
}

/** Letting a goal go. */
export function retireForm(goal: Goal, opened: Opened): Form {
  return {
    verb: 'goal.retire-save',
    about: aboutOf(goal, opened),
    title: `Let goal ${goal.number} go`,
    submit: 'Let it go',
    parts: [
      { kind: 'words', block: { kind: 'text', text: [{ text: goal.title, bold: true }] } },
      {
        kind: 'words',
        block: { kind: 'note', text: 'Its history stays, and you can take it up again.' },
      },
      field({
        name: 'why',
        kind: 'text',
        multiline: true,
        label: 'What have you learned from it?',
        hint: 'Who will read it: you and your pair.',
        maxLength: WHY_LENGTH,
        optional: true,
      }),
    ],
  }
}

/** Milestones to tick off, to take away and to add. */
export function milestonesForm(goal: Goal): Form {
  const options = goal.milestones.map(({ id, title }) => ({ value: id, label: title }))
  const values = goal.milestones.filter(({ done }) => done).map(({ id }) => id)
  const some = options.length > 0
  return {
    verb: 'goal.milestones-save',
    about: goal.id,
    title: `Milestones of goal ${goal.number}`,
    submit: 'Save',
    parts: [
      ...(some
        ? [
            field({
              name: 'done',
              kind: 'choices',
              label: 'Which are done?',
              options,
              values,
              optional: true,
            }),
            field({ name: 'away', kind: 'choices', label: 'Take any away?', options, optional: true }),
          ]
        : []),
      {
        kind: 'words',
        block: { kind: 'note', text: `To add some, up to ${MOST_MILESTONES} in all, write them here.` },
      },
      ...milestoneParts(NEW_MILESTONES),
    ],
  }
}

function aboutOf({ id }: Goal, { moment }: Opened): string {
  return moment === undefined ? id : `${id}:${moment}`
}
