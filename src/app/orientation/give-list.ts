import { orientationMessage } from '../../core/orientation/messages.ts'
import { listOf } from '../../core/orientation/orientation.ts'
import type { Pair } from '../../core/pair/pair.ts'
import { availabilityOf, type Person } from '../../core/people/person.ts'
import { orientationPoints } from '../../core/program/orientation.ts'
import type { Program } from '../../core/program/program.ts'
import { nextFit } from '../../core/time/slot.ts'
import { ticksOf } from '../../store/orientation-ticks.ts'
import { queue } from '../../store/outbox.ts'
import type { Scope } from '../../store/scope.ts'
import { toPerson } from '../write-to.ts'

/** The entry by which a person was sent the list of a pair. */
export function keyOfList(pairId: string, personId: string): string {
  return `orientation:${pairId}:list:${personId}`
}

/** Sends both of a newcomer's pair their list, once, at an hour that suits each; nothing where the program has none. */
export async function giveList(
  scope: Scope,
  { pair, program, people }: { pair: Pair; program: Program; people: readonly Person[] },
): Promise<void> {
  const points = orientationPoints(program)
  if (points.length === 0) return
  const list = listOf(points, await ticksOf(scope, pair.id))
  const entries = people.flatMap((person) => {
    const other = people.find(({ id }) => id !== person.id)?.name ?? ''
    const after = nextFit({ instant: scope.now, availability: availabilityOf(person, program.blackouts) })
    const message = orientationMessage({ pairId: pair.id, other, list })
    return toPerson(person, {
      key: keyOfList(pair.id, person.id),
      repeat: 'once',
      message,
      ...(after && { after }),
    })
  })
  await queue(scope, entries)
}
