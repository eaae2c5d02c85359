import type { Form, FormPart, Option } from '../message/form.ts'
import { fieldPart, notePart, wordsPart } from '../message/form-parts.ts'
import type { Block, Button, Message } from '../message/message.ts'
import { sentence, withTyped } from '../message/messages.ts'
import type { Routes } from '../program/program.ts'
import { formatMoment } from '../time/dates.ts'
import type { HelpCase } from './help-case.ts'

const MAX_LENGTH = 2000

/** Where somebody may ask: a pair of theirs, or a program. */
export interface Place {
  readonly id: string
  readonly label: string
  /** Names of the coordinators who would read it. */
  readonly readers: readonly string[]
  readonly routes: Routes
}

const NO_EMERGENCY = 'This is not an emergency service: if somebody is in danger, use your emergency numbers.'

/** Asking for help. With one place its readers stand there by name; with several, it is chosen first. `typed`: what stood after the command. */
export function helpForm(
  places: readonly Place[],
  { locale, typed }: { readonly locale: string; readonly typed: string },
): Form {
  const [only, ...more] = places
  const one = more.length === 0 ? only : undefined
  return {
    verb: 'help.save',
    ...(one && { about: one.id }),
    title: 'Ask for help',
    submit: 'Send it',
    parts: [
      ...(one
        ? [notePart(one.label), notePart(readersOf(one, locale))]
        : [wherePart(places), notePart(READERS)]),
      fieldPart({
        name: 'words',
        kind: 'text',
        multiline: true,
        label: 'What would you like help with?',
        hint: 'Who will read it: you and those coordinators. Neither your pair nor your line manager.',
        maxLength: MAX_LENGTH,
        ...(typed !== '' && { value: typed.slice(0, MAX_LENGTH) }),
      }),
      fieldPart({
        name: 'urgent',
        kind: 'choice',
        label: 'Is it urgent?',
        options: [
          { value: 'no', label: 'No, in the next days is fine' },
          { value: 'yes', label: 'Yes, as soon as possible' },
        ],
        value: 'no',
      }),
      notePart(NO_EMERGENCY),
    ],
  }
}

const READERS =
  'The program’s coordinators read it, except any who is in your pair or manages one of you. Nobody else does.'

function readersOf({ readers }: Place, locale: string): string {
  if (readers.length === 0) return READERS
  const names = new Intl.ListFormat(locale).format(readers)
  return `${names} will read it. A coordinator who is in your pair or manages one of you does not.`
}

function wherePart(places: readonly Place[]): FormPart {
  const options = places.map(({ id, label }): Option => ({ value: id, label }))
  return fieldPart({ name: 'place', kind: 'choice', label: 'What is it about?', options })
}

/** To the author, in the same message that takes it: who reads it, and every other way there is. */
export function helpSent(sent: {
  readonly id: string
  readonly urgent: boolean
  readonly readers: readonly string[]
  readonly routes: Routes
  readonly locale: string
}): Message {
  const { id, urgent, readers, routes, locale } = sent
  const names = new Intl.ListFormat(locale).format(readers)
  return {
    preview: 'Your request is on its way',
    blocks: [
      {
        kind: 'text',
        text: urgent
          ? `I am writing to ${names} now, in private. ${NO_EMERGENCY}`
          : `${names} will read it, and I will tell you once one of them has seen it.`,
      },
      ...routeBlocks(routes),
      { kind: 'buttons', buttons: authorButtons(id) },
    ],
  }
}

function authorButtons(id: string): Button[] {
  return [
    { label: 'Add to it', verb: 'help.add', about: id, opensForm: true },
    { label: 'Take it back', verb: 'help.withdraw', about: id },
  ]
}

function routeBlocks({ patientSafety, wellbeing, speakUp }: Routes): Block[] {
  const facts = [
    { label: 'Patient safety', value: patientSafety },
    { label: 'Well-being', value: wellbeing },
    { label: 'Speaking up', value: speakUp },
  ].flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }]))
  if (facts.length === 0) return []
  return [
    { kind: 'text', text: 'These ways are open to you at any time:' },
    { kind: 'facts', facts },
  ]
}

/** Nobody could read it, so it was not kept: what was written, if anything, comes back, with every other way there is. */
export function nobodyToAsk(routes: Routes, words: string): Message {
  const { preview, blocks } = withTyped(
    `No coordinator can read this right now: they are too close to your pair, or I cannot reach them.${words === '' ? '' : ' Nothing was kept.'}`,
    [words],
  )
  return { preview, blocks: [...blocks, ...routeBlocks(routes), { kind: 'note', text: NO_EMERGENCY }] }
}

export const nowhereToAsk = sentence(
  'You are in no program right now, so I know no coordinator for you. Your line manager or staff office can help.',
)

export const placeGone = sentence('That program or pair is not yours any more. Type “ask” to begin again.')

/** The author's open requests, with where each stands. Shows nothing of their words: they stand in the form. */
export function myRequests(
  requests: readonly {
    readonly request: HelpCase
    readonly by: string | undefined
    readonly program: string
  }[],
  shown: { readonly zone: string; readonly locale: string },
): Message {
  return {
    preview: 'Your requests to the coordinators',
    blocks: [
      ...requests.flatMap(({ request, by, program }): Block[] => [
        {
          kind: 'text',
          text: [
            {
              text: `Your request of ${formatMoment(request.openedAt, shown.zone, shown.locale)}`,
              bold: true,
            },
            { text: ` · ${program} · ${stateFor(request, by)}` },
          ],
        },
        { kind: 'buttons', buttons: authorButtons(request.id) },
      ]),
      {
        kind: 'buttons',
        buttons: [{ label: 'Ask for something else', verb: 'help.new', opensForm: true }],
      },
    ],
  }
}

function stateFor({ state, urgent }: HelpCase, by: string | undefined): string {
  const who = by ?? 'A coordinator'
  if (state === 'seen') return `${who} has seen it`
  if (state === 'answered') return `${who} has answered`
  return urgent ? 'urgent · nobody has seen it yet' : 'nobody has seen it yet'
}

/** What was asked so far, for its author, and room for more. */
export function addForm({ id, words, answer }: HelpCase): Form {
  const written = words.flatMap((text): FormPart[] => [wordsPart(text)])
  return {
    verb: 'help.add-save',
    about: id,
    title: 'Your request',
    submit: 'Add this',
    parts: [
      ...written.slice(-3),
      ...(answer === undefined ? [] : [notePart('What came back:'), wordsPart(answer)]),
      fieldPart({
        name: 'words',
        kind: 'text',
        multiline: true,
        label: 'What would you like to add?',
        hint: 'Who will read it: you and the coordinators who read your request.',
        maxLength: MAX_LENGTH,
      }),
    ],
  }
}

export const addedToIt = sentence('Added. The coordinators read it with what you wrote before.')

export const takenBack = sentence(
  'Your request is taken back, and its words are gone from the coordinators’ messages.',
)

/** To the author of what is over, or to anybody of what is not theirs. */
export const requestOver = sentence(
  'That request is closed already, so there is nothing left to do. Type “ask” for a new one.',
)

/** To the author. */
export function toldSeen(by: string): Message {
  return {
    preview: 'Your request was seen',
    blocks: [{ kind: 'text', text: `${by} has seen your request, and will get in touch.` }],
  }
}

export function toldAnswer(facts: {
  readonly id: string
  readonly by: string
  readonly answer: string
}): Message {
  const { id, by, answer } = facts
  return {
    preview: 'An answer to your request',
    blocks: [
      { kind: 'text', text: [{ text: by, bold: true }, { text: ' answers your request:' }] },
      { kind: 'text', text: answer },
      { kind: 'buttons', buttons: authorButtons(id) },
    ],
  }
}

export function toldClosed(by: string): Message {
  return {
    preview: 'Your request is closed',
    blocks: [
      {
        kind: 'text',
        text: `${by} has closed your request. If something is still open for you, type “ask”; that is always all right.`,
      },
    ],
  }
}

/** To the author of an urgent request that reached no coordinator. Nothing of the request is in it. */
export function requestNotDelivered(routes: Routes): Message {
  return {
    preview: 'I could not pass something on',
    blocks: [
      { kind: 'text', text: 'Your urgent request did not arrive, so please ring a coordinator yourself.' },
      ...routeBlocks(routes),
      { kind: 'note', text: NO_EMERGENCY },
    ],
  }
}
