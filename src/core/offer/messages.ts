import type { Form } from '../message/form.ts'
import type { Block, Button, Message, Text } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import type { Cadence } from '../time/cadence.ts'
import { formatDate, formatMoment } from '../time/dates.ts'
import type { Asked } from './offer.ts'

/** What somebody is asked, in their own zone and language. */
export interface OfferFacts {
  readonly offerId: string
  readonly firstName: string
  /** Who is asked. */
  readonly side: Asked
  /** The other's name. */
  readonly other: string
  readonly program: string
  /** As this person is told them. */
  readonly reasons: readonly string[]
  readonly cadence: Cadence
  readonly endsOn: Temporal.PlainDate | undefined
  readonly expiresAt: Temporal.Instant
  /** IANA name. */
  readonly zone: string
  /** BCP 47. */
  readonly locale: string
}

/** Asks one of the two, in private. */
export function offerMessage(facts: OfferFacts): Message {
  return {
    preview: facts.side === 'mentor' ? 'Would you be a mentor?' : 'A mentor for you?',
    blocks: [{ kind: 'text', text: questionOf(facts) }, ...bodyOf(facts)],
  }
}

export function offerReminder(facts: OfferFacts): Message {
  const text: Text = [{ text: 'Still open: ' }, ...questionOf(facts)]
  return { preview: 'A question is still open', blocks: [{ kind: 'text', text }, ...bodyOf(facts)] }
}

/** The same on the overview, in short. */
export function offerBlocks(facts: OfferFacts): Block[] {
  return [
    { kind: 'text', text: [...questionOf(facts), { text: ` Please answer by ${deadline(facts)}.` }] },
    answers(facts.offerId),
  ]
}

function questionOf({ side, firstName, other, program }: OfferFacts) {
  const name = { text: other, bold: true } as const
  return side === 'mentor'
    ? [{ text: `${firstName}, would you be the mentor of ` }, name, { text: ` in ${program}?` }]
    : [
        { text: `${firstName}, ` },
        name,
        { text: ` would gladly be your mentor in ${program}. Shall I introduce you?` },
      ]
}

function bodyOf(facts: OfferFacts): Block[] {
  const { offerId, side, reasons, other } = facts
  const hears = hearsOfANo(side, other)
  return [
    ...whyBlocks(reasons),
    { kind: 'text', text: meaningOf(facts) },
    answers(offerId),
    {
      kind: 'note',
      text: `Please answer by ${deadline(facts)}. A no is fine, too: no reason is needed, and ${hears}.`,
    },
  ]
}

/** Whoever said yes has to learn that there is no pair, and nothing more. */
function hearsOfANo(side: Asked, other: string): string {
  return side === 'mentor' ? `${other} never hears of it` : `${other} only hears that there will be no pair`
}

function whyBlocks(reasons: readonly string[]): Block[] {
  if (reasons.length === 0) return []
  return [
    { kind: 'text', text: 'Why you two:' },
    { kind: 'list', items: [...reasons] },
  ]
}

function meaningOf({ cadence: [{ every }], endsOn, locale, side }: OfferFacts): string {
  const rhythm = { week: weeks, month: () => 'once a month', round: () => 'once a round' }[every.unit](
    'count' in every ? every.count : 1,
  )
  const until = endsOn ? `until ${formatDate(endsOn, locale)} ${endsOn.year}` : 'for as long as it helps'
  const agenda = side === 'mentor' ? 'theirs' : 'yours'
  return `What it means: you meet as often as suits you both, and the agenda is ${agenda}. I will ask ${rhythm} how it is going, ${until}. Either of you can end it at any time.`
}

function weeks(count: number): string {
  return count === 1 ? 'every week' : `every ${count} weeks`
}

function deadline({ expiresAt, zone, locale }: OfferFacts): string {
  return formatMoment(expiresAt, zone, locale)
}

function answers(about: string): Block {
  const yes: Button = { label: 'Yes, gladly', verb: 'offer.accept', about, tone: 'primary' }
  const no: Button = { label: 'Not this time', verb: 'offer.decline', about, opensForm: true }
  return { kind: 'buttons', buttons: [yes, no] }
}

/** A no needs no reason. */
export function declineForm({ offerId, side, other }: Pick<OfferFacts, 'offerId' | 'side' | 'other'>): Form {
  return {
    verb: 'offer.decline-save',
    about: offerId,
    title: 'Not this time',
    submit: 'Not this time',
    parts: [
      {
        kind: 'words',
        block: {
          kind: 'text',
          text: `That is fine, and no reason is needed. If you send this, ${hearsOfANo(side, other)}.`,
        },
      },
      {
        kind: 'field',
        field: {
          name: 'why',
          kind: 'text',
          multiline: true,
          label: 'A word to your coordinators',
          hint: 'Who will read it: only the coordinators of this program, but none who is one of you two or manages one of you.',
          maxLength: 1000,
          optional: true,
        },
      },
    ],
  }
}

/** The mentor has said yes, and the mentee is asked now. */
export function yesNoted({ other }: { readonly other: string }): Message {
  return quietly(`Thank you. I will ask ${other} now, and tell you as soon as I know more.`)
}

export const noNoted: Message = sentence('Thank you for telling me. There is nothing more to do.')

/** Says in the place of the question that the time for it is over. */
export function offerExpired({
  other,
  program,
}: {
  readonly other: string
  readonly program: string
}): Message {
  return quietly(
    `I had asked you about ${other} in ${program}. The time for an answer is over, so there is nothing to do any more. If you would still like to, please tell your coordinator.`,
  )
}

/** Says in the place of the question that it is asked no more. */
export function offerWithdrawn({
  other,
  program,
}: {
  readonly other: string
  readonly program: string
}): Message {
  return quietly(
    `I had asked you about ${other} in ${program}. Things have changed, so no answer is needed any more. It has nothing to do with you; thank you for considering it.`,
  )
}

/** To a mentor who had said yes, whatever kept the mentee: nobody learns of a no. */
export function notThisTime(facts: {
  readonly firstName: string
  readonly other: string
  readonly program: string
}): Message {
  const { firstName, other, program } = facts
  return {
    preview: 'About your mentoring program',
    blocks: [
      {
        kind: 'text',
        text: `${firstName}, there will be no pair with ${other} in ${program} this time. That happens for many reasons and says nothing about you. Thank you for your yes: I will ask again when somebody fits.`,
      },
    ],
  }
}

/** A press on an offer that is not theirs, or not there. */
export const noSuchOffer: Message = sentence(
  'I cannot find that question any more. Type “/mentor” to see what is open for you.',
)

/** A press on what was answered, or is over. */
export function alreadyAnswered(answer: 'yes' | 'yes-waiting' | 'no', other: string): Message {
  switch (answer) {
    case 'yes':
      return quietly(`You have said yes to ${other} already, and you two are introduced.`)
    case 'yes-waiting':
      return quietly(`You have said yes already. I am waiting for an answer from ${other}.`)
    case 'no':
      return quietly('You have said “not this time” already. Nothing more to do.')
  }
}

/** Why a yes came too late: one clear sentence, and what happens now. */
export function cannotBecomePair(problem: string): Message {
  return quietly(
    `It cannot become a pair any more: ${problem}. Thank you for your yes; your coordinators will look for another way.`,
  )
}

/** A sentence that may stand where a question was asked: a lock screen names nobody. */
function quietly(text: string): Message {
  return { preview: 'About your mentoring program', blocks: [{ kind: 'text', text }] }
}
