import type { Block, Message } from '../message/message.ts'
import type { Side } from './pair.ts'

/** The introduction of one to the other. */
export function pairMadeMessage(facts: {
  readonly firstName: string
  readonly other: string
  readonly program: string
  /** The side of the person who reads this. */
  readonly side: Side
  /** What speaks for the two, as this person is told it. */
  readonly reasons: readonly string[]
  /** When their first check-in comes; undefined if none is planned. */
  readonly first: string | undefined
  /** They have not given their word yet. */
  readonly invited: boolean
  /** They have just said yes. */
  readonly thanked?: true
}): Message {
  const { firstName, other, program, side } = facts
  const role = side === 'mentor' ? `is your mentee` : `is your mentor`
  const start =
    side === 'mentor'
      ? 'A short hello from you is a good start; the agenda is theirs.'
      : 'The agenda is yours: a short hello, and what you would like to talk about first, is a good start.'
  const word = facts.invited
    ? 'If you would like to, say “join”, or just answer my first check-in. If not, nothing happens without your word.'
    : undefined
  const coming = facts.first && `I will ask how it is going for the first time on ${facts.first}.`
  return {
    preview: 'A new pair for you',
    blocks: [
      {
        kind: 'text',
        text: [
          { text: facts.thanked ? `Thank you, ${firstName}. ` : `${firstName}, ` },
          { text: other, bold: true },
          { text: ` ${role} in ${program}. ${start}` },
        ],
      },
      ...whyBlocks(facts.reasons),
      ...[word, coming].flatMap((text) => (text ? [{ kind: 'note', text } as const] : [])),
    ],
  }
}

function whyBlocks(reasons: readonly string[]): Block[] {
  return reasons.length === 0 ? [] : [{ kind: 'text', text: `Why you two: ${reasons.join('; ')}.` }]
}

/**
 * `by`: who ended it, as far as the reader is told; `rematch`: so that both can be matched anew, whoever asked. No reason
 * is ever given.
 */
export function pairEndedMessage(facts: {
  readonly firstName: string
  readonly other: string
  readonly program: string
  readonly by: 'the other' | 'rematch' | 'coordinator'
}): Message {
  const { firstName, by } = facts
  return {
    preview: 'Your pair has ended',
    blocks: [
      { kind: 'text', text: `${firstName}, ${endWords(facts)} Thank you for the time you gave it.` },
      {
        kind: 'note',
        text:
          by === 'rematch'
            ? 'What you wrote stays yours. You are part of the next proposals, and hear from me within a week.'
            : 'What you wrote stays yours. Your coordinator can look for somebody new for you.',
      },
    ],
  }
}

function endWords({
  other,
  program,
  by,
}: {
  readonly other: string
  readonly program: string
  readonly by: 'the other' | 'rematch' | 'coordinator'
}): string {
  switch (by) {
    case 'rematch':
      return `your pair with ${other} in ${program} has come to an end, so that you can both be matched anew. That happens, and says nothing about you.`
    case 'coordinator':
      return `your coordinator has closed your pair with ${other} in ${program}. That happens for many reasons and says nothing about you.`
    case 'the other':
      return `${other} has left ${program}, so your pair ends here. That happens for many reasons and says nothing about you.`
  }
}
