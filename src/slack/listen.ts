import type { CommittingApp } from './committing-app.ts'
import { hearCommand, hearPress, hearSubmission } from './hear-deeds.ts'
import {
  hearHomeOpened,
  hearMembers,
  hearMessage,
  hearTokens,
  hearUninstalled,
  hearUser,
} from './hear-events.ts'
import type { Hearing } from './hearing.ts'

/** The one command; what follows it is the product's. */
const COMMAND = '/mentor'

const ANY = /./

/** Everything that Rounds listens to in Slack. */
export function listen(app: CommittingApp, hearing: Hearing): void {
  app.command(COMMAND, hearCommand(hearing))
  app.action(ANY, hearPress(hearing))
  app.view(ANY, hearSubmission(hearing))

  app.event('message', hearMessage(hearing))
  app.event('app_home_opened', hearHomeOpened(hearing))

  app.event('app_uninstalled', hearUninstalled(hearing))
  app.event('tokens_revoked', hearTokens(hearing))
  app.event('member_joined_channel', hearMembers(hearing))
  app.event('member_left_channel', hearMembers(hearing))
  app.event('user_change', hearUser(hearing))
}
