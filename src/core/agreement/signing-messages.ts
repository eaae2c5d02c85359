import type { Button, Message, Span } from '../message/message.ts'
import { formatDate } from '../time/dates.ts'
import type { Agreement } from './agreement.ts'
import { buttons, preview } from './message-parts.ts'
import { type Reading, wholeText } from './text-messages.ts'

/** What has just happened to it, in a sentence above the text. */
export type Lead =
  | 'as-it-is'
  | 'saved'
  | 'completed'
  | 'changed'
  | 'other-confirmed'
  | 'meanwhile'
  | 'reminder'

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
      return [name, { text: ' has added their part. Do you stand by this?' }]
    case 'changed':
      return [name, { text: ' has changed your agreement. Do you stand by this, too?' }]
    case 'other-confirmed':
      return [name, { text: ' has confirmed your agreement. It stands once you do.' }]
    case 'meanwhile':
      return [name, { text: ' was quicker: it has changed. This is what is to be confirmed now.' }]
    case 'reminder':
      return [{ text: 'You have met, and your agreement with ' }, name, { text: ' is not confirmed yet.' }]
    case 'saved':
      return [{ text: 'Saved. I ask ' }, name, { text: ' to confirm it. Will you confirm it, too?' }]
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
          { text: 'There is a newer version of your agreement with ' },
          { text: other, bold: true },
          { text: '.' },
        ],
      },
      buttons([show]),
    ],
  }
}

/** In the place of what was to be confirmed: its last day has passed meanwhile, and the pair would end by it at once. */
export function lastDayIsOver({ pairId, other }: Reading, { version }: Pick<Agreement, 'version'>): Message {
  const about = `${pairId}:${version}`
  return {
    preview,
    blocks: [
      {
        kind: 'text',
        text: [
          {
            text: 'The last day in this agreement has passed, so nothing was confirmed. Please pick another day, and then you and ',
          },
          { text: other, bold: true },
          { text: ' can both confirm it.' },
        ],
      },
      buttons([
        { label: 'Change', verb: 'agreement.change', about, tone: 'primary', opensForm: true },
        { label: 'Show agreement', verb: 'agreement.show', about: pairId },
      ]),
    ],
  }
}
