import type { Logger } from 'pino'
import type { Hospital } from '../hospital/hospital.ts'
import type { SlackStandIn } from '../slack/server.ts'
import type { TeamsStandIn } from '../teams/server.ts'

/** What of the hospital the door needs. */
export interface Behind extends Omit<Hospital, 'stage' | 'running' | 'playedBy'> {
  readonly stage: { readonly slack: SlackStandIn; readonly teams: TeamsStandIn }
  readonly running: { readonly world: { readonly log: Pick<Logger, 'error'> } }
}
