import type { Pool } from '../core/match/eligibility.ts'
import type { Member } from '../core/match/member.ts'
import type { Proposal } from '../core/match/propose.ts'

/** What goes to the thread, a part at a time; then the wish. Dates are ISO text on the way: they cannot be sent. */
export type Part =
  | Omit<PlainPool, 'mentees' | 'mentors'>
  | { readonly mentees: PlainPool['mentees'] }
  | { readonly mentors: PlainPool['mentors'] }

/** What comes back: how far it is, and in the end what it found. */
export type Told = { readonly percent: number } | { readonly found: Found; readonly milliseconds: number }

type Dated = 'registeredOn' | 'joinedOn' | 'trainedOn'
type Plain<Of extends Member> = Omit<Of, Dated> & Readonly<Record<Dated, string | undefined>>

interface PlainPool extends Omit<Pool, 'mentees' | 'mentors' | 'on'> {
  readonly mentees: readonly Plain<Member>[]
  readonly mentors: readonly Plain<Pool['mentors'][number]>[]
  readonly on: string
}

/** A proposal with its people by their position in the pool. */
interface Found extends Omit<Proposal, 'pairs' | 'leftOver'> {
  readonly pairs: readonly At<Proposal['pairs'][number]>[]
  readonly leftOver: readonly At<Proposal['leftOver'][number]>[]
}

type At<Of> = { readonly [Key in keyof Of]: Key extends 'mentee' | 'mentor' ? number : Of[Key] }

const atOnce = 500

/** Parts so small that each takes a millisecond or two to send. */
export function* partsOf({ mentees, mentors, on, ...rest }: Pool): Generator<Part> {
  yield { ...rest, on: on.toString() }
  for (let at = 0; at < mentees.length; at += atOnce)
    yield { mentees: mentees.slice(at, at + atOnce).map(plain) }
  for (let at = 0; at < mentors.length; at += atOnce)
    yield { mentors: mentors.slice(at, at + atOnce).map(plain) }
}

export function gather(parts: readonly Part[]): PlainPool {
  const rest = parts.find((part) => 'on' in part)
  if (!rest) throw new Error('the rules of the pool were not sent')
  return {
    ...rest,
    mentees: parts.flatMap((part) => ('mentees' in part ? part.mentees : [])),
    mentors: parts.flatMap((part) => ('mentors' in part ? part.mentors : [])),
  }
}

export function fromPlain(pool: PlainPool): Pool {
  const { mentees, mentors, on } = pool
  return {
    ...pool,
    mentees: mentees.map(dated),
    mentors: mentors.map(dated),
    on: Temporal.PlainDate.from(on),
  }
}

function plain<Of extends Member>(member: Of): Plain<Of> {
  const { registeredOn, joinedOn, trainedOn } = member
  return {
    ...member,
    registeredOn: registeredOn?.toString(),
    joinedOn: joinedOn?.toString(),
    trainedOn: trainedOn?.toString(),
  }
}

function dated<Of extends Member>(member: Plain<Of>): Of {
  const date = (written: string | undefined) => written && Temporal.PlainDate.from(written)
  return {
    ...member,
    registeredOn: date(member.registeredOn),
    joinedOn: date(member.joinedOn),
    trainedOn: date(member.trainedOn),
  } as unknown as Of
}

export function toFound({ mentees, mentors }: Pool, proposal: Proposal): Found {
  const { pairs, leftOver, ...rest } = proposal
  const menteeAt = new Map(mentees.map((member, position) => [member, position]))
  const mentorAt = new Map(mentors.map((member, position) => [member, position]))
  const at = <Of extends Member>(positions: ReadonlyMap<Of, number>, member: Of) =>
    positions.get(member) ?? -1
  return {
    ...rest,
    pairs: pairs.map((pair) => ({
      ...pair,
      mentee: at(menteeAt, pair.mentee),
      mentor: at(mentorAt, pair.mentor),
    })),
    leftOver: leftOver.map((one) => ({ ...one, mentee: at(menteeAt, one.mentee) })),
  }
}

export function fromFound({ mentees, mentors }: Pool, found: Found): Proposal {
  return {
    ...found,
    pairs: found.pairs.flatMap(({ mentee: menteeAt, mentor: mentorAt, ...pair }) => {
      const [mentee, mentor] = [mentees[menteeAt], mentors[mentorAt]]
      return mentee && mentor ? [{ ...pair, mentee, mentor }] : []
    }),
    leftOver: found.leftOver.flatMap(({ mentee: menteeAt, ...one }) => {
      const mentee = mentees[menteeAt]
      return mentee ? [{ ...one, mentee }] : []
    }),
  }
}
