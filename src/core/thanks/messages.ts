import type { Form, FormPart, Option } from '../message/form.ts'
import { fieldPart, notePart, wordsPart } from '../message/form-parts.ts'
import type { Message } from '../message/message.ts'
import { sentence, withTyped } from '../message/messages.ts'

const MAX_LENGTH = 1000

/** Days after a pair has closed on which the two may still thank one another. */
export const DAYS_AFTER_CLOSE = 28

/** Words for the other person in the pair; where there are several, to whom. `typed`: words that stood after the command. */
export function thanksForm(pairs: readonly Option[], typed: string): Form {
  const [only, ...more] = pairs
  const one = more.length === 0 ? only : undefined
  return {
    verb: 'thanks.save',
    ...(one && { about: one.value }),
    title: 'Say thank you',
    submit: 'Send it',
    parts: [
      one ? wordsPart(`To ${one.label}`) : whom(pairs),
      notePart('Naming one thing they did says more than many kind words.'),
      fieldPart({
        name: 'words',
        kind: 'text',
        multiline: true,
        label: 'What are you thankful for?',
        hint: `Who will read it: you and ${one ? one.label : 'the one you thank'}, nobody else. It goes into their chat.`,
        maxLength: MAX_LENGTH,
        ...(typed !== '' && { value: typed.slice(0, MAX_LENGTH) }),
      }),
      fieldPart({
        name: 'counted',
        kind: 'choices',
        label: 'In the coordinators’ digest',
        hint: 'The digest then counts one more thank you. Never who, never the words.',
        options: [{ value: 'yes', label: 'Count that there were thanks' }],
        optional: true,
      }),
    ],
  }
}

function whom(pairs: readonly Option[]): FormPart {
  return fieldPart({ name: 'pair', kind: 'choice', label: 'Whom would you like to thank?', options: pairs })
}

/** To the one who is thanked. `pairId`: where they can answer in kind; missing once the pair is over. */
export function thanksTo(facts: {
  readonly from: string
  readonly words: string
  readonly pairId: string
}): Message {
  const { from, words, pairId } = facts
  return {
    preview: 'Somebody thanks you',
    blocks: [
      { kind: 'text', text: [{ text: from, bold: true }, { text: ' says thank you:' }] },
      { kind: 'text', text: words },
      { kind: 'note', text: 'Only the two of you read this.' },
      {
        kind: 'buttons',
        buttons: [{ label: 'Say something back', verb: 'thanks.write', about: pairId, opensForm: true }],
      },
    ],
  }
}

export function thanksSent(other: string, counted: boolean): Message {
  const count = counted ? ' The digest counts one more thank you, and says neither who nor what.' : ''
  return sentence(`Your thanks are on their way to ${other}.${count}`)
}

/** The same words once more, within the hour. */
export function thanksSentAlready(other: string): Message {
  return sentence(`Those thanks are on their way to ${other} already; I sent them once.`)
}

/** What was written comes back: nothing of it was kept. */
export function cannotReachThem(other: string, words: string): Message {
  return withTyped(`I cannot reach ${other} in any chat right now, so nothing was sent.`, [words])
}

export const noPairToThank = sentence(
  'You have no pair right now, so there is nobody I could pass your thanks on to.',
)

export const pairTooLongAgo = sentence(
  'That pair is over, so I can no longer pass on thanks there. You can write to them yourself.',
)

export function thanksToOneself(others: string): Message {
  return sentence(
    `That is you, and you have surely earned it. From here I can pass your thanks on to ${others}.`,
  )
}

export function nobodyToThank(typed: string, others: string): Message {
  return sentence(`You have no pair with “${typed}”. I can pass your thanks on to ${others}.`)
}
