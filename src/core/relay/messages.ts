import type { Form, Option } from '../message/form.ts'
import { fieldPart, notePart } from '../message/form-parts.ts'
import { labelOf } from '../message/label.ts'
import type { Block, Button, Message } from '../message/message.ts'
import { sentence, withTyped } from '../message/messages.ts'

/** So much may be written at once. */
const LONGEST_WORDS = 2000
/** So many messages of one person are carried in 24 hours. */
export const MOST_A_DAY = 20

/** Somebody who can be written to, by the pair. */
export interface Reached {
  readonly pairId: string
  /** Their name. */
  readonly name: string
}

/** The button that opens the form to somebody. */
function writeButton({ pairId, name }: Reached, label = `Write to ${name}`): Button {
  return { label: labelOf(label), verb: 'relay.write', about: pairId, opensForm: true }
}

/** To whom, where there is a choice, what, and who will read it. */
export function relayForm([first, ...more]: readonly [Reached, ...Reached[]]): Form {
  const only = more.length === 0
  const to: readonly Option[] = [first, ...more].map(({ pairId, name }) => ({
    value: pairId,
    label: name,
  }))
  const reader = only ? first.name : 'whom you choose here'
  return {
    verb: 'relay.send',
    ...(only && { about: first.pairId }),
    title: only ? labelOf(`Write to ${first.name}`) : 'Write to somebody',
    submit: 'Send',
    parts: [
      ...(only ? [] : [fieldPart({ name: 'pair', kind: 'choice', label: 'To whom?', options: to })]),
      fieldPart({
        name: 'words',
        kind: 'text',
        multiline: true,
        label: 'Your message',
        hint: `Who will read it: only ${reader}.`,
        maxLength: LONGEST_WORDS,
      }),
      notePart(
        'It goes to their own chat with me, and stays there as other messages do, in your employer’s Slack or Teams. I erase my copy after a day.',
      ),
    ],
  }
}

const lead: Block = {
  kind: 'note',
  text: 'They wrote this to you through Rounds. Only you can read it here.',
}

/** What the other receives. */
export function relayedMessage(facts: {
  readonly from: Reached
  readonly program: string
  readonly words: string
}): Message {
  const { from, program, words } = facts
  return {
    preview: 'A message from your pair',
    blocks: [
      {
        kind: 'text',
        text: [{ text: from.name, bold: true }, { text: ` · ${program}` }],
      },
      { kind: 'text', text: words },
      { kind: 'buttons', buttons: [{ ...writeButton(from, 'Answer'), tone: 'primary' }] },
      lead,
    ],
  }
}

/** The sender's own words in a message that was relayed; empty where they cannot be found. */
export function wordsRelayed({ blocks }: Message): string {
  const before = blocks.findIndex(({ kind }) => kind === 'buttons') - 1
  const block = blocks[before]
  return block?.kind === 'text' && typeof block.text === 'string' ? block.text : ''
}

/** To the sender, at once. `now`: it goes out this minute. */
export function relayReceipt({ name, now }: { readonly name: string; readonly now: boolean }): Message {
  const when = now ? ' gets it now' : ' gets it at the next hour that suits them'
  return {
    preview: 'Your message is on its way',
    blocks: [
      {
        kind: 'text',
        text: [
          { text: name, bold: true },
          { text: `${when}, in their own chat with me. Only they read it.` },
        ],
      },
    ],
  }
}

/** To the sender, where it did not arrive for good; with their words, because they are kept nowhere else. */
export function relayLost(facts: {
  readonly to: Reached
  readonly words: string
  /** Nobody can say whether it arrived. */
  readonly unsure: boolean
}): Message {
  const { to, words, unsure } = facts
  const text = unsure
    ? `I cannot find out whether your message reached ${to.name}. Please ask them, or write another way.`
    : `Your message has not reached ${to.name}, and I cannot deliver it. Please write another way.`
  return { preview: 'About a message of yours', blocks: withTyped(text, [words]).blocks }
}

/** To the sender, where the pair ended before the message went out; with their words. */
export function relayOvertaken({ name, words }: { readonly name: string; readonly words: string }): Message {
  const text = `Your message to ${name} did not go out: your pair had ended by then.`
  return { preview: 'About a message of yours', blocks: withTyped(text, [words]).blocks }
}

export const nobodyToTell: Message = sentence(
  'You have no mentor or mentee yet. Once you have, you can write to them here.',
)

/** The pair of a button or form is closed or not theirs. */
export const relayGone: Message = sentence(
  'That pair is no longer active, so I cannot carry messages between you. Type “tell” to see whom you can write to.',
)

/** Nobody of their pairs has that name. */
export function nobodyNamed(typed: string, known: readonly [Reached, ...Reached[]]): Message {
  return {
    preview: 'I do not know that name',
    blocks: [
      {
        kind: 'text',
        text: [
          { text: 'You have no pair with ' },
          { text: typed.slice(0, 80), bold: true },
          { text: '. Did you mean one of these?' },
        ],
      },
      { kind: 'buttons', buttons: known.slice(0, 5).map((one) => writeButton(one)) },
    ],
  }
}

/** The other has not joined yet: nobody is written to by others before they have given their word. */
export function notThereYet(name: string): Message {
  return sentence(
    `${name} has not joined yet, so I cannot write to them for you. I will tell you once they have.`,
  )
}

/** The other has no account that can be written to. */
export function cannotBeReached(name: string): Message {
  return sentence(`I cannot reach ${name} on Slack or Teams at the moment. Please write to them another way.`)
}

export const enoughForToday: Message = sentence(
  `I can pass on ${MOST_A_DAY} messages a day for each person, and you have reached that number. Please write the next one tomorrow.`,
)
