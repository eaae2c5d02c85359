import type { Block, Message, Text } from '../message/message.ts'
import type { Routes } from '../program/program.ts'
import { routesBlocks } from './notice.ts'

export interface PrivacyFacts {
  readonly locale: string
  /** How much is kept, by who reads it. */
  readonly kept: readonly {
    readonly readBy: string
    readonly parts: readonly { readonly what: string; readonly count: number }[]
  }[]
  readonly programs: readonly {
    readonly name: string
    readonly coordinators: readonly string[]
    readonly routes: Routes
  }[]
}

/** What is kept about a person and who reads which part of it: PRODUCT, *Who may read what*, in words. */
export function privacyMessage(facts: PrivacyFacts): Message {
  return {
    preview: 'What is kept about you, and who can read it',
    blocks: [
      { kind: 'heading', text: 'What is kept about you' },
      { kind: 'list', items: keptWords(facts) },
      { kind: 'heading', text: 'Who can read it' },
      { kind: 'list', items: readers },
      { kind: 'heading', text: 'Where the limits are' },
      { kind: 'list', items: limits },
      ...facts.programs.flatMap((program) => programBlocks(program, facts.locale)),
      {
        kind: 'note',
        text: 'Every change you make, and every time a coordinator looks at one person, is noted: by id, never with what was written.',
      },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Send me my record', verb: 'person.export' },
          { label: 'Forget me', verb: 'command.run', about: 'forget me' },
        ],
      },
    ],
  }
}

/** Who reads, and what there is for them: `You and the other person in the pair: your goals (3), meetings (12)`. */
function keptWords({ kept, locale }: PrivacyFacts): Text[] {
  const number = new Intl.NumberFormat(locale)
  const list = new Intl.ListFormat(locale, { type: 'unit' })
  return kept.map(({ readBy, parts }) =>
    entry(
      `${readBy.replace(/[.]$/, '')}: `,
      `${list.format(parts.map(({ what, count }) => `${uncapitalized(what)} (${number.format(count)})`))}.`,
    ),
  )
}

/** Headings of the record, in the middle of a sentence. */
function uncapitalized(heading: string): string {
  return `${heading.slice(0, 1).toLowerCase()}${heading.slice(1)}`
}

const readers: readonly Text[] = [
  entry(
    'Only me: ',
    'answers and reflections that you alone read. They are kept sealed, and are never put into a chat message.',
  ),
  entry(
    'My pair: ',
    'answers so marked, your goals, actions and agreement. The two of you read them, nobody else.',
  ),
  entry(
    'The coordinator: ',
    'requests and answers so marked; the other person in your pair does not read them unless you say both.',
  ),
  entry(
    'You, your pair and the coordinator: ',
    'whether you met, whether you answered or missed, minutes, and how many goals there are and how they stand.',
  ),
  entry(
    'As averages only: ',
    'ratings. Nobody but you sees your own; an average is shown only once five people have answered.',
  ),
  entry(
    'Mentees of your program: ',
    'if you are a mentor, your name, your free places and what you show of yourself; “offer” changes that.',
  ),
  entry(
    'Whom you would like as a mentor: ',
    'the coordinator reads it where it is a reason for a pair, mentors never do.',
  ),
  entry(
    'Whom you would rather not be paired with: ',
    'stands in your profile alone, sealed. Nobody else reads it, it is in no export, and I never name it as a reason.',
  ),
  entry('Your line manager and others: ', 'nothing.'),
]

const limits: readonly Text[] = [
  'What you type in a chat also stays in your employer’s Slack or Teams, under its retention and legal access. A form leaves no copy there.',
  'What a clinician must report for patient safety must be reported, whoever reads it here.',
  'Patients have no place here: I refuse anything that looks like a patient’s name or number.',
]

function programBlocks(program: PrivacyFacts['programs'][number], locale: string): Block[] {
  const names = new Intl.ListFormat(locale).format(program.coordinators)
  return [
    { kind: 'heading', text: program.name },
    {
      kind: 'text',
      text: names === '' ? 'Nobody coordinates this program right now.' : `Coordinated by ${names}.`,
    },
    ...routesBlocks(program.routes),
  ]
}

function entry(who: string, what: string): Text {
  return [{ text: who, bold: true }, { text: what }]
}
