import { hostname } from 'node:os'
import { setTimeout as later } from 'node:timers/promises'
import { tellGaveUp } from '../app/digest/gave-up.ts'
import { inOrganization } from '../app/world.ts'
import { createDelivery } from '../delivery/deliver.ts'
import { type Progress, progressOf } from '../store/due-entries.ts'
import { announce } from '../store/presence.ts'
import type { Opened } from './with-world.ts'

/** How many messages got how far. `waiting`: a running server sends them when their time has come. */
export interface Delivered {
  readonly sent: number
  readonly waiting: number
  readonly failed: number
}

const patienceMs = 60_000
/** What the queue puts off longer is left to a running server. */
const sitOutMs = 5_000
const lookAgainMs = 200

/**
 * Sends these entries of the outbox as the server's worker would, and beside it where one runs: each entry is claimed
 * before it is sent, so that only one of the two sends it.
 */
export async function deliverNow(opened: Opened, entries: readonly string[]): Promise<Delivered> {
  const { world, url, platforms } = opened
  if (!platforms || platforms.messengers.size === 0) return count(await look(opened, entries))
  const presence = await announce(url, `${hostname()}:${process.pid}`)
  try {
    const { store, now, log } = world
    const { messengers, directories } = platforms
    const delivery = createDelivery({
      store,
      presence,
      messengers,
      directories,
      gaveUp: tellGaveUp,
      now,
      log,
    })
    const mine = ({ platform }: Progress) => [...messengers.keys()].some((known) => known === platform)
    const until = performance.now() + patienceMs
    for (;;) {
      const progress = await look(opened, entries)
      const open = progress.filter(isOpen).filter(mine)
      const soonest = Math.min(...open.map(({ waitMs }) => waitMs))
      if (soonest > sitOutMs || performance.now() > until) return count(progress)
      for (const { id } of open.filter(({ waitMs }) => waitMs === 0)) await delivery.deliver(id)
      await later(Math.max(lookAgainMs, soonest))
    }
  } finally {
    await presence.leave()
  }
}

function look({ world, organizationId }: Opened, entries: readonly string[]): Promise<Progress[]> {
  return inOrganization(world, organizationId, (scope) => progressOf(scope, entries))
}

function isOpen({ state }: Progress): boolean {
  return state === 'ready' || state === 'sending'
}

function count(progress: readonly Progress[]): Delivered {
  const waiting = progress.filter(isOpen).length
  const sent = progress.filter(({ state }) => state === 'sent').length
  return { sent, waiting, failed: progress.length - waiting - sent }
}

/** The same in words. */
export function describeDelivered({ sent, waiting, failed }: Delivered): string {
  const parts = [`${sent} sent`]
  if (waiting > 0) parts.push(`${waiting} waiting in the outbox for a running server`)
  if (failed > 0) parts.push(`${failed} given up (doctor says more)`)
  return `Messages: ${parts.join(', ')}.`
}
