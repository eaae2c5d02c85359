import type { Block, Button, Message } from '../message/message.ts'
import { formatDate } from '../time/dates.ts'

/** One pair in a nudge. */
export interface NudgedPair {
  readonly checkInId: string
  /** The other of the pair. */
  readonly other: string
  readonly program: string
}

interface NudgeFacts {
  readonly nudgeId: string
  readonly firstName: string
  readonly pairs: readonly NudgedPair[]
}

/** The message that opens check-ins; `notice` is put before it for people who have not been told yet what is kept. */
export function openingMessage(facts: NudgeFacts & { readonly notice?: readonly Block[] }): Message {
  const one = facts.pairs.length === 1
  const greeting = one
    ? `Hello ${facts.firstName}, a short check-in: about forty seconds.`
    : `Hello ${facts.firstName}, your check-ins for today: about forty seconds each.`
  return nudgeMessage(facts, {
    preview: one ? 'Your check-in is ready' : 'Your check-ins are ready',
    before: [...(facts.notice ?? []), { kind: 'text', text: greeting }],
  })
}

/** `last`: no reminder follows. */
export function reminderMessage(facts: NudgeFacts & { readonly last: boolean }): Message {
  const text = facts.last
    ? `Still open, ${facts.firstName}. This is my last reminder for this one.`
    : `Still open, ${facts.firstName}. It keeps until it suits you.`
  return nudgeMessage(facts, { preview: 'A check-in is still open', before: [{ kind: 'text', text }] })
}

/** The message that *later* asked for. */
export function putOffMessage(facts: NudgeFacts): Message {
  const text = `As you asked, ${facts.firstName}: is now a good time?`
  return nudgeMessage(facts, { preview: 'Your check-in, as you asked', before: [{ kind: 'text', text }] })
}

function nudgeMessage(facts: NudgeFacts, words: { preview: string; before: readonly Block[] }): Message {
  const later: Button = { label: 'Later', verb: 'checkin.later', about: facts.nudgeId }
  const [first] = facts.pairs
  const body =
    facts.pairs.length === 1 && first
      ? pairBlocks(first, [later])
      : [
          ...facts.pairs.flatMap((pair) => pairBlocks(pair, [])),
          { kind: 'divider' } as const,
          { kind: 'buttons', buttons: [later] } as const,
        ]
  return { preview: words.preview, blocks: [...words.before, ...body] }
}

function pairBlocks(pair: NudgedPair, more: readonly Button[]): Block[] {
  const about = pair.checkInId
  return [
    { kind: 'text', text: [{ text: pair.other, bold: true }, { text: ` · ${pair.program}` }] },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Answer here', verb: 'checkin.answer', about, tone: 'primary' },
        { label: 'Open form', verb: 'checkin.form', about, opensForm: true },
        { label: 'We have not met', verb: 'checkin.not-met', about },
        ...more,
      ],
    },
  ]
}

/** One pair in a nudge of which something is done already. */
export interface MarkedPair extends NudgedPair {
  readonly became: 'open' | 'answered' | 'skipped' | 'closed'
}

/** Put in the place of a nudge: what is done is not asked for any more. */
export function markedMessage(facts: {
  readonly nudgeId: string
  readonly pairs: readonly MarkedPair[]
  /** What stood before the question, where that was the first that the person read of the program. */
  readonly notice: readonly Block[]
}): Message {
  const { nudgeId, pairs, notice } = facts
  const isOpen = pairs.some(({ became }) => became === 'open')
  const later: Button = { label: 'Later', verb: 'checkin.later', about: nudgeId }
  return {
    preview: isOpen ? 'A check-in is still open' : 'Your check-in is done',
    blocks: [
      ...(notice.length > 0 ? [...notice, { kind: 'divider' } as const] : []),
      ...pairs.flatMap((pair) => (pair.became === 'open' ? pairBlocks(pair, [later]) : doneBlocks(pair))),
    ],
  }
}

const BECAME = { answered: 'Answered. Thank you.', skipped: 'Skipped this time.', closed: 'Closed.' } as const

function doneBlocks({ checkInId, other, program, became }: MarkedPair): Block[] {
  if (became === 'open') return []
  const change: Button = {
    label: 'Change an answer',
    verb: 'checkin.form',
    about: checkInId,
    opensForm: true,
  }
  return [
    { kind: 'text', text: [{ text: other, bold: true }, { text: ` · ${program}` }] },
    { kind: 'note', text: BECAME[became] },
    ...(became === 'answered' ? [{ kind: 'buttons', buttons: [change] } as const] : []),
  ]
}

/** The choices behind *later*. */
export function laterMessage(facts: { nudgeId: string; checkInIds: readonly string[] }): Message {
  const { nudgeId, checkInIds } = facts
  const skips = checkInIds.map((about): Button => ({ label: 'Skip this time', verb: 'checkin.skip', about }))
  return {
    preview: 'When would suit you?',
    blocks: [
      { kind: 'text', text: 'When would suit you?' },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Tomorrow', verb: 'checkin.put-off', about: `${nudgeId}:1` },
          { label: 'In 3 days', verb: 'checkin.put-off', about: `${nudgeId}:3` },
          { label: 'Pick a date', verb: 'checkin.put-off-form', about: nudgeId, opensForm: true },
          ...(skips.length === 1 ? skips : []),
        ],
      },
    ],
  }
}

export function putOffDone(facts: {
  nudgeId: string
  on: Temporal.PlainDate
  locale: string
  again: readonly string[]
}): Message {
  const text = `Fine. I will come back to you on ${formatDate(facts.on, facts.locale)}.`
  const buttons = facts.again.slice(0, 1).map(
    (about): Button => ({
      label: 'Answer now instead',
      verb: 'checkin.answer',
      about,
    }),
  )
  return {
    preview: 'Put off',
    blocks: [{ kind: 'text', text }, ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : [])],
  }
}

export function skippedMessage(other: string): Message {
  return {
    preview: 'Skipped',
    blocks: [{ kind: 'text', text: `Skipped. I will ask about ${other} again next time.` }],
  }
}

/** After three silences in a row, once; then the bot waits for an answer. */
export function goOnMessage(facts: { firstName: string; program: string; enrollmentId: string }): Message {
  const about = facts.enrollmentId
  return {
    preview: 'Shall we go on?',
    blocks: [
      {
        kind: 'text',
        text: `${facts.firstName}, my last three check-ins came at a bad time. How shall we go on with ${facts.program}? Whatever you choose is fine, and I will not ask again.`,
      },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Continue', verb: 'program.go-on', about, tone: 'primary' },
          { label: 'Pause until a date', verb: 'program.pause', about, opensForm: true },
          { label: 'Leave', verb: 'program.leave', about, opensForm: true },
        ],
      },
    ],
  }
}
