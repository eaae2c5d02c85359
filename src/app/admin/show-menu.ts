import { adminMenu, coordinatorsOnly } from '../../core/digest/admin-messages.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { askForRoster } from '../../core/people/roster-messages.ts'
import { openRequestsFor } from '../help-case/handle-request.ts'
import { programsCoordinatedBy } from '../program/coordinators.ts'
import type { Turn } from '../turn.ts'

/** `admin`: everything a coordinator can do. */
export async function showAdminMenu({ scope, person }: Turn): Promise<Outcome> {
  const programs = (await programsCoordinatedBy(scope, person)).map(({ program }) => program)
  if (programs.length === 0) return { kind: 'show', message: coordinatorsOnly }
  const requests = (await openRequestsFor(scope, person)).length
  return { kind: 'show', message: adminMenu(programs, { locale: person.locale, requests }) }
}

/** `admin import`: how to send the roster. */
export async function askRoster({ scope, person }: Turn): Promise<Outcome> {
  const programs = (await programsCoordinatedBy(scope, person)).map(({ program }) => program)
  return { kind: 'show', message: programs.length > 0 ? askForRoster(programs) : coordinatorsOnly }
}
