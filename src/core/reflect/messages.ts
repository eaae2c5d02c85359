import type { Form, FormPart, Option } from '../message/form.ts'
import { blockPart, fieldPart, notePart, wordsPart } from '../message/form-parts.ts'
import type { Block, Button, Message } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import type { Routes } from '../program/program.ts'
import { formatMoment } from '../time/dates.ts'
import { type Moment, moments, promptsFor } from './prompts.ts'
import type { Reflection } from './reflection.ts'

/** Longest answer to one question; three of them fit one window. */
const MAX_LENGTH = 2000
/** What the fields are called, in the order of the questions. */
export const partNames = ['what', 'meaning', 'next'] as const

const labels: Readonly<Record<Moment, string>> = {
  meeting: 'A meeting',
  'hard-shift': 'A hard shift',
  goal: 'A goal I reached',
  open: 'What is on my mind',
}

const looksBackOn: Readonly<Record<Moment, string>> = {
  meeting: 'a meeting',
  'hard-shift': 'a hard shift',
  goal: 'a goal you reached',
  open: 'what was on your mind',
}

const KEPT_SEALED = 'It is kept sealed in your journal, and never put into a chat.'

/** What to look back on: what happened last comes first. Nothing is written in the chat. */
export function momentMessage({
  latest,
  entries,
}: {
  readonly latest: Moment | undefined
  readonly entries: number
}): Message {
  const first = latest ?? 'open'
  const order = [first, ...moments.filter((moment) => moment !== first)]
  const buttons = order.map(
    (moment): Button => ({
      label: labels[moment],
      verb: 'reflect.write',
      about: moment,
      opensForm: true,
      ...(moment === first && { tone: 'primary' }),
    }),
  )
  return {
    preview: 'A moment to look back',
    blocks: [
      { kind: 'text', text: 'What would you like to look back on?' },
      { kind: 'buttons', buttons },
      ...(entries > 0 ? [{ kind: 'buttons', buttons: [journalButton] } as const] : []),
      { kind: 'note', text: 'You write in a form that only you can read, never here in the chat.' },
    ],
  }
}

const journalButton: Button = { label: 'My journal', verb: 'reflect.journal', opensForm: true }

/** Three open questions; one answered is enough. After a hard shift the program's own ways stand below. */
export function reflectionForm(asked: {
  readonly moment: Moment
  readonly set: number
  readonly routes: readonly Routes[]
  /** What stood after the command: it begins the first answer. */
  readonly typed?: string
}): Form {
  const { moment, set, routes, typed = '' } = asked
  const fields = promptsFor(moment, set).map((ask, index): FormPart => {
    const name = partNames[index] ?? String(index)
    return fieldPart({
      name,
      kind: 'text',
      multiline: true,
      label: ask,
      hint: 'Who will read it: only you.',
      maxLength: MAX_LENGTH,
      optional: true,
      ...(index === 0 && typed !== '' && { value: typed.slice(0, MAX_LENGTH) }),
    })
  })
  return {
    verb: 'reflect.save',
    about: `${moment}:${set}`,
    title: 'Looking back',
    submit: 'Keep it',
    parts: [
      wordsPart(`Looking back on ${looksBackOn[moment]}. One of the three is enough.`),
      notePart(KEPT_SEALED),
      ...fields,
      ...(moment === 'hard-shift' ? careBlocks(routes).map(blockPart) : []),
    ],
  }
}

export const writeSomething = 'Please write to one of the three; a few words are enough.'

/** That it is kept; never what it says. */
export function reflectionKept({
  moment,
  routes,
}: {
  readonly moment: Moment
  readonly routes: readonly Routes[]
}): Message {
  return {
    preview: 'It is in your journal',
    blocks: [
      { kind: 'text', text: 'It is in your journal. Only you can read it.' },
      ...(moment === 'hard-shift' ? careBlocks(routes) : []),
      { kind: 'buttons', buttons: [journalButton] },
    ],
  }
}

function careBlocks(routes: readonly Routes[]): Block[] {
  const facts = routes.flatMap(({ wellbeing, speakUp, patientSafety }) => [
    ...(wellbeing === undefined ? [] : [{ label: 'Well-being', value: wellbeing }]),
    ...(speakUp === undefined ? [] : [{ label: 'Speaking up', value: speakUp }]),
    ...(patientSafety === undefined ? [] : [{ label: 'Patient safety', value: patientSafety }]),
  ])
  const known = new Map(facts.map((fact) => [`${fact.label} ${fact.value}`, fact]))
  if (known.size === 0) return []
  return [
    { kind: 'text', text: 'These ways are open to you at any time:' },
    { kind: 'facts', facts: [...known.values()].slice(0, 6) },
  ]
}

export const journalEmpty = sentence(
  'Your journal is empty. Type “reflect” whenever you would like to look back on something.',
)

export const entryGone = sentence('That entry is not in your journal any more.')

/** One entry of the journal, and where to go from it. Only ever a form: what it says is for its author alone. */
export function journalPage(page: {
  readonly entry: Reflection
  /** 1 is the latest. */
  readonly number: number
  readonly total: number
  readonly zone: string
  readonly locale: string
}): Form {
  const { entry, number, total, zone, locale } = page
  const options: Option[] = [
    ...(number < total ? [{ value: 'earlier', label: 'An earlier entry' }] : []),
    ...(number > 1 ? [{ value: 'later', label: 'A later entry' }] : []),
    { value: 'write', label: 'Write a new entry' },
    { value: 'delete', label: 'Delete this entry' },
  ]
  const words = entry.parts.flatMap(({ ask, text }): FormPart[] => [
    blockPart({ kind: 'text', text: [{ text: ask, bold: true }] }),
    wordsPart(text),
  ])
  return {
    verb: 'reflect.turn',
    about: entry.id,
    title: 'My journal',
    submit: 'Go on',
    parts: [
      notePart(
        `${number} of ${total}, the latest first · ${formatMoment(entry.at, zone, locale)} · looking back on ${looksBackOn[entry.moment]}. Only you can read this.`,
      ),
      ...words,
      fieldPart({
        name: 'to',
        kind: 'choice',
        label: 'Where next?',
        options,
        value: options[0]?.value ?? 'write',
      }),
    ],
  }
}

/** The second question before an entry is gone for good. */
export function deleteForm(
  entry: Reflection,
  shown: { readonly zone: string; readonly locale: string },
): Form {
  return {
    verb: 'reflect.delete',
    about: entry.id,
    title: 'Delete this entry?',
    submit: 'Delete it',
    parts: [
      wordsPart(
        `The entry of ${formatMoment(entry.at, shown.zone, shown.locale)} goes for good. Nobody has a copy, so I cannot bring it back.`,
      ),
    ],
  }
}

export const entryDeleted: Message = {
  preview: 'Deleted',
  blocks: [
    { kind: 'text', text: 'The entry is deleted for good.' },
    { kind: 'buttons', buttons: [journalButton] },
  ],
}
