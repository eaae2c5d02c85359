import type { Form, FormPart, Option } from '../../message/form.ts'
import { MEETING_MINUTES } from '../../program/meeting-minutes.ts'
import { meetingKinds } from '../meeting.ts'
import { type MeetingDetails, MOST_PROPOSED, USUAL_MINUTES } from './planned.ts'
import { kindWords, momentWords, placeReaders, type Reader } from './words.ts'

/** The form that proposes times, for a first meeting or instead of what is planned. */
export function proposalForm(facts: {
  readonly about: string
  readonly other: string
  readonly reader: Reader
  /** Times at which both could. */
  readonly times: readonly Temporal.Instant[]
  /** What is planned or proposed so far. */
  readonly before?: MeetingDetails
  /** Words about what is required of the two; empty if nothing is. */
  readonly required: readonly string[]
}): Form {
  const { about, other, reader, times, before, required } = facts
  const options = times.map((time): Option => ({ value: time.toString(), label: momentWords(time, reader) }))
  return {
    verb: 'meeting.propose',
    about,
    title: 'Plan a meeting',
    submit: 'Propose',
    parts: [
      ...required.map((text): FormPart => ({ kind: 'words', block: { kind: 'note', text } })),
      ...timesPart(options, other),
      {
        kind: 'field',
        field: {
          name: 'ownDate',
          kind: 'date',
          label: options.length > 0 ? 'Or a day of your own choosing' : 'On which day?',
          optional: true,
        },
      },
      {
        kind: 'field',
        field: {
          name: 'ownTime',
          kind: 'text',
          label: 'At what time on that day?',
          hint: `Like 09:30, on your own clock (${reader.zone}).`,
          maxLength: 10,
          optional: true,
        },
      },
      {
        kind: 'field',
        field: {
          name: 'minutes',
          kind: 'number',
          label: 'How many minutes?',
          min: MEETING_MINUTES.least,
          max: MEETING_MINUTES.most,
          whole: true,
          value: String(before?.minutes ?? USUAL_MINUTES),
        },
      },
      {
        kind: 'field',
        field: {
          name: 'kind',
          kind: 'choice',
          label: 'How?',
          options: meetingKinds.map((kind) => ({ value: kind, label: kindWords[kind] })),
          optional: true,
          ...(before?.kind && { value: before.kind }),
        },
      },
      {
        kind: 'field',
        field: {
          name: 'place',
          kind: 'text',
          label: 'Where, or a link',
          hint: placeReaders,
          maxLength: 300,
          optional: true,
          ...(before?.place !== undefined && { value: before.place }),
        },
      },
    ],
  }
}

function timesPart(options: readonly Option[], other: string): FormPart[] {
  if (options.length === 0) {
    const text = `In the next two weeks your hours and those of ${other} do not overlap for long enough. Please choose a day of your own.`
    return [{ kind: 'words', block: { kind: 'text', text } }]
  }
  return [
    {
      kind: 'field',
      field: {
        name: 'times',
        kind: 'choices',
        label: 'Which times suit you?',
        hint: `Up to ${MOST_PROPOSED}. They lie inside your hours and those of ${other}.`,
        options,
        optional: true,
      },
    },
  ]
}
