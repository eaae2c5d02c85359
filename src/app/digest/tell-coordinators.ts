import type { Message } from '../../core/message/message.ts'
import type { Person } from '../../core/people/person.ts'
import type { Program } from '../../core/program/program.ts'
import { queue } from '../../store/outbox.ts'
import type { Scope } from '../../store/scope.ts'
import { coordinatorsOf } from '../program/coordinators.ts'
import { toPerson } from '../write-to.ts'

/** Writes to the program's coordinators in person, each once for the same key; `but` leaves some out. */
export async function tellCoordinators(
  scope: Scope,
  program: Pick<Program, 'coordinators'>,
  told: { key: string; message: Message; but?: (coordinator: Person) => boolean },
): Promise<void> {
  const { key, message, but } = told
  const coordinators = (await coordinatorsOf(scope, program)).filter((person) => !but?.(person))
  await queue(
    scope,
    coordinators.flatMap((person) =>
      toPerson(person, { key: `${key}:${person.id}`, message, repeat: 'once' }),
    ),
  )
}
