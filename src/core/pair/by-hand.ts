import { formatMoment } from '../time/dates.ts'

/** Who pairs by hand is at a command line or a page, whose language is this one. */
const LOCALE = 'en-GB'

/** One of the two, as far as pairing by hand asks. */
export interface Candidate {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly managerEmail?: string
  /** Their place in the program; undefined if they have none. */
  readonly place:
    | { readonly role: 'mentor' | 'mentee' | 'both'; readonly state: string; readonly declined: boolean }
    | undefined
  /** E-mails on the coordinator's never-with list. */
  readonly neverWith: readonly string[]
}

export interface WishedPair {
  readonly program: string
  readonly mentor: Candidate & { readonly capacity: number; readonly mentees: number }
  readonly mentee: Candidate
  readonly alreadyPaired: boolean
  /** Somebody's own list stands between the two: told in the words for a full mentor, and never as what it is. */
  readonly isApart: boolean
}

/** Why two people cannot be a pair. `overridable`: a coordinator may decide so all the same, with a reason. */
export interface Objection {
  readonly problem: string
  readonly overridable: boolean
}

/** Everything that speaks against pairing these two by hand; empty if nothing does. */
export function objectionsTo(wish: WishedPair): Objection[] {
  const { mentor, mentee, program } = wish
  if (mentor.id === mentee.id) return [never('A person cannot be their own mentor')]
  const places = [...placeProblems(mentor, 'mentor', program), ...placeProblems(mentee, 'mentee', program)]
  const paired = wish.alreadyPaired
    ? [`${mentor.name} and ${mentee.name} are a pair in ${program} already`]
    : []
  return [...[...places, ...paired].map(never), ...softProblems(wish).map(overridable)]
}

/** Somebody of a new pair who has not been told yet what is kept, and when their first check-in brings it. */
export interface ToldLater {
  readonly name: string
  readonly at: Temporal.Instant
}

/** Says to whoever paired them why nothing is heard of these people for now; in the zone of their program. */
export function describeToldLater(people: readonly ToldLater[], zone: string): string[] {
  const moments = Map.groupBy(people, ({ at }) => formatMoment(at, zone, LOCALE))
  return [...moments].map(([moment, together]) => {
    const names = new Intl.ListFormat(LOCALE).format(together.map(({ name }) => name))
    return together.length === 1
      ? `${names} hears of it on ${moment}: the first check-in comes with the notice of what is kept and who reads it, and answering is joining.`
      : `${names} hear of it on ${moment}: their first check-in comes with the notice of what is kept and who reads it, and answering is joining.`
  })
}

function placeProblems({ name, place }: Candidate, side: 'mentor' | 'mentee', program: string): string[] {
  if (!place) return [`${name} is not in ${program}: import them into it first`]
  if (place.state === 'left') return [`${name} has left ${program}`]
  if (place.state === 'invited' && place.declined) {
    return [`${name} has said “not now” to ${program}; they can join at any time by themselves`]
  }
  return place.role === side || place.role === 'both'
    ? []
    : [`${name} is in ${program} as ${place.role} only`]
}

function softProblems({ mentor, mentee, isApart }: WishedPair): string[] {
  const full = mentor.mentees >= mentor.capacity || isApart
  const manages = mentee.managerEmail === mentor.email
  const apart = mentor.neverWith.includes(mentee.email) || mentee.neverWith.includes(mentor.email)
  return [
    ...(full ? [`${mentor.name} is not free this time`] : []),
    ...(manages ? [`${mentor.name} is the line manager of ${mentee.name}`] : []),
    ...(apart ? [`${mentor.name} and ${mentee.name} stand on a never-with list`] : []),
  ]
}

function never(problem: string): Objection {
  return { problem, overridable: false }
}

function overridable(problem: string): Objection {
  return { problem, overridable: true }
}
