import type { Option } from '../message/form.ts'
import type { Block, Button, Message } from '../message/message.ts'
import type { Routes } from '../program/program.ts'
import { type Reader, readers } from '../program/script-question.ts'
import { formatDate } from '../time/dates.ts'
import type { Sheet } from './conversation.ts'
import { howToAnswer } from './how-to-answer.ts'
import { type Asked, askedName, type Question } from './questions.ts'

/** Names of the four readers, as buttons and options show them. */
export const readerLabels: Readonly<Record<Reader, string>> = {
  'only-me': 'Only me',
  pair: 'My pair',
  coordinator: 'The coordinator',
  'pair-and-coordinator': 'Pair and coordinator',
}

/** Who reads the answer to a question, as it stands beside it. */
export function readerWords(sheet: Sheet, question: Question, reader: Reader): string {
  if (question.kind === 'met') return `${sheet.other} and the coordinator see whether you met and how long.`
  if (question.kind === 'rating') return 'Only you can read this. The coordinator sees averages of many.'
  switch (reader) {
    case 'only-me':
      return 'Only you can read this.'
    case 'pair':
      return `You and ${sheet.other} can read this.`
    case 'coordinator':
      return 'You and the coordinator can read this.'
    case 'pair-and-coordinator':
      return `You, ${sheet.other} and the coordinator can read this.`
  }
}

/** A question as it is named, also in receipts. A goal's names the goal. */
export function nameOf(question: Question): string {
  return question.goal ? `Goal ${question.goal.number}: ${question.goal.title}` : question.ask
}

/** What was taken, about which question, and what else the person should know at once. */
export interface Receipt {
  readonly question: Question
  readonly reader: Reader
  readonly did: 'noted' | 'changed' | 'passed' | 'removed' | 'reader-changed'
  /** The other may have read what was shared before the change. */
  readonly mayHaveBeenRead?: boolean
  readonly care?: Care
}

/** For hard moments: the organization's own ways out, and what became of an urgent request. */
export interface Care {
  readonly routes: Routes
  /** How many coordinators an urgent request has gone to; missing after a hard rating. */
  readonly urgentTo?: number
}

/** The receipt for what was just said, if there is one, and the next question: one message. */
export function questionMessage(
  sheet: Sheet,
  shown: { asked: Asked; reader: Reader; receipt?: Receipt; unclear?: true },
): Message {
  const { asked, reader, receipt, unclear } = shown
  const number = sheet.questions.findIndex(({ id }) => id === asked.question.id) + 1
  const before: Block[] = receipt ? [...receiptBlocks(sheet, receipt), { kind: 'divider' }] : []
  if (unclear) before.push({ kind: 'text', text: `I did not catch that. ${howToAnswer(asked)}` })
  return {
    preview: unclear ? 'I did not catch that' : 'Your check-in: the next question',
    blocks: [
      ...before,
      { kind: 'note', text: `${sheet.other} · ${number} of ${sheet.questions.length}` },
      ...askedBlocks(sheet, asked, reader),
    ],
  }
}

function askedBlocks(sheet: Sheet, asked: Asked, reader: Reader): Block[] {
  const { question, part } = asked
  const readBy = part === 'minutes' ? [] : [readerWords(sheet, question, reader)]
  const notes = [...readBy, ...hintsFor(sheet, asked, reader)]
  const first = sheet.tip !== undefined && question === sheet.questions[0] && part === 'whole'
  return [
    { kind: 'text', text: [{ text: askWords(asked), bold: true }] },
    ...notes.map((text): Block => ({ kind: 'note', text })),
    ...(first && sheet.tip !== undefined ? [{ kind: 'note', text: sheet.tip } as const] : []),
    ...buttonsFor(sheet, asked, reader),
  ]
}

function askWords({ question, part }: Asked): string {
  if (part === 'minutes') return 'How long was it?'
  if (part === 'words') return 'What should the coordinator know? A few words are enough.'
  return question.goal ? `${nameOf(question)}. ${question.ask}` : question.ask
}

function hintsFor(sheet: Sheet, asked: Asked, reader: Reader): string[] {
  const { question, part } = asked
  if (part === 'minutes')
    return [`I put it down for ${formatDate(sheet.meeting.day, sheet.locale)}. Another day: open the form.`]
  if (isPrivateText(asked, reader))
    return [`Better in the form: what you type here also stays in your employer’s ${sheet.chat}.`]
  if (isFreeText(asked)) return ['Just write your answer here.']
  return question.goal && question.goal.measure !== 'yes-no' ? [howToAnswer(asked)] : []
}

function isFreeText({ question, part }: Asked): boolean {
  return part === 'words' || question.kind === 'text' || question.kind === 'next-step'
}

/** Questions whose words are for the author alone offer the form first. */
function isPrivateText(asked: Asked, reader: Reader): boolean {
  return isFreeText(asked) && asked.part === 'whole' && reader === 'only-me'
}

function buttonsFor(sheet: Sheet, asked: Asked, reader: Reader): Block[] {
  const choices = choicesFor(sheet, asked)
  const others = otherWays(sheet, asked, reader)
  return [choices, others].flatMap((buttons): Block[] =>
    buttons.length > 0 ? [{ kind: 'buttons', buttons }] : [],
  )
}

function choicesFor(sheet: Sheet, asked: Asked): Button[] {
  const pick = (label: string, value: string): Button => ({
    label,
    verb: 'checkin.pick',
    about: `${sheet.checkInId}:${askedName(asked)}:${value}`,
  })
  const { question, part } = asked
  if (part === 'minutes') return ['15', '30', '45', '60'].map((minutes) => pick(`${minutes} min`, minutes))
  if (part === 'words') return []
  switch (question.kind) {
    case 'met':
      return [pick('We met', 'yes'), pick('We did not', 'no')]
    case 'rating':
      return RATINGS.map(({ value, label }) => pick(label, value))
    case 'goal':
      return question.goal?.measure === 'yes-no' ? [pick('Reached', 'yes'), pick('Not yet', 'no')] : []
    case 'choice':
      return (question.options ?? []).map((option, index) => pick(option, String(index)))
    case 'coordinator':
      return [pick('No', 'no'), pick('Yes', 'yes'), pick('Yes, it is urgent', 'urgent')]
    case 'text':
    case 'next-step':
      return []
  }
}

/** The two ends say which way the numbers go. */
export const RATINGS: readonly Option[] = [
  { value: '1', label: '1: hard going' },
  { value: '2', label: '2' },
  { value: '3', label: '3' },
  { value: '4', label: '4' },
  { value: '5', label: '5: very well' },
]

function otherWays(sheet: Sheet, asked: Asked, reader: Reader): Button[] {
  const { question, part } = asked
  const about = `${sheet.checkInId}:${askedName(asked)}`
  const formFirst = isPrivateText(asked, reader)
  const form: Button =
    part === 'whole'
      ? { label: 'Open form', verb: 'checkin.form', about: sheet.checkInId, opensForm: true }
      : {
          label: 'Open form',
          verb: 'checkin.form',
          about: `${sheet.checkInId}:${question.id}`,
          opensForm: true,
        }
  const pass: Button = { label: 'Skip this one', verb: 'checkin.pass', about }
  const change: Button = { label: 'Change who reads it', verb: 'checkin.reader', about }
  const skippable = part !== 'whole' || !question.required
  return [
    ...(formFirst ? [{ ...form, tone: 'primary' as const }] : []),
    ...(skippable ? [pass] : []),
    ...(question.reader && part === 'whole' ? [change] : []),
    ...(formFirst ? [] : [form]),
  ]
}

/** Names the question and the reader, never the answer; with the way back. */
export function receiptBlocks(sheet: Sheet, receipt: Receipt): Block[] {
  const { question, reader, did, mayHaveBeenRead, care } = receipt
  const name = { text: nameOf(question), italic: true as const }
  const gone = did === 'passed' || did === 'removed'
  const back: Button = {
    label: 'Not this',
    verb: 'checkin.not-this',
    about: `${sheet.checkInId}:${question.id}`,
  }
  return [
    { kind: 'text', text: [{ text: `${DID[did]} ` }, name] },
    ...(gone ? [] : [{ kind: 'note', text: readerWords(sheet, question, reader) } as const]),
    ...(mayHaveBeenRead ? [{ kind: 'note', text: mayHaveRead(sheet) } as const] : []),
    ...(care ? careBlocks(care) : []),
    ...(did === 'removed' ? [] : [{ kind: 'buttons', buttons: [back] } as const]),
  ]
}

/** Said to the author of a change to what has gone to the other. */
export function mayHaveRead({ other }: Sheet): string {
  return `${other} may already have read what it said before.`
}

const DID: Readonly<Record<Receipt['did'], string>> = {
  noted: 'Noted:',
  changed: 'Changed:',
  passed: 'Skipped:',
  removed: 'Taken back:',
  'reader-changed': 'From now on:',
}

/** The organization's own ways out; with an urgent request also that this is no emergency service. */
export function careBlocks({ routes, urgentTo }: Care): Block[] {
  const facts = [
    { label: 'Patient safety', value: routes.patientSafety },
    { label: 'Well-being', value: routes.wellbeing },
    { label: 'Speaking up', value: routes.speakUp },
  ].flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }]))
  const ways: Block[] = facts.length > 0 ? [{ kind: 'facts', facts }] : []
  if (urgentTo !== undefined) return [{ kind: 'text', text: urgentWords(urgentTo) }, ...ways]
  return facts.length > 0 ? [{ kind: 'text', text: 'These ways are open to you at any time:' }, ...ways] : []
}

const NO_EMERGENCY = 'This is not an emergency service: if somebody is in danger, use your emergency numbers.'

function urgentWords(coordinators: number): string {
  if (coordinators === 0)
    return `I could not reach a coordinator for this, so please ring one yourself. ${NO_EMERGENCY}`
  return `I am writing to the coordinator now and asking them to get in touch. ${NO_EMERGENCY}`
}

/** The four readers of an answer, to choose from. */
export function readersMessage(sheet: Sheet, question: Question, reader: Reader): Message {
  const about = `${sheet.checkInId}:${question.id}`
  const buttons = readers.map(
    (one): Button => ({
      label: readerLabels[one],
      verb: 'checkin.read-by',
      about: `${about}:${one}`,
      ...(one === reader && { tone: 'primary' }),
    }),
  )
  return {
    preview: 'Who will read it?',
    blocks: [
      { kind: 'text', text: [{ text: nameOf(question), bold: true }] },
      { kind: 'text', text: 'Who will read your answer?' },
      { kind: 'buttons', buttons },
      {
        kind: 'note',
        text: 'If fewer people are to read it, I remember that for next time; if more, it is for this answer only.',
      },
    ],
  }
}
