import { counted } from '../message/counted.ts'
import type { Block, Button, Message, Text } from '../message/message.ts'
import { ordinal } from '../message/ordinal.ts'
import { formatDate } from '../time/dates.ts'
import type { AttentionRow, Reason } from './attention.ts'
import { averageBlocks, skillBlocks } from './averages.ts'
import { type Digest, seenBy, seenByAll, type Unpaired } from './digest.ts'
import type { Figures } from './figures.ts'
import { requiredLines, shortBlocks } from './required.ts'
import { triedWords } from './tried-words.ts'

/** How many pairs a digest shows; the rest is behind *show the list*. */
const MOST_ROWS = 10
/** How many pairs one answer of *show the list* shows. */
const PAGE_ROWS = 15
/** How many names stand behind each reason for being without a pair. */
const MOST_NAMES = 5
const MOST_NAMES_LISTED = 40
/** A channel has no language of its own. */
const CHANNEL_LOCALE = 'en-GB'

/** The digest as all who read the channel see it. `counts`: somebody among them is no coordinator. */
export function channelDigest(digest: Digest, shows: 'rows' | 'counts'): Message {
  if (shows === 'counts') {
    return digestMessage(digest, CHANNEL_LOCALE, [
      ...attentionCount(digest.figures),
      {
        kind: 'note',
        text: 'Only counts here, because not everybody in this channel coordinates this program.',
      },
      listButton(digest, 0),
    ])
  }
  const { rows, hidden, withoutPair } = seenByAll(digest)
  return digestMessage(digest, CHANNEL_LOCALE, [
    ...attentionBlocks(digest, rows, { locale: CHANNEL_LOCALE, hidden }),
    ...withoutPairBlocks(withoutPair, MOST_NAMES),
  ])
}

/** The digest as one coordinator sees it. */
export function personalDigest(digest: Digest, reader: { email: string; locale: string }): Message {
  const { rows, withoutPair } = seenBy(digest, reader.email)
  return digestMessage(digest, reader.locale, [
    ...attentionBlocks(digest, rows, { locale: reader.locale, hidden: 0 }),
    ...shortBlocks(digest.required, reader.email),
    ...withoutPairBlocks(withoutPair, MOST_NAMES),
  ])
}

/** *Show the list*: the pairs that need attention, from the given one on, with the words meant for the coordinator. */
export function attentionList(
  digest: Digest,
  reader: { email: string; locale: string; from: number },
): Message {
  const { rows, withoutPair } = seenBy(digest, reader.email)
  const page = rows.slice(reader.from, reader.from + PAGE_ROWS)
  const more = rows.length - reader.from - page.length
  return {
    preview: `${digest.program.name}: needs attention`,
    blocks: [
      { kind: 'heading', text: `${digest.program.name}: needs attention` },
      ...(page.length === 0 ? [{ kind: 'text', text: NOBODY } as const] : []),
      ...page.flatMap((row) => rowBlocks(row, { locale: reader.locale, words: true })),
      ...(more > 0 ? moreBlocks(digest, { more, hidden: 0, from: reader.from + PAGE_ROWS }) : []),
      ...(more > 0 ? [] : shortBlocks(digest.required, reader.email)),
      ...(more > 0 ? [] : withoutPairBlocks(withoutPair, MOST_NAMES_LISTED)),
      ...snoozedNote(digest.figures),
    ],
  }
}

function digestMessage(digest: Digest, locale: string, details: readonly Block[]): Message {
  const { program, today, figures } = digest
  return {
    preview: `The digest of ${program.name}`,
    blocks: [
      { kind: 'heading', text: `${program.name}: digest of ${formatDate(today, locale)}` },
      { kind: 'facts', facts: factsOf(digest, locale) },
      ...details,
      ...averageBlocks(digest.ratings ?? [], locale),
      ...skillBlocks(digest.skills ?? [], locale),
      ...snoozedNote(figures),
    ],
  }
}

function factsOf({ figures, before, since, required }: Digest, locale: string) {
  const { pairs, met, ended, opened, answered, withoutPair, thanks } = figures
  return [
    { label: 'Active pairs', value: withChange(pairs, before?.pairs) },
    ...(ended > 0 ? [{ label: 'Ended', value: counted(ended, 'pair', 'pairs') }] : []),
    {
      label: `Met since ${formatDate(since, locale)}`,
      value: share(met, pairs, pairs === 1 ? 'pair' : 'pairs'),
    },
    { label: 'Check-ins answered', value: share(answered, opened, 'opened') },
    { label: 'Goals', value: goalsIn(figures) },
    ...(thanks > 0 ? [{ label: 'Thanks given', value: String(thanks) }] : []),
    ...requiredLines(required),
    { label: 'Without a pair', value: counted(withoutPair, 'person', 'people') },
  ]
}

function withChange(now: number, before: number | undefined): string {
  if (before === undefined) return String(now)
  if (before === now) return `${now}, as last time`
  return now > before
    ? `${now}, ${now - before} more than last time`
    : `${now}, ${before - now} fewer than last time`
}

function share(part: number, whole: number, of: string): string {
  return whole === 0
    ? `none ${of === 'opened' ? of : 'yet'}`
    : `${part} of ${whole} ${of} (${Math.round((part / whole) * 100)}%)`
}

function goalsIn({ onTrack, atRisk, offTrack, reached }: Figures): string {
  if (onTrack + atRisk + offTrack + reached === 0) return 'none yet'
  const off = offTrack > 0 ? `${offTrack} off track, ` : ''
  return `${onTrack} on track, ${atRisk} at risk, ${off}${reached} reached`
}

function attentionCount({ attention }: Figures): Block[] {
  const text = attention === 0 ? NOBODY : `Needs attention: ${counted(attention, 'pair', 'pairs')}.`
  return [{ kind: 'text', text }]
}

const NOBODY = 'No pair needs attention.'

function attentionBlocks(
  digest: Digest,
  rows: readonly AttentionRow[],
  { locale, hidden }: { locale: string; hidden: number },
): Block[] {
  const shown = rows.slice(0, MOST_ROWS)
  const more = rows.length - shown.length
  if (shown.length === 0 && hidden === 0) return [{ kind: 'text', text: NOBODY }]
  return [
    { kind: 'divider' },
    { kind: 'text', text: [{ text: 'Needs attention', bold: true }] },
    ...shown.flatMap((row) => rowBlocks(row, { locale, words: false })),
    ...(more > 0 || hidden > 0 ? moreBlocks(digest, { more, hidden, from: hidden > 0 ? 0 : MOST_ROWS }) : []),
  ]
}

/** A pair with its reasons and what can be done about it. */
function rowBlocks(row: AttentionRow, shows: { locale: string; words: boolean }): Block[] {
  const { pair, reasons } = row
  const about = pair.pairId
  const tried = triedWords(row, shows.locale)
  const why = reasons.map((reason) => reasonWords(reason, shows.locale)).join(' ')
  const words = shows.words ? reasons.flatMap(requestWords) : []
  return [
    {
      kind: 'text',
      text: [{ text: `${pair.mentor.name} and ${pair.mentee.name}`, bold: true }, { text: ` · ${why}` }],
    },
    ...words.map((text): Block => ({ kind: 'note', text })),
    ...(tried === undefined ? [] : [{ kind: 'note', text: tried } as const]),
    {
      kind: 'buttons',
      buttons: [
        { label: 'Nudge', verb: 'digest.nudge', about },
        { label: 'Snooze', verb: 'digest.snooze', about },
        { label: 'Offer a new match', verb: 'pair.rematch-offer', about },
      ],
    },
  ]
}

function reasonWords(reason: Reason, locale: string): string {
  const since = formatDate(reason.since, locale)
  switch (reason.kind) {
    case 'request':
      return reason.urgent
        ? `${reason.who} urgently asked you to get in touch on ${since}.`
        : `${reason.who} asked the coordinator to get in touch on ${since}.`
    case 'unreachable':
      return `I have not been able to reach ${reason.who} since ${since}.`
    case 'silent':
      return `${reason.who} has missed ${reason.times} check-ins in a row, since ${since}.`
    case 'meeting-overdue':
      return `Their ${ordinal(reason.number)} required meeting was due by ${since} and has not been logged.`
    case 'not-met':
      return `They have not met in the ${reason.days} days since they were paired on ${since}.`
  }
}

/** Longer words than this are cut in a list of many. */
const MOST_CHARACTERS = 600

function requestWords(reason: Reason): Text[] {
  if (reason.kind !== 'request' || reason.words === undefined) return []
  const { who, words } = reason
  const cut = words.length > MOST_CHARACTERS ? `${words.slice(0, MOST_CHARACTERS - 1)}…` : words
  return [[{ text: `${who}: ` }, { text: cut, italic: true }]]
}

function moreBlocks(
  digest: Digest,
  { more, hidden, from }: { more: number; hidden: number; from: number },
): Block[] {
  const further = more > 0 ? [`And ${counted(more, 'more pair', 'more pairs')}.`] : []
  const inPrivate = hidden > 0 ? [`${counted(hidden, 'pair is', 'pairs are')} shown in private only.`] : []
  return [{ kind: 'note', text: [...further, ...inPrivate].join(' ') }, listButton(digest, from)]
}

function listButton({ program }: Digest, from: number): Block {
  const about = from === 0 ? program.id : `${program.id}:${from}`
  const label = from === 0 ? 'Show the list' : 'Show more'
  const button: Button = { label, verb: 'digest.list', about }
  return { kind: 'buttons', buttons: [button] }
}

function snoozedNote({ snoozed }: Figures): Block[] {
  if (snoozed === 0) return []
  return [{ kind: 'note', text: `${counted(snoozed, 'pair is', 'pairs are')} snoozed.` }]
}

const WHY: Readonly<Record<Unpaired['why'], string>> = {
  'not-paired-yet': 'Not paired yet',
  offered: 'Offered, awaiting an answer',
  'not-joined': 'Invited, not joined',
  paused: 'On a break',
  unreachable: 'No account that I can reach',
}

function withoutPairBlocks(people: readonly Unpaired[], mostNames: number): Block[] {
  if (people.length === 0) return []
  const reasons = [...Map.groupBy(people, ({ why }) => why)]
  const items = reasons.map(([why, those]) => `${WHY[why]}: ${namesOf(those, mostNames)}`)
  return [
    { kind: 'divider' },
    { kind: 'text', text: [{ text: 'Without a pair', bold: true }] },
    { kind: 'list', items },
  ]
}

function namesOf(people: readonly Unpaired[], most: number): string {
  const names = people.slice(0, most).map(({ name }) => name)
  const more = people.length - names.length
  return new Intl.ListFormat('en-GB').format([...names, ...(more > 0 ? [`${more} more`] : [])])
}
