import type { Measure } from './goal.ts'

/** What the bot asks back about a goal: it never says how to put it. */
export type Advice =
  | 'in-your-hands'
  | 'one-thing'
  | 'how-will-you-know'
  | 'more-of-it'
  | 'what-is-counted'
  | 'why'
  | 'first-step'
  | 'far-away'
  | 'half-way'

/** The first step of the wizard: what it is and how it is measured. */
interface What {
  readonly title: string
  readonly measure: Measure
  readonly unit?: string
}

/** The second: how, why and by when. */
interface Way {
  readonly attainable?: string
  readonly relevant?: string
  readonly today: Temporal.PlainDate
  readonly dueOn: Temporal.PlainDate
  readonly milestones: number
}

/** A year is a long time to wait for the first good news. */
const FAR_DAYS = 366
/** From here on something on the way helps to see whether one is under way. */
const LONG_DAYS = 90

// The rules read English; goals in other languages simply hear fewer questions.
const OTHERS =
  /\b(my (manager|boss|team|colleagues?|supervisor|matron|consultant|mentor|ward)( will| to|'s|’s| should| must| gives?| lets?| stops?)|(be|get) (promoted|chosen|selected|appointed|accepted|picked)|get a promotion|(they|everybody|everyone|people|others) (will|should|must|have to|need to)|depends on|up to (my|the|others))\b/i
const VAGUE =
  /\b(improve|improving|better|get good|be good|become good|more (confident|confidence|organi[sz]ed|assertive|patient|visible)|learn|understand|know more|work on|try|develop|grow|feel|enhance|communicate|cope|deal with|think about)\b/i
const SEVERAL = /\b(and|as well as|plus)\b|[;&]/gi
const ONE_SHORT_WORD = /^[\p{Script=Latin}\d]{1,14}[.!]?$/u
/** Pictures, dots or digits alone say nothing that two people could look at together. */
const NO_WORD = /^\P{L}*$/u

/** At most one question about what somebody wants to reach; undefined where it is clear enough. */
export function adviceOnWhat({ title, measure, unit }: What): Advice | undefined {
  const words = title.trim()
  if (OTHERS.test(words)) return 'in-your-hands'
  if ((words.match(SEVERAL)?.length ?? 0) >= 2) return 'one-thing'
  if (measure === 'yes-no' && VAGUE.test(words)) return 'how-will-you-know'
  if (ONE_SHORT_WORD.test(words) || NO_WORD.test(words)) return 'more-of-it'
  return measure !== 'yes-no' && unit === undefined ? 'what-is-counted' : undefined
}

/** At most one question about the way there. */
export function adviceOnWay({ attainable, relevant, today, dueOn, milestones }: Way): Advice | undefined {
  if (relevant === undefined) return 'why'
  if (attainable === undefined) return 'first-step'
  if (OTHERS.test(attainable)) return 'in-your-hands'
  const days = today.until(dueOn, { largestUnit: 'day' }).days
  if (days > FAR_DAYS) return 'far-away'
  return days > LONG_DAYS && milestones === 0 ? 'half-way' : undefined
}
