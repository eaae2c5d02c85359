import { labelOf } from '../message/label.ts'
import type { Block, Button, Message } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import { formatDate, formatMoment } from '../time/dates.ts'
import { needsRoutes, type Sheet } from './conversation.ts'
import { careBlocks, mayHaveRead, nameOf, type Receipt, readerWords, receiptBlocks } from './messages.ts'
import { sharedWith } from './recap.ts'

/** A check-in as it is named in a choice. */
export interface NamedCheckIn {
  readonly checkInId: string
  /** The other of the pair. */
  readonly other: string
  readonly dueOn: Temporal.PlainDate
}

/** After the last question. `next`: another pair's check-in that is open. */
export function finishedMessage(
  sheet: Sheet,
  after: { receipts: readonly Receipt[]; inForm?: true; next?: NamedCheckIn },
): Message {
  const { receipts, inForm, next } = after
  const change: Button = {
    label: 'Change an answer',
    verb: 'checkin.form',
    about: sheet.checkInId,
    opensForm: true,
  }
  const onward: Button[] = next
    ? [
        {
          label: labelOf(`Now ${next.other}`),
          verb: 'checkin.answer',
          about: next.checkInId,
          tone: 'primary',
        },
      ]
    : []
  return {
    preview: 'Your check-in is done',
    blocks: [
      ...(inForm ? savedBlocks(sheet, receipts) : receipts.flatMap((one) => receiptBlocks(sheet, one))),
      { kind: 'text', text: 'That is all for this time. Thank you.' },
      ...careAtTheEnd(sheet, receipts),
      { kind: 'note', text: whatNow(sheet) },
      { kind: 'buttons', buttons: [...onward, change] },
    ],
  }
}

function whatNow({ other, questions, answers, locale }: Sheet): string {
  const change = 'You can change your answers until your next check-in opens.'
  const follows = 'Changes reach them, too.'
  const shared = sharedWith({ questions, answers, locale, viewer: 'other-of-pair' }).length > 0
  return shared ? `${other} gets what you shared once both of you are done. ${change} ${follows}` : change
}

/** The ways out were shown with the answer; they are not to be lost when that message is replaced. */
function careAtTheEnd({ routes, answers }: Sheet, receipts: readonly Receipt[]): Block[] {
  const shown = receipts.some(({ care }) => care !== undefined)
  return !shown && answers.some(({ value }) => needsRoutes(value)) ? careBlocks({ routes }) : []
}

/** What a form has stored: each question with who reads it, never the answer. */
function savedBlocks(sheet: Sheet, receipts: readonly Receipt[]): Block[] {
  const kept = receipts.filter(({ did }) => did !== 'passed')
  const items = kept.map(({ question, reader, did }) => [
    { text: nameOf(question), italic: true as const },
    { text: did === 'removed' ? ' Taken back.' : ` ${readerWords(sheet, question, reader)}` },
  ])
  const read = receipts.some(({ mayHaveBeenRead }) => mayHaveBeenRead)
  return [
    ...(items.length > 0 ? [{ kind: 'list', items } as const] : []),
    ...(read ? [{ kind: 'note', text: mayHaveRead(sheet) } as const] : []),
    ...careOnce(receipts),
  ]
}

/** A hard rating and a request in one form are answered with the ways out once; an urgent one says more. */
function careOnce(receipts: readonly Receipt[]): Block[] {
  const all = receipts.flatMap(({ care }) => care ?? [])
  const fullest = all.find(({ urgentTo }) => urgentTo !== undefined) ?? all[0]
  return fullest ? careBlocks(fullest) : []
}

/** A receipt alone: nothing more is to be asked. */
export function receiptMessage(sheet: Sheet, receipt: Receipt): Message {
  const again: Button = { label: 'Answer it again', verb: 'checkin.answer', about: sheet.checkInId }
  const more: Block[] = receipt.did === 'removed' ? [{ kind: 'buttons', buttons: [again] }] : []
  return { preview: 'Your check-in', blocks: [...receiptBlocks(sheet, receipt), ...more] }
}

/** Text that answers nothing is not kept: what it could be. */
export function whatCouldItBe(checkIns: readonly NamedCheckIn[], meant?: Button): Message {
  const answers = checkIns.slice(0, 3).map(
    ({ checkInId, other }): Button => ({
      label: checkIns.length === 1 ? 'Answer my check-in' : labelOf(`Check-in: ${other}`),
      verb: 'checkin.answer',
      about: checkInId,
    }),
  )
  return {
    preview: 'I have not kept that',
    blocks: [
      ...(meant
        ? [
            {
              kind: 'text',
              text: [{ text: 'Did you mean ' }, { text: meant.label, bold: true }, { text: '?' }],
            } as const,
          ]
        : []),
      {
        kind: 'text',
        text: 'I have not kept that: I only take words that answer a question from the last 24 hours. What would you like to do?',
      },
      {
        kind: 'buttons',
        buttons: [
          ...(meant ? [meant] : []),
          ...answers,
          { label: 'Log a meeting', verb: 'command.run', about: 'met', opensForm: true },
          { label: 'Goal progress', verb: 'command.run', about: 'progress', opensForm: true },
          { label: 'What can you do?', verb: 'command.run', about: 'help' },
        ],
      },
    ],
  }
}

/** Several check-ins could be meant. */
export function whichCheckIn(checkIns: readonly NamedCheckIn[], locale: string): Message {
  return {
    preview: 'Which check-in?',
    blocks: [
      { kind: 'text', text: 'Which check-in would you like to answer?' },
      {
        kind: 'buttons',
        buttons: checkIns.map(({ checkInId, other, dueOn }) => ({
          label: `${other}, ${formatDate(dueOn, locale)}`,
          verb: 'checkin.form',
          about: checkInId,
          opensForm: true,
        })),
      },
    ],
  }
}

/** Nothing is open: when the next one comes, and why then. */
export function nothingOpen(facts: {
  readonly next: readonly { readonly other: string; readonly at: Temporal.Instant }[]
  readonly last: readonly NamedCheckIn[]
  readonly zone: string
  readonly locale: string
}): Message {
  const { next, last, zone, locale } = facts
  const coming = next.map(({ other, at }): Block => {
    const moment = formatMoment(at, zone, locale)
    return {
      kind: 'text',
      text: `The next one about ${other} comes on ${moment}: the first moment inside your hours from the day it is due.`,
    }
  })
  const buttons = last.map(
    ({ checkInId, other }): Button => ({
      label: last.length === 1 ? 'Change my last answers' : labelOf(`Change: ${other}`),
      verb: 'checkin.form',
      about: checkInId,
      opensForm: true,
    }),
  )
  return {
    preview: 'No check-in is open',
    blocks: [
      { kind: 'text', text: 'No check-in is open for you right now.' },
      ...coming,
      ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
    ],
  }
}

export const noPairYet = sentence(
  'You have no pair yet, so there is no check-in to answer. Your coordinator can tell you how far it is.',
)

export function noPairNamed(name: string, others: readonly string[], locale: string): Message {
  const names = new Intl.ListFormat(locale, { type: 'disjunction' }).format(others)
  return {
    preview: 'I do not know that name',
    blocks: [
      {
        kind: 'text',
        text: [
          { text: 'You have no pair with ' },
          { text: name.slice(0, 80), bold: true },
          { text: `. Did you mean ${names}?` },
        ],
      },
    ],
  }
}

/** A button, form or message of a check-in that is over, or never was theirs. Nothing was changed. */
export const checkInClosed = sentence(
  'That check-in is closed, so it stays as it is. To see what is open, type “checkin”.',
)

export const questionGone = sentence(
  'That question is not asked any more, so I changed nothing. Type “checkin” to see what is open.',
)

/** The changed chat message is no answer any more. */
export function editUnclear(): Message {
  return sentence('I could not read your changed message as an answer, so the old one stands.')
}
