import type { Button, Message, Span } from '../message/message.ts'
import type { Agreement } from './agreement.ts'
import { buttons, completeButton, onlyYouTwo, preview, writeButton } from './message-parts.ts'
import { type Reading, termBlocks } from './text-messages.ts'

/** Nothing is written yet, or only half of the mentee's part. */
export function notBegun({ pairId, other }: Reading, begun: boolean): Message {
  const text = begun
    ? ' Yours is half written, and it is kept just as you left it.'
    : ' You say what you hope for and look over the rest; they add their part, and you both confirm it.'
  return {
    preview,
    blocks: [
      { kind: 'heading', text: 'Your agreement' },
      {
        kind: 'text',
        text: [
          { text: 'A few sentences that you and ' },
          { text: other, bold: true },
          { text: ` both stand by: what it is for, how often, and what stays between you.${text}` },
        ],
      },
      buttons([{ ...writeButton(pairId, begun ? 'Go on' : 'Write my part'), tone: 'primary' }]),
      onlyYouTwo,
    ],
  }
}

/** To a mentor who comes first. `asked`: they have asked the mentee to begin already. */
export function menteeBegins({ pairId, other }: Reading, asked: boolean): Message {
  const ask: Button = { label: 'Ask them to begin', verb: 'agreement.nudge', about: pairId }
  return {
    preview,
    blocks: [
      { kind: 'heading', text: 'Your agreement' },
      {
        kind: 'text',
        text: [
          { text: other, bold: true },
          { text: ' writes first, because the agenda is theirs. You add your part after that.' },
        ],
      },
      ...(asked
        ? [
            {
              kind: 'note',
              text: 'You have asked them to begin. I will write to you once they have.',
            } as const,
          ]
        : [buttons([ask])]),
    ],
  }
}

/** To the mentee, whose mentor wishes to begin. */
export function askedToBegin({ pairId, other }: Reading): Message {
  return {
    preview: 'Your agreement',
    blocks: [
      {
        kind: 'text',
        text: [
          { text: other, bold: true },
          {
            text: ' would be glad to read what you hope for. Would you write the first part of your agreement?',
          },
        ],
      },
      buttons([{ ...writeButton(pairId, 'Write my part'), tone: 'primary' }]),
      onlyYouTwo,
    ],
  }
}

export function beginAsked(other: string): Message {
  return {
    preview: 'I will ask them to begin',
    blocks: [
      {
        kind: 'text',
        text: [
          { text: 'I will ask ' },
          { text: other, bold: true },
          { text: ' to begin, at an hour that suits them.' },
        ],
      },
    ],
  }
}

/** The mentee's part stands there; the mentor's is missing. */
export function drafted(reading: Reading, agreement: Agreement): Message {
  const { pairId, side, other } = reading
  const { terms } = agreement
  const mine = side === 'mentee'
  const lead: Span[] = mine
    ? [{ text: 'This is your part. ' }, { text: other, bold: true }, { text: ' adds theirs next.' }]
    : [{ text: other, bold: true }, { text: ' has written their part of your agreement. Yours is next.' }]
  return {
    preview,
    blocks: [
      { kind: 'text', text: lead },
      ...termBlocks(terms, reading),
      buttons([mine ? writeButton(pairId, 'Change my part') : completeButton(pairId, agreement)]),
      onlyYouTwo,
    ],
  }
}

/** Once, two weeks after the first meeting, to a mentee who has written nothing. */
export function remindToWrite({ pairId, other }: Reading): Message {
  return {
    preview,
    blocks: [
      {
        kind: 'text',
        text: [
          { text: 'You and ' },
          { text: other, bold: true },
          {
            text: ' have met. A short agreement helps both of you: would you begin it? I will not ask again.',
          },
        ],
      },
      buttons([{ ...writeButton(pairId, 'Write my part'), tone: 'primary' }]),
      onlyYouTwo,
    ],
  }
}

/** The same to the mentor whose part is missing. */
export function remindToComplete({ pairId, other }: Reading, agreement: Agreement): Message {
  return {
    preview,
    blocks: [
      {
        kind: 'text',
        text: [
          { text: 'Your agreement with ' },
          { text: other, bold: true },
          { text: ' waits for your part. A few words are enough. I will not ask again.' },
        ],
      },
      buttons([completeButton(pairId, agreement)]),
    ],
  }
}
