import { labelOf } from '../message/label.ts'
import type { Block, Button, Message } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import { cardsFor } from './briefing.ts'
import type { BriefedSide, BriefingCard } from './card.ts'

const sideWords: Readonly<Record<BriefedSide, string>> = { mentor: 'mentors', mentee: 'mentees' }

/** One card with its question. `back`: one sentence to what was chosen just before. */
export function cardMessage(facts: {
  readonly enrollmentId: string
  readonly side: BriefedSide
  readonly card: BriefingCard
  /** Counted from 1. */
  readonly number: number
  readonly back?: string | undefined
  /** The program's own ways, as blocks. */
  readonly routes: readonly Block[]
}): Message {
  const { enrollmentId, side, card, number, back, routes } = facts
  return {
    preview: `Briefing for ${sideWords[side]}: card ${number}`,
    blocks: [
      ...(back === undefined ? [] : [{ kind: 'text', text: back } as const, { kind: 'divider' } as const]),
      { kind: 'heading', text: card.heading },
      { kind: 'text', text: card.words },
      ...(card.showsRoutes ? routes : []),
      { kind: 'text', text: [{ text: card.question, bold: true }] },
      {
        kind: 'buttons',
        buttons: card.answers.map(({ id, label }) => ({
          label,
          verb: 'briefing.answer',
          about: `${enrollmentId}:${side}:${card.id}:${id}`,
        })),
      },
      { kind: 'note', text: noteFor(side, number) },
    ],
  }
}

function noteFor(side: BriefedSide, number: number): string {
  const where = `Briefing for ${sideWords[side]}, card ${number} of ${cardsFor(side).length}.`
  return number === 1
    ? `${where} No answer is wrong, and nobody else reads yours. You can stop at any card: “briefing” brings you back to it.`
    : where
}

/** All cards are walked through: the one thing left is to confirm. */
export function confirmMessage(facts: {
  readonly enrollmentId: string
  readonly side: BriefedSide
  readonly program: string
  readonly back?: string | undefined
}): Message {
  const { enrollmentId, side, program, back } = facts
  const about = `${enrollmentId}:${side}`
  return {
    preview: 'Briefing: one last step',
    blocks: [
      ...(back === undefined ? [] : [{ kind: 'text', text: back } as const, { kind: 'divider' } as const]),
      { kind: 'heading', text: 'That was the briefing' },
      {
        kind: 'text',
        text:
          side === 'mentor'
            ? `Would you like to be a mentor in ${program} in this way?`
            : `Would you like to work with a mentor in ${program} in this way?`,
      },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Yes, I confirm', verb: 'briefing.confirm', about, tone: 'primary' },
          { label: 'Read it again', verb: 'briefing.again', about },
        ],
      },
    ],
  }
}

/** Confirmed. `next`: the side that is still to be walked through. */
export function confirmedMessage(facts: {
  readonly enrollmentId: string
  readonly program: string
  readonly isPaired: boolean
  readonly next: BriefedSide | undefined
}): Message {
  const { enrollmentId, program, isPaired, next } = facts
  if (next) {
    return {
      preview: 'Half of the briefing is done',
      blocks: [
        {
          kind: 'text',
          text: `Thank you, that is noted. In ${program} you are on both sides: the cards for ${sideWords[next]} come next, whenever you like.`,
        },
        {
          kind: 'buttons',
          buttons: [{ ...openButton(`${enrollmentId}:${next}`), label: `Cards for ${sideWords[next]}` }],
        },
      ],
    }
  }
  const coming = isPaired
    ? 'You can read the cards again at any time: type “briefing”.'
    : 'As soon as somebody is paired with you, I will tell you both.'
  return sentence(`Thank you for taking the time. You are ready for ${program}. ${coming}`)
}

/** Walked through before. */
export function doneMessage(facts: {
  readonly program: string
  readonly confirmedOn: string
  readonly sides: readonly BriefedSide[]
  readonly enrollmentId: string
}): Message {
  const { program, confirmedOn, sides, enrollmentId } = facts
  return {
    preview: 'Your briefing',
    blocks: [
      { kind: 'text', text: `You confirmed the briefing of ${program} on ${confirmedOn}.` },
      {
        kind: 'buttons',
        buttons: sides.map((side) => ({
          label: sides.length === 1 ? 'Read it again' : `Cards for ${sideWords[side]}`,
          verb: 'briefing.again',
          about: `${enrollmentId}:${side}`,
        })),
      },
    ],
  }
}

/** In several programs. */
export function whichBriefing(
  places: readonly { readonly enrollmentId: string; readonly program: string; readonly isDone: boolean }[],
): Message {
  return {
    preview: 'Which briefing?',
    blocks: [
      { kind: 'text', text: 'For which program would you like to see the briefing?' },
      {
        kind: 'buttons',
        buttons: places.map(({ enrollmentId, program, isDone }) => ({
          label: labelOf(isDone ? `✓ ${program}` : program),
          verb: 'briefing.open',
          about: enrollmentId,
        })),
      },
    ],
  }
}

export function noBriefing(): Message {
  return sentence(
    'The briefing is for mentors and mentees, and you are not taking part as one right now. “join” shows what there is.',
  )
}

/** A button of a place that is not theirs any more. */
export function briefingGone(): Message {
  return sentence('That briefing belongs to a program you are no longer in. Type “briefing” to see yours.')
}

/** Under the welcome. */
export function briefingOffer(facts: { readonly enrollmentId: string; readonly required: boolean }): Block[] {
  return [
    {
      kind: 'text',
      text: facts.required
        ? 'Before I look for somebody for you, please read a few short cards on what mentoring is, and what it is not. Five minutes are enough.'
        : 'A few short cards show what mentoring is, and what it is not. They take five minutes.',
    },
    { kind: 'buttons', buttons: [openButton(facts.enrollmentId)] },
  ]
}

function openButton(about: string): Button {
  return { label: 'Start the briefing', verb: 'briefing.open', about, tone: 'primary' }
}
