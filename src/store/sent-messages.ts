import type { NewEntry } from './outbox.ts'
import type { Scope } from './scope.ts'

/** Where the message with this key was sent, so that it can be changed there; undefined if there is none. */
export async function sentTo(
  scope: Scope,
  key: string,
): Promise<Pick<NewEntry, 'platform' | 'to'> | undefined> {
  const row = await scope.tx.outboxEntry.findFirst({
    where: { organizationId: scope.organizationId, key },
    select: { platform: true, workspace: true, user: true },
  })
  if (!row || row.user === null) return undefined
  const { workspace, user } = row
  return { platform: row.platform === 'slack' ? 'slack' : 'teams', to: { workspace, user } }
}
