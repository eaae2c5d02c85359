import type { Block, Button, Message, Text } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import { formatMoment } from '../time/dates.ts'
import type { Asked } from './offer.ts'

/** An offer that came to nothing, as coordinators are told of it. */
export interface EndedOffer {
  readonly mentor: string
  readonly mentee: string
  readonly how:
    | { readonly kind: 'declined'; readonly by: Asked; readonly why: string | undefined }
    | { readonly kind: 'expired'; readonly by: Asked }
    /** `problem`: without a full stop. */
    | { readonly kind: 'withdrawn'; readonly problem: string }
  /** The mentor who is asked instead, undefined where the reader is too close to them; or where the mentee is now. */
  readonly now:
    | { readonly kind: 'asked'; readonly mentor: string | undefined }
    | { readonly kind: 'draft' | 'nowhere' }
}

const mostShown = 8

/** Told to each coordinator without a conflict, once: what came to nothing, and what becomes of it. */
export function offersEnded(facts: {
  readonly program: string
  readonly programId: string
  readonly ended: readonly EndedOffer[]
}): Message {
  const { program, programId, ended } = facts
  const shown = ended.slice(0, mostShown)
  const more = ended.length - shown.length
  const head =
    ended.length === 1
      ? `${program}: an offer was not taken up.`
      : `${program}: ${ended.length} offers were not taken up.`
  const rest = more > 0 ? [`${more} more`] : []
  return {
    preview: 'About your offers',
    blocks: [
      { kind: 'text', text: head },
      { kind: 'list', items: [...shown.map(lineOf), ...rest] },
      ...(ended.some(({ now }) => now.kind === 'draft')
        ? [
            {
              kind: 'note',
              text: 'For whoever is back in the draft, nobody else has been asked: whom they could have instead stands there.',
            } as const,
          ]
        : []),
      { kind: 'buttons', buttons: [reviewButton(programId), listButton(programId)] },
    ],
  }
}

function lineOf({ mentor, mentee, how, now }: EndedOffer): Text {
  return [
    { text: mentee, bold: true },
    { text: ` and ${mentor}: ${stopped(whatHappened({ mentor, mentee, how }))} ${whatNow(now)}` },
  ]
}

/** Somebody's own words may end their sentence themselves. */
function stopped(words: string): string {
  return /[.!?…]”?$/.test(words) ? words : `${words}.`
}

function whatHappened({ mentor, mentee, how }: Omit<EndedOffer, 'now'>): string {
  if (how.kind === 'withdrawn') return how.problem
  const who = how.by === 'mentor' ? mentor : mentee
  if (how.kind === 'expired') return `${who} has not answered in time`
  return how.why === undefined
    ? `${who} said “not this time”, without a reason`
    : `${who} said “not this time”: “${how.why}”`
}

function whatNow(now: EndedOffer['now']): string {
  switch (now.kind) {
    case 'asked':
      return `I have asked ${now.mentor ?? 'somebody else'} instead.`
    case 'draft':
      return 'Back in the draft.'
    case 'nowhere':
      return 'Nobody has to be found for them now.'
  }
}

/** An open offer, for the list. */
export interface ShownOffer {
  readonly offerId: string
  readonly mentor: string
  readonly mentee: string
  readonly asked: Asked
  readonly expiresAt: Temporal.Instant
  /** Whoever is asked has no account that can be written to. */
  readonly unreachable: boolean
}

/** The open offers of a program, a page at a time; `hidden`: those that another coordinator sees. */
export function openOffersList(facts: {
  readonly program: string
  readonly programId: string
  readonly offers: readonly ShownOffer[]
  readonly from: number
  readonly hidden: number
  /** IANA name. */
  readonly zone: string
  /** BCP 47. */
  readonly locale: string
}): Message {
  const { program, programId, offers, from, hidden } = facts
  const page = offers.slice(from, from + offersOnAPage)
  const next = from + page.length
  const more: Button[] =
    next < offers.length ? [{ label: 'Show more', verb: 'offer.list', about: `${programId}:${next}` }] : []
  return {
    preview: 'Open offers',
    blocks: [
      { kind: 'text', text: headOf(program, offers.length, hidden) },
      ...page.flatMap((offer) => offerRow(offer, facts)),
      { kind: 'buttons', buttons: [...more, reviewButton(programId)] },
    ],
  }
}

/** Few enough for one screen. */
const offersOnAPage = 5

function headOf(program: string, offers: number, hidden: number): Text {
  const seen = {
    0: `Nobody in ${program} is being asked at the moment.`,
    1: `1 offer of ${program} waits for an answer.`,
  }[offers]
  const unseen = {
    0: '',
    1: ' 1 more is for another coordinator: you are one of the two, or manage one.',
  }[hidden]
  return [
    { text: 'Open offers. ', bold: true },
    { text: seen ?? `${offers} offers of ${program} wait for an answer.` },
    { text: unseen ?? ` ${hidden} more are for another coordinator: you are one of the two, or manage one.` },
  ]
}

function offerRow(
  { offerId, mentor, mentee, asked, expiresAt, unreachable }: ShownOffer,
  { zone, locale }: { readonly zone: string; readonly locale: string },
): Block[] {
  const awaited = asked === 'mentor' ? mentor : mentee
  const until = formatMoment(expiresAt, zone, locale)
  const reach = unreachable ? ' They have no account that I can write to.' : ''
  const withdraw: Button = { label: 'Take back', verb: 'offer.withdraw', about: `${offerId}:${asked}` }
  return [
    {
      kind: 'text',
      text: [
        { text: mentee, bold: true },
        { text: ` and ${mentor}: waiting for ${awaited} until ${until}.${reach}` },
      ],
    },
    { kind: 'buttons', buttons: [withdraw] },
  ]
}

/** Answers *Take back*. */
export function takenBack(facts: {
  readonly mentor: string
  readonly mentee: string
  readonly programId: string
  readonly inDraft: boolean
}): Message {
  const { mentor, mentee, programId, inDraft } = facts
  const now = inDraft ? ` ${mentee} is back in the draft.` : ''
  return {
    preview: 'The offer is taken back',
    blocks: [
      {
        kind: 'text',
        text: `I have taken back the offer of ${mentor} and ${mentee}. Whoever had been asked reads that no answer is needed any more.${now}`,
      },
      { kind: 'buttons', buttons: [listButton(programId), reviewButton(programId)] },
    ],
  }
}

/** A press on an offer that has moved on since it was shown. */
export function offerMovedOn(facts: {
  readonly mentor: string
  readonly mentee: string
  readonly programId: string
  readonly to: 'answered' | 'over' | 'mentee'
}): Message {
  const { mentor, mentee, programId, to } = facts
  const text = {
    answered: `Nothing was done: ${mentor} and ${mentee} have said yes meanwhile, and are a pair.`,
    over: `Nothing was done: the offer of ${mentor} and ${mentee} is over already.`,
    mentee: `Nothing was done yet: ${mentor} has said yes meanwhile, and ${mentee} is asked now. Look at the list again to take it back all the same.`,
  }[to]
  return {
    preview: 'The offer has moved on',
    blocks: [
      { kind: 'text', text },
      { kind: 'buttons', buttons: [listButton(programId)] },
    ],
  }
}

export const coordinatorsOnly: Message = sentence('Only the coordinators of the program can do that.')
export const tooClose: Message = sentence(
  'You are one of the two or manage one of them, so another coordinator has to do that.',
)

function reviewButton(programId: string): Button {
  return { label: 'Review', verb: 'match.review', about: programId }
}

function listButton(programId: string): Button {
  return { label: 'Open offers', verb: 'offer.list', about: programId }
}
