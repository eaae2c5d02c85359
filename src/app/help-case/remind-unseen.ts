import { unseenReminder } from '../../core/help-case/coordinator-messages.ts'
import type { HelpCase } from '../../core/help-case/help-case.ts'
import { availabilityOf } from '../../core/people/person.ts'
import { nextFit } from '../../core/time/slot.ts'
import { dateAt } from '../../core/time/wall-clock.ts'
import { setCaseNext, takeDueCases } from '../../store/help-cases.ts'
import { queue } from '../../store/outbox.ts'
import type { Scope } from '../../store/scope.ts'
import { carryOutDue, oneByOne } from '../carry-out-due.ts'
import type { World } from '../world.ts'
import { toPerson } from '../write-to.ts'
import { loadCase, reachable } from './load-case.ts'

const BATCH = 50

/** Reminds the coordinators, once, of requests that none of them has seen. */
export async function remindUnseen(world: World, organizationId: string): Promise<void> {
  await carryOutDue(world, organizationId, {
    batch: BATCH,
    carryOut: oneByOne(takeDueCases, remind),
    putOff: setCaseNext,
  })
}

async function remind(scope: Scope, request: HelpCase): Promise<void> {
  await setCaseNext(scope, request.id, undefined)
  const loaded = request.state === 'open' ? await loadCase(scope, request) : undefined
  if (!loaded) return
  const { author, about, program } = loaded
  const entries = reachable(loaded.readers).flatMap((reader) => {
    const since = dateAt(request.openedAt, reader.zone)
    const message = unseenReminder({
      id: request.id,
      author: author.name,
      about,
      since,
      locale: reader.locale,
    })
    const after = nextFit({ instant: scope.now, availability: availabilityOf(reader, program.blackouts) })
    const key = `help-remind:${request.id}:${dateAt(scope.now, 'UTC')}:${reader.id}`
    return toPerson(reader, { key, message, ...(after && { after }) })
  })
  await queue(scope, entries)
}
