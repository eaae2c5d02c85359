import { type Company, tieOf } from './company.ts'

/**
 * The rounds in which an even number of people all meet, each two once (the circle method of tournaments, Kirkman 1847):
 * the last one keeps their seat, the others move on by one.
 */
function circleRounds(size: number): readonly (readonly [number, number])[][] {
  const moving = size - 1
  return Array.from({ length: moving }, (_, round) => [
    [round, moving] as const,
    ...Array.from({ length: size / 2 - 1 }, (__, step) => {
      const [one, other] = [(round + step + 1) % moving, (round - step - 1 + moving) % moving]
      return [Math.min(one, other), Math.max(one, other)] as const
    }),
  ])
}

/**
 * The rounds of the circle that are still to come, where whoever met has met in whole rounds of it: then every two meet
 * before anybody meets again. Undefined where something else has been between them.
 */
export function roundsToCome(company: Company): readonly (readonly [number, number])[][] | undefined {
  if (company.size % 2 === 1) return undefined
  const rounds = circleRounds(company.size)
  const toCome = rounds.filter((round) => round.every(([one, other]) => tieOf(company, one, other) === 0))
  const isWhole = rounds.every(
    (round) => toCome.includes(round) || round.every(([one, other]) => tieOf(company, one, other) > 0),
  )
  return isWhole && toCome.length > 0 ? toCome : undefined
}
