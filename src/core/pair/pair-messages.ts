import type { Block, Message } from '../message/message.ts'
import { commandButton } from '../message/messages.ts'
import { type Beginning, beginningBlocks } from './kick-off-messages.ts'
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
  /** Both take part, so they can begin. */
  readonly beginning?: Beginning
}): Message {
  const { firstName, other, program, side } = facts
  const role = side === 'mentor' ? `is your mentee` : `is your mentor`
  const start =
    side === 'mentor'
      ? 'A short hello from you is a good start; the agenda is theirs.'
      : 'The agenda is yours: a short hello, and what you would like to talk about first, is a good start.'
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
      ...(facts.invited ? wordBlocks : []),
      ...(coming ? [{ kind: 'note', text: coming } as const] : []),
      ...(facts.beginning ? beginningBlocks(facts.beginning) : []),
    ],
  }
}

const wordBlocks: readonly Block[] = [
  {
    kind: 'text',
    text: 'Would you like to take part? Join here, or just answer my first check-in. If you would rather not, you need do nothing.',
  },
  { kind: 'buttons', buttons: [{ ...commandButton('join'), label: 'Join' }] },
]

function whyBlocks(reasons: readonly string[]): Block[] {
  return reasons.length === 0 ? [] : [{ kind: 'text', text: `Why you two: ${reasons.join('; ')}.` }]
}
