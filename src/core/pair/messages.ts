import type { Button, Message, Text } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import { formatDate } from '../time/dates.ts'
import { kindWords } from './meet/words.ts'
import type { MeetingProblem, ToldMeeting } from './meeting.ts'

export const noPairForMeetings: Message = sentence(
  'You have no mentor or mentee yet. Once you have, you can log your meetings here.',
)

/** The pair of a form is closed or not theirs. */
export const pairGone: Message = sentence(
  'That pair is no longer active. Type “/mentor” to see those that are.',
)

/** Echoes what was kept of a meeting. */
export function meetingStored(
  told: Omit<ToldMeeting, 'loggedBy'>,
  shown: { other: string; locale: string; meetingId: string },
): Message {
  const minutes = told.minutes === undefined ? '' : `, ${countMinutes(told.minutes)}`
  const kind = told.kind ? `, ${kindWords[told.kind].toLowerCase()}` : ''
  const stored: Text = [
    { text: 'Stored: you met ' },
    { text: shown.other, bold: true },
    { text: ` on ${formatDate(told.heldOn, shown.locale)}${minutes}${kind}.` },
  ]
  return {
    preview: 'Your meeting is stored',
    blocks: [
      { kind: 'text', text: stored },
      ...(told.note === undefined ? [] : [{ kind: 'text', text: `Your note: ${told.note}` } as const]),
      {
        kind: 'note',
        text:
          told.note === undefined
            ? 'Your pair sees it, too. Your coordinator sees the day and the minutes.'
            : 'Your pair reads the note. Your coordinator sees the day and the minutes, never the note.',
      },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Look back on it', verb: 'reflect.write', about: 'meeting', opensForm: true },
          ...meetingButtons(shown.meetingId),
        ],
      },
    ],
  }
}

/** What can be done about a meeting that is logged. */
export function meetingButtons(meetingId: string): Button[] {
  return [
    { label: 'Correct it', verb: 'meeting.correct', about: meetingId, opensForm: true },
    { label: 'Take it back', verb: 'meeting.take-back', about: meetingId },
  ]
}

function countMinutes(minutes: number): string {
  return `${minutes} minutes`
}

/** One sentence that says what to type instead. */
export function describeMeetingProblem(problem: MeetingProblem): string {
  switch (problem) {
    case 'no-such-day':
      return 'There is no such day in the calendar. Please give the day on which you met, like yesterday.'
    case 'in-the-future':
      return 'That day is still to come. Please give the day on which you met, like yesterday.'
    case 'too-long-ago':
      return 'That is more than a year ago. Please give the day on which you met.'
    case 'too-short':
      return 'Meetings count from 5 minutes on. Please give the minutes, like 40, or the hours, like 2h.'
    case 'too-long':
      return 'That is more than 10 hours. Please give the minutes of one meeting, like 40.'
  }
}
