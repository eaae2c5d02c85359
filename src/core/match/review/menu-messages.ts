import { counted } from '../../message/counted.ts'
import type { Block, Button, Message } from '../../message/message.ts'
import { formatMoment } from '../../time/dates.ts'
import { tailOf } from '../tail.ts'
import type { Reader } from './changes.ts'
import { listOf } from './lists.ts'
import { inDigits, type Review, stampOf } from './review.ts'

/** How matching stands in a program, whether there is a draft or not. */
export interface Standing {
  readonly program: { readonly id: string; readonly name: string; readonly slug: string }
  readonly waiting: number
  readonly mentors: { readonly free: number; readonly places: number }
  readonly absent: { readonly invited: number; readonly paused: number; readonly unbriefed: number }
  readonly offers: { readonly open: number; readonly until: Temporal.Instant | undefined }
  /** Mentees who said whom they would like. */
  readonly preferring: number
  readonly run: { readonly id: string; readonly percent: number } | undefined
  readonly review: Review | undefined
  /** Mentees who wait and do not stand in the draft. */
  readonly beside: number
  /** Of the pairs not shown: those that nobody else may look at either. */
  readonly unseen: number
}

/** `admin match`: how things stand, and what can be done. */
export function matchMenu(standing: Standing, reader: Reader): Message {
  const { program, run, review } = standing
  return {
    preview: `Matching in ${program.name}`,
    blocks: [
      { kind: 'heading', text: `Matching: ${program.name}` },
      { kind: 'facts', facts: factsOf(standing, reader) },
      ...(run ? underWay(standing.program.id, run) : []),
      ...(review ? draftBlocks(review, standing, reader) : []),
      ...wordsBeside(standing),
      { kind: 'buttons', buttons: buttonsOf(standing) },
    ],
  }
}

function factsOf(standing: Standing, { locale, zone }: Reader) {
  const { waiting, mentors, absent, offers, preferring } = standing
  const away = [
    ...(absent.invited > 0 ? [`${absent.invited} invited, not joined yet`] : []),
    ...(absent.paused > 0 ? [`${absent.paused} on a break`] : []),
    ...(absent.unbriefed > 0 ? [`${absent.unbriefed} without a confirmed briefing`] : []),
  ]
  const until = offers.until ? `, the last until ${formatMoment(offers.until, zone, locale)}` : ''
  return [
    { label: 'Waiting for a mentor', value: counted(waiting, 'mentee') },
    {
      label: 'With a place',
      value: `${counted(mentors.free, 'mentor')}, ${counted(mentors.places, 'place')}`,
    },
    ...(away.length > 0 ? [{ label: 'Not matched', value: away.join(', ') }] : []),
    ...(offers.open > 0 ? [{ label: 'Open offers', value: `${offers.open}${until}` }] : []),
    ...(preferring > 0 ? [{ label: 'Said whom they would like', value: counted(preferring, 'mentee') }] : []),
  ]
}

function underWay(programId: string, { id, percent }: NonNullable<Standing['run']>): Block[] {
  return [
    {
      kind: 'progress',
      label: 'Looking for the best pairs',
      percent,
      words: `${percent}%. I will write to whoever asked when it is done.`,
    },
    {
      kind: 'buttons',
      buttons: [{ label: 'Cancel', verb: 'match.cancel', about: `${programId}:${id}` }],
    },
  ]
}

function draftBlocks(review: Review, standing: Standing, reader: Reader): Block[] {
  const { rows, hidden, proposedAt } = review
  const all = [...rows, ...hidden]
  const pairs = all.filter(({ mentorId }) => mentorId !== undefined)
  const aside = all.filter(({ standing: how }) => how === 'set-aside').length
  const locked = pairs.filter(({ standing: how }) => how === 'locked').length
  const counts = [
    counted(pairs.length, 'pair'),
    ...(locked > 0 ? [`${locked} locked`] : []),
    `${all.length - pairs.length - aside} left over`,
    ...(aside > 0 ? [`${aside} taken out`] : []),
  ]
  const since = proposedAt ? `, proposed ${formatMoment(proposedAt, reader.zone, reader.locale)}` : ''
  return [
    {
      kind: 'text',
      text: [{ text: 'The draft: ', bold: true }, { text: `${counts.join(', ')}${since}.` }],
    },
    ...staleBlock(review),
    ...whyLeftOver(review),
    { kind: 'note', text: [...tailWords(review), ...proofWords(review)].join(' ') },
    ...hiddenNote(review, standing),
  ]
}

function staleBlock({ rows, hidden }: Review): Block[] {
  const stale = [...rows, ...hidden].filter((row) => row.stale !== undefined).length
  if (stale === 0) return []
  const text = `${stale === 1 ? '1 row does' : `${stale} rows do`} not hold any more: look at these first.`
  return [{ kind: 'text', text }]
}

const mostReasons = 3

function whyLeftOver({ rows }: Review): Block[] {
  const left = listOf(rows, 'left-over').filter(({ standing }) => standing !== 'set-aside')
  const why = [...Map.groupBy(left, ({ reasons }) => reasons.at(-1) ?? 'no reason is known')]
    .map(([reason, those]) => ({ reason, count: those.length }))
    .sort((a, b) => b.count - a.count)
  const rest = why.slice(mostReasons).reduce((sum, { count }) => sum + count, 0)
  const items = why.slice(0, mostReasons).map(({ reason, count }) => `${count} left over: ${reason}`)
  return items.length === 0
    ? []
    : [{ kind: 'list', items: [...items, ...(rest > 0 ? [`${rest} for other reasons`] : [])] }]
}

function tailWords({ rows, hidden }: Review): string[] {
  const scores = [...rows, ...hidden].flatMap(({ score }) => (score === undefined ? [] : [{ score }]))
  const tail = tailOf(scores)
  if (!tail) return []
  const { worst, fifthPercentile } = tail
  return [
    `The worst-off pair scores ${inDigits(worst.score)} of 10,000; one pair in twenty scores ${inDigits(fifthPercentile)} or less.`,
  ]
}

function proofWords({ proof }: Review): string[] {
  if (!proof) return []
  const gap = proof.bound - proof.total
  const moved = proof.moved > 0 ? [`It moved ${counted(proof.moved, 'mentee')} of the draft before.`] : []
  const proved =
    gap === 0
      ? 'It was proved of the last run that no other choice gives more people a mentor, or as many at a higher total.'
      : `The last run is within ${inDigits(gap)} points of the best total that there could be.`
  return [proved, ...moved]
}

/** Said wherever a list leaves pairs out. */
export function hiddenNote({ hidden }: Pick<Review, 'hidden'>, { unseen }: { unseen: number }): Block[] {
  const shown = hidden.length - unseen
  const because = 'because you are in it or manage one of the two'
  return [
    ...(shown > 0 ? [`${are(shown)} shown to another coordinator, ${because}.`] : []),
    ...(unseen > 0
      ? [
          `${are(unseen)} not shown, ${because}; no other coordinator may look: “Publish all” takes them along.`,
        ]
      : []),
  ].map((text): Block => ({ kind: 'note', text }))
}

function are(pairs: number): string {
  return pairs === 1 ? '1 row is' : `${pairs} rows are`
}

function wordsBeside({ review, beside, waiting, run }: Standing): Block[] {
  if (review && beside > 0) {
    const text = `${counted(beside, 'mentee')} not in the draft yet: “Propose again” looks for them, too, and keeps what is locked.`
    return [{ kind: 'note', text }]
  }
  if (review || run) return []
  const text =
    waiting === 0
      ? 'Nobody is waiting for a mentor.'
      : 'There is no draft. I propose pairs with their reasons; nobody hears of it before you publish.'
  return [{ kind: 'text', text }]
}

function buttonsOf({ program, run, review, waiting, offers }: Standing): Button[] {
  const { id } = program
  const isEmpty = !review || review.rows.length + review.hidden.length === 0
  const stamp = review ? stampOf(review) : 'none'
  const propose: Button = {
    label: isEmpty ? 'Propose pairs' : 'Propose again',
    verb: 'match.propose',
    about: `${id}:${stamp}`,
    ...(isEmpty && { tone: 'primary' }),
  }
  const last: Button[] = [
    ...(offers.open > 0 ? [{ label: 'Open offers', verb: 'offer.list', about: id }] : []),
    { label: 'Refresh', verb: 'match.menu', about: id },
  ]
  const mayPropose = !run && (waiting > 0 || !isEmpty)
  if (isEmpty) return [...(mayPropose ? [propose] : []), ...last]
  return [
    { label: 'Review', verb: 'match.review', about: id, tone: 'primary' },
    ...(mayPropose ? [propose] : []),
    { label: 'Publish all', verb: 'match.publish', about: `${id}:${stamp}:all` },
    { label: 'Throw away', verb: 'match.discard', about: `${id}:${stamp}` },
    ...last,
  ]
}
