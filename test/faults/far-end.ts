import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { setTimeout as later } from 'node:timers/promises'
import { z } from 'zod'

const Call = z.object({
  platform: z.enum(['slack', 'teams']),
  entry: z.string(),
  note: z.boolean().optional(),
})

/** The platforms' end of the network: counts what it took, by entry. */
export interface FarEnd {
  readonly url: string
  /** For each entry, the copies it took; true for one headed *You may have seen this already*. */
  readonly taken: ReadonlyMap<string, boolean[]>
  copies(): number
  close(): Promise<void>
}

/** Takes a message after `beforeMs` and answers `afterMs` later, so that there is time to be killed in each. */
export async function openFarEnd(wait: { beforeMs: number; afterMs: number }): Promise<FarEnd> {
  const taken = new Map<string, boolean[]>()
  const server = createServer(async (request, response) => {
    const { platform, entry, note = false } = Call.parse(await json(request))
    const receipt = { channel: 'D1', message: entry }
    if (request.url === '/find') {
      const found = taken.has(entry) ? receipt : 'absent'
      response.end(JSON.stringify(platform === 'slack' ? found : 'unknowable'))
      return
    }
    await later(wait.beforeMs)
    taken.set(entry, [...(taken.get(entry) ?? []), note])
    await later(wait.afterMs)
    response.end(JSON.stringify(receipt))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    taken,
    copies: () => [...taken.values()].reduce((sum, copies) => sum + copies.length, 0),
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
