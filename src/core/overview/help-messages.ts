import {
  type Command,
  type CommandWords,
  commandNamed,
  commands,
  type Topic,
  topics,
} from '../message/commands.ts'
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

/** The commands that this person can use, by topic, as words to type and as buttons. */
export function helpMessage(who: { readonly isCoordinator: boolean }): Message {
  return {
    preview: 'What I can do',
    blocks: [
      {
        kind: 'text',
        text: 'Press a button, or type the word: after /mentor in Slack, or on its own in Teams.',
      },
      ...topics
        .filter((topic) => who.isCoordinator || topic !== 'For coordinators')
        .flatMap((topic) => topicBlocks(topic)),
    ],
  }
}

function topicBlocks(topic: Topic): Block[] {
  const shown = commands.filter((command) => command.topic === topic)
  const pressable = shown.filter(({ words }) => words !== 'help')
  return [
    { kind: 'heading', text: topic },
    { kind: 'list', items: shown.map(lineOf) },
    { kind: 'buttons', buttons: pressable.map(({ words }) => buttonOf(words)) },
  ]
}

function lineOf({ words, summary, example }: Command): Text {
  const like = example === undefined ? '' : `, as in “${example}”`
  return [{ text: words, bold: true }, { text: `: ${summary}${like}` }]
}

function buttonOf(words: CommandWords): Button {
  const verb = formVerbs[words]
  const press = verb === undefined ? { verb: 'command.run', about: words } : { verb }
  return { label: words, ...press, ...(commandNamed(words)?.opensForm && { opensForm: true }) }
}
