import type { Field, Form, FormPart, Option } from '../message/form.ts'
import { MINUTES } from './meeting.ts'
import type { MeetingWords } from './meeting-words.ts'

/** The form that logs a meeting, with what is known already. With one pair (by the other's name) there is nothing to choose. */
export function meetingForm(facts: {
  readonly pairs: readonly Option[]
  readonly today: Temporal.PlainDate
  readonly told: MeetingWords
}): Form {
  const { pairs, told } = facts
  const [only, ...more] = pairs
  const one = more.length === 0 ? only : undefined
  return {
    verb: 'meeting.save',
    ...(one && { about: one.value }),
    title: 'We met',
    submit: 'Save',
    parts: [
      one
        ? { kind: 'words', block: { kind: 'text', text: `Your meeting with ${one.label}` } }
        : field({ name: 'pair', kind: 'choice', label: 'Whom did you meet?', options: pairs }),
      field({
        name: 'heldOn',
        kind: 'date',
        label: 'On which day?',
        value: (told.heldOn ?? facts.today).toString(),
      }),
      field({
        name: 'minutes',
        kind: 'number',
        label: 'How many minutes?',
        min: MINUTES.least,
        max: MINUTES.most,
        whole: true,
        optional: true,
        ...(told.minutes !== undefined && { value: String(told.minutes) }),
      }),
      field({
        name: 'note',
        kind: 'text',
        multiline: true,
        label: 'A few words',
        hint: 'Who will read it: you and the other of your pair.',
        maxLength: 2000,
        optional: true,
        ...(told.note !== undefined && { value: told.note }),
      }),
    ],
  }
}

function field(one: Field): FormPart {
  return { kind: 'field', field: one }
}
