import type { Field, Form, FormPart, Option } from '../message/form.ts'
import { MEETING_MINUTES } from '../program/meeting-minutes.ts'
import { kindWords } from './meet/words.ts'
import { type Meeting, meetingKinds } from './meeting.ts'
import type { MeetingWords } from './meeting-words.ts'

/** The form that logs a meeting, with what is known already. With one pair (by the other's name) there is nothing to choose. */
export function meetingForm(facts: {
  readonly pairs: readonly Option[]
  readonly today: Temporal.PlainDate
  readonly told: MeetingWords
  /** What was logged before, in sentences. */
  readonly sums: readonly string[]
}): Form {
  const { pairs, told, sums } = facts
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
      ...meetingFields({ ...told, heldOn: told.heldOn ?? facts.today }),
      ...sums.map((text): FormPart => ({ kind: 'words', block: { kind: 'note', text } })),
    ],
  }
}

/** The form that puts a meeting right, with what is known of it. */
export function correctionForm(meeting: Meeting, other: string): Form {
  return {
    verb: 'meeting.correct-save',
    about: meeting.id,
    title: 'Correct a meeting',
    submit: 'Save',
    parts: [
      { kind: 'words', block: { kind: 'text', text: `Your meeting with ${other}` } },
      ...meetingFields(meeting),
      { kind: 'words', block: { kind: 'note', text: `${other} is told what you changed.` } },
    ],
  }
}

function meetingFields(
  told: Omit<MeetingWords, 'heldOn'> & { readonly heldOn: Temporal.PlainDate },
): FormPart[] {
  return [
    field({ name: 'heldOn', kind: 'date', label: 'On which day?', value: told.heldOn.toString() }),
    field({
      name: 'minutes',
      kind: 'number',
      label: 'How many minutes?',
      min: MEETING_MINUTES.least,
      max: MEETING_MINUTES.most,
      whole: true,
      optional: true,
      ...(told.minutes !== undefined && { value: String(told.minutes) }),
    }),
    field({
      name: 'kind',
      kind: 'choice',
      label: 'How did you meet?',
      options: meetingKinds.map((kind) => ({ value: kind, label: kindWords[kind] })),
      optional: true,
      ...(told.kind && { value: told.kind }),
    }),
    field({
      name: 'note',
      kind: 'text',
      multiline: true,
      label: 'A few words',
      hint: 'Who will read it: you and your pair.',
      maxLength: 2000,
      optional: true,
      ...(told.note !== undefined && { value: told.note }),
    }),
  ]
}

function field(one: Field): FormPart {
  return { kind: 'field', field: one }
}
