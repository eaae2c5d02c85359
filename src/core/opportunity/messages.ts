import { counted } from '../message/counted.ts'
import type { Form, FormPart, Option } from '../message/form.ts'
import { fieldPart, notePart, wordsPart } from '../message/form-parts.ts'
import type { Block, Button, Message } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import { formatDate } from '../time/dates.ts'
import { type Kind, kinds, type Opportunity } from './opportunity.ts'

const MAX_TITLE = 300
const MAX_OUTCOME = 1000
/** As many are shown at once; the open ones first. */
const MOST_SHOWN = 4

const kindLabels: Readonly<Record<Kind, string>> = {
  shadowing: 'Shadowing',
  project: 'A project',
  training: 'Training',
  post: 'A new post',
  other: 'Something else',
}

const newButton: Button = { label: 'Write one down', verb: 'opportunity.new', opensForm: true }

/** What the pairs of one person have written down, each with where it stands. */
export function opportunityList(
  shown: readonly { readonly opportunity: Opportunity; readonly other: string }[],
  locale: string,
): Message {
  const list = shown.slice(0, MOST_SHOWN)
  const more = shown.length - list.length
  return {
    preview: 'Opportunities',
    blocks: [
      { kind: 'heading', text: 'Opportunities' },
      ...(list.length === 0 ? [{ kind: 'text', text: NOTHING_YET } as const] : []),
      ...list.flatMap((one) => lineBlocks(one, locale)),
      ...(more > 0 ? [{ kind: 'note', text: `And ${counted(more, 'earlier one')}.` } as const] : []),
      { kind: 'buttons', buttons: [newButton] },
    ],
  }
}

const NOTHING_YET =
  'Nothing written down yet. Shadowing somebody, a project, training, a new post: what could come of the two of you?'

function lineBlocks(
  { opportunity, other }: { readonly opportunity: Opportunity; readonly other: string },
  locale: string,
): Block[] {
  const { id, kind, title, on, state, outcome } = opportunity
  const date = on ? `, ${formatDate(on, locale)}` : ''
  const became = outcome === undefined ? stateWords[state] : `${stateWords[state]}: ${outcome}`
  return [
    {
      kind: 'text',
      text: [{ text: title, bold: true }, { text: ` · ${kindLabels[kind]}${date} · with ${other}${became}` }],
    },
    ...(state === 'open' ? [{ kind: 'buttons', buttons: [outcomeButton(id)] } as const] : []),
  ]
}

const stateWords: Readonly<Record<Opportunity['state'], string>> = {
  open: '',
  taken: ' · taken',
  'not-taken': ' · not taken',
}

function outcomeButton(id: string): Button {
  return { label: 'What became of it', verb: 'opportunity.outcome', about: id, opensForm: true }
}

/** Writing one down. */
export function opportunityForm(pairs: readonly Option[]): Form {
  const [only, ...more] = pairs
  const one = more.length === 0 ? only : undefined
  const options = kinds.map((kind): Option => ({ value: kind, label: kindLabels[kind] }))
  return {
    verb: 'opportunity.save',
    ...(one && { about: one.value }),
    title: 'An opportunity',
    submit: 'Write it down',
    parts: [
      one ? wordsPart(`Something that could come of your work with ${one.label}`) : whichPair(pairs),
      fieldPart({ name: 'kind', kind: 'choice', label: 'What is it?', options }),
      fieldPart({
        name: 'title',
        kind: 'text',
        label: 'In a few words',
        hint: 'Who will read it: the two of you.',
        maxLength: MAX_TITLE,
      }),
      fieldPart({ name: 'on', kind: 'date', label: 'When, if you know', optional: true }),
      notePart('I ask once what became of it: after its date, or in six weeks.'),
    ],
  }
}

function whichPair(pairs: readonly Option[]): FormPart {
  return fieldPart({ name: 'pair', kind: 'choice', label: 'With whom?', options: pairs })
}

/** What became of it. */
export function outcomeForm({ id, title }: Pick<Opportunity, 'id' | 'title'>): Form {
  return {
    verb: 'opportunity.outcome-save',
    about: id,
    title: 'What became of it?',
    submit: 'Save',
    parts: [
      wordsPart(title),
      fieldPart({
        name: 'state',
        kind: 'choice',
        label: 'Was it taken?',
        options: [
          { value: 'taken', label: 'Yes' },
          { value: 'not-taken', label: 'No, not this time' },
        ],
      }),
      fieldPart({
        name: 'outcome',
        kind: 'text',
        multiline: true,
        label: 'What came of it',
        hint: 'Who will read it: the two of you.',
        maxLength: MAX_OUTCOME,
        optional: true,
      }),
    ],
  }
}

export function opportunityKept(opportunity: Pick<Opportunity, 'title'>, other: string): Message {
  return {
    preview: 'Written down',
    blocks: [
      {
        kind: 'text',
        text: [
          { text: 'Written down: ' },
          { text: opportunity.title, bold: true },
          { text: `. ${other} sees it, too.` },
        ],
      },
      listBlock,
    ],
  }
}

const listBlock: Block = {
  kind: 'buttons',
  buttons: [{ label: 'All opportunities', verb: 'opportunity.list' }],
}

/** To the other person in the pair. */
export function opportunityTold(facts: {
  readonly from: string
  readonly opportunity: Pick<Opportunity, 'kind' | 'title'>
}): Message {
  const { from, opportunity } = facts
  return {
    preview: 'An opportunity was written down',
    blocks: [
      {
        kind: 'text',
        text: [
          { text: `${from} wrote down an opportunity for the two of you: ` },
          { text: opportunity.title, bold: true },
          { text: ` (${kindLabels[opportunity.kind].toLowerCase()}).` },
        ],
      },
      listBlock,
    ],
  }
}

/** Asked once, of the one who wrote it down. */
export function outcomeQuestion(facts: {
  readonly firstName: string
  readonly opportunity: Opportunity
}): Message {
  const { firstName, opportunity } = facts
  return {
    preview: 'A question about something you wrote down',
    blocks: [
      {
        kind: 'text',
        text: [{ text: `${firstName}, what became of this? ` }, { text: opportunity.title, bold: true }],
      },
      { kind: 'buttons', buttons: [{ ...outcomeButton(opportunity.id), tone: 'primary' }] },
      { kind: 'note', text: 'I ask this once. Not taken is an answer, too.' },
    ],
  }
}

export const outcomeKept: Message = {
  preview: 'Thank you, that is kept',
  blocks: [{ kind: 'text', text: 'Thank you, that is kept for the two of you.' }, listBlock],
}

export const noPairForOpportunity = sentence(
  'You have no pair right now, so there is nobody to write an opportunity down with.',
)

export const opportunityPairGone = sentence(
  'That pair is over or not yours, so nothing was written down. What you had with them stays in your record.',
)

export const opportunityGone = sentence('That opportunity is not yours to change, or its pair is over.')

export const alreadyAnswered = sentence('What became of that is written down already, so it stays as it is.')
