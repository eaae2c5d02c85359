import type { Field, Form, FormPart, Option } from '../message/form.ts'
import { ACTION_LENGTH, type Action } from './action.ts'

/** A new action: with one pair (by the other's name) there is nothing to choose. */
export function actionForm(facts: {
  readonly pairs: readonly Option[]
  /** Open goals that it could serve. */
  readonly goals: readonly Option[]
  readonly title?: string
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
      field({ name: 'dueOn', kind: 'date', label: 'By which day?' }),
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

/** Changes or drops an own action: one that is named, or a choice of all. */
export function changeForm(facts: { readonly actions: readonly Action[]; readonly about?: string }): Form {
  const { actions, about } = facts
  const named = actions.find(({ id }) => id === about)
  return {
    verb: 'plan.change-save',
    ...(named && { about: named.id }),
    title: 'Change an action',
    submit: 'Save',
    parts: [
      ...(named
        ? []
        : [
            field({
              name: 'action',
              kind: 'choice',
              label: 'Which one?',
              options: actions.map(({ id, title }, at) => ({ value: id, label: `${at + 1}. ${title}` })),
            }),
          ]),
      field({
        name: 'title',
        kind: 'text',
        label: 'What needs doing?',
        hint: 'Leave it empty to keep it as it is. Who will read it: you and your pair.',
        maxLength: ACTION_LENGTH,
        optional: true,
        ...(named && { value: named.title }),
      }),
      field({
        name: 'dueOn',
        kind: 'date',
        label: 'By which day?',
        hint: 'Leave it empty to keep the day.',
        optional: true,
        ...(named && { value: named.dueOn.toString() }),
      }),
      field({
        name: 'drop',
        kind: 'choice',
        label: 'Or is it not needed any more?',
        options: [{ value: 'drop', label: 'Drop it' }],
        optional: true,
      }),
    ],
  }
}

function field(one: Field): FormPart {
  return { kind: 'field', field: one }
}
