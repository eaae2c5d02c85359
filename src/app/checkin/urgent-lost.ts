import { urgentNotDelivered } from '../../core/checkin/urgent-messages.ts'
import { checkInById } from '../../store/check-ins.ts'
import { isAnyUnderWay, queue } from '../../store/outbox.ts'
import { personById } from '../../store/people.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { toPerson } from '../write-to.ts'

/** Tells the author of an urgent request, once, that no coordinator got it: they were told that it is on its way. */
export async function tellUrgentLost(scope: Scope, checkInId: string): Promise<void> {
  if (await isAnyUnderWay(scope, `urgent:${checkInId}:`)) return
  const checkIn = await checkInById(scope, checkInId)
  const author = checkIn && (await personById(scope, checkIn.personId))
  const [stored] = checkIn ? await programsById(scope, [checkIn.programId]) : []
  if (!author || !stored) return
  const message = urgentNotDelivered(stored.program.routes)
  await queue(scope, toPerson(author, { key: `urgent-lost:${checkInId}`, message, repeat: 'once' }))
}
