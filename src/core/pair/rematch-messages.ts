import type { Field, Form, FormPart, Option } from '../message/form.ts'
import type { Message } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import type { Side } from './pair.ts'

/** A pair that one of the two may end in order to be matched anew. */
export interface Rematchable {
  readonly pairId: string
  readonly other: string
  readonly program: string
}

/** What happens if they go on, and which pair it is about where there are several. Never asks for a reason. */
export function rematchForm(pairs: readonly Rematchable[]): Form {
  const [only, ...more] = pairs
  const one = more.length === 0 ? only : undefined
  return {
    verb: 'pair.rematch-save',
    ...(one && { about: one.pairId }),
    title: 'Another match',
    submit: 'Match me again',
    parts: [
      ...(one ? [] : [whichPair(pairs)]),
      words(
        one
          ? `Once you confirm, your pair with ${one.other} in ${one.program} ends, and you both wait for somebody new.`
          : 'Once you confirm, that pair ends, and you both wait for somebody new.',
      ),
      words(
        'No reason is needed, and nobody is at fault. The other reads that the pair has come to an end so that you can both be matched again; your coordinators read that you are both waiting. You will not be proposed to one another again in this program. What you wrote stays yours.',
      ),
    ],
  }
}

function whichPair(pairs: readonly Rematchable[]): FormPart {
  const options = pairs.map(
    ({ pairId, other, program }): Option => ({ value: pairId, label: `${other}, ${program}` }),
  )
  const field: Field = { kind: 'choice', name: 'pair', label: 'Which pair?', options }
  return { kind: 'field', field }
}

function words(text: string): FormPart {
  return { kind: 'words', block: { kind: 'text', text } }
}

/** To the one who asked. */
export function rematchNoted({
  other,
  program,
  side,
}: Omit<Rematchable, 'pairId'> & { readonly side: Side }): Message {
  const next =
    side === 'mentee'
      ? 'I will look for a mentor for you'
      : 'You are free for somebody new, and part of the next proposals'
  return {
    preview: 'You will be matched again',
    blocks: [
      {
        kind: 'text',
        text: `Your pair with ${other} in ${program} has come to an end, and I will tell ${other} kindly. ${next}; you will hear from me within a week.`,
      },
    ],
  }
}

/** To a coordinator. Does not say who asked. */
export function rematchToldMessage(facts: {
  readonly mentor: string
  readonly mentee: string
  readonly program: string
}): Message {
  const { mentor, mentee, program } = facts
  return {
    preview: `Two people in ${program} wait for a new match`,
    blocks: [
      {
        kind: 'text',
        text: `${mentee} and ${mentor} are no pair in ${program} any more, and both wait for a new match. Nobody is at fault, and nobody was asked why.`,
      },
      {
        kind: 'note',
        text: `I will look for a mentor for ${mentee} among those with a free place, and tell you whom I propose.`,
      },
    ],
  }
}

export const noPairToRematch = sentence(
  'You have no pair right now that could be matched again. If you are waiting for somebody, I have not forgotten you.',
)

/** A button of a pair that is over, or somebody else's. */
export const rematchGone = sentence(
  'That pair is over already, so there is nothing left to do. Type “rematch” to see your pairs.',
)

/** Peer programs make their pairs anew for each round anyway. */
export function rematchByRounds(program: string): Message {
  return sentence(
    `In ${program} everybody meets somebody else in the next round, so you will be matched again without asking.`,
  )
}

/** To each of the two, because a coordinator asked: they may be matched anew, and need not. */
export function rematchOffered(facts: {
  readonly firstName: string
  readonly pairId: string
  readonly other: string
  readonly program: string
}): Message {
  const { firstName, pairId, other, program } = facts
  return {
    preview: 'A question from your coordinators',
    blocks: [
      {
        kind: 'text',
        text: `${firstName}, would you like another match in ${program} than ${other}? Your coordinators ask you both. No reason is needed, and if you are happy as you are, you need do nothing.`,
      },
      {
        kind: 'buttons',
        buttons: [{ label: 'Ask for another match', verb: 'pair.rematch', about: pairId, opensForm: true }],
      },
    ],
  }
}

/** To the coordinator: whom I asked, by name; nobody where both have been asked today or cannot be. */
export function rematchOffersSent(asked: readonly string[], locale: string): Message {
  if (asked.length === 0)
    return sentence('I have asked them today already, or they are on a break: they can still say “rematch”.')
  const names = new Intl.ListFormat(locale).format(asked)
  return sentence(
    `I will ask ${names} whether they would like another match. If they are happy as they are, nothing changes; if one of them asks for it, I will tell you.`,
  )
}
