import type { Field, Form, FormPart, Values } from '../message/form.ts'
import { textIn } from '../message/form.ts'
import { fieldPart, notePart, wordsPart } from '../message/form-parts.ts'
import { shortened } from '../message/label.ts'
import {
  type FirstTerms,
  type MentorTerms,
  type Organizer,
  organizers,
  type SecondTerms,
  type Terms,
} from './terms.ts'
import { organizerWords, standingSentences, termBlocks } from './text-messages.ts'

const LONG = 1500
const SHORT = 300
/** What platforms take as the words of an option. */
const LONGEST_OPTION = 75

/** So much may a mentee write of what they hope for. */
export const longestAims = LONG

/** Who fills a form in, and about which pair. */
interface Asked {
  readonly pairId: string
  /** The other's name. */
  readonly other: string
  /** BCP 47. */
  readonly locale: string
}

/** The first of the mentee's two short forms: the one question that only they can answer. */
export function firstForm({ pairId, other }: Asked, known: Partial<FirstTerms>): Form {
  return {
    verb: 'agreement.write-first',
    about: pairId,
    title: 'Agreement: 1 of 2',
    submit: 'Go on',
    parts: [
      wordsPart(`Your agreement with ${other}. You begin, because the agenda is yours.`),
      aimsPart('What do you hope to get out of it?', known),
      notePart(`${readersWords(other)} The rest is suggested to you next.`),
    ],
  }
}

/** The second, with a suggestion in every field. What was written in the first stands above it. */
export function secondForm(
  { pairId, other, locale }: Asked,
  { first, known }: { readonly first: FirstTerms; readonly known: Partial<SecondTerms> },
): Form {
  return {
    verb: 'agreement.write-second',
    about: pairId,
    title: 'Agreement: 2 of 2',
    submit: 'Send',
    parts: [
      ...termBlocks(first, { locale }).map((block): FormPart => ({ kind: 'words', block })),
      wordsPart('A suggestion for the rest: change what does not fit.'),
      ...secondParts(known, { own: 'mentee', other }),
      ...standingSentences.map(notePart),
      notePart(`${readersWords(other)} When you send it, ${other} adds their part.`),
    ],
  }
}

/** The mentor's part. `about` names the version that they read. */
export function completeForm(
  { pairId, other, locale }: Asked,
  { terms, version, known }: { terms: Terms; version: number; known: Partial<MentorTerms> },
): Form {
  return {
    verb: 'agreement.complete-save',
    about: `${pairId}:${version}`,
    title: 'Agreement: your part',
    submit: 'Save',
    parts: [
      wordsPart(`${other} has written:`),
      ...termBlocks(terms, { locale }).map((block): FormPart => ({ kind: 'words', block })),
      ...mentorParts(known),
      notePart(`${readersWords(other)} Afterwards you both confirm it, and either of you can change it.`),
    ],
  }
}

/** All of it, to be changed by either. */
export function changeForm(
  { pairId, other }: Asked,
  { terms, version }: { terms: Terms; version: number },
): Form {
  return {
    verb: 'agreement.change-save',
    about: `${pairId}:${version}`,
    title: 'Change the agreement',
    submit: 'Save',
    parts: [
      aimsPart('What is it for?', terms),
      ...secondParts(terms, { own: undefined, other }),
      ...mentorParts(terms),
      ...standingSentences.map(notePart),
      notePart(`${readersWords(other)} You both confirm what you save here; until then nothing changes.`),
    ],
  }
}

/** What a form of the first part holds; its values have been checked against it. */
export function firstFrom(values: Values): FirstTerms {
  return { aims: textIn(values, 'aims') }
}

export function secondFrom(values: Values): SecondTerms {
  const confidentiality = textIn(values, 'confidentiality')
  const organizer = organizers.find((one) => one === textIn(values, 'organizer'))
  return {
    frequency: textIn(values, 'frequency'),
    organizer: organizer ?? 'mentee',
    channel: textIn(values, 'channel'),
    until: Temporal.PlainDate.from(textIn(values, 'until')),
    reviewOn: Temporal.PlainDate.from(textIn(values, 'reviewOn')),
    ...(confidentiality !== '' && { confidentiality }),
  }
}

export function mentorFrom(values: Values): MentorTerms {
  return { notice: textIn(values, 'notice'), support: textIn(values, 'support') }
}

function readersWords(other: string): string {
  return `Who will read it: you and ${other}, nobody else.`
}

function aimsPart(label: string, { aims }: Partial<FirstTerms>): FormPart {
  return text('aims', label, { value: aims, long: true })
}

/** `own`: the side of whoever fills it in, where it is theirs alone. */
function secondParts(
  known: Partial<SecondTerms>,
  { own, other }: { readonly own: 'mentee' | undefined; readonly other: string },
): FormPart[] {
  return [
    text('frequency', 'How often, and how long each time?', { value: known.frequency }),
    fieldPart({
      name: 'organizer',
      kind: 'choice',
      label: 'Who organizes the meetings?',
      options: organizers.map((value) => ({ value, label: organizerLabel(value, own, other) })),
      ...(known.organizer && { value: known.organizer }),
    }),
    text('channel', 'Where and how do you meet?', {
      value: known.channel,
      lines: true,
      hint: 'Also how you write to each other in between.',
    }),
    date('until', 'Until which day does it last?', known.until),
    date('reviewOn', 'When do you look at it again?', known.reviewOn),
    text('confidentiality', 'What stays between you?', {
      value: known.confidentiality,
      long: true,
      optional: true,
      hint: 'In your own words, if you like: what always holds stands below.',
    }),
  ]
}

function organizerLabel(value: Organizer, own: 'mentee' | undefined, other: string): string {
  if (own === undefined || value === 'in-turn') return organizerWords[value]
  return value === own ? 'I do' : shortened(`${other} does`, LONGEST_OPTION)
}

function mentorParts(known: Partial<MentorTerms>): FormPart[] {
  return [
    text('support', 'What can the mentee count on?', {
      value: known.support,
      long: true,
      hint: 'A sentence is enough, like: an honest answer within two days.',
    }),
    text('notice', 'What if one of you must cancel?', {
      value: known.notice,
      lines: true,
      hint: 'How long before, and by which way.',
    }),
  ]
}

interface TextWish {
  readonly value: string | undefined
  readonly hint?: string
  /** More than a line, and as much as somebody has to say. */
  readonly long?: true
  /** More than a line, so that all of what is suggested can be read on a phone. */
  readonly lines?: true
  readonly optional?: true
}

function text(name: string, label: string, { value, hint, long, lines, optional }: TextWish): FormPart {
  const field: Field = {
    name,
    kind: 'text',
    label,
    maxLength: long ? LONG : SHORT,
    ...((long || lines) && { multiline: true }),
    ...(hint !== undefined && { hint }),
    ...(optional && { optional }),
    ...(value !== undefined && { value }),
  }
  return fieldPart(field)
}

function date(name: string, label: string, value: Temporal.PlainDate | undefined): FormPart {
  return fieldPart({ name, kind: 'date', label, ...(value && { value: value.toString() }) })
}
