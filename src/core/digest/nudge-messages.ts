import type { Block, Button, Message } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import { formatDate } from '../time/dates.ts'

/** A word to somebody whose check-in is open, because a coordinator asked for it. Says nothing of the other person in the pair. */
export function coordinatorNudge(facts: {
  firstName: string
  other: string
  checkInId: string
  nudgeId?: string
}): Message {
  const { firstName, other, checkInId: about, nudgeId } = facts
  const later: Button[] =
    nudgeId === undefined ? [] : [{ label: 'Later', verb: 'checkin.later', about: nudgeId }]
  return {
    preview: 'A check-in is still open',
    blocks: [
      {
        kind: 'text',
        text: `Hello ${firstName}, a friendly word from your coordinators: your check-in about ${other} is still open. It takes about forty seconds.`,
      },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Answer here', verb: 'checkin.answer', about, tone: 'primary' },
          { label: 'Open form', verb: 'checkin.form', about, opensForm: true },
          { label: 'We have not met', verb: 'checkin.not-met', about },
          ...later,
        ],
      },
    ],
  }
}

/** What a coordinator's nudge did: to whom it goes now or later, and who had one today. */
export function nudged(facts: {
  now: readonly string[]
  later: readonly string[]
  already: readonly string[]
}): Message {
  const { now, later, already } = facts
  const lines = [
    ...(now.length > 0 ? [`I have written to ${list(now)}.`] : []),
    ...(later.length > 0 ? [`I will write to ${list(later)} as soon as their hours allow.`] : []),
    ...(already.length > 0
      ? [
          `${list(already)} ${already.length > 1 ? 'have' : 'has'} a word from me already, and one a day is enough.`,
        ]
      : []),
  ]
  if (lines.length === 0)
    return sentence(
      'Neither of the two has a check-in open right now, so there is nothing to remind them of.',
    )
  return sentence(lines.join(' '))
}

export function snoozed(facts: { names: string; until: Temporal.PlainDate; locale: string }): Message {
  return sentence(
    `I will leave ${facts.names} out of the digest until ${formatDate(facts.until, facts.locale)}. Urgent requests still reach you.`,
  )
}

/** For whoever presses without coordinating the program. */
export const notYours = sentence('Only the coordinators of the program can do that.')
export const tooClose = sentence(
  'You are in this pair or manage one of the two, so another coordinator has to do that.',
)
export const pairOver = sentence('This pair has ended, so there is nothing to do any more.')

/** One pair with an open check-in. */
export interface NudgeablePair {
  readonly pairId: string
  readonly names: string
  readonly program: string
}

/** `admin nudge`: the pairs with an open check-in, each with its button. */
export function nudgeablePairs(pairs: readonly NudgeablePair[]): Message {
  if (pairs.length === 0) return sentence('No pair of yours has a check-in open.')
  const shown = pairs.slice(0, MOST_PAIRS)
  const more = pairs.length - shown.length
  return {
    preview: 'Pairs with an open check-in',
    blocks: [
      { kind: 'text', text: 'Whom shall I remind? Each of them hears from me once a day at most.' },
      ...shown.flatMap(({ pairId, names, program }): Block[] => [
        { kind: 'text', text: [{ text: names, bold: true }, { text: ` · ${program}` }] },
        { kind: 'buttons', buttons: [{ label: 'Nudge', verb: 'digest.nudge', about: pairId }] },
      ]),
      ...(more > 0
        ? [
            {
              kind: 'note',
              text: `${more} more have one open. Nudge these first, or wait for my reminders.`,
            } as const,
          ]
        : []),
    ],
  }
}

const MOST_PAIRS = 15

function list(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(names)
}
