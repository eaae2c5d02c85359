import type { Prisma } from '../store/generated/client.ts'
import type { Entry } from '../store/outbox-claims.ts'
import { markGone } from '../store/people.ts'
import type { DeliveryDeps } from './deps.ts'
import type { GaveUp } from './give-up.ts'

/** Tells whoever is to be told that an entry was given up, in the transaction that ends it. */
export async function tellOf(
  entry: Entry,
  gaveUp: Pick<GaveUp, 'why' | 'code'>,
  { tx, deps }: { tx: Prisma.TransactionClient; deps: DeliveryDeps },
): Promise<void> {
  const { id, organizationId, key, platform, to, kind } = entry
  const scope = { tx, organizationId, seal: deps.store.seal, now: deps.now() }
  if (gaveUp.why === 'gone' && kind === 'send' && 'user' in to)
    await markGone(scope, { platform, workspace: to.workspace, user: to.user })
  await deps.gaveUp(scope, { entry: { id, organizationId, key, platform, to, kind }, ...gaveUp })
}
