import { type Briefing, nextCard, sidesToBrief } from '../../core/briefing/briefing.ts'
import type { BriefedSide } from '../../core/briefing/card.ts'
import { cardMessage, confirmMessage, doneMessage } from '../../core/briefing/messages.ts'
import type { Message } from '../../core/message/message.ts'
import type { Enrollment } from '../../core/people/enrollment.ts'
import { routesBlocks } from '../../core/people/notice.ts'
import type { Program } from '../../core/program/program.ts'
import { formatDate } from '../../core/time/dates.ts'
import { briefingsOf } from '../../store/briefings.ts'
import { isOver, ownPlace, programsOf, type TakingPart } from '../people/taking-part.ts'
import type { Turn } from '../turn.ts'

/** A person's place in a program, and how far they have come with its cards on each side that is theirs. */
export interface BriefedPlace extends TakingPart {
  readonly briefings: readonly Briefing[]
}

/** The places in which this person is briefed. */
export async function placesToBrief(turn: Turn): Promise<BriefedPlace[]> {
  const places = await programsOf(turn.scope, turn.person.id)
  return withBriefings(
    turn,
    places.filter((place) => mayBeBriefed(turn, place)),
  )
}

/** The place that a button speaks of, if it is this person's and they are briefed there. */
export async function placeToBrief(turn: Turn): Promise<BriefedPlace | undefined> {
  const place = await ownPlace(turn)
  if (!place || !mayBeBriefed(turn, place)) return undefined
  const [found] = await withBriefings(turn, [place])
  return found
}

/** The side that a button speaks of, if it is one of this place's. */
export function briefingOn(place: BriefedPlace, side: string | undefined): Briefing | undefined {
  return place.briefings.find((briefing) => briefing.side === side)
}

/** What is still to be confirmed, or else is being walked through again. */
export function briefingToGoOn({ briefings }: BriefedPlace): Briefing | undefined {
  return briefings.find(({ confirmedAt }) => !confirmedAt) ?? briefings.find((one) => nextCard(one))
}

/** What stands next on a side: the card, or the question whether they confirm. `back`: a sentence to the card before. */
export function nextStep(place: BriefedPlace, briefing: Briefing, back?: string): Message {
  const { enrollment, program } = place
  const next = nextCard(briefing)
  const shared = { enrollmentId: enrollment.id, side: briefing.side, back }
  return next
    ? cardMessage({ ...shared, ...next, routes: routesBlocks(program.routes) })
    : confirmMessage({ ...shared, program: program.name })
}

/** Where this place stands: its next card, or that all is confirmed. */
export function standingMessage({ person }: Turn, place: BriefedPlace): Message {
  const { enrollment, program, briefings } = place
  const open = briefingToGoOn(place)
  if (open) return nextStep(place, open)
  const confirmed = briefings.flatMap(({ confirmedAt }) => confirmedAt ?? [])
  const last = confirmed.toSorted(Temporal.Instant.compare).at(-1)
  const day = last?.toZonedDateTimeISO(person.zone).toPlainDate()
  return doneMessage({
    program: program.name,
    confirmedOn: day ? formatDate(day, person.locale) : '',
    sides: briefings.map(({ side }) => side),
    enrollmentId: enrollment.id,
  })
}

/** The sides that are this place's. */
export function sidesOf({ enrollment, program }: TakingPart): readonly BriefedSide[] {
  return sidesToBrief({ role: enrollment.role, isPeer: program.type === 'peer' })
}

function mayBeBriefed({ person, scope }: Turn, place: { enrollment: Enrollment; program: Program }): boolean {
  const { state } = place.enrollment
  const takesPart = state === 'active' || state === 'paused'
  return takesPart && sidesOf(place).length > 0 && !isOver(place.program, person, scope.now)
}

async function withBriefings({ scope }: Turn, places: readonly TakingPart[]): Promise<BriefedPlace[]> {
  const begun = await briefingsOf(
    scope,
    places.map(({ enrollment }) => enrollment.id),
  )
  return places.map((place) => ({
    ...place,
    briefings: sidesOf(place).map((side): Briefing => {
      const known = begun.find((one) => one.enrollmentId === place.enrollment.id && one.side === side)
      return known ?? { side, chosen: {} }
    }),
  }))
}
