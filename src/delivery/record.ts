import type { PlatformFault } from '../ports/messenger.ts'
import { laneOf, pauseLane } from '../store/lanes.ts'
import { type Entry, type Settlement, settle } from '../store/outbox-claims.ts'
import type { Attempt } from './attempt.ts'
import type { DeliveryDeps, DeliveryRules } from './deps.ts'
import { backOff, type GaveUp } from './give-up.ts'
import { tellOf } from './tell-of.ts'

/** What is stored of an attempt, in one transaction. */
interface Record {
  readonly settlement: Settlement
  /** The platform asked the lane to wait. */
  readonly pauseMs?: number
  readonly gaveUp?: Pick<GaveUp, 'why' | 'code'>
}

interface Recording {
  readonly deps: DeliveryDeps
  readonly rules: DeliveryRules
}

type Fault = Extract<Attempt, { kind: 'fault' }>

/** What Slack and Teams leave out when they say *too many* without saying how long. */
const pauseWithoutWordMs = 30_000

/** Stores how the attempt went, and tells whoever is to be told, in one transaction. */
export async function record(entry: Entry, attempt: Attempt, { deps, rules }: Recording): Promise<void> {
  const { settlement, pauseMs, gaveUp } = recordOf(entry, attempt, { deps, rules })
  const kept = await deps.store.transaction(async (tx) => {
    // The pause comes first: the entry's own new job is to stand behind it in time, not among the moved ones.
    if (pauseMs !== undefined) await pauseLane(tx, laneOf(entry.platform, entry.to.workspace), pauseMs)
    const mine = await settle(tx, { entry, claimant: deps.presence.name }, settlement)
    if (mine && gaveUp !== undefined) await tellOf(entry, gaveUp, { tx, deps })
    return mine
  })
  if (!kept)
    deps.log.warn(
      { entry: entry.id, state: settlement.state },
      'an attempt ended after its claim was given up',
    )
  if (gaveUp !== undefined)
    deps.log.error({ entry: entry.id, key: entry.key, ...gaveUp }, 'a message was given up')
}

function recordOf(entry: Entry, attempt: Attempt, recording: Recording): Record {
  switch (attempt.kind) {
    case 'sent':
      return {
        settlement: {
          state: 'sent',
          at: recording.deps.now(),
          ...(attempt.receipt && { receipt: attempt.receipt }),
        },
      }
    case 'dropped':
      return { settlement: { state: 'abandoned', fault: attempt.fault } }
    case 'fate-unknown':
      return {
        settlement: { state: 'abandoned', fault: 'fate-unknown' },
        gaveUp: { why: 'unknown-fate', code: entry.fault ?? 'fate-unknown' },
      }
    case 'unreadable':
      return givenUp('unreadable', 'unreadable')
    case 'fault':
      return recordOfFault(entry, attempt, recording)
  }
}

function recordOfFault(entry: Entry, { fault, during }: Fault, { rules }: Recording): Record {
  const attempts = entry.attempts + 1
  switch (fault.kind) {
    case 'gone':
    case 'uninstalled':
    case 'forbidden':
      return givenUp(fault.kind, fault.code)
    case 'rate-limited': {
      const pauseMs = fault.retryAfterMs ?? pauseWithoutWordMs
      const state = during === 'asking' ? 'unknown' : 'ready'
      return { settlement: { state, fault: fault.code, attempts: entry.attempts, waitMs: pauseMs }, pauseMs }
    }
    case 'unreachable':
    case 'unknown-fate': {
      const waitMs = backOff(rules.patience, attempts, Math.random())
      if (waitMs === undefined) return givenUp(fault.kind, fault.code)
      return { settlement: { ...wait(fault, during, { rules, waitMs }), fault: fault.code, attempts } }
    }
  }
}

/** An update changes nothing when it is done twice; a send whose answer was lost is asked for once it settled. */
function wait(
  fault: PlatformFault,
  during: Fault['during'],
  { rules, waitMs }: { rules: DeliveryRules; waitMs: number },
): { state: 'ready' | 'unknown'; waitMs: number } {
  if (during === 'asking') return { state: 'unknown', waitMs }
  if (during === 'updating' || fault.kind === 'unreachable') return { state: 'ready', waitMs }
  return { state: 'unknown', waitMs: rules.settleMs }
}

function givenUp(why: GaveUp['why'], code: string): Record {
  return { settlement: { state: 'failed', fault: code }, gaveUp: { why, code } }
}
