import { counted } from '../message/counted.ts'
import type { Block, Message } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import { formatDate } from '../time/dates.ts'
import { kindWords, lengthWords } from './meet/words.ts'
import type { Meeting } from './meeting.ts'
import { meetingButtons } from './messages.ts'

/** A meeting that was taken back, or somebody else's. */
export const meetingGone = sentence('That meeting is not there any more. Type “met” to log one.')

export const noMeetings = sentence('No meeting is logged yet. Type “met” after your next one.')

export const sameDayTaken =
  'Another meeting of the two of you is logged on that day already. Please choose another day, or take one of them back.'

export type MeetingField = 'heldOn' | 'minutes' | 'kind' | 'note'

/** By which fields what is told now differs from what was. */
export function changedFields(before: Meeting, after: Meeting): MeetingField[] {
  return (['heldOn', 'minutes', 'kind', 'note'] as const).filter(
    (field) => String(before[field] ?? '') !== String(after[field] ?? ''),
  )
}

const fieldWords: Readonly<Record<MeetingField, string>> = {
  heldOn: 'the day',
  minutes: 'the minutes',
  kind: 'how you met',
  note: 'the note',
}

/** To the one who corrected. */
export function correctionStored(meeting: Meeting, other: string, locale: string): Message {
  return {
    preview: 'Your meeting is corrected',
    blocks: [
      { kind: 'text', text: `Corrected. ${other} is told.` },
      { kind: 'text', text: meetingLine(meeting, locale) },
      { kind: 'buttons', buttons: meetingButtons(meeting.id) },
    ],
  }
}

export const nothingChanged = sentence('Nothing was changed, so everything is as before.')

/** To the other one, once a correction. */
export function correctionTold(
  meeting: Meeting,
  changed: readonly MeetingField[],
  { other, locale }: { readonly other: string; readonly locale: string },
): Message {
  const what = new Intl.ListFormat(locale).format(changed.map((field) => fieldWords[field]))
  return {
    preview: 'A meeting was corrected',
    blocks: [
      {
        kind: 'text',
        text: `${other} has corrected ${what} of a meeting that you had. It stands like this now:`,
      },
      { kind: 'text', text: meetingLine(meeting, locale) },
      ...(meeting.note === undefined ? [] : [{ kind: 'note', text: `Note: ${meeting.note}` } as const]),
      { kind: 'buttons', buttons: meetingButtons(meeting.id) },
    ],
  }
}

/** It goes for both: so it is asked about. */
export function sureToTakeBack(
  { id, heldOn }: Meeting,
  { other, locale }: { readonly other: string; readonly locale: string },
): Message {
  return {
    preview: 'Take this meeting back?',
    blocks: [
      {
        kind: 'text',
        text: [
          { text: 'Take back your meeting with ' },
          { text: other, bold: true },
          {
            text: ` on ${formatDate(heldOn, locale)}? Its minutes and its note go for good.`,
          },
        ],
      },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Yes, take it back', verb: 'meeting.take-back', about: `${id}:yes`, tone: 'danger' },
          { label: 'Keep it', verb: 'meeting.list' },
        ],
      },
    ],
  }
}

export function takenBack(meeting: Meeting, other: string, locale: string): Message {
  return sentence(
    `Taken back: your meeting with ${other} on ${formatDate(meeting.heldOn, locale)} does not count any more. I will tell them.`,
  )
}

export function takenBackTold(
  meeting: Meeting,
  { other, locale }: { other: string; locale: string },
): Message {
  const text = `${other} has taken back the meeting of ${formatDate(meeting.heldOn, locale)}: it was logged by mistake. If you did meet, type “met”.`
  return { preview: 'A meeting was taken back', blocks: [{ kind: 'text', text }] }
}

/** The latest meetings, each with what can be done about it, and what they add up to. */
export function meetingsMessage(
  meetings: readonly { readonly other: string; readonly meeting: Meeting }[],
  sums: readonly string[],
  locale: string,
): Message {
  return {
    preview: 'Your meetings',
    blocks: [
      { kind: 'heading', text: 'Your meetings' },
      ...meetings.flatMap(({ other, meeting }): Block[] => [
        { kind: 'text', text: [{ text: other, bold: true }, { text: ` · ${meetingLine(meeting, locale)}` }] },
        { kind: 'buttons', buttons: meetingButtons(meeting.id) },
      ]),
      { kind: 'divider' },
      ...sums.map((text): Block => ({ kind: 'note', text })),
    ],
  }
}

function meetingLine({ heldOn, minutes, kind }: Meeting, locale: string): string {
  const parts = [
    formatDate(heldOn, locale),
    ...(minutes === undefined ? [] : [lengthWords(minutes)]),
    ...(kind ? [kindWords[kind].toLowerCase()] : []),
  ]
  return parts.join(', ')
}

/** What somebody's meetings add up to, a sentence for each program and year. */
export function sumWords({
  program,
  year,
  meetings,
  minutes,
}: {
  readonly program: string
  readonly year: number
  readonly meetings: number
  readonly minutes: number
}): string {
  const time = minutes === 0 ? '' : `, ${lengthWords(minutes)} in all`
  return `${program} in ${year}: ${counted(meetings, 'meeting')}${time}.`
}
