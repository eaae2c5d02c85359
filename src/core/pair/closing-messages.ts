import type { Form, Option } from '../message/form.ts'
import { fieldPart, wordsPart } from '../message/form-parts.ts'
import type { Message } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import { type PairSummary, summaryBlocks } from './summary.ts'

/** A pair that one of the two may end. */
export interface Closable {
  readonly pairId: string
  readonly other: string
  readonly program: string
}

const MAX_LINE = 500

/** None is chosen beforehand: whoever only wanted to look must not end anything by going on. */
const WAYS: readonly Option[] = [
  { value: 'together', label: 'Ask them whether we end it together' },
  { value: 'now', label: 'End it now, and let Rounds tell them kindly' },
]

/** How to end it, and an optional line to the other. Never asks for a reason. */
export function closePairForm(pairs: readonly Closable[]): Form {
  const [only, ...more] = pairs
  const one = more.length === 0 ? only : undefined
  const other = one?.other ?? 'the other'
  return {
    verb: 'pair.close-save',
    ...(one && { about: one.pairId }),
    title: 'End this mentoring',
    submit: 'Confirm',
    parts: [
      wordsPart(
        one
          ? `This is about ${one.other} and you in ${one.program}. No reason is needed, and nobody is at fault. What you wrote stays yours.`
          : 'No reason is needed, and nobody is at fault. What you wrote stays yours.',
      ),
      wordsPart('If you would like somebody new instead, close this and type “rematch”.'),
      ...(one
        ? []
        : [fieldPart({ kind: 'choice', name: 'pair', label: 'Which one?', options: pairs.map(toOption) })]),
      fieldPart({
        kind: 'choice',
        name: 'how',
        label: 'How would you like to end it?',
        options: WAYS,
      }),
      fieldPart({
        kind: 'text',
        name: 'line',
        label: 'A line to them',
        hint: `Who will read it: you and ${other}, nobody else. It goes into their chat.`,
        multiline: true,
        maxLength: MAX_LINE,
        optional: true,
      }),
    ],
  }
}

function toOption({ pairId, other, program }: Closable): Option {
  return { value: pairId, label: `${other}, ${program}` }
}

/** To the one who is asked whether to end it together. */
export function endTogetherAsked(facts: {
  readonly firstName: string
  readonly pairId: string
  readonly other: string
  readonly program: string
  readonly line?: string
}): Message {
  const { firstName, pairId: about, other, program, line } = facts
  return {
    preview: 'A question about your mentoring',
    blocks: [
      {
        kind: 'text',
        text: `${firstName}, ${other} asks whether you two have reached the end of your mentoring in ${program}. Shall it end here, together?`,
      },
      ...(line === undefined
        ? []
        : [{ kind: 'text', text: [{ text: `${other} writes: ` }, { text: line, italic: true }] } as const]),
      {
        kind: 'buttons',
        buttons: [
          { label: 'Yes, end it together', verb: 'pair.close-agree', about, tone: 'primary' },
          { label: 'Not yet', verb: 'pair.close-not-yet', about },
        ],
      },
    ],
  }
}

/** To the one who asks. */
export function endTogetherSent(other: string): Message {
  return sentence(
    `I will ask ${other}, at an hour that suits them. Until they say yes, everything goes on as before.`,
  )
}

/** To the one who said *not yet*. */
export function notYetSaid(other: string): Message {
  return sentence(`Then it goes on. I will tell ${other} that you would like to talk about it first.`)
}

/** To the one who had asked. */
export function notYetMessage(facts: { readonly firstName: string; readonly other: string }): Message {
  const text = `${facts.firstName}, ${facts.other} would like to talk with you first, so your mentoring goes on for now.`
  return { preview: 'About your mentoring', blocks: [{ kind: 'text', text }] }
}

export const noPairToClose = sentence('You have no pair that you could end.')

/** A button of a pair that is over, or somebody else's. */
export const closeGone = sentence(
  'That pair is over already, or not one of yours, so there is nothing left to do.',
)

/** *Yes* or *not yet* where nobody asks, or not any more. */
export const nobodyAsks = sentence(
  'That question is no longer open, so nothing has changed. Type “/mentor” to see your pairs.',
)

/** One's own record of a pair: what both of them may read. */
export function recordMessage(facts: {
  readonly other: string
  readonly program: string
  readonly summary: PairSummary
  readonly locale: string
  /** Their own closing talk, where it is not done. */
  readonly reviewId?: string
  /** Their place in the program, where they were a mentee to the end and are no mentor yet. */
  readonly mayMentor?: string
}): Message {
  const { other, program, summary, locale, reviewId, mayMentor } = facts
  const look =
    reviewId === undefined
      ? []
      : [{ label: 'Look back', verb: 'review.open', about: reviewId, opensForm: true } as const]
  const mentor =
    mayMentor === undefined ? [] : [{ label: 'Become a mentor', verb: 'mentor.become', about: mayMentor }]
  const buttons = [...look, ...mentor]
  return {
    preview: 'Your record of this mentoring',
    blocks: [
      { kind: 'heading', text: 'Your record of this mentoring' },
      { kind: 'text', text: [{ text: other, bold: true }, { text: ` · ${program}` }] },
      ...summaryBlocks(summary, locale),
      { kind: 'note', text: 'Both of you can read this. What you wrote for yourself alone is in “export”.' },
      ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
    ],
  }
}

/** To a mentee after a good time, once. */
export function becomeMentorMessage(facts: {
  readonly firstName: string
  readonly program: string
  readonly enrollmentId: string
}): Message {
  const { firstName, program, enrollmentId: about } = facts
  return {
    preview: 'Would you like to be a mentor?',
    blocks: [
      {
        kind: 'text',
        text: `${firstName}, you know ${program} from the inside now. Would you like to be a mentor to somebody yourself?`,
      },
      { kind: 'note', text: 'Only you see that I ask. I ask once, and both answers are fine.' },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Become a mentor', verb: 'mentor.become', about, tone: 'primary' },
          { label: 'Not now', verb: 'mentor.not-now', about },
        ],
      },
    ],
  }
}

/** The program runs on: they are among its mentors from now on. */
export function nowMentor(program: string): Message {
  return {
    preview: 'You are a mentor now',
    blocks: [
      {
        kind: 'text',
        text: `Thank you. You are among the mentors of ${program} now. Next, say what you offer, so that the right person finds you.`,
      },
      {
        kind: 'buttons',
        buttons: [{ label: 'What I offer', verb: 'command.run', about: 'offer', opensForm: true }],
      },
    ],
  }
}

/** The program is over: the coordinators of the next are told. */
export function mentorNextTime(program: string): Message {
  return sentence(
    `Thank you. ${program} is over, so I will tell its coordinators that you would like to be a mentor in the next one.`,
  )
}

export const mentorAlready = sentence('You are a mentor there already. Type “offer” to see what you offer.')

export const mentorNotNow = sentence('That is fine. If you change your mind, tell your coordinator.')

/** The button is not theirs, or old. */
export const mentorGone = sentence(
  'I cannot find that among your programs any more. Your coordinator can still make you a mentor.',
)

/** To a coordinator. Anybody who was a mentee can say so, so it tells nothing of how it was for them. */
export function wantsToMentor(facts: { readonly name: string; readonly program: string }): Message {
  const text = `${facts.name}, a mentee of ${facts.program}, would like to be a mentor in your next program.`
  return { preview: 'Somebody would like to be a mentor', blocks: [{ kind: 'text', text }] }
}
