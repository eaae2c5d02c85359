import { randomUUID } from 'node:crypto'
import type { Message } from '../core/message/message.ts'
import { type NewEntry, queue } from './outbox.ts'
import type { Scope } from './scope.ts'

/** Changes the message that the entry with this key sent, where it was sent; whose words it carries stays. False if there is none. */
export async function changeSent(scope: Scope, target: string, message: Message): Promise<boolean> {
  const row = await scope.tx.outboxEntry.findFirst({
    where: { organizationId: scope.organizationId, key: target },
    select: { platform: true, workspace: true, user: true, authorId: true },
  })
  if (!row || row.user === null) return false
  const { workspace, user, authorId } = row
  const platform = row.platform === 'slack' ? 'slack' : 'teams'
  const key = keyAgain(target)
  const author = authorId === null ? {} : { author: authorId }
  await queue(scope, [
    { key, target, platform, to: { workspace, user }, kind: 'update', repeat: 'once', message, ...author },
  ])
  return true
}

/**
 * Sees to it that the messages with these keys say nothing that has passed: what was not sent yet never is, and what was
 * is changed. Gives the keys of those that were sent, or may have been.
 */
export async function overtake(
  scope: Scope,
  overtaken: readonly { readonly key: string; readonly message: Message }[],
): Promise<ReadonlySet<string>> {
  const keys = overtaken.map(({ key }) => key)
  await scope.tx.outboxEntry.updateMany({
    where: { organizationId: scope.organizationId, key: { in: keys }, state: 'ready', claimedBy: null },
    data: { state: 'abandoned', fault: 'overtaken', body: null },
  })
  const left = await scope.tx.outboxEntry.findMany({
    where: {
      organizationId: scope.organizationId,
      key: { in: keys },
      state: { in: ['ready', 'sending', 'sent'] },
    },
    select: { key: true },
  })
  const reached = new Set(left.map(({ key }) => key))
  for (const { key, message } of overtaken) if (reached.has(key)) await changeSent(scope, key, message)
  return reached
}

/** The keys, beginning like this, of all messages with words of this person that were sent or wait to be. */
export async function keysSent(
  scope: Scope,
  { author, keyStart }: { readonly author: string; readonly keyStart: string },
): Promise<string[]> {
  const rows = await scope.tx.outboxEntry.findMany({
    where: {
      organizationId: scope.organizationId,
      authorId: author,
      key: { startsWith: keyStart },
      kind: 'send',
      state: { in: ['ready', 'sending', 'sent'] },
    },
    select: { key: true },
  })
  return rows.map(({ key }) => key)
}

/** A message that stands in a conversation of several people. */
export interface SentToGroup {
  readonly key: string
  readonly workspace: string
  readonly channel: string
}

/** The messages that were sent into conversations of which this person is one. */
export async function sentToGroupsWith(scope: Scope, personId: string): Promise<SentToGroup[]> {
  return await scope.tx.$queryRaw<SentToGroup[]>`
    select o.key, o.workspace, o.receipt_channel as channel from outbox o
    join accounts a on a.platform = o.platform and a.workspace = o.workspace and a.user = any(o.users)
    where a.person_id = ${personId} and o.organization_id = ${scope.organizationId}
      and o.state = 'sent' and o.kind = 'send' and o.receipt_channel is not null`
}

/** Changes such a message where it stands. Only Slack has conversations of several people with the bot. */
export async function changeInGroup(scope: Scope, sent: SentToGroup, message: Message): Promise<void> {
  const { key: target, workspace, channel } = sent
  const to = { workspace, channel }
  await queue(scope, [
    { key: keyAgain(target), target, platform: 'slack', to, kind: 'update', repeat: 'once', message },
  ])
}

/** Sends a message; where its key is known already, because the same was sent and taken back, as one of its own. */
export async function sendAnew(scope: Scope, entry: NewEntry): Promise<void> {
  const isNew = (await queue(scope, [entry])) > 0
  if (!isNew) await queue(scope, [{ ...entry, key: keyAgain(entry.key) }])
}

function keyAgain(key: string): string {
  return `${key}:${randomUUID()}`
}
