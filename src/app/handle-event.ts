import type { PlatformEvent } from '../core/message/intent.ts'
import { organizationOf } from '../store/organizations.ts'
import { loseWorkspace } from './digest/lose-workspace.ts'
import { loseAccount } from './people/lose-account.ts'
import { inOrganization, type World } from './world.ts'

/** What happened to a workspace or an account. Events of workspaces that are not linked are nobody's business here. */
export async function handleEvent(world: World, event: PlatformEvent): Promise<void> {
  const { platform, id } = event.workspace
  const organizationId = await world.store.transaction((tx) => organizationOf(tx, { platform, id }))
  if (organizationId === undefined) return
  switch (event.kind) {
    case 'uninstalled':
      return inOrganization(world, organizationId, (scope) => loseWorkspace(scope, { platform, id }))
    case 'deactivated':
      return inOrganization(world, organizationId, (scope) =>
        loseAccount(scope, { platform, workspace: id, user: event.user }),
      )
    case 'members-changed':
      return
  }
}
