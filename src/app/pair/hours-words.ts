import { sumWords } from '../../core/pair/correction-messages.ts'
import { meetingSumsOf } from '../../store/meeting-sums.ts'
import type { Scope } from '../../store/scope.ts'

/** The latest of what there may be over many years. */
const MOST_SUMS = 6

/** What the person's meetings add up to, a sentence for each program and year, the latest first. */
export async function hoursWords(scope: Scope, personId: string): Promise<string[]> {
  const sums = await meetingSumsOf(scope, personId)
  return sums.slice(0, MOST_SUMS).map(sumWords)
}
