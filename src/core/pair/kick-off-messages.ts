import { labelOf } from '../message/label.ts'
import type { Block, Button, Message } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import { formerMember } from '../people/former-member.ts'
import type { Side } from './pair.ts'

/** How two people who begin get to speak to one another. */
export type Way =
  /** Slack: Rounds opens a conversation with both. */
  | { readonly kind: 'group' }
  /** Teams: their own chat, in which Rounds is not. */
  | { readonly kind: 'chat'; readonly link: string }
  /** They have no platform in common: Rounds carries their messages. */
  | { readonly kind: 'relay' }

/** What one of two who begin is told beside whom they are with. */
export interface Beginning {
  readonly pairId: string
  /** The other's name. */
  readonly other: string
  readonly side: Side
  readonly way: Way
}

/** To both in one conversation (Slack): who each is to the other, and why the two. */
export function groupIntroduction(facts: {
  readonly mentor: string
  readonly mentee: string
  readonly program: string
  /** As both may read them. */
  readonly reasons: readonly string[]
}): Message {
  const { mentor, mentee, program, reasons } = facts
  return {
    preview: 'An introduction',
    blocks: [
      {
        kind: 'text',
        text: [
          { text: mentee, bold: true },
          { text: ', this is ' },
          { text: mentor, bold: true },
          { text: `, your mentor in ${program}. ` },
          { text: mentor, bold: true },
          { text: ', this is ' },
          { text: mentee, bold: true },
          {
            text: ', your mentee. This conversation is yours: a short hello from either of you is a good start.',
          },
        ],
      },
      ...(reasons.length > 0 ? [{ kind: 'text', text: `Why you two: ${reasons.join('; ')}.` } as const] : []),
      {
        kind: 'note',
        text: 'I do not read what you write here, and I write nothing more. What I ask each of you comes to your own chat with me.',
      },
    ],
  }
}

/** In the place of that, once one of the two has had everything about them forgotten, or both have. */
export function groupAfterwards(facts: {
  /** Whoever is still known. */
  readonly names: readonly string[]
  readonly program: string
}): Message {
  const { names, program } = facts
  const [one = formerMember, other = formerMember] = names
  const text = `Here ${one} and ${other} were introduced to one another, for ${program}.`
  return { preview: 'An introduction', blocks: [{ kind: 'text', text }] }
}

/** To each of the two who were made a pair before both had joined, once they have. */
export function pairBegins(facts: { readonly program: string; readonly beginning: Beginning }): Message {
  const { program, beginning } = facts
  const role = beginning.side === 'mentor' ? 'your mentee' : 'your mentor'
  return {
    preview: 'Your pair can begin',
    blocks: [
      {
        kind: 'text',
        text: [
          { text: beginning.other, bold: true },
          { text: `, ${role} in ${program}, has joined, and so have you: you can begin.` },
        ],
      },
      ...beginningBlocks(beginning),
    ],
  }
}

/** To each of two for whom no conversation could be opened. */
export function noConversation({ pairId, other }: Pick<Beginning, 'pairId' | 'other'>): Message {
  return {
    preview: 'About your introduction',
    blocks: [
      {
        kind: 'text',
        text: [
          { text: 'I could not open a conversation with you and ' },
          { text: other, bold: true },
          {
            text: ', so please write to them yourself. If that does not work, write through me: only they will read it.',
          },
        ],
      },
      { kind: 'buttons', buttons: [relayButton(pairId, other)] },
    ],
  }
}

/** How the two speak to one another, and their first meeting. */
export function beginningBlocks(beginning: Beginning): Block[] {
  return [...wayBlocks(beginning), { kind: 'divider' }, ...firstMeetingBlocks(beginning)]
}

function wayBlocks({ pairId, other, way }: Beginning): Block[] {
  switch (way.kind) {
    case 'group':
      return [
        {
          kind: 'note',
          text: 'I will open a conversation with both of you on Slack and introduce you there. I do not read what you write in it; anything private stays in this chat.',
        },
      ]
    case 'chat':
      return [
        { kind: 'buttons', buttons: [{ label: 'Open our chat', link: way.link }] },
        { kind: 'note', text: 'That chat is yours alone: I am not in it, and I read nothing of it.' },
      ]
    case 'relay':
      return [
        { kind: 'buttons', buttons: [relayButton(pairId, other)] },
        {
          kind: 'note',
          text: 'You are on different platforms, so I pass on what you write to each other. Nobody else reads it.',
        },
      ]
  }
}

/** The same card again, by a button. */
export function firstMeeting(facts: Pick<Beginning, 'pairId' | 'side'>): Message {
  return { preview: 'Your first meeting', blocks: firstMeetingBlocks(facts) }
}

/** Before the card is asked for of a pair that is over. */
export const noFirstMeeting: Message = sentence(
  'That pair is no longer active. Type “/mentor” to see those that are.',
)

function firstMeetingBlocks({ pairId, side }: Pick<Beginning, 'pairId' | 'side'>): Block[] {
  const plan: Button = {
    label: 'Plan it',
    verb: 'meeting.plan',
    about: pairId,
    tone: 'primary',
    opensForm: true,
  }
  const agreement: Button = { label: 'Our agreement', verb: 'agreement.show', about: pairId }
  return [
    { kind: 'heading', text: 'Your first meeting' },
    { kind: 'list', items: [...points[side]] },
    { kind: 'buttons', buttons: [plan, agreement] },
  ]
}

const points: Readonly<Record<Side, readonly string[]>> = {
  mentee: [
    'Say how you came to this work, and ask how they did.',
    'Say what you would like to be different in half a year.',
    'Ask: what do you wish somebody had told you at my stage?',
    'Say how you like to hear hard things, and ask the same.',
    'Settle how often you meet, and who asks for it.',
  ],
  mentor: [
    'Ask how they came to this work, and listen longer than you talk.',
    'Ask what they hope for, before you say what you would do.',
    'Share something that went wrong for you, and what came of it.',
    'Ask what helps them when they learn, and what does not.',
    'Say what stays between you, and what must be reported.',
  ],
}

/** Opens the form of the relay; the words are the relay's own. */
function relayButton(pairId: string, other: string): Button {
  return { label: labelOf(`Write to ${other}`), verb: 'relay.write', about: pairId, opensForm: true }
}
