import type { Addresses } from '../ports/intent-handler.ts'
import type { Store } from './database.ts'

/** Keeps a platform's addresses with the accounts they belong to; that of an account nobody knows is not kept. */
export function addressesIn(store: Pick<Store, 'transaction'>): Addresses {
  return {
    save: ({ platform, workspace, user }, address) =>
      store.transaction(async (tx) => {
        await tx.account.updateMany({ where: { platform, workspace, user }, data: { address } })
      }),
    load: ({ platform, workspace, user }) =>
      store.transaction(async (tx) => {
        const row = await tx.account.findUnique({
          where: { platform_workspace_user: { platform, workspace, user } },
          select: { address: true },
        })
        return row?.address ?? undefined
      }),
  }
}
