import { requestNotDelivered } from '../../core/help-case/messages.ts'
import { caseById } from '../../store/help-cases.ts'
import { isAnyUnderWay, queue } from '../../store/outbox.ts'
import type { Scope } from '../../store/scope.ts'
import { toPerson } from '../write-to.ts'
import { loadCase } from './load-case.ts'

/** Tells the author of an urgent request, once, that no coordinator got it: they were told that it is on its way. */
export async function tellUrgentLost(scope: Scope, caseId: string): Promise<void> {
  if (await isAnyUnderWay(scope, `urgent:${caseId}:`)) return
  const request = await caseById(scope, caseId)
  const loaded = request?.state === 'open' ? await loadCase(scope, request) : undefined
  if (!loaded) return
  const message = requestNotDelivered(loaded.program.routes)
  await queue(scope, toPerson(loaded.author, { key: `urgent-lost:${caseId}`, message, repeat: 'once' }))
}
