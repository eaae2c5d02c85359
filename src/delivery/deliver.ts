import { setTimeout as later } from 'node:timers/promises'
import { loseClaims, requeueOrphans, unlockDeadWorkers } from '../store/outbox-sweep.ts'
import { attempt } from './attempt.ts'
import type { DeliveryDeps, DeliveryRules } from './deps.ts'
import { createDoNotDisturb } from './do-not-disturb.ts'
import { aboutADay } from './give-up.ts'
import { platformPaces } from './pace.ts'
import { record } from './record.ts'
import { type Claimed, type Step, take } from './take.ts'

/** Carries what stands in the outbox to the platforms: each entry once, however often it is asked to. */
export interface Delivery {
  /**
   * Looks at one entry: sends it, puts it off, finds out what became of it, or gives it up. Does nothing for an
   * entry that is over or that another living process is at work on. Rejects only when the database does not
   * answer; then nothing is lost, and it may be called again.
   */
  deliver(entry: string): Promise<void>
  /** Takes up what dead processes left behind: within a minute where it runs with each heartbeat. */
  sweep(): Promise<void>
}

const standardRules: DeliveryRules = {
  paces: platformPaces,
  patience: aboutADay,
  // Longer than a call may take: a process that only seems to be dead has given up its own call by then.
  settleMs: 30_000,
  callMs: 20_000,
}
/** A result is stored by then or found out again: longer than a restart of the database takes. */
const recordAgainMs = [100, 300, 1000, 3000]

export function createDelivery(deps: DeliveryDeps): Delivery {
  const rules = { ...standardRules, ...deps.rules }
  const disturb = createDoNotDisturb(deps)
  const inFlight = new Set<string>()

  async function next(id: string): Promise<Claimed | undefined> {
    for (;;) {
      const step: Step = await deps.store.transaction((tx) => take(id, { tx, deps, rules, disturb }))
      if (step.kind === 'claimed') return step.claimed
      if (step.kind === 'done') return undefined
      if (step.kind === 'sit-out') await later(step.ms)
      else await disturb.ask(step.entry)
    }
  }

  async function carryOut(id: string): Promise<void> {
    const claimed = await next(id)
    if (claimed === undefined) return
    const ended = await attempt(claimed, { deps, rules })
    await insist(() => record(claimed.entry, ended, { deps, rules }))
  }

  return {
    async deliver(id) {
      if (inFlight.has(id)) return
      if (!deps.presence.present()) throw new Error('Nothing is claimed while others cannot see this process')
      inFlight.add(id)
      try {
        await carryOut(id)
      } finally {
        inFlight.delete(id)
      }
    },
    async sweep() {
      const { lost, orphaned } = await deps.store.transaction(async (tx) => {
        await unlockDeadWorkers(tx)
        const claimant = deps.presence.name
        return {
          lost: await loseClaims(tx, { claimant, inFlight: [...inFlight], waitMs: rules.settleMs }),
          orphaned: await requeueOrphans(tx),
        }
      })
      if (lost + orphaned > 0) deps.log.warn({ lost, orphaned }, 'outbox entries were taken up again')
    },
  }
}

/** What the platform did cannot be undone: that the database is away for a moment is no reason to forget it. */
async function insist(work: () => Promise<void>): Promise<void> {
  for (const ms of recordAgainMs) {
    try {
      return await work()
    } catch {
      await later(ms)
    }
  }
  await work()
}
