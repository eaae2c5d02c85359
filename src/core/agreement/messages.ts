import type { Block, Button, Message, Span } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import { formatDate } from '../time/dates.ts'
import type { Agreement, NextStep } from './agreement.ts'
import { type Reading, termBlocks, wholeText } from './text-messages.ts'

const preview = 'Your agreement'

/** Nothing is written yet, or only half of the mentee's part. */
export function notBegun({ pairId, other }: Reading, begun: boolean): Message {
  const text = begun
    ? ' Yours is half written, and it is kept just as you left it.'
    : ' You begin, in two short forms; they add their part, and you both confirm it.'
  return {
    preview,
    blocks: [
      { kind: 'heading', text: 'Your agreement' },
      {
        kind: 'text',
        text: [
          { text: 'A few sentences that you and ' },
          { text: other, bold: true },
          { text: ` both stand by: what it is for, how often, and what stays between you.${text}` },
        ],
      },
      buttons([writeButton(pairId, begun ? 'Go on' : 'Write my part')]),
      onlyYouTwo,
    ],
  }
}

/** To a mentor who comes first. `asked`: they have asked the mentee to begin already. */
export function menteeBegins({ pairId, other }: Reading, asked: boolean): Message {
  const ask: Button = { label: 'Ask them to begin', verb: 'agreement.nudge', about: pairId }
  return {
    preview,
    blocks: [
      { kind: 'heading', text: 'Your agreement' },
      {
        kind: 'text',
        text: [
          { text: other, bold: true },
          { text: ' writes first, because the agenda is theirs. You add your part after that.' },
        ],
      },
      ...(asked
        ? [
            {
              kind: 'note',
              text: 'You have asked them to begin. I will write to you once they have.',
            } as const,
          ]
        : [buttons([ask])]),
    ],
  }
}

/** To the mentee, whose mentor wishes to begin. */
export function askedToBegin({ pairId, other }: Reading): Message {
  return {
    preview: 'Your agreement',
    blocks: [
      {
        kind: 'text',
        text: [
          { text: other, bold: true },
          {
            text: ' would be glad to read what you hope for. Would you write the first part of your agreement?',
          },
        ],
      },
      buttons([writeButton(pairId, 'Write my part')]),
      onlyYouTwo,
    ],
  }
}

export function beginAsked(other: string): Message {
  return {
    preview: 'I will ask them to begin',
    blocks: [
      {
        kind: 'text',
        text: [
          { text: 'I will ask ' },
          { text: other, bold: true },
          { text: ' to begin, at an hour that suits them.' },
        ],
      },
    ],
  }
}

/** The mentee's part stands there; the mentor's is missing. */
export function drafted(reading: Reading, agreement: Agreement): Message {
  const { pairId, side, other } = reading
  const { version, terms } = agreement
  const mine = side === 'mentee'
  const lead: Span[] = mine
    ? [{ text: 'This is your part. ' }, { text: other, bold: true }, { text: ' adds theirs next.' }]
    : [{ text: other, bold: true }, { text: ' has written their part of your agreement. Yours is next.' }]
  return {
    preview,
    blocks: [
      { kind: 'text', text: lead },
      ...termBlocks(terms, reading),
      buttons([
        mine
          ? writeButton(pairId, 'Change my part')
          : {
              label: 'Add my part',
              verb: 'agreement.complete',
              about: `${pairId}:${version}`,
              tone: 'primary',
              opensForm: true,
            },
      ]),
      onlyYouTwo,
    ],
  }
}

/** What has just happened to it, in a sentence above the text. */
export type Lead = 'as-it-is' | 'completed' | 'changed' | 'other-confirmed' | 'meanwhile' | 'reminder'

/** The whole text, to be confirmed. */
export function toConfirm(
  reading: Reading,
  shown: { readonly agreement: Agreement; readonly standing: boolean; readonly lead: Lead },
): Message {
  const { agreement, standing, lead } = shown
  const { pairId, side } = reading
  const about = `${pairId}:${agreement.version}`
  const mine = agreement.confirmed[side] !== undefined
  const confirm: Button = { label: 'I confirm', verb: 'agreement.confirm', about, tone: 'primary' }
  const change: Button = { label: 'Change', verb: 'agreement.change', about, opensForm: true }
  const old: Button = { label: 'What stands now', verb: 'agreement.standing', about: pairId }
  return {
    preview,
    blocks: [
      { kind: 'heading', text: 'Your agreement, to confirm' },
      { kind: 'text', text: leadWords(reading, lead, mine) },
      ...wholeText(agreement.terms, reading),
      buttons([...(mine ? [] : [confirm]), change, ...(standing ? [old] : [])]),
      {
        kind: 'note',
        text: standing
          ? 'Until you both confirm this, the agreement you have goes on. Only you two can read it.'
          : 'It stands once you both confirm it. Only you two can read it.',
      },
    ],
  }
}

function leadWords({ other, side }: Reading, lead: Lead, mine: boolean): Span[] {
  const name = { text: other, bold: true } as const
  switch (lead) {
    case 'completed':
      return [name, { text: ' has added their part. Do you both stand by this?' }]
    case 'changed':
      return [name, { text: ' has changed your agreement. Do you stand by this, too?' }]
    case 'other-confirmed':
      return [name, { text: ' has confirmed your agreement. It stands once you do.' }]
    case 'meanwhile':
      return [name, { text: ' was quicker: it has changed. This is what is to be confirmed now.' }]
    case 'reminder':
      return [{ text: 'You have met, and your agreement with ' }, name, { text: ' is not confirmed yet.' }]
    case 'as-it-is':
      return mine
        ? [{ text: 'You have confirmed it. It stands once ' }, name, { text: ' does, too.' }]
        : [
            { text: `This is what you and your ${side === 'mentor' ? 'mentee' : 'mentor'} ` },
            name,
            { text: ' have written.' },
          ]
  }
}

/** The agreement that both have confirmed. */
export function stands(
  reading: Reading,
  { agreement, news, pending }: { agreement: Agreement; news: boolean; pending: boolean },
): Message {
  const { pairId, other } = reading
  const name = { text: other, bold: true } as const
  const change: Button = {
    label: 'Change',
    verb: 'agreement.change',
    about: `${pairId}:${agreement.version}`,
    opensForm: true,
  }
  const open: Button = { label: 'What is to be confirmed', verb: 'agreement.show', about: pairId }
  return {
    preview: news ? 'Your agreement stands' : preview,
    blocks: [
      { kind: 'heading', text: 'Your agreement' },
      {
        kind: 'text',
        text: news
          ? [{ text: 'You and ' }, name, { text: ' have both confirmed it: your agreement stands.' }]
          : [{ text: 'Between you and ' }, name, { text: `, confirmed ${confirmedOn(agreement, reading)}.` }],
      },
      ...wholeText(agreement.terms, reading),
      buttons([pending ? open : change]),
      { kind: 'note', text: 'Type “agreement” to read it at any time. Only you two can.' },
    ],
  }
}

function confirmedOn({ confirmed }: Agreement, { locale, zone }: Reading): string {
  const last = Object.values(confirmed)
    .sort((a, b) => Temporal.Instant.compare(a, b))
    .at(-1)
  const on = (last ?? Temporal.Instant.fromEpochMilliseconds(0)).toZonedDateTimeISO(zone).toPlainDate()
  return `on ${formatDate(on, locale)} ${on.year}`
}

/** Says in the place of a version that it is not the newest any more. */
export function versionReplaced({ pairId, other }: Reading): Message {
  const show: Button = { label: 'Show the agreement', verb: 'agreement.show', about: pairId }
  return {
    preview,
    blocks: [
      {
        kind: 'text',
        text: [
          { text: 'Your agreement with ' },
          { text: other, bold: true },
          { text: ' has been changed since, so there is nothing to do here any more.' },
        ],
      },
      buttons([show]),
    ],
  }
}

/** Once, two weeks after the first meeting, to a mentee who has written nothing. */
export function remindToWrite({ pairId, other }: Reading): Message {
  return {
    preview,
    blocks: [
      {
        kind: 'text',
        text: [
          { text: 'You and ' },
          { text: other, bold: true },
          {
            text: ' have met. A short agreement helps both of you: would you begin it? I will not ask again.',
          },
        ],
      },
      buttons([writeButton(pairId, 'Write my part')]),
      onlyYouTwo,
    ],
  }
}

/** The same to the mentor whose part is missing. */
export function remindToComplete({ pairId, other }: Reading, { version }: Agreement): Message {
  return {
    preview,
    blocks: [
      {
        kind: 'text',
        text: [
          { text: 'Your agreement with ' },
          { text: other, bold: true },
          { text: ' waits for your part. A few words are enough. I will not ask again.' },
        ],
      },
      buttons([
        {
          label: 'Add my part',
          verb: 'agreement.complete',
          about: `${pairId}:${version}`,
          tone: 'primary',
          opensForm: true,
        },
      ]),
    ],
  }
}

/** One line for the overview. */
export function agreementLine({ pairId, other }: Pick<Reading, 'pairId' | 'other'>, next: NextStep): Block[] {
  const words = {
    write: 'is yours to begin',
    complete: 'waits for your part',
    confirm: 'is ready for you to confirm',
  }
  return [
    { kind: 'text', text: `Your agreement with ${other} ${words[next]}.` },
    buttons([{ label: 'Agreement', verb: 'agreement.show', about: pairId }]),
  ]
}

export function whichAgreement(
  pairs: readonly { readonly pairId: string; readonly label: string }[],
): Message {
  return {
    preview: 'Which agreement?',
    blocks: [
      { kind: 'text', text: 'Which agreement would you like to see?' },
      buttons(pairs.map(({ pairId, label }) => ({ label, verb: 'agreement.show', about: pairId }))),
    ],
  }
}

export const noPairForAgreement: Message = sentence(
  'You have no mentor or mentee yet. Once you have, you two can write your agreement here.',
)

export const noAgreementBetweenPeers: Message = sentence(
  'In rounds of peers no agreement is needed: what you talk about is yours.',
)

/** The pair of a button or form is closed or not theirs. */
export const agreementGone: Message = sentence(
  'That pair is no longer active. Type “agreement” to see those that are.',
)

function writeButton(pairId: string, label: string): Button {
  return { label, verb: 'agreement.write', about: pairId, tone: 'primary', opensForm: true }
}

function buttons(all: readonly Button[]): Block {
  return { kind: 'buttons', buttons: all }
}

const onlyYouTwo: Block = { kind: 'note', text: 'Only you two can read it, nobody else.' }
