import type { BriefedSide, BriefingCard } from './card.ts'
import { menteeCards } from './mentee-cards.ts'
import { mentorCards } from './mentor-cards.ts'

/** How far somebody has come on one side: what they chose, by card. */
export interface Briefing {
  readonly side: BriefedSide
  readonly chosen: Readonly<Record<string, string>>
  /** When they last confirmed; walking through the cards again takes nothing of it back. */
  readonly confirmedAt?: Temporal.Instant
}

export function cardsFor(side: BriefedSide): readonly BriefingCard[] {
  return side === 'mentor' ? mentorCards : menteeCards
}

/** The card that comes next, counted from 1; undefined once all have been walked through. */
export function nextCard({
  side,
  chosen,
}: Pick<Briefing, 'side' | 'chosen'>): { readonly card: BriefingCard; readonly number: number } | undefined {
  const cards = cardsFor(side)
  const at = cards.findIndex(({ id, answers }) => !answers.some((answer) => answer.id === chosen[id]))
  const card = cards[at]
  return card && { card, number: at + 1 }
}

/** How many cards were walked through. */
export function walkedThrough({ side, chosen }: Pick<Briefing, 'side' | 'chosen'>): number {
  return cardsFor(side).filter(({ id, answers }) => answers.some((answer) => answer.id === chosen[id])).length
}

/** With what was chosen at a card; undefined where there is no such card or answer. */
export function withChoice(
  briefing: Briefing,
  { card, answer }: { readonly card: string; readonly answer: string },
): { readonly briefing: Briefing; readonly back: string } | undefined {
  const found = cardsFor(briefing.side).find(({ id }) => id === card)
  const chosen = found?.answers.find(({ id }) => id === answer)
  if (!found || !chosen) return undefined
  const known = new Set(cardsFor(briefing.side).map(({ id }) => id))
  const kept = Object.entries(briefing.chosen).filter(([id]) => known.has(id))
  return {
    briefing: { ...briefing, chosen: { ...Object.fromEntries(kept), [card]: answer } },
    back: chosen.back,
  }
}

/** The sides on which somebody with this role is briefed; none in a peer program, where nobody mentors anybody. */
export function sidesToBrief(place: {
  readonly role: 'mentor' | 'mentee' | 'both'
  readonly isPeer: boolean
}): readonly BriefedSide[] {
  if (place.isPeer) return []
  return place.role === 'both' ? ['mentor', 'mentee'] : [place.role]
}
