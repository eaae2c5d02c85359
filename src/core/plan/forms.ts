import type { Field, Form, FormPart, Option } from '../message/form.ts'
import { shortened } from '../message/label.ts'
import { ACTION_LENGTH, type Action } from './action.ts'
import { actionLine, type Eyes } from './messages.ts'

/** A new action: with one pair (by the other's name) there is nothing to choose. */
export function actionForm(facts: {
  readonly pairs: readonly Option[]
  /** Open goals that it could serve. */
  readonly goals: readonly Option[]
  readonly title?: string
  readonly dueOn?: Temporal.PlainDate
}): Form {
  const [only, ...more] = facts.pairs
  const one = more.length === 0 ? only : undefined
  const title = facts.title?.slice(0, ACTION_LENGTH)
  return {
    verb: 'plan.add-save',
    ...(one && { about: one.value }),
    title: 'New action',
    submit: 'Save',
    parts: [
      ...(one ? [] : [field({ name: 'pair', kind: 'choice', label: 'With whom?', options: facts.pairs })]),
      field({
        name: 'title',
        kind: 'text',
        label: 'What needs doing?',
        hint: 'One step, in your own words. Who will read it: you and your pair.',
        maxLength: ACTION_LENGTH,
        ...(title !== undefined && title !== '' && { value: title }),
      }),
      field({
        name: 'dueOn',
        kind: 'date',
        label: 'By which day?',
        ...(facts.dueOn && { value: facts.dueOn.toString() }),
      }),
      field({
        name: 'owner',
        kind: 'choice',
        label: 'Who does it?',
        hint: 'What you suggest to the other is theirs to keep, change or drop.',
        options: [
          { value: 'me', label: 'I do' },
          { value: 'other', label: one ? one.label : 'The other person' },
        ],
        value: 'me',
      }),
      ...(one && facts.goals.length > 0
        ? [
            field({
              name: 'goal',
              kind: 'choice',
              label: 'Which goal does it serve?',
              options: facts.goals,
              optional: true,
            }),
          ]
        : []),
    ],
  }
}

/** Changes or drops an own action: with one there is nothing to choose. */
export function changeForm(actions: readonly Action[], eyes: Eyes): Form {
  const [only, ...more] = actions
  const named = more.length === 0 ? only : undefined
  const whoReads = 'Who will read it: you and your pair.'
  return {
    verb: 'plan.change-save',
    ...(named && { about: named.id }),
    title: 'Change an action',
    submit: 'Save',
    parts: [
      ...(named
        ? []
        : [
            field({ name: 'action', kind: 'choice', label: 'Which one?', options: optionsOf(actions, eyes) }),
          ]),
      field({
        name: 'title',
        kind: 'text',
        label: 'What needs doing?',
        hint: named ? whoReads : `Leave it empty to keep it as it is. ${whoReads}`,
        maxLength: ACTION_LENGTH,
        optional: true,
        ...(named && { value: named.title }),
      }),
      field({
        name: 'dueOn',
        kind: 'date',
        label: 'By which day?',
        ...(named ? { value: named.dueOn.toString() } : { hint: 'Leave it empty to keep the day.' }),
        optional: true,
      }),
      field({
        name: 'drop',
        kind: 'choices',
        label: 'Or is it not needed any more?',
        options: [{ value: 'drop', label: 'Drop it' }],
        optional: true,
      }),
    ],
  }
}

/** Ticks off own actions, where there are too many for a button each. */
export function tickForm(actions: readonly Action[], eyes: Eyes): Form {
  return {
    verb: 'plan.tick-save',
    title: 'Tick off',
    submit: 'Save',
    parts: [
      field({ name: 'done', kind: 'choices', label: 'What is done?', options: optionsOf(actions, eyes) }),
    ],
  }
}

/** The day is to be seen also where a long title is cut: platforms cut options at 75 characters. */
const TITLE_IN_OPTION = 48

function optionsOf(actions: readonly Action[], eyes: Eyes): Option[] {
  return actions.map(({ id, title, dueOn }) => ({
    value: id,
    label: actionLine({ title: shortened(title, TITLE_IN_OPTION), dueOn }, eyes),
  }))
}

function field(one: Field): FormPart {
  return { kind: 'field', field: one }
}
