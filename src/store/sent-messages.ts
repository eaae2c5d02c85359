import { randomUUID } from 'node:crypto'
import type { Message } from '../core/message/message.ts'
import { type NewEntry, queue } from './outbox.ts'
import type { Scope } from './scope.ts'

/** Changes the message that the entry with this key sent, where it was sent. False if there is none. */
export async function changeSent(scope: Scope, target: string, message: Message): Promise<boolean> {
  const row = await scope.tx.outboxEntry.findFirst({
    where: { organizationId: scope.organizationId, key: target },
    select: { platform: true, workspace: true, user: true },
  })
  if (!row || row.user === null) return false
  const { workspace, user } = row
  const platform = row.platform === 'slack' ? 'slack' : 'teams'
  const key = keyAgain(target)
  await queue(scope, [
    { key, target, platform, to: { workspace, user }, kind: 'update', repeat: 'once', message },
  ])
  return true
}

/** Sends a message; where its key is known already, because the same was sent and taken back, as one of its own. */
export async function sendAnew(scope: Scope, entry: NewEntry): Promise<void> {
  const isNew = (await queue(scope, [entry])) > 0
  if (!isNew) await queue(scope, [{ ...entry, key: keyAgain(entry.key) }])
}

function keyAgain(key: string): string {
  return `${key}:${randomUUID()}`
}
