import { z } from 'zod'
import { type RatingMoment, type Ratings, ratingMoments, type SkillRating } from '../core/skills/skills.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'
import type { SealPlace } from './sealed.ts'

interface Rater {
  readonly pairId: string
  readonly personId: string
}

const shape = z.array(z.object({ skill: z.string(), rating: z.number() }))

/** What a person gave their own skills in a pair, by moment. Nobody else reads it. */
export async function ratingsOf(scope: Scope, rater: Rater): Promise<Ratings> {
  const rows = await scope.tx.skillRating.findMany({
    where: { ...rater, organizationId: scope.organizationId },
  })
  return openAll(scope, rater, rows)
}

/** What all mentees of a program gave their skills, by pair: for averages alone. */
export async function ratingsInProgram(
  scope: Scope,
  programId: string,
): Promise<{ readonly personId: string; readonly ratings: Ratings }[]> {
  const { organizationId } = scope
  const pairs = await scope.tx.pair.findMany({ where: { programId, organizationId }, select: { id: true } })
  const rows = await scope.tx.skillRating.findMany({
    where: { pairId: { in: pairs.map(({ id }) => id) }, organizationId },
  })
  const byRater = Map.groupBy(rows, ({ pairId, personId }) => `${pairId}:${personId}`)
  return [...byRater.values()].flatMap((own) => {
    const [first] = own
    return first ? [{ personId: first.personId, ratings: openAll(scope, first, own) }] : []
  })
}

function openAll(
  scope: Scope,
  rater: Rater,
  rows: readonly { readonly moment: string; readonly sealed: Uint8Array }[],
): Ratings {
  return Object.fromEntries(
    rows.flatMap(({ moment: written, sealed }) => {
      const moment = ratingMoments.find((one) => one === written)
      if (!moment) return []
      return [[moment, shape.parse(JSON.parse(scope.seal.open(sealed, placeOf(rater, moment))))] as const]
    }),
  )
}

/** When a person first rated each moment in a pair. */
export async function ratedAt(
  scope: Scope,
  rater: Rater,
): Promise<Partial<Record<RatingMoment, Temporal.Instant>>> {
  const rows = await scope.tx.skillRating.findMany({
    where: { ...rater, organizationId: scope.organizationId },
    select: { moment: true, at: true },
  })
  return Object.fromEntries(rows.map(({ moment, at }) => [moment, toInstant(at)]))
}

/** The pair in which somebody last rated their skills; undefined where they never did. */
export async function ratedPairOf(scope: Scope, personId: string): Promise<string | undefined> {
  const row = await scope.tx.skillRating.findFirst({
    where: { personId, organizationId: scope.organizationId },
    orderBy: { at: 'desc' },
    select: { pairId: true },
  })
  return row?.pairId
}

/** Keeps the ratings of one moment; those given before for it are put right. */
export async function saveRatings(
  scope: Scope,
  { moment, ratings, ...rater }: Rater & { moment: RatingMoment; ratings: readonly SkillRating[] },
): Promise<void> {
  const sealed = scope.seal.seal(JSON.stringify(ratings), placeOf(rater, moment))
  const at = fromInstant(scope.now)
  await scope.tx.skillRating.upsert({
    where: { pairId_personId_moment: { ...rater, moment }, organizationId: scope.organizationId },
    create: { ...rater, organizationId: scope.organizationId, moment, sealed, at },
    update: { sealed },
  })
}

function placeOf({ pairId, personId }: Rater, moment: RatingMoment): SealPlace {
  return { table: 'skill_ratings', row: `${pairId}:${personId}:${moment}`, column: 'sealed' }
}
