import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SlackStandIn } from '../../src/playground/slack/server.ts'
import { openEmbedded } from '../../src/store/embedded.ts'
import { atMost, type Figure } from './figures.ts'
import { freePort, startProgram } from './processes.ts'
import { rounds } from './programs.ts'

const firstLimitS = 10
const secondLimitS = 5

/** From starting the process to being ready, with nothing there yet, and again with what the first start made. */
export async function measureStarts(slack: SlackStandIn): Promise<Figure[]> {
  return await inFolder(async (dataDir) => {
    const seconds: number[] = []
    for (const _ of ['first', 'second']) {
      const { program, ready } = rounds({ slack, dataDir, port: await freePort() })
      const running = await startProgram(program, ready)
      seconds.push(running.readyAfterMs / 1000)
      await running.stop()
    }
    return figures('with a Slack workspace, to `/readyz`', seconds)
  })
}

function figures(what: string, [first = Number.NaN, second = Number.NaN]: readonly number[]): Figure[] {
  return [
    atMost(firstLimitS, { what: `first start ${what}`, value: first, unit: 's' }),
    atMost(secondLimitS, { what: `second start ${what}`, value: second, unit: 's' }),
  ]
}

/** A process that was killed leaves its database server running. */
async function stopDatabase(dataDir: string): Promise<void> {
  const database = await openEmbedded({ dataDir })
  await database.stop()
}

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-bench-'))
  try {
    return await work(folder)
  } finally {
    await stopDatabase(folder).catch(() => undefined)
    await rm(folder, { recursive: true, force: true })
  }
}
