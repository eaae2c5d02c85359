import { type Signing, signingOf } from '../../core/agreement/agreement.ts'
import { agreementGone } from '../../core/agreement/messages.ts'
import type { Reading } from '../../core/agreement/text-messages.ts'
import type { Message } from '../../core/message/message.ts'
import { otherOf, type Pair, sideOf } from '../../core/pair/pair.ts'
import type { Person } from '../../core/people/person.ts'
import type { Program } from '../../core/program/program.ts'
import { agreementsOfPairs } from '../../store/agreements.ts'
import { lockPair } from '../../store/meetings.ts'
import { pairById } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import type { Turn } from '../turn.ts'

/** A pair's agreement as one of the two sees it. */
export interface FoundSigning {
  readonly pair: Pair
  readonly person: Person
  readonly other: Person
  readonly program: Program
  readonly signing: Signing
  readonly reading: Reading
}

/**
 * The agreement of the pair that a press or form names, or what to say instead: an id in a payload proves nothing. It is
 * this transaction's until it ends, so that of two who confirm or change at once the second sees what is now.
 */
export async function findSigning({
  scope,
  person,
  about: [pairId = ''],
}: Pick<Turn, 'scope' | 'person' | 'about'>): Promise<FoundSigning | { readonly refusal: Message }> {
  await lockPair(scope, pairId)
  const pair = await pairById(scope, pairId)
  if (pair?.state !== 'active' || !sideOf(pair, person.id)) return { refusal: agreementGone }
  return (await signingFor(scope, pair, person)) ?? { refusal: agreementGone }
}

/** The same of a pair that is known, for one of its two. Undefined between peers, who sign nothing. */
export async function signingFor(
  scope: Scope,
  pair: Pair,
  person: Person,
): Promise<FoundSigning | undefined> {
  const side = sideOf(pair, person.id)
  const [other] = await peopleById(scope, [otherOf(pair, person.id)])
  const [stored] = await programsById(scope, [pair.programId])
  if (!side || !other || !stored || stored.program.type === 'peer') return undefined
  return {
    pair,
    person,
    other,
    program: stored.program,
    signing: signingOf(await agreementsOfPairs(scope, [pair.id])),
    reading: readingOf(pair, person, other),
  }
}

/** How this person reads the pair's agreement. */
export function readingOf(pair: Pair, person: Person, other: Person): Reading {
  const { locale, zone } = person
  return { pairId: pair.id, side: sideOf(pair, person.id) ?? 'mentee', other: other.name, locale, zone }
}
