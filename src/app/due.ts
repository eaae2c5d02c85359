import { missedNow, type QueuedEntry, queuedNow } from '../store/due-entries.ts'
import { rehearse } from '../store/rehearsal.ts'
import { beatFor } from './heartbeat.ts'
import { inOrganization, type World } from './world.ts'

/** Something that Rounds does by itself at an instant. */
export interface DueItem {
  readonly kind: string
  /** The person's name, or the channel. */
  readonly who: string
  /** Where a message goes; undefined where none is sent. */
  readonly platform: string | undefined
  /** Where the message waits for an hour that suits the person. */
  readonly notBefore: Temporal.Instant | undefined
  /** The outbox entry of the message. */
  readonly entry: string | undefined
}

export interface Due {
  readonly items: readonly DueItem[]
  /** Steps of the heartbeat that failed: what they would do is not in the list. */
  readonly failed: readonly string[]
}

/**
 * What is due at the instant of the world's clock. The heartbeat itself runs, in a transaction that is rolled back:
 * so the list can never differ from what is done, and changes nothing.
 */
export function listDue(world: World, organizationId: string): Promise<Due> {
  return rehearse(world.store, (store) => doDue({ ...world, store }, organizationId))
}

/** Does what is due at the instant of the world's clock, which stands still meanwhile. */
export async function doDue(world: World, organizationId: string): Promise<Due> {
  const { items, result } = await queuedBy(world, organizationId, () => beatFor(world, organizationId))
  return { items, failed: result }
}

/** Does some work at the instant of the world's clock, and tells what it queued or closed as missed. */
export async function queuedBy<Result>(
  world: World,
  organizationId: string,
  work: () => Promise<Result>,
): Promise<{ readonly items: readonly DueItem[]; readonly result: Result }> {
  const known = new Set((await itemsNow(world, organizationId)).map(({ id }) => id))
  const result = await work()
  const items = await itemsNow(world, organizationId)
  return { items: items.filter(({ id }) => !known.has(id)).map(({ id: _, ...item }) => item), result }
}

function itemsNow(world: World, organizationId: string): Promise<(DueItem & { id: string })[]> {
  return inOrganization(world, organizationId, async (scope) => [
    ...(await missedNow(scope)).map(({ id, person }) => ({
      id,
      kind: 'missed check-in',
      who: person,
      platform: undefined,
      notBefore: undefined,
      entry: undefined,
    })),
    ...(await queuedNow(scope)).map((entry) => ({
      id: entry.id,
      kind: kindOf(entry),
      who: entry.person ?? entry.channel ?? 'somebody who is not in the roster',
      platform: entry.platform,
      notBefore: notBefore(scope.now, entry),
      entry: entry.id,
    })),
  ])
}

// The queue adds microseconds to keep the order.
function notBefore(now: Temporal.Instant, { waitMs }: QueuedEntry): Temporal.Instant | undefined {
  return waitMs < 1000 ? undefined : now.add({ milliseconds: Math.floor(waitMs) })
}

/** Entries are named after what they are for. */
const kinds: Readonly<Record<string, string>> = {
  'digest:refused': 'word about the digest’s channel',
  'digest:members': 'word about the digest’s channel',
  'gave-up': 'word of a message that did not arrive',
  'go-on': 'question whether to go on',
  notice: 'invitation',
  recap: 'recap for the pair',
  plan: 'word about an action',
  'plan-reminder': 'reminder of actions',
  goal: 'word about a goal',
  'goal-review': 'look at the goals',
  meeting: 'word about a meeting',
  pair: 'word about a pair',
  review: 'question how it goes, or was',
  'become-mentor': 'question whether to be a mentor',
  round: 'word about a round',
  offer: 'word about an offer',
  late: 'word about somebody to be placed',
  waiting: 'word to somebody who waits',
  'match-run': 'word about proposals',
  account: 'word of a further account',
  briefing: 'offer of the briefing',
  orientation: 'orientation list',
  skills: 'question about skills',
  help: 'request for a coordinator',
  urgent: 'urgent request for a coordinator',
  'help-told': 'word about a request',
  'help-remind': 'reminder of a request',
  thanks: 'thanks',
  intro: 'word about an introduction',
  opportunity: 'word about an opportunity',
  farewell: 'word before somebody leaves',
  gone: 'word about an account that is gone',
  agreement: 'word about an agreement',
  tell: 'message of one of a pair to the other',
}

function kindOf({ key, putOff }: QueuedEntry): string {
  const [area = '', second = '', number] = key.split(':')
  if (area !== 'nudge') return kinds[`${area}:${second}`] ?? kinds[area] ?? area
  if (number === '1') return 'check-in'
  return putOff ? 'check-in put off until now' : 'reminder'
}
