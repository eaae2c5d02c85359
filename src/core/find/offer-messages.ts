import { labelOf } from '../message/label.ts'
import type { Block, Message } from '../message/message.ts'
import { leadingOn } from '../message/messages.ts'
import type { MentorCard } from './card.ts'
import { cardWords } from './card-words.ts'

export interface OfferStored {
  readonly enrollmentId: string
  readonly program: string
  readonly capacity: number
  /** How many mentees they have, in all programs together. */
  readonly mentees: number
  /** Pairs offered that nobody has answered in full yet. */
  readonly offered: number
  /** Undefined: not shown. */
  readonly card: MentorCard | undefined
  readonly locale: string
}

/** What holds from now on, and how mentees see it. */
export function offerStored(stored: OfferStored): Message {
  const { enrollmentId, program, capacity, card, locale } = stored
  const seen: readonly Block[] = card
    ? [
        { kind: 'note', text: `This is what mentees of ${program} see:` },
        { kind: 'text', text: cardWords(card, { sought: [], locale }) },
      ]
    : [
        {
          kind: 'text',
          text: `Mentees of ${program} do not find you by “find”.${capacity > 0 ? ' You can still be proposed to somebody.' : ''}`,
        },
      ]
  return {
    preview: 'What you offer is noted',
    blocks: [
      { kind: 'text', text: ['Noted.', takesWords(stored), ...standingWords(stored)].join(' ') },
      ...seen,
      {
        kind: 'buttons',
        buttons: [{ label: 'Change', verb: 'find.offer', about: enrollmentId, opensForm: true }],
      },
    ],
  }
}

function takesWords({ capacity }: OfferStored): string {
  if (capacity === 0) return 'You take no mentees for now.'
  return capacity === 1 ? 'You take 1 mentee.' : `You take up to ${capacity} mentees.`
}

/** Places taken away from under pairs and offers: nobody is moved. */
function standingWords({ capacity, mentees, offered }: OfferStored): string[] {
  const isOver = mentees + offered > capacity
  const pairs = mentees === 1 ? 'The pair that you have stays' : `The ${mentees} pairs that you have stay`
  return [
    ...(mentees > 0 && mentees >= capacity ? [`${pairs}, and no more are added.`] : []),
    ...(offered > 0 && isOver ? ['What you have been asked already stands until it is answered.'] : []),
  ]
}

/** Where a mentor is in several programs: each has its own view. */
export function offerWhere(
  programs: readonly { readonly enrollmentId: string; readonly name: string }[],
): Message {
  return {
    preview: 'Which program?',
    blocks: [
      {
        kind: 'text',
        text: 'For which program? What mentees may see is yours to choose in each; places and skills are the same in all.',
      },
      {
        kind: 'buttons',
        buttons: programs.map(({ enrollmentId, name }) => ({
          label: labelOf(name),
          verb: 'find.offer',
          about: enrollmentId,
          opensForm: true,
        })),
      },
    ],
  }
}

export const mentorsOffer =
  '“offer” is for mentors, and you are not taking part as one right now. Your coordinator can change that.'
export const offerOnceJoined: Message = leadingOn('You can say what you offer as soon as you have joined.', {
  label: 'Join',
  words: 'join',
})
export const nothingToOffer =
  'In a peer program everybody meets in turn, so there is nothing to offer beforehand.'
