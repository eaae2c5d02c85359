import type { Block, Message } from '../message/message.ts'
import { formatDate } from '../time/dates.ts'
import type { Answer } from './answer.ts'
import { nameOf } from './messages.ts'
import type { Question } from './questions.ts'
import { mayRead } from './readers.ts'

interface Shared {
  readonly question: string
  readonly words: string
}

/** What of one side's check-in this viewer may read, in the order of the questions. */
export function sharedWith(wish: {
  readonly questions: readonly Question[]
  readonly answers: readonly Answer[]
  readonly locale: string
  readonly viewer: 'other-of-pair' | 'coordinator'
}): Shared[] {
  return wish.questions.flatMap((question) => {
    const answer = wish.answers.find((one) => one.question === question.id)
    if (!answer || !mayRead(answer.reader, wish.viewer)) return []
    const words = wordsOf(question, answer, wish.locale)
    return words === undefined ? [] : [{ question: nameOf(question), words }]
  })
}

/**
 * What one side shared, for the other, or for the coordinator of the pair with `other`. `change`: the message is put in
 * the place of an earlier one.
 */
export function recapMessage(facts: {
  readonly author: string
  readonly dueOn: Temporal.PlainDate
  readonly locale: string
  readonly shared: readonly Shared[]
  readonly other?: string
  readonly change?: 'changed' | 'narrowed'
}): Message {
  const { author, dueOn, locale, shared, other, change } = facts
  const answers = shared.map(
    ({ question, words }): Block => ({
      kind: 'text',
      text: [{ text: `${question}\n`, bold: true }, { text: words }],
    }),
  )
  const note = noteOn(author, change)
  const about = other === undefined ? '' : `, about the pair with ${other}: for you as the coordinator`
  return {
    preview: other === undefined ? 'What your pair shared with you' : 'Shared with you as the coordinator',
    blocks: [
      { kind: 'heading', text: `${author} shared with you` },
      ...answers,
      ...(shared.length === 0 ? [{ kind: 'text', text: 'Nothing is shared here any more.' } as const] : []),
      ...(note === undefined ? [] : [{ kind: 'note', text: note } as const]),
      { kind: 'note', text: `From the check-in of ${formatDate(dueOn, locale)}${about}.` },
    ],
  }
}

function noteOn(author: string, change: 'changed' | 'narrowed' | undefined): string | undefined {
  if (change === 'narrowed')
    return `${author} has taken something back that you may have read. Please keep it to yourself.`
  return change === 'changed'
    ? `${author} has changed something here that you may have read before.`
    : undefined
}

function wordsOf(question: Question, { value }: Answer, locale: string): string | undefined {
  switch (value.kind) {
    case 'words':
      return value.by === undefined
        ? value.text
        : `${value.text}\nBy ${formatDate(Temporal.PlainDate.from(value.by), locale)}`
    case 'choice':
      return value.option
    case 'goal':
      return [standing(question, value.value, locale), value.note].filter((part) => part).join('\n')
    case 'passed':
    case 'met':
    case 'rating':
    case 'coordinator':
      return undefined
  }
}

function standing({ goal }: Question, value: number, locale: string): string {
  if (goal?.measure === 'yes-no') return value === 1 ? 'Reached' : 'Not yet'
  const number = value.toLocaleString(locale)
  return goal?.measure === 'percent' ? `${number}%` : `${number} ${goal?.unit ?? ''}`.trim()
}
