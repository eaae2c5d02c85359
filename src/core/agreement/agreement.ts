import type { Terms } from './terms.ts'

export type Signer = 'mentor' | 'mentee'

/** One version of what the two of a pair sign. */
export interface Agreement {
  readonly id: string
  readonly pairId: string
  /** Counts from 1; every change is a version. */
  readonly version: number
  readonly terms: Terms
  /** A person's id. */
  readonly writtenBy: string
  readonly writtenAt: Temporal.Instant
  /** drafted: the mentor's part is missing; open: not both have confirmed it. */
  readonly state: 'drafted' | 'open' | 'standing' | 'replaced'
  readonly confirmed: Readonly<Partial<Record<Signer, Temporal.Instant>>>
}

/** How far a version is, without its words. */
export type SignedState = Pick<Agreement, 'pairId' | 'state' | 'confirmed'>

/** Where the two are: what stands, and the version that is to take its place. */
export interface Signing<Version extends SignedState = Agreement> {
  readonly standing: Version | undefined
  /** Drafted or open. */
  readonly pending: Version | undefined
}

/** What of all versions of a pair's agreement counts now. */
export function signingOf<Version extends SignedState>(versions: readonly Version[]): Signing<Version> {
  return {
    standing: versions.find(({ state }) => state === 'standing'),
    pending: versions.find(({ state }) => state === 'drafted' || state === 'open'),
  }
}

/** What is for this side to do next. */
export type NextStep = 'write' | 'complete' | 'confirm'

/** Undefined where it is the other's turn, or where everything stands. */
export function nextStep({ standing, pending }: Signing<SignedState>, side: Signer): NextStep | undefined {
  if (pending?.state === 'drafted') return side === 'mentor' ? 'complete' : undefined
  if (pending) return pending.confirmed[side] ? undefined : 'confirm'
  return !standing && side === 'mentee' ? 'write' : undefined
}

export function otherSide(side: Signer): Signer {
  return side === 'mentor' ? 'mentee' : 'mentor'
}

/** So long after the first meeting an agreement is asked after. */
const PATIENCE_DAYS = 14
/** How long until it is looked again whether two who have not met yet have met: never longer than the patience. */
const UNMET_DAYS = 7

/**
 * Whether to remind the two that no agreement stands, and when else to look again. `firstMet`: the day of their first
 * meeting. Whoever is looked at every week until they meet is found in time.
 */
export function whenToRemind(facts: {
  readonly today: Temporal.PlainDate
  readonly firstMet: Temporal.PlainDate | undefined
}): 'now' | Temporal.PlainDate {
  const { today, firstMet } = facts
  if (!firstMet) return today.add({ days: UNMET_DAYS })
  const due = firstMet.add({ days: PATIENCE_DAYS })
  return Temporal.PlainDate.compare(due, today) <= 0 ? 'now' : due
}
