import type { Asked } from './offer.ts'

/** What keeps two from becoming a pair although they were offered to one another. */
export type Hindrance =
  | { readonly kind: 'over' }
  /** Left, on a break, or not joined. */
  | { readonly kind: 'away'; readonly who: Asked }
  | { readonly kind: 'has-mentor' }
  | { readonly kind: 'full' }
  /** `rule`: as coordinators are told it. */
  | { readonly kind: 'rule'; readonly rule: string }
  /** Somebody's own list stands between them: told as a rule to the two, and as a full mentor to coordinators. */
  | { readonly kind: 'apart' }

interface Named {
  readonly mentor: string
  readonly mentee: string
  readonly program: string
}

/** As the one of the two who said yes is told it, without a full stop: no rule is named, it may be somebody's list. */
export function describeToAsked(
  hindrance: Hindrance,
  { mentor, mentee, program }: Named,
  side: Asked,
): string {
  switch (hindrance.kind) {
    case 'over':
      return `${program} is over`
    case 'away':
      if (hindrance.who === side) return `you are not taking part in ${program} at the moment`
      return `${side === 'mentor' ? mentee : mentor} is not taking part in ${program} at the moment`
    case 'has-mentor':
      return side === 'mentor' ? `${mentee} has a mentor by now` : `you have a mentor in ${program} by now`
    case 'full':
      return side === 'mentor' ? 'you have no place left' : `${mentor} has no place left`
    case 'rule':
    case 'apart':
      return `the rules of ${program} do not allow it any more`
  }
}

/** As coordinators are told it, without a full stop. */
export function describeToCoordinator(hindrance: Hindrance, { mentor, mentee, program }: Named): string {
  switch (hindrance.kind) {
    case 'over':
      return `${program} is over`
    case 'away':
      return `${hindrance.who === 'mentor' ? mentor : mentee} is not taking part at the moment`
    case 'has-mentor':
      return `${mentee} has a mentor by now`
    case 'full':
    case 'apart':
      return `${mentor} is not free this time`
    case 'rule':
      return hindrance.rule
  }
}
