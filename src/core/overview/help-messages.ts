import { type Command, type CommandWords, commandNamed, commands } from '../message/commands.ts'
import type { Block, Button, Message, Text } from '../message/message.ts'

/** Commands whose form has a verb of its own, which stores nothing. */
const formVerbs: Partial<Record<CommandWords, string>> = {
  progress: 'goal.progress',
  met: 'meeting.log',
  offer: 'find.offer',
  hours: 'person.hours',
  pause: 'program.pause',
  leave: 'program.leave',
}

/** The commands that this person can use, as words to type and as buttons. */
export function helpMessage(who: { readonly isCoordinator: boolean }): Message {
  return {
    preview: 'What I can do',
    blocks: [
      { kind: 'text', text: 'Write these after /mentor in Slack, or as a message to me in Teams.' },
      ...commandBlocks('everybody'),
      ...(who.isCoordinator
        ? [{ kind: 'heading', text: 'For coordinators' } as const, ...commandBlocks('coordinators')]
        : []),
    ],
  }
}

function commandBlocks(audience: Command['for']): Block[] {
  const shown = commands.filter((command) => command.for === audience)
  const pressable = shown.filter(({ words }) => words !== 'help')
  return [
    { kind: 'list', items: shown.map(lineOf) },
    { kind: 'buttons', buttons: pressable.map(({ words }) => buttonOf(words)) },
  ]
}

function lineOf(command: Command): Text {
  const usage = command.usage === undefined ? '' : ` ${command.usage}`
  return [{ text: command.words, bold: true }, { text: `${usage}: ${command.summary}` }]
}

function buttonOf(words: CommandWords): Button {
  const verb = formVerbs[words]
  const press = verb === undefined ? { verb: 'command.run', about: words } : { verb }
  return { label: words, ...press, ...(commandNamed(words)?.opensForm && { opensForm: true }) }
}
