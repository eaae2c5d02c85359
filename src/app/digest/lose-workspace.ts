import { workspaceLost } from '../../core/digest/channel-messages.ts'
import type { Platform } from '../../core/people/account.ts'
import { audit } from '../../store/audit.ts'
import { markUninstalled } from '../../store/organizations.ts'
import { allPrograms } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { tellCoordinators } from './tell-coordinators.ts'

/**
 * The bot was taken out of a workspace: nothing more is sent there, and whoever has an account elsewhere is written to
 * in that. Coordinators are told once of the workspace, and of none of its people. Doing it again changes nothing.
 */
export async function loseWorkspace(
  scope: Scope,
  workspace: { readonly platform: Platform; readonly id: string },
): Promise<void> {
  if (!(await markUninstalled(scope, workspace))) return
  const { platform, id } = workspace
  await audit(scope, {
    actor: 'rounds',
    action: 'workspace.uninstalled',
    subject: id,
    details: { platform },
  })
  for (const { program } of await allPrograms(scope)) {
    await tellCoordinators(scope, program, {
      key: `workspace-lost:${platform}:${id}:${scope.now}`,
      message: workspaceLost(platform),
    })
  }
}
