import type { Block } from '../message/message.ts'
import { formatDate } from '../time/dates.ts'
import type { Signer } from './agreement.ts'
import type { MentorTerms, Organizer, SecondTerms, Terms } from './terms.ts'

export const organizerWords: Readonly<Record<Organizer, string>> = {
  mentee: 'The mentee',
  mentor: 'The mentor',
  'in-turn': 'Both, in turn',
}

/** What stands in the mentee's form before they have changed it: sound for most pairs. The agenda is the mentee's. */
export const suggestedSecond: Pick<SecondTerms, 'frequency' | 'organizer' | 'channel'> = {
  frequency: 'About 45 minutes, every two weeks',
  organizer: 'mentee',
  channel: 'In person where we can, otherwise by video. In between, by message.',
}

/** The same for the mentor's form. */
export const suggestedMentors: Pick<MentorTerms, 'notice'> = {
  notice: 'A day before, where shifts allow, by message and with a new date.',
}

/** What every agreement says, and both confirm. */
export const standingSentences: readonly string[] = [
  'Confidentiality: what you tell each other stays between you. Its limit: what a clinician must report for patient safety, or to protect somebody, is reported, and whoever does it says so first.',
  'The mentor takes no part in references for the mentee, or in any selection of theirs.',
  'Either of you can end the mentoring at any time, without a reason and without fault.',
]

/** Whose agreement it is, as one of the two reads it. */
export interface Reading {
  readonly pairId: string
  readonly side: Signer
  /** The other's name. */
  readonly other: string
  /** BCP 47. */
  readonly locale: string
  /** IANA name. */
  readonly zone: string
}

/** What has been agreed so far, each under its name: what is long as text, what is short side by side. */
export function termBlocks(terms: Partial<Terms>, { locale }: Pick<Reading, 'locale'>): Block[] {
  const dated = (date: Temporal.PlainDate | undefined) => date && `${formatDate(date, locale)} ${date.year}`
  const short: readonly (readonly [string, string | undefined])[] = [
    ['How often', terms.frequency],
    ['Organized by', terms.organizer && organizerWords[terms.organizer]],
    ['Where and how', terms.channel],
    ['If one of us must cancel', terms.notice],
    ['Until', dated(terms.until)],
    ['Looked at again on', dated(terms.reviewOn)],
  ]
  const facts = short.flatMap(([label, value]) => (value ? [{ label, value }] : []))
  return [
    ...longTerm('What it is for', terms.aims),
    ...(facts.length > 0 ? [{ kind: 'facts', facts } as const] : []),
    ...longTerm('What the mentee can count on', terms.support),
    ...longTerm('What stays between us', terms.confidentiality),
  ]
}

function longTerm(name: string, value: string | undefined): Block[] {
  return value ? [{ kind: 'text', text: [{ text: `${name}\n`, bold: true }, { text: value }] }] : []
}

/** All that the two confirm. */
export function wholeText(terms: Terms, reading: Pick<Reading, 'locale'>): Block[] {
  return [...termBlocks(terms, reading), { kind: 'divider' }, { kind: 'list', items: [...standingSentences] }]
}
