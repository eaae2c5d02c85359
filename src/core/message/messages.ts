import { commandNamed } from './commands.ts'
import type { Values } from './form.ts'
import type { Block, Button, Message } from './message.ts'
import type { ReadCommand } from './read-command.ts'

/** One sentence, shown as it is. */
export function sentence(text: string): Message {
  return { preview: text, blocks: [{ kind: 'text', text }] }
}

/** The sentence, and under it what the person typed, so that nothing is lost. Only for places that they alone see. */
export function withTyped(text: string, typed: readonly string[]): Message {
  const words = typed.filter((part) => part.trim() !== '')
  if (words.length === 0) return sentence(text)
  const blocks: Block[] = [
    { kind: 'text', text },
    { kind: 'note', text: 'What you wrote, to copy:' },
    ...words.map((word): Block => ({ kind: 'text', text: word })),
  ]
  return { preview: text, blocks }
}

/** What was typed into a form; the ids behind choices are nobody’s words. */
export function typedIn(values: Values): string[] {
  return Object.values(values).flatMap((value) =>
    typeof value === 'string' && !opaqueId.test(value) ? [value] : [],
  )
}

const opaqueId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const notStored =
  'Something went wrong on our side and nothing was stored. Please try again in a minute.'

export function notAvailableYet(words: string): Message {
  return sentence(`“${words}” is not available yet.`)
}

/** A button or form of another release. */
export const notKnown = sentence('I do not know that button any more. Type “help” to see what I can do.')

/** The button of the command that somebody most likely meant. */
export function commandButton(words: string): Button {
  return {
    label: words,
    verb: 'command.run',
    about: words,
    tone: 'primary',
    ...(commandNamed(words)?.opensForm && { opensForm: true }),
  }
}

/** The sentence, and the command that leads on from it. */
export function leadingOn(text: string, { label, words }: { label: string; words: string }): Message {
  const button: Button = { ...commandButton(words), label }
  return {
    preview: text,
    blocks: [
      { kind: 'text', text },
      { kind: 'buttons', buttons: [button] },
    ],
  }
}

export function unknownCommand(command: ReadCommand & { kind: 'unknown' }): Message {
  const { typed, suggestion } = command
  if (suggestion === undefined) {
    return {
      preview: 'I do not know that command.',
      blocks: [
        { kind: 'text', text: [{ text: 'I do not know ' }, { text: typed, bold: true }, { text: '.' }] },
        { kind: 'buttons', buttons: [{ label: 'What can you do?', verb: 'command.run', about: 'help' }] },
      ],
    }
  }
  const meant = commandButton(suggestion)
  const help: Button = { label: 'What can you do?', verb: 'command.run', about: 'help' }
  return {
    preview: 'I do not know that command.',
    blocks: [
      {
        kind: 'text',
        text: [
          { text: 'I do not know ' },
          { text: typed, bold: true },
          { text: '. Did you mean ' },
          { text: suggestion, bold: true },
          { text: '?' },
        ],
      },
      { kind: 'buttons', buttons: suggestion === 'help' ? [meant] : [meant, help] },
    ],
  }
}
