import type { Block, Button, Message } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import type { NextStep } from './agreement.ts'
import { buttons, writeButton } from './message-parts.ts'
import type { Reading } from './text-messages.ts'

/** One line for the overview. */
export function agreementLine({ pairId, other }: Pick<Reading, 'pairId' | 'other'>, next: NextStep): Block[] {
  const { words, button } = {
    write: { words: 'is yours to begin', button: writeButton(pairId, 'Begin it') },
    complete: { words: 'waits for your part', button: showButton(pairId, 'Read it') },
    confirm: { words: 'is ready for you to confirm', button: showButton(pairId, 'Read it') },
  }[next]
  return [{ kind: 'text', text: `Your agreement with ${other} ${words}.` }, buttons([button])]
}

export function whichAgreement(
  pairs: readonly { readonly pairId: string; readonly label: string }[],
): Message {
  return {
    preview: 'Which agreement?',
    blocks: [
      { kind: 'text', text: 'Which agreement would you like to see?' },
      buttons(pairs.map(({ pairId, label }) => showButton(pairId, label))),
    ],
  }
}

export const noPairForAgreement: Message = sentence(
  'You have no mentor or mentee yet. Once you have, you two can write your agreement here.',
)

export const noAgreementBetweenPeers: Message = sentence(
  'In rounds of peers no agreement is needed: what you talk about is yours.',
)

/** The pair of a button or form is closed or not theirs. */
export const agreementGone: Message = sentence(
  'That pair is no longer active. Type “agreement” to see those that are.',
)

function showButton(pairId: string, label: string): Button {
  return { label, verb: 'agreement.show', about: pairId }
}
