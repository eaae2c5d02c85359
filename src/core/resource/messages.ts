import type { Form } from '../message/form.ts'
import { labelOf } from '../message/label.ts'
import type { Block, Button, Message, Text } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import { packWord } from '../message/packed-word.ts'
import type { Resource } from '../program/resource.ts'
import type { Topic } from './topics.ts'

/** More buttons in a row are a wall: the others stand in a form. */
const TOPICS_SHOWN = 4
/** One screen. */
const RESOURCES_SHOWN = 5

/** `resources`: the topics to choose from. */
export function topicsMessage(topics: readonly Topic[]): Message {
  return {
    preview: 'Something to read',
    blocks: [
      { kind: 'text', text: 'What would you like to read about?' },
      { kind: 'buttons', buttons: topicButtons(topics) },
    ],
  }
}

/** Those with most to read; behind the last button all of them. */
function topicButtons(topics: readonly Topic[]): Button[] {
  if (topics.length <= TOPICS_SHOWN + 1) return topics.map(topicButton)
  const more: Button = { label: 'More topics', verb: 'resource.topics', opensForm: true }
  return [...topics.slice(0, TOPICS_SHOWN).map(topicButton), more]
}

/** All topics, by their places, where they are too many for a button each. */
export function topicsForm(topics: readonly Topic[]): Form {
  const options = topics.map(({ name }, place) => ({ value: String(place), label: name }))
  return {
    verb: 'resource.topic',
    title: 'Something to read',
    submit: 'Show me',
    parts: [
      {
        kind: 'field',
        field: {
          kind: 'choice',
          name: 'topic',
          label: 'What would you like to read about?',
          options,
          folded: true,
        },
      },
    ],
  }
}

function topicButton({ name }: Topic): Button {
  return { label: labelOf(name), verb: 'resource.browse', about: `0:${packWord(name)}` }
}

/** What there is about a topic, from this place on. */
export function resourcesMessage(facts: {
  readonly topic: string
  readonly resources: readonly Resource[]
  readonly from: number
}): Message {
  const { topic, resources, from } = facts
  const shown = resources.slice(from, from + RESOURCES_SHOWN)
  const next = from + shown.length
  const all: Button = { label: 'All topics', verb: 'command.run', about: 'resources' }
  const more: Button = { label: 'Show more', verb: 'resource.browse', about: `${next}:${packWord(topic)}` }
  return {
    preview: 'Something to read',
    blocks: [
      {
        kind: 'text',
        text:
          topic === ''
            ? 'This is what your program keeps for reading:'
            : [{ text: 'About ' }, { text: topic, bold: true }, { text: ':' }],
      },
      ...shown.flatMap(resourceBlocks),
      ...(topic === ''
        ? []
        : [{ kind: 'buttons', buttons: next < resources.length ? [more, all] : [all] } as const]),
    ],
  }
}

function resourceBlocks({ title, link, text }: Resource): Block[] {
  const heading: Text = [{ text: title, bold: true, ...(link && { link }) }]
  return [{ kind: 'text', text: heading }, ...(text ? [{ kind: 'text', text } as const] : [])]
}

/** There is nothing about that. */
export function nothingAbout(topic: string, topics: readonly Topic[]): Message {
  return {
    preview: 'Nothing about that yet',
    blocks: [
      {
        kind: 'text',
        text: [
          { text: 'I have nothing about ' },
          { text: topic, bold: true },
          { text: ' yet. There is something about these:' },
        ],
      },
      { kind: 'buttons', buttons: topicButtons(topics) },
    ],
  }
}

export function noResources(): Message {
  return sentence('Your program has nothing to read here yet. Your coordinator can add what helps.')
}

/** After somebody wrote what is in the way, where something fits. Says nothing of what they wrote. */
export function readingOffer(checkInId: string): Block[] {
  return [
    { kind: 'text', text: 'Would something to read help with what is in the way?' },
    {
      kind: 'buttons',
      buttons: [{ label: 'Yes, please', verb: 'resource.ask', about: checkInId, opensForm: true }],
    },
  ]
}

/** Comes before anything is suggested: what they tried themselves. */
export function triedForm(checkInId: string): Form {
  return {
    verb: 'resource.suggest',
    about: checkInId,
    title: 'Something to read',
    submit: 'Show me',
    parts: [
      {
        kind: 'field',
        field: {
          kind: 'text',
          name: 'tried',
          label: 'What have you tried so far?',
          hint: 'For you alone: I look for topics in it and do not keep it.',
          multiline: true,
          maxLength: 1000,
        },
      },
    ],
  }
}

/** Up to three, for their author alone. */
export function suggestedMessage(resources: readonly Resource[]): Message {
  return {
    preview: 'Something to read',
    blocks: [
      {
        kind: 'text',
        text: resources.length === 1 ? 'This may be worth a look:' : 'These may be worth a look:',
      },
      ...resources.flatMap(resourceBlocks),
      { kind: 'note', text: 'I found this by its topic. Nobody else sees that you looked.' },
    ],
  }
}

/** The check-in, or what fitted it, is gone. */
export function nothingToSuggest(): Message {
  return sentence('I have nothing that fits this any more. “resources” shows all there is to read.')
}
