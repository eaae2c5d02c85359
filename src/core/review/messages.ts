import type { Block, Button, Message } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import { formatDate } from '../time/dates.ts'
import type { ReviewMoment } from './review.ts'

interface InviteFacts {
  readonly reviewId: string
  readonly firstName: string
  readonly other: string
  readonly program: string
  readonly moment: ReviewMoment
  /** The pair's last day, if it has one. */
  readonly lastDay: Temporal.PlainDate | undefined
  readonly locale: string
  /** They have begun already. */
  readonly begun: boolean
}

/** Asks one of the two to look back, once. */
export function reviewInvitation(facts: InviteFacts): Message {
  const { firstName } = facts
  return asking(facts, `${firstName}, ${whatFor(facts)} Would you look back on it for two minutes?`)
}

/** The one reminder. */
export function reviewReminder(facts: InviteFacts): Message {
  const { firstName, other, program, moment, begun } = facts
  const what = moment === 'middle' ? 'the half-way look' : 'the look back'
  const open = begun
    ? `you have begun ${what} at your mentoring with ${other} in ${program}, and what you wrote is kept.`
    : `${what} at your mentoring with ${other} in ${program} is still open.`
  return asking(facts, `${firstName}, ${open} Two minutes is enough, and I will not ask again.`)
}

const WHO_READS: Readonly<Record<ReviewMoment, string>> = {
  middle: 'Only you can read what you answer; it leaves no copy in this chat.',
  end: 'Only you can read what you answer, but for thanks that you send. It leaves no copy in this chat.',
}

function asking({ reviewId, moment, begun }: InviteFacts, text: string): Message {
  return {
    preview: moment === 'middle' ? 'Half-way: a short look' : 'A short look back',
    blocks: [
      { kind: 'text', text },
      { kind: 'note', text: WHO_READS[moment] },
      { kind: 'buttons', buttons: [openButton(reviewId, begun ? 'Go on' : 'Begin'), notNow(reviewId)] },
    ],
  }
}

function whatFor({ other, program, moment, lastDay, locale }: InviteFacts): string {
  if (moment === 'middle') return `you and ${other} are half-way in ${program}.`
  const when = lastDay ? ` on ${formatDate(lastDay, locale)}` : ''
  return `your time with ${other} in ${program} comes to its end${when}.`
}

function openButton(about: string, label: string): Button {
  return { label, verb: 'review.open', about, tone: 'primary', opensForm: true }
}

function notNow(about: string): Button {
  return { label: 'Not this time', verb: 'review.not-now', about }
}

export const reviewLeft = sentence('That is fine. I will not ask again.')

/** The first half of the closing talk is kept; the evaluation is the second. */
export function lookedBackMessage(facts: {
  readonly reviewId: string
  /** To whom thanks went; undefined if none were written. */
  readonly thanked: string | undefined
}): Message {
  const { reviewId, thanked } = facts
  const passedOn = thanked === undefined ? '' : ` Your thanks go to ${thanked}.`
  return {
    preview: 'Your look back is kept',
    blocks: [
      { kind: 'text', text: `It is kept, for you alone.${passedOn} One last step: how was it for you?` },
      { kind: 'buttons', buttons: [openButton(reviewId, 'Last step'), notNow(reviewId)] },
    ],
  }
}

/** After the last step. `care`: the organization's own ways out, after a hard rating. */
export function reviewSaved(facts: {
  readonly moment: ReviewMoment
  readonly pairId: string
  /** To whom thanks went with it; undefined if none were written. */
  readonly thanked: string | undefined
  readonly care: readonly Block[]
}): Message {
  const { moment, pairId, thanked, care } = facts
  const passedOn = thanked === undefined ? '' : ` Your thanks go to ${thanked}.`
  const record: Button = { label: 'Your record', verb: 'pair.record', about: pairId }
  return {
    preview: 'Thank you',
    blocks: [
      { kind: 'text', text: `Thank you. It is kept, for you alone.${passedOn}` },
      ...(care.length > 0
        ? [{ kind: 'text', text: 'If something was hard, these are there for you:' } as const, ...care]
        : []),
      ...(moment === 'end' ? [{ kind: 'buttons', buttons: [record] } as const] : []),
    ],
  }
}

/** The review is not there, not theirs, or its pair ended before it was answered. */
export const reviewGone = sentence('That look back is closed. Type “/mentor” to see what is open for you.')
