// A worker process as `main.ts` makes it, with a messenger whose far end is a small server of the test's.
// Ends by being killed, or drains on SIGTERM. Settings in WORKER, as JSON.
import { setTimeout as later } from 'node:timers/promises'
import { pino } from 'pino'
import { z } from 'zod'
import type { Platform } from '../../src/core/people/account.ts'
import { createDelivery } from '../../src/delivery/deliver.ts'
import { startQueue } from '../../src/jobs/queue.ts'
import { type Messenger, PlatformFault } from '../../src/ports/messenger.ts'
import { openStore } from '../../src/store/database.ts'
import { announce } from '../../src/store/presence.ts'
import { createSeal } from '../../src/store/sealed.ts'

const Settings = z.object({ url: z.string(), farEnd: z.string(), key: z.string(), sweepMs: z.number() })
const settings = Settings.parse(JSON.parse(process.env['WORKER'] ?? '{}'))

const Receipt = z.object({ channel: z.string(), message: z.string() })
const Found = z.union([Receipt, z.literal('absent'), z.literal('unknowable')])

const log = pino({ level: 'fatal' }, pino.destination(2))
const store = openStore(settings.url, createSeal([{ id: 'k1', key: Buffer.from(settings.key, 'base64') }]))
const presence = await announce(settings.url, 'test')
const inNoTime = { lane: 0, conversation: 0 }
const delivery = createDelivery({
  store,
  presence,
  messengers: new Map([
    ['slack', messenger('slack')],
    ['teams', messenger('teams')],
  ]),
  directories: new Map(),
  gaveUp: () => Promise.resolve(),
  now: () => Temporal.Now.instant(),
  log,
  rules: { paces: { slack: inNoTime, teams: inNoTime }, settleMs: 150 },
})
const queue = await startQueue({
  url: settings.url,
  presence,
  deliver: delivery.deliver,
  match: () => Promise.resolve(),
  log,
})

// It does not outlive the test.
process.stdin.on('close', () => process.exit(1)).resume()

let stopping = false
process.once('SIGTERM', () => {
  stopping = true
})
process.stdout.write('ready\n')
while (!stopping) {
  await delivery.sweep().catch((cause) => log.error({ cause }, 'sweep'))
  await later(settings.sweepMs)
}
await queue.stop()
await presence.leave()
await store.close()
process.exit()

function messenger(platform: Platform): Messenger {
  return {
    platform,
    send: async (_, message, entry) =>
      Receipt.parse(await call('send', { platform, entry, note: message.blocks[0]?.kind === 'note' })),
    update: () => Promise.resolve(),
    find: async (_, entry) => Found.parse(await call('find', { platform, entry })),
  }
}

async function call(path: string, body: object): Promise<unknown> {
  try {
    const answer = await fetch(`${settings.farEnd}/${path}`, { method: 'POST', body: JSON.stringify(body) })
    return await answer.json()
  } catch (cause) {
    throw new PlatformFault('unknown-fate', { code: 'network', cause })
  }
}
