import type { LeftOut } from './rounds.ts'

/** What a coordinator is told of somebody's place in a round that there is not. */
interface Known {
  /** Others who take part. */
  readonly others: number
  /** Of these, from how many a rule keeps them apart that everybody may know. */
  readonly apart: number
}

/**
 * Why somebody is in no group, without a full stop. Where somebody's own list has a part in it, the words are those for
 * people whom others needed.
 */
export function leftOutWords({ why }: Pick<LeftOut, 'why'>, { others, apart }: Known): string {
  if (why === 'alone' || others === 0) return 'nobody else takes part'
  if (why === 'kept-apart' && apart === others)
    return others === 1
      ? 'a rule keeps them apart from the only other person'
      : `a rule keeps them apart from all ${others} others (line managers, never-with lists, the program’s own rules)`
  return 'whom they may meet is needed by somebody else this time'
}
