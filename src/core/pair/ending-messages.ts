import type { Block, Button, Message } from '../message/message.ts'
import type { EndedBy } from './pair.ts'
import { type PairSummary, summaryBlocks } from './summary.ts'

/** What stands under the word that a pair is over. */
interface Behind {
  readonly locale: string
  /** Missing where the two have never met: there is nothing to look back on. */
  readonly summary?: PairSummary
  /** Their own closing talk, if there is one to have. */
  readonly reviewId?: string
}

/** To somebody whose pair is over. No reason is ever given. */
export function pairEndedMessage(
  facts: Behind & {
    readonly firstName: string
    readonly other: string
    readonly program: string
    readonly by: EndedBy
    /** What the other wrote to them along with it. */
    readonly line?: string
    /** They are on a break from now on, until they say otherwise. */
    readonly rests?: boolean
  },
): Message {
  const { firstName, other, by, line } = facts
  return {
    preview: 'Your pair has ended',
    blocks: [
      { kind: 'text', text: `${firstName}, ${endWords(facts)} Thank you for the time you gave it.` },
      ...(line === undefined ? [] : lineBlocks(other, line)),
      ...behindBlocks(facts),
      { kind: 'note', text: facts.rests ? nobodyNew(facts.program) : (AFTER[by] ?? SOMEBODY_NEW) },
    ],
  }
}

/** To the one who ended it, or agreed to. */
export function youEndedMessage(
  facts: Behind & {
    readonly other: string
    readonly program: string
    readonly together: boolean
    /** They are on a break from now on, until they say otherwise. */
    readonly rests: boolean
  },
): Message {
  const { other, program, together, rests } = facts
  const ended = together
    ? `You and ${other} have ended your mentoring in ${program} together.`
    : `Your mentoring with ${other} in ${program} has ended, and I will tell ${other} kindly.`
  return {
    preview: 'Your pair has ended',
    blocks: [
      { kind: 'text', text: `${ended} Thank you for the time you gave it.` },
      ...behindBlocks(facts),
      {
        kind: 'note',
        text: rests
          ? nobodyNew(program)
          : `What you wrote stays yours. You stay in ${program}; “leave” ends that, too.`,
      },
    ],
  }
}

/** What there is to look back on, with the way into the closing talk. */
export function behindBlocks({ summary, locale, reviewId }: Behind): Block[] {
  const look: Button[] =
    reviewId === undefined
      ? []
      : [{ label: 'Look back', verb: 'review.open', about: reviewId, tone: 'primary', opensForm: true }]
  return [
    ...(summary ? summaryBlocks(summary, locale) : []),
    ...(look.length > 0 ? [{ kind: 'buttons', buttons: look } as const] : []),
  ]
}

function lineBlocks(other: string, line: string): Block[] {
  return [{ kind: 'text', text: [{ text: `${other} writes: ` }, { text: line, italic: true }] }]
}

function nobodyNew(program: string): string {
  return `What you wrote stays yours. I will not look for anybody new for you in ${program} unless you say “resume”.`
}

const SOMEBODY_NEW = 'What you wrote stays yours. Your coordinator can look for somebody new for you.'
const OVER = 'What you wrote stays yours.'

const AFTER: Readonly<Partial<Record<EndedBy, string>>> = {
  rematch:
    'What you wrote stays yours. You are part of the next proposals, and will hear from me within a week.',
  date: OVER,
  agreement: OVER,
}

function endWords({
  other,
  program,
  by,
}: {
  readonly other: string
  readonly program: string
  readonly by: EndedBy
}): string {
  switch (by) {
    case 'rematch':
      return `your pair with ${other} in ${program} has come to an end, so that you can both be matched again. That happens, and says nothing about you.`
    case 'coordinator':
      return `your coordinator has closed your pair with ${other} in ${program}. That happens for many reasons and says nothing about you.`
    case 'left':
      return `${other} has left ${program}, so your pair ends here. That happens for many reasons and says nothing about you.`
    case 'deactivated':
      return `${other} no longer has an account here, so your pair in ${program} ends. That says nothing about you.`
    case 'asked':
      return `${other} has ended your mentoring in ${program}. That happens for many reasons and says nothing about you.`
    case 'agreement':
      return `you and ${other} have ended your mentoring in ${program} together.`
    case 'date':
    case 'round':
      return `your mentoring with ${other} in ${program} has come to its end, as planned.`
    case 'forgotten':
      return `your pair in ${program} has ended. That happens for many reasons and says nothing about you.`
  }
}
