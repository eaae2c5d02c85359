import type { Outcome } from '../../core/message/intent.ts'
import { otherOf } from '../../core/pair/pair.ts'
import { rematchByRounds, rematchOffered, rematchOffersSent } from '../../core/pair/rematch-messages.ts'
import { availabilityOf, type Person, todayOf } from '../../core/people/person.ts'
import { nextFit } from '../../core/time/slot.ts'
import { audit } from '../../store/audit.ts'
import { enrollmentsOfPeople } from '../../store/enrollments.ts'
import { queue } from '../../store/outbox.ts'
import type { Scope } from '../../store/scope.ts'
import { firstNameOf } from '../checkin/load-nudged.ts'
import type { Turn } from '../turn.ts'
import { toPerson } from '../write-to.ts'
import { type CoordinatedPair, findCoordinatedPair } from './find-pair.ts'

/** A coordinator asks both of a pair whether they would like another match: each once a day at most, at a fitting hour. */
export async function offerRematch(turn: Turn): Promise<Outcome> {
  const { scope, person } = turn
  const found = await findCoordinatedPair(turn)
  if ('not' in found) return { kind: 'show', message: found.not }
  const { pair, stored } = found
  if (stored.program.type === 'peer') return { kind: 'show', message: rematchByRounds(stored.program.name) }

  const asked: string[] = []
  for (const one of await takingPart(scope, found)) {
    if (await offer(scope, found, one)) asked.push(one.name)
  }
  const details = { people: asked.length }
  await audit(scope, { actor: person.id, action: 'pair.rematch-offer', subject: pair.id, details })
  return { kind: 'show', message: rematchOffersSent(asked, person.locale) }
}

/** Whoever is on a break or has left is left in peace. */
async function takingPart(scope: Scope, { two, stored }: CoordinatedPair): Promise<Person[]> {
  const places = await enrollmentsOfPeople(
    scope,
    two.map(({ id }) => id),
  )
  return two.filter(({ id }) =>
    places.some(
      ({ personId, programId, state }) => personId === id && programId === stored.id && state === 'active',
    ),
  )
}

/** Whether they had not been asked today. */
async function offer(
  scope: Scope,
  { pair, stored: { program }, two }: CoordinatedPair,
  person: Person,
): Promise<boolean> {
  const after = nextFit({ instant: scope.now, availability: availabilityOf(person, program.blackouts) })
  const message = rematchOffered({
    firstName: firstNameOf(person),
    pairId: pair.id,
    other: two.find(({ id }) => id === otherOf(pair, person.id))?.name ?? '',
    program: program.name,
  })
  const entries = toPerson(person, {
    key: `pair:${pair.id}:rematch-offer:${todayOf(person, scope.now)}:${person.id}`,
    repeat: 'once',
    message,
    ...(after && { after }),
  })
  return (await queue(scope, entries)) > 0
}
