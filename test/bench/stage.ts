import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import type { World } from '../../src/app/world.ts'
import { createThreads } from '../../src/matcher/threads.ts'
import type { SlackStandIn } from '../../src/playground/slack/server.ts'
import { openStore } from '../../src/store/database.ts'
import { ensureOrganization } from '../../src/store/organizations.ts'
import { createSeal } from '../../src/store/sealed.ts'
import { loadKeys } from '../../src/store/sealed-keys.ts'
import { addGoals, addPrograms, seedHospital, withClient } from './hospital.ts'
import { freePort, type Running, startProgram } from './processes.ts'
import { bareBolt, rounds } from './programs.ts'

const pairs = 300

/** Rounds with a hospital in it and, beside it, the yardstick: each in a process of its own. */
export interface Stage {
  readonly rounds: Running & { readonly commands: string }
  readonly bare: Running & { readonly commands: string }
  readonly pairs: number
  close(): Promise<void>
}

/** Starts both. Rounds makes its database by itself; the hospital is put into it by hand. */
export async function openStage(place: {
  slack: SlackStandIn
  dataDir: string
  databaseUrl: string
}): Promise<Stage> {
  const { slack, dataDir, databaseUrl } = place
  const ours = rounds({ slack, dataDir, port: await freePort() })
  const theirs = bareBolt({ slack, dataDir, port: await freePort() })
  const bare = await startProgram(theirs.program, theirs.ready)
  const first = await startProgram(ours.program, ours.ready)
  await fill(databaseUrl, dataDir, slack.world.team)
  await first.stop()
  const running = await startProgram(ours.program, ours.ready)
  return {
    rounds: { ...running, commands: ours.commands },
    bare: { ...bare, commands: theirs.commands },
    pairs,
    close: async () => {
      await Promise.all([running.stop(), bare.stop()])
    },
  }
}

async function fill(databaseUrl: string, dataDir: string, workspace: string): Promise<void> {
  const world = await openWorld(databaseUrl, { dataDir, now: () => Temporal.Now.instant() })
  const organizationId = await organizationOf(world, workspace)
  const programs = await addPrograms(world, organizationId, 3)
  const firstDay = Temporal.Now.plainDateISO('UTC').add({ days: 3 }).toString()
  await withClient(databaseUrl, async (client) => {
    await seedHospital(client, { organizationId, workspace, programs, pairs, waiting: 1, firstDay })
    await addGoals(world, organizationId, client)
  })
  await world.store.close()
}

/** What the use cases stand on, without a platform. */
export async function openWorld(
  databaseUrl: string,
  { dataDir, now }: { dataDir?: string; now: () => Temporal.Instant },
): Promise<World> {
  const keys =
    dataDir === undefined
      ? [{ id: 'bench', key: randomBytes(32) }]
      : await loadKeys({ keys: 'generate', dataDir })
  const store = openStore(databaseUrl, createSeal(keys))
  const log = pino({ level: 'error' }, pino.destination(2))
  return { store, now, directories: {}, matcher: createThreads(), log }
}

export function organizationOf(world: World, workspace: string): Promise<string> {
  return world.store.transaction((tx) =>
    ensureOrganization(tx, { slug: 'default', workspaces: [{ platform: 'slack', id: workspace }] }),
  )
}
