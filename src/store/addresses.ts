import type { Addresses } from '../ports/intent-handler.ts'
import type { Store } from './database.ts'
import type { Scope } from './scope.ts'

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

/** Puts `to` for `from` in every address of a platform that was kept: its server is somewhere else now. */
export async function moveAddresses(
  { tx, organizationId }: Scope,
  { platform, from, to }: { readonly platform: string; readonly from: string; readonly to: string },
): Promise<void> {
  await tx.$executeRaw`
    update accounts set address = replace(address, ${from}, ${to})
    where organization_id = ${organizationId} and platform = ${platform} and address is not null`
}
