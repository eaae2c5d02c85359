import { setTimeout as later } from 'node:timers/promises'
import type { Message } from '../core/message/message.ts'
import { asRepeated } from '../core/message/repeated.ts'
import { type Messenger, PlatformFault, type Receipt } from '../ports/messenger.ts'
import { type Entry, markRepeated } from '../store/outbox-claims.ts'
import type { DeliveryDeps, DeliveryRules } from './deps.ts'
import { reconcile } from './reconcile.ts'
import type { Claimed } from './take.ts'

/** How one attempt went, before anything of it is recorded. */
export type Attempt =
  | { readonly kind: 'sent'; readonly receipt?: Receipt }
  | { readonly kind: 'dropped'; readonly fault: 'expired' | 'fate-unknown' }
  | { readonly kind: 'fate-unknown' }
  | { readonly kind: 'unreadable' }
  /** `asking`: the question whether an earlier send arrived, so that this is as unknown as before. */
  | {
      readonly kind: 'fault'
      readonly fault: PlatformFault
      readonly during: 'asking' | 'sending' | 'updating'
    }

interface Attempting {
  readonly deps: DeliveryDeps
  readonly rules: DeliveryRules
}

/** Calls the platform for an entry that this process has signed for. Never rejects for what a platform does. */
export async function attempt({ entry, message, target }: Claimed, attempting: Attempting): Promise<Attempt> {
  const messenger = attempting.deps.messengers.get(entry.platform)
  if (messenger === undefined)
    return faulty('sending', new PlatformFault('unreachable', { code: 'not-connected' }))
  if (entry.kind === 'update') {
    if (message === undefined) return { kind: 'unreadable' }
    return await update({ entry, message, receipt: target?.receipt }, messenger, attempting.rules)
  }
  if (entry.state === 'ready') return await send({ entry, message }, messenger, attempting.rules)
  return await findOrSend({ entry, message }, messenger, attempting)
}

interface Sending {
  readonly entry: Entry
  readonly message: Message | undefined
}

async function findOrSend(sending: Sending, messenger: Messenger, attempting: Attempting): Promise<Attempt> {
  const { entry, message } = sending
  const { deps, rules } = attempting
  const verdict = await calling(rules.callMs, () => reconcile(messenger, entry))
  if (verdict instanceof PlatformFault) return faulty('asking', verdict)
  if (verdict.kind === 'arrived') return { kind: 'sent', receipt: verdict.receipt }
  if (verdict.kind === 'let-be') return { kind: 'dropped', fault: 'fate-unknown' }
  if (verdict.kind === 'give-up') return { kind: 'fate-unknown' }
  if (entry.expiresAt !== undefined && Temporal.Instant.compare(deps.now(), entry.expiresAt) >= 0)
    return { kind: 'dropped', fault: 'expired' }
  if (verdict.kind === 'send') return await send({ entry, message }, messenger, rules)
  await deps.store.transaction((tx) => markRepeated(tx, entry.id))
  return await send({ entry: { ...entry, repeated: true }, message }, messenger, rules)
}

async function send(
  { entry, message }: Sending,
  messenger: Messenger,
  rules: DeliveryRules,
): Promise<Attempt> {
  if (message === undefined) return { kind: 'unreadable' }
  const copy = entry.repeated ? asRepeated(message) : message
  const receipt = await calling(rules.callMs, () => messenger.send(entry.to, copy, entry.id))
  return receipt instanceof PlatformFault ? faulty('sending', receipt) : { kind: 'sent', receipt }
}

async function update(
  { entry, message, receipt }: { entry: Entry; message: Message; receipt: Receipt | undefined },
  messenger: Messenger,
  rules: DeliveryRules,
): Promise<Attempt> {
  if (receipt === undefined) return { kind: 'sent' }
  const fault = await calling(rules.callMs, () => messenger.update(entry.to.workspace, receipt, message))
  return fault instanceof PlatformFault ? faulty('updating', fault) : { kind: 'sent' }
}

/** The call's result, or its fault. What is no `PlatformFault` is a mistake of ours: its fate is unknown. */
async function calling<Result>(callMs: number, call: () => Promise<Result>): Promise<Result | PlatformFault> {
  const impatience = new AbortController()
  try {
    return await Promise.race([
      call(),
      later(callMs, undefined, { signal: impatience.signal, ref: false }).then(
        () => new PlatformFault('unknown-fate', { code: 'no-answer' }),
      ),
    ])
  } catch (cause) {
    return cause instanceof PlatformFault
      ? cause
      : new PlatformFault('unknown-fate', { code: 'internal', cause })
  } finally {
    impatience.abort()
  }
}

function faulty(during: 'asking' | 'sending' | 'updating', fault: PlatformFault): Attempt {
  return { kind: 'fault', fault, during }
}
