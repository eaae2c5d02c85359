import { rm } from 'node:fs/promises'
import { vi } from 'vitest'
import { openPlayground } from '../../src/playground/playground.ts'
import type { Deed, DeedAnswer } from '../../src/playground/wire.ts'
import { serve } from '../../src/serve.ts'
import { begunFolder, configAt } from '../playground/begun-folder.ts'
import { openBrowser } from './open-browser.ts'
import { openVisit, type Visit, type VisitOptions } from './visit.ts'

// A browser, the server and another such pair share two processors: what is in order may take its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

/** The playground as somebody finds it who has started it for the first time, and a browser to look at it. */
export interface Playground {
  readonly address: string
  /** A visitor with an empty past; where the page complained, its `close` throws. */
  visit(options?: VisitOptions): Promise<Visit>
  /** Does something without a page. */
  send(deed: Deed): Promise<DeedAnswer>
  /** Where a visitor has been in it, another hospital at its beginning takes its place. */
  beginAnew(): Promise<void>
  /** Stops the server; the returned function starts it again with what it had kept. */
  stop(): Promise<() => Promise<void>>
  close(): Promise<void>
}

export async function startPlayground(): Promise<Playground> {
  let folder = await begunFolder()
  const [first, browser] = await Promise.all([openPlayground(configAt(folder), serve), openBrowser()])
  const { address } = first
  let running = first
  let visited = false
  const start = async () => {
    running = await openPlayground(configAt(folder, Number(new URL(address).port)), serve)
  }
  const end = async () => {
    await running.stop()
    await rm(folder, { recursive: true, force: true })
  }
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
      await end()
      folder = await begunFolder()
      await start()
    },
    stop: async () => {
      await running.stop()
      return start
    },
    close: async () => {
      await Promise.all([browser.close(), end()])
    },
  }
}

async function send(address: string, deed: Deed): Promise<DeedAnswer> {
  const answer = await fetch(`${address}/playground/deeds`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify(deed),
  })
  return (await answer.json()) as DeedAnswer
}
