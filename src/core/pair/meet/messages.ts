import type { FileRef } from '../../message/file-ref.ts'
import { labelOf } from '../../message/label.ts'
import type { Block, Button, Message } from '../../message/message.ts'
import { sentence } from '../../message/messages.ts'
import { type PlannedMeeting, type Proposal, timesAhead } from './planned.ts'
import { clockNote, detailBlock, momentLabel, momentWords, type Reader } from './words.ts'

/** The reader, and the other person in the pair. */
export interface Between {
  readonly reader: Reader
  readonly other: string
  readonly otherZone: string
}

export const noPairToMeet = sentence(
  'You have no mentor or mentee yet. Once you have, you can plan your meetings here.',
)

/** The pair of a form or button is closed, or not theirs. */
export const pairToMeetGone = sentence(
  'That pair is no longer active. Type “meet” to see with whom you can plan a meeting.',
)

/** A button of a meeting that nobody plans any more, or somebody else's. */
export const planGone = sentence('That meeting is not planned any more. Type “meet” to plan another.')

/** Several pairs: with whom? */
export function whomToMeet(pairs: readonly { readonly pairId: string; readonly other: string }[]): Message {
  return {
    preview: 'With whom would you like to meet?',
    blocks: [
      { kind: 'text', text: 'With whom would you like to meet?' },
      {
        kind: 'buttons',
        buttons: pairs.map(({ pairId, other }) => ({
          label: labelOf(other),
          verb: 'meeting.plan',
          about: pairId,
          opensForm: true,
        })),
      },
    ],
  }
}

/** To the one who proposed, then and whenever they look. `already`: somebody has proposed before them. */
export function proposalWaits(
  planned: { readonly id: string; readonly version: number },
  proposal: Proposal,
  { reader, other, otherZone, now }: Between & { readonly now: Temporal.Instant },
): Message {
  return {
    preview: 'Your meeting is proposed',
    blocks: [
      { kind: 'text', text: [{ text: 'Proposed. ' }, { text: other, bold: true }, { text: ' can choose:' }] },
      { kind: 'list', items: timesAhead(proposal, now).map((time) => momentWords(time, reader)) },
      detailBlock(proposal),
      ...clockNote(reader, otherZone, other),
      {
        kind: 'buttons',
        buttons: [otherTimes(planned, 'Other times'), callOff(planned, 'Take it back')],
      },
    ],
  }
}

/** To the other one: times to choose from. */
export function proposalMessage(
  planned: PlannedMeeting,
  proposal: Proposal,
  { reader, other, otherZone, now }: Between & { readonly now: Temporal.Instant },
): Message {
  const about = `${planned.id}:${planned.version}`
  const only = timesAhead(proposal, now).length === 1
  const picks = proposal.times.flatMap((time, place): Button[] =>
    Temporal.Instant.compare(time, now) > 0
      ? [
          {
            label: momentLabel(time, reader),
            verb: 'meeting.pick',
            about: `${about}:${place}`,
            ...(only && { tone: 'primary' as const }),
          },
        ]
      : [],
  )
  const { agreed } = planned
  const moves = agreed
    ? ` would like to move your meeting of ${momentWords(agreed.startsAt, reader)}. Which of these suits you?`
    : ' would like to meet. Which of these suits you?'
  return {
    preview: 'A time for your next meeting',
    blocks: [
      { kind: 'text', text: [{ text: other, bold: true }, { text: moves }] },
      { kind: 'list', items: timesAhead(proposal, now).map((time) => momentWords(time, reader)) },
      detailBlock(proposal),
      ...clockNote(reader, otherZone, other),
      { kind: 'buttons', buttons: [...picks, otherTimes(planned, 'None fits')] },
    ],
  }
}

/** To both, once both have said yes: with the file for their calendars. */
export function agreedMessage(
  facts: Between & {
    readonly agreed: NonNullable<PlannedMeeting['agreed']>
    readonly file: FileRef
    readonly moved: boolean
  },
): Message {
  const { agreed, reader, other, otherZone, file, moved } = facts
  const what = moved ? ' has changed:' : ' is set:'
  const note = moved
    ? 'Open the file, and your calendar puts the new time in the place of the old one.'
    : 'Open the file to put it into your calendar. Type “meet” to change or cancel it.'
  return {
    preview: moved ? 'Your meeting has changed' : 'Your meeting is set',
    blocks: [
      { kind: 'text', text: [{ text: 'Your meeting with ' }, { text: other, bold: true }, { text: what }] },
      detailBlock(agreed, momentWords(agreed.startsAt, reader)),
      ...clockNote(reader, otherZone, other),
      { kind: 'file', file },
      { kind: 'note', text: note },
    ],
  }
}

/** In answer to the choice, and whenever somebody looks while it stands. */
export function meetingStands(
  planned: { readonly id: string; readonly version: number },
  agreed: NonNullable<PlannedMeeting['agreed']>,
  { reader, other, otherZone, isNew }: Between & { readonly isNew: boolean },
): Message {
  return {
    preview: 'Your next meeting',
    blocks: [
      {
        kind: 'text',
        text: [{ text: 'Your next meeting with ' }, { text: other, bold: true }, { text: ':' }],
      },
      detailBlock(agreed, momentWords(agreed.startsAt, reader)),
      ...clockNote(reader, otherZone, other),
      ...(isNew ? [{ kind: 'note', text: 'I will send a calendar file to both your chats.' } as const] : []),
      {
        kind: 'buttons',
        buttons: [otherTimes(planned, 'Change it'), callOff(planned, 'Cancel it')],
      },
    ],
  }
}

/** To both (`byMe`: who cancelled): with the file that takes it out of their calendars. */
export function cancelledMessage(facts: {
  readonly other: string
  readonly when: string
  readonly file: FileRef
  readonly why: 'by-me' | 'by-other' | 'pair-ended'
  readonly pairId: string
}): Message {
  const { other, when, file, why, pairId } = facts
  return {
    preview: 'Your meeting is cancelled',
    blocks: [
      { kind: 'text', text: cancelWords({ other, when, why }) },
      { kind: 'file', file },
      { kind: 'note', text: 'Open the file to take it out of your calendar.' },
      ...(why === 'pair-ended' ? [] : [planButton(pairId, 'Plan another')]),
    ],
  }
}

function cancelWords({ other, when, why }: { other: string; when: string; why: string }): string {
  switch (why) {
    case 'by-me':
      return `You have cancelled your meeting with ${other} of ${when}.`
    case 'pair-ended':
      return `Your pair with ${other} has ended, so your meeting of ${when} does not take place.`
    default:
      return `${other} has cancelled your meeting of ${when}. That happens; another time is quickly found.`
  }
}

/** A meeting that stands in two calendars is not called off by a slip of the thumb. */
export function sureToCancel(
  { id, version }: { readonly id: string; readonly version: number },
  { other, when }: { readonly other: string; readonly when: string },
): Message {
  return {
    preview: 'Cancel this meeting?',
    blocks: [
      {
        kind: 'text',
        text: [
          { text: 'Cancel your meeting with ' },
          { text: other, bold: true },
          {
            text: ` on ${when}? It leaves both your calendars.`,
          },
        ],
      },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Yes, cancel it', verb: 'meeting.cancel', about: `${id}:${version}:yes`, tone: 'danger' },
          { label: 'Keep it', verb: 'command.run', about: 'meet' },
        ],
      },
    ],
  }
}

/** In answer to *cancel*. */
export function calledOff(other: string, wasAgreed: boolean): Message {
  return sentence(
    wasAgreed
      ? `Cancelled. I will tell ${other}, and send you both a file that takes it out of your calendars.`
      : `Taken back. I will tell ${other}. Type “meet” to propose other times.`,
  )
}

/** To the other one: the times are no longer on offer. */
export function proposalTakenBack(other: string, pairId: string): Message {
  return {
    preview: 'A proposal was taken back',
    blocks: [
      { kind: 'text', text: `${other} has taken back the times that they proposed for your next meeting.` },
      planButton(pairId, 'Plan a meeting'),
    ],
  }
}

/** To the one who proposed: nothing came of it. Said once. */
export function proposalLapsed(other: string, pairId: string): Message {
  return {
    preview: 'Your proposed times have gone by',
    blocks: [
      { kind: 'text', text: `The times that you proposed to ${other} have gone by without an answer.` },
      planButton(pairId, 'Propose others'),
    ],
  }
}

/** A press on a time that cannot be any more. */
export function timeCannotBe(
  why: 'gone-by' | 'busy' | 'leave',
  planned: { readonly id: string; readonly version: number },
): Message {
  const words = {
    'gone-by': 'That time has gone by.',
    busy: 'One of you has agreed to another meeting at that time since then.',
    leave: 'One of you is now on leave that day.',
  }[why]
  return {
    preview: words,
    blocks: [
      { kind: 'text', text: `${words} Please choose another, or propose other times.` },
      { kind: 'buttons', buttons: [otherTimes(planned, 'Other times')] },
    ],
  }
}

/** What is wrong with the times of the form, by field. */
export const timeProblems = {
  none: 'Please mark at least one time, or choose a day and a time of your own.',
  many: 'Please propose at most three times.',
  past: 'This time has gone by. Please choose one that is still to come.',
  far: 'Please choose a day within the next year.',
  noTime: 'Please write the time for that day, like 09:30.',
  noDay: 'Please choose the day for that time, too.',
  noSuchTime: 'This is not a time of day. Please write it like 09:30.',
  skipped: 'The clocks change then, and there is no such time on that day. Please choose another.',
  busy: 'One of you has another meeting at that time. Please choose another.',
  leave: 'One of you is on leave that day. Please choose another.',
} as const

export function planButton(pairId: string, label: string): Block {
  return { kind: 'buttons', buttons: [{ label, verb: 'meeting.plan', about: pairId, opensForm: true }] }
}

function otherTimes(
  { id, version }: { readonly id: string; readonly version: number },
  label: string,
): Button {
  return { label, verb: 'meeting.other-times', about: `${id}:${version}`, opensForm: true }
}

function callOff({ id, version }: { readonly id: string; readonly version: number }, label: string): Button {
  return { label, verb: 'meeting.cancel', about: `${id}:${version}` }
}
