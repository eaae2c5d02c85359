/** What is known of a mentee and a mentor whom they do not get. Names are as they are shown. */
export interface WhyNotFacts {
  readonly mentee: string
  readonly mentor: string
  /** The hard rule that stands between the two, without a full stop. */
  readonly objection: string | undefined
  /** Only somebody's own list stands between the two: never to be told. */
  readonly isApart: boolean
  /** What is said of this mentor where they are full, without a full stop. */
  readonly full: string
  /** What the draft has for the mentee. */
  readonly now:
    | { readonly kind: 'pair'; readonly mentor: string; readonly score: number; readonly isLocked: boolean }
    | { readonly kind: 'set-aside' }
    | { readonly kind: 'nobody' }
  /** Places with this mentor that the draft could give. */
  readonly places: number
  /** Who has them in the draft. */
  readonly holders: readonly Holder[]
  /** What the two would count. */
  readonly score: number
  /** What giving the mentee this mentor would cost all pairs together; undefined where that is not known. */
  readonly loss: Loss | undefined
}

interface Holder {
  readonly id: string
  /** Undefined where the reader is too close to them. */
  readonly name: string | undefined
  readonly score: number | undefined
  readonly isLocked: boolean
}

export type Loss =
  /** One more mentee would be left without a mentor. */
  | { readonly kind: 'fewer' }
  /** Points, at least so many where they are not exact; `from`: who would give up their place. */
  | {
      readonly kind: 'points'
      readonly points: number
      readonly isExact: boolean
      readonly from: readonly string[]
    }

/**
 * Why a mentee does not get a mentor, in sentences, for a coordinator. Whom only somebody's own list keeps apart is
 * answered word for word as where the mentor is full.
 */
export function whyNot(facts: WhyNotFacts): string[] {
  const { mentee, mentor, objection, now, full } = facts
  if (now.kind === 'pair' && now.mentor === mentor) return [`${mentee} has ${mentor} in this draft.`]
  if (objection !== undefined) return [`${objection}.`]
  if (now.kind === 'set-aside')
    return [`${mentee} was taken out of the draft: nobody was looked for.`, besides(facts)]
  if (now.kind === 'pair' && now.isLocked)
    return [
      `${mentee} is locked with ${now.mentor}. Unlock the two and propose again, and others are looked at.`,
      besides(facts),
    ]
  if (facts.places > 0 && facts.holders.length >= facts.places) return whyTaken(facts)
  if (facts.places === 0 || facts.isApart) return [`${full}.`]
  return whyPassedOver(facts)
}

/** All places are given to others. */
function whyTaken(facts: WhyNotFacts): string[] {
  const { mentee, mentor, places, holders, score } = facts
  const went = places === 1 ? 'one place went' : `${places} places went`
  return [
    `${mentor}’s ${went} to ${list.format(holders.map(holderWords))}; for ${mentee} ${mentor} would count ${digits(score)}.`,
    insteadOf(facts),
  ]
}

function insteadOf({ mentee, places, holders, loss }: WhyNotFacts): string {
  const movable = holders.filter(({ isLocked }) => !isLocked)
  if (movable.length === 0)
    return 'What is locked stays: unlock a pair and propose again, and others are looked at.'
  const leaving =
    loss?.kind === 'points' && loss.isExact ? movable.filter(({ id }) => loss.from.includes(id)) : movable
  const [only] = leaving
  const from = only && leaving.length === 1 ? (only.name ?? unseen) : 'one of them'
  const giving = `Giving ${mentee} ${places === 1 ? 'it' : 'one of them'} would take it from ${from}`
  return loss ? `${giving}, and ${lossWords(loss)}.` : `${giving}.`
}

function lossWords(loss: Loss): string {
  if (loss.kind === 'fewer') return 'one mentee more would be left without a mentor'
  if (loss.points === 0) return 'all pairs together would score no higher'
  return `all pairs together would score ${loss.isExact ? '' : 'at least '}${digits(loss.points)} less`
}

/** There is a place, and the mentee does not have it. */
function whyPassedOver({ mentee, mentor, now, score, loss }: WhyNotFacts): string[] {
  const counts = `For ${mentee} ${mentor} would count ${digits(score)}`
  if (now.kind !== 'pair')
    return [
      `${mentor} has a place left.`,
      `${counts}. The draft has changed since the last run: propose again, or move ${mentee} by hand.`,
    ]
  const compared = `${counts}, and ${now.mentor}, whom they have, counts ${digits(now.score)}.`
  if (score > now.score)
    return [
      `${mentor} has a place left.`,
      `${compared} Either the draft has changed since the last run, or ${now.mentor} stood in it before, which counts too. You can move ${mentee} by hand.`,
    ]
  const lost = loss?.kind === 'points' && loss.points > 0 ? [`With ${mentor}, ${lossWords(loss)}.`] : []
  return [compared, ...lost]
}

function besides({ mentee, mentor, now, score }: WhyNotFacts): string {
  const counts = `For ${mentee} ${mentor} would count ${digits(score)}`
  return now.kind === 'pair' ? `${counts}; ${now.mentor} counts ${digits(now.score)}.` : `${counts}.`
}

const unseen = 'somebody whom you do not see'

function holderWords({ name, score }: Holder): string {
  if (name === undefined) return unseen
  return score === undefined ? name : `${name} (${digits(score)})`
}

const list = new Intl.ListFormat('en-GB')
const number = new Intl.NumberFormat('en-GB')

function digits(score: number): string {
  return number.format(score)
}
