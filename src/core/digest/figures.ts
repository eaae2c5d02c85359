import { z } from 'zod'

const count = z.int().min(0)

/** What a digest says in numbers, as it is kept so that the next one can name the change. */
export const figuresSchema = z.object({
  pairs: count,
  /** Active pairs that met in the period. */
  met: count,
  /** Pairs that ended in the period. */
  ended: count,
  /** Check-ins opened in the period, and how many of them are answered. */
  opened: count,
  answered: count,
  /** Open goals of active pairs by their status, and goals reached in the period. */
  onTrack: count,
  atRisk: count,
  offTrack: count,
  reached: count,
  /** Thanks said in the period that may be counted; digests of before this was counted have none. */
  thanks: count.default(0),
  /** Pairs that need attention, and those left out because a coordinator snoozed them. */
  attention: count,
  snoozed: count,
  withoutPair: count,
})

export type Figures = z.infer<typeof figuresSchema>
