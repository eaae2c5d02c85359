import { rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { type Config, readConfig } from '../../src/config.ts'
import { openPlayground } from '../../src/playground/playground.ts'
import type { Deed, DeedAnswer, HospitalState } from '../../src/playground/wire.ts'
import { serve } from '../../src/serve.ts'
import { freePort } from '../bench/processes.ts'
import { makeDatabaseFolder } from '../support/database-folder.ts'
import { openBrowser } from './open-browser.ts'
import { openVisit, type Visit, type VisitOptions } from './visit.ts'

/** The playground as a newcomer starts it, with a folder of its own, and a browser to look at it. */
export interface Playground {
  readonly address: string
  /** A visitor with an empty past; where the page complained, its `close` throws. */
  visit(options?: VisitOptions): Promise<Visit>
  /** Does something without a page. */
  send(deed: Deed): Promise<DeedAnswer>
  /** The hospital as at the first start: another life of it, where a visitor has been in this one. */
  beginAnew(): Promise<void>
  /** Stops the server; the returned function starts it again with what it had kept. */
  stop(): Promise<() => Promise<void>>
  close(): Promise<void>
}

export async function startPlayground(): Promise<Playground> {
  const folder = await makeDatabaseFolder()
  const config = configFor(folder, await freePort())
  const [first, browser] = await Promise.all([openPlayground(config, serve), openBrowser()])
  let running = first
  let visited = false
  const { address } = first
  return {
    address,
    visit: (options) => {
      visited = true
      return openVisit(browser, address, options)
    },
    send: (deed) => send(address, deed),
    beginAnew: async () => {
      if (!visited) return
      visited = false
      const before = await lifeAt(address)
      await send(address, { deed: 'reset', to: 'demonstration' })
      while ([before, undefined].includes(await lifeAt(address))) await wait(50)
    },
    stop: async () => {
      await running.stop()
      return async () => {
        running = await openPlayground(config, serve)
      }
    },
    close: async () => {
      await Promise.all([browser.close(), running.stop()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function configFor(folder: string, port: number): Config {
  const read = readConfig({ PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'silent' })
  if (!read.ok) throw new Error(read.errors.join('\n'))
  return read.config
}

async function send(address: string, deed: Deed): Promise<DeedAnswer> {
  const answer = await fetch(`${address}/playground/deeds`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify(deed),
  })
  return (await answer.json()) as DeedAnswer
}

/** Which life the hospital is in; undefined between two. */
async function lifeAt(address: string): Promise<string | undefined> {
  const response = await fetch(`${address}/playground/events?people=`).catch(() => undefined)
  let text = ''
  for await (const chunk of response?.body ?? []) {
    text += Buffer.from(chunk).toString()
    const told = /event: hospital\ndata: (.*)\n/.exec(text)?.[1]
    if (told !== undefined) return (JSON.parse(told) as HospitalState).run
  }
  return undefined
}
