import type { Outcome } from '../../core/message/intent.ts'
import { helpMessage } from '../../core/overview/help-messages.ts'
import { programsConcerning } from '../../store/overview.ts'
import type { Turn } from '../turn.ts'

/** `help`: what this person can do; coordinators read theirs, too. */
export async function showHelp({ scope, person }: Turn): Promise<Outcome> {
  const programs = await programsConcerning(scope, person)
  const isCoordinator = programs.some(({ coordinates }) => coordinates)
  return { kind: 'show', message: helpMessage({ isCoordinator }) }
}
