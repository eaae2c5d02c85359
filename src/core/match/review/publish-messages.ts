import { counted } from '../../message/counted.ts'
import type { Block, Button, Message } from '../../message/message.ts'
import { menuButton } from './page-messages.ts'
import { namesOf, type Review, type ReviewRow, stampOf } from './review.ts'

/** How a program goes on once pairs are published. */
export interface Asking {
  /** none: nobody is asked, pairs begin at once. */
  readonly offers: 'reviewed' | 'automatic' | 'none'
  readonly menteeConsent: boolean
  readonly expiresDays: number
}

export interface ToPublish {
  readonly review: Review
  readonly rows: readonly ReviewRow[]
  /** The part of `about` that says which they are. */
  readonly which: string
  readonly asking: Asking
  /** Rows that stay behind, because they have nobody. */
  readonly leftOver: number
  /** Rows that this coordinator does not see and that go along. */
  readonly unseen: number
}

/** Asks once more, with what will happen. */
export function askPublish({ review, rows, which, asking, leftOver, unseen }: ToPublish): Message {
  const { program } = review
  const [only, ...more] = rows
  const what = only && more.length === 0 && unseen === 0 ? namesOf(only) : counted(rows.length, 'pair')
  return {
    preview: 'Publish?',
    blocks: [
      {
        kind: 'text',
        text: `Publish ${what} in ${program.name}? ${whatHappens(rows, asking)} Nobody has been told anything yet.`,
      },
      ...notes(leftOver, unseen),
      {
        kind: 'buttons',
        buttons: [
          {
            label: 'Yes, publish',
            verb: 'match.publish-some',
            about: [program.id, stampOf(review), which].join(':'),
            tone: 'primary',
          },
          menuButton(program.id),
        ],
      },
    ],
  }
}

function notes(leftOver: number, unseen: number): Block[] {
  const along =
    unseen === 0
      ? []
      : [
          `${counted(unseen, 'of them is', 'of them are')} not shown to you, because you are in it or manage one of the two.`,
        ]
  const stay =
    leftOver === 0
      ? []
      : [
          `${counted(leftOver, 'mentee stays', 'mentees stay')} in the draft without a mentor. I will tell them every week that I am still looking.`,
        ]
  return [...along, ...stay].map((text): Block => ({ kind: 'note', text }))
}

function whatHappens(rows: readonly ReviewRow[], { offers, menteeConsent, expiresDays }: Asking): string {
  const mentors = new Set(rows.map(({ mentorId }) => mentorId)).size
  if (offers === 'none') {
    return `The ${rows.length === 1 ? 'pair begins' : 'pairs begin'} at once, and both sides are introduced.`
  }
  const then = menteeConsent
    ? 'the mentees once their mentor has said yes'
    : 'the pairs begin as they say yes'
  return `${counted(mentors, 'mentor')} will be asked by message and ${mentors === 1 ? 'has' : 'have'} ${expiresDays} days to answer; ${then}.`
}

/** Rows do not hold any more: nothing is published, and what can be done about it. */
export function someDoNotHold(
  review: Review,
  facts: {
    readonly stale: readonly ReviewRow[]
    readonly unseen: number
    readonly holding: number
    readonly which: string
  },
): Message {
  const { stale, unseen, holding, which } = facts
  const { id } = review.program
  const stamp = stampOf(review)
  const items = stale.slice(0, mostNamed).map((row) => `${namesOf(row)}: ${row.stale}`)
  const rest = stale.length - items.length + unseen
  const publish: Button = {
    label: `Publish the ${holding} that hold`,
    verb: 'match.publish',
    about: [id, stamp, which].join(':'),
  }
  return {
    preview: 'Nothing was published',
    blocks: [
      { kind: 'text', text: 'Nothing was published: some of it does not hold any more.' },
      { kind: 'list', items: [...items, ...(rest > 0 ? [`${rest} more`] : [])] },
      {
        kind: 'buttons',
        buttons: [
          ...(holding > 0 ? [publish] : []),
          { label: 'Propose again', verb: 'match.propose', about: `${id}:${stamp}` },
          { label: 'Show them', verb: 'match.review', about: `${id}:stale:0` },
          menuButton(id),
        ],
      },
    ],
  }
}

const mostNamed = 10

/** What publishing did. */
export function published(
  program: Review['program'],
  { offers, pairs }: { readonly offers: number; readonly pairs: number },
): Message {
  const words = [
    ...(offers > 0
      ? [`${counted(offers, 'offer is', 'offers are')} on the way. I will write to you as they are answered.`]
      : []),
    ...(pairs > 0 ? [`${counted(pairs, 'pair begins', 'pairs begin')}, and both sides are introduced.`] : []),
  ]
  return {
    preview: 'Published',
    blocks: [
      { kind: 'text', text: words.join(' ') },
      { kind: 'buttons', buttons: [menuButton(program.id)] },
    ],
  }
}

/** The publishing itself found what does not fit: nothing was published. */
export function notPublished(program: Review['program'], problems: readonly string[]): Message {
  const shown = problems.slice(0, mostNamed).map((problem) => `${problem}.`)
  const rest = problems.length - shown.length
  return {
    preview: 'Nothing was published',
    blocks: [
      { kind: 'text', text: 'Nothing was published:' },
      { kind: 'list', items: [...shown, ...(rest > 0 ? [`${rest} more`] : [])] },
      { kind: 'buttons', buttons: [menuButton(program.id)] },
    ],
  }
}

/** Asks once more before a draft is thrown away. */
export function askDiscard(review: Review): Message {
  const { program, rows, hidden } = review
  const all = [...rows, ...hidden]
  const locked = all.filter(({ standing }) => standing === 'locked').length
  const decided = locked > 0 ? `, ${locked} of them locked` : ''
  return {
    preview: 'Throw the draft away?',
    blocks: [
      {
        kind: 'text',
        text: `Throw the draft of ${program.name} away, with its ${counted(all.length, 'row')}${decided}? Whom you rejected for good stays rejected. Nobody has been told anything.`,
      },
      {
        kind: 'buttons',
        buttons: [
          {
            label: 'Yes, throw away',
            verb: 'match.discard-now',
            about: `${program.id}:${stampOf(review)}`,
            tone: 'danger',
          },
          menuButton(program.id),
        ],
      },
    ],
  }
}
