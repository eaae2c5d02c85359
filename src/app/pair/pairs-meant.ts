import type { Message } from '../../core/message/message.ts'
import type { Turn } from '../turn.ts'
import { type Companion, companionIn, companionsOf } from './companions.ts'

export type PairsMeant =
  | { readonly companions: readonly [Companion, ...Companion[]] }
  | { readonly refusal: Message }

/** The active pair that a press or form names by its id, else all that the person is in; or what to say instead. */
export async function pairsMeant(
  { scope, person }: Pick<Turn, 'scope' | 'person'>,
  pairId: string | undefined,
  words: { readonly none: Message; readonly gone: Message },
): Promise<PairsMeant> {
  const named = pairId === undefined ? undefined : await companionIn(scope, person.id, pairId)
  if (pairId !== undefined && !named) return { refusal: words.gone }
  const [first, ...more] = named ? [named] : await companionsOf(scope, person.id)
  return first ? { companions: [first, ...more] } : { refusal: words.none }
}
