import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { builtPage } from '../../src/playground/door/built-page.ts'
import type { AccountKey, Deed, DeedAnswer } from '../../src/playground/wire.ts'
import { watchUpdates } from '../browser/live-updates.ts'
import { openBrowser } from '../browser/open-browser.ts'
import { atMost, type Figure, noted } from './figures.ts'
import { freePort, type Running, startProgram } from './processes.ts'
import { median, percentile } from './statistics.ts'

const firstLimitS = 10
const secondLimitS = 5
const buildLimitS = 5
const updateLimitMs = 200
const patienceMs = 60_000
const messages = 100

const fatima: AccountKey = 'slack:U0DEMO09'
const joseph: AccountKey = 'slack:U0DEMO05'
const tom: AccountKey = 'teams:cae54cda-528e-470b-a7ba-792d0378f603'

/** The playground as a newcomer meets it: how soon it is there, and how soon it shows what happens. */
export async function measurePlayground(): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rounds-bench-'))
  const browser = await openBrowser()
  try {
    const build = await measureBuild(join(dataDir, 'page'))
    return [...(await measureStarts(browser, dataDir)), build, ...(await measureUpdates(browser, dataDir))]
  } finally {
    await browser.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function measureBuild(cache: string): Promise<Figure> {
  const began = performance.now()
  const { files } = await builtPage(cache)
  const value = (performance.now() - began) / 1000
  if (files.size < 3) throw new Error('The page was not built whole.')
  return atMost(buildLimitS, { what: 'the playground’s page, built from nothing', value, unit: 's' })
}

/** From starting the process, with a browser that is open already, to a check-in on screen that can be answered. */
async function measureStarts(browser: Browser, dataDir: string): Promise<Figure[]> {
  await forgetBuiltPages()
  const first = await timeStart(browser, dataDir)
  const second = await timeStart(browser, dataDir)
  const what = 'start of the playground, to the first nudge on screen'
  return [
    atMost(firstLimitS, { what: `first ${what}`, value: first, unit: 's' }),
    atMost(secondLimitS, { what: `second ${what}`, value: second, unit: 's' }),
  ]
}

/** A first start builds the page, too. It is put aside as a whole: another process never finds half of it. */
async function forgetBuiltPages(): Promise<void> {
  const cache = fileURLToPath(new URL('../../node_modules/.cache/rounds/', import.meta.url))
  await mkdir(cache, { recursive: true })
  const aside = await mkdtemp(join(cache, 'building-'))
  for (const name of await readdir(cache)) {
    if (name.startsWith('page-')) await rename(join(cache, name), join(aside, name))
  }
  await rm(aside, { recursive: true, force: true })
}

async function timeStart(browser: Browser, dataDir: string): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const began = performance.now()
  const { running, address } = await start(dataDir)
  try {
    await page.goto(`${address}/#${fatima}`)
    await paneOf(page, fatima)
      .getByRole('button', { name: 'Answer here' })
      .last()
      .waitFor({ timeout: patienceMs })
    return (performance.now() - began) / 1000
  } finally {
    await running.stop()
    await context.close()
  }
}

async function start(dataDir: string): Promise<{ running: Running; address: string }> {
  const port = await freePort()
  const address = `http://localhost:${port}`
  const env = { DATA_DIR: dataDir, PORT: String(port) }
  const log = join(dataDir, 'playground.log')
  return { address, running: await startProgram({ file: 'src/main.ts', env, log }, `${address}/`) }
}

/** Two people side by side, one on each platform, who ask the bot something at once, and again once they read its answer. */
async function measureUpdates(browser: Browser, dataDir: string): Promise<Figure[]> {
  const { running, address } = await start(dataDir)
  const page = await browser.newPage()
  try {
    await page.goto(`${address}/#${joseph}&${tom}`)
    const inSlack = { who: joseph, place: await placeOf(page, joseph), text: '/mentor help' }
    const inTeams = { who: tom, place: await placeOf(page, tom), text: 'help' }
    await send(address, { deed: 'alive', on: false })
    const updates = await watchUpdates(page)
    for (let sent = 0; sent < messages; sent += 1) {
      await Promise.all([
        send(address, { deed: 'say', ...inSlack }),
        send(address, { deed: 'say', ...inTeams }),
      ])
      // Slack shows no command that was typed; Teams shows the question, too.
      await updates.seen(joseph, sent + 1)
      await updates.seen(tom, (sent + 1) * 2)
    }
    return [...figuresOf('Slack', await updates.of(joseph)), ...figuresOf('Teams', await updates.of(tom))]
  } finally {
    await page.close()
    await running.stop()
  }
}

function figuresOf(platform: string, delays: readonly number[]): Figure[] {
  if (delays.length < messages) throw new Error(`Only ${delays.length} messages came on ${platform}.`)
  const what = (which: string) => `a message of the bot in ${platform}, until it is on the page, ${which}`
  return [
    noted({ what: what('median'), value: median(delays), unit: 'ms' }),
    atMost(updateLimitMs, { what: what('p99'), value: percentile(delays, 99), unit: 'ms' }),
  ]
}

function paneOf(page: Page, who: AccountKey) {
  return page.locator(`[data-account="${who}"]`)
}

/** Somebody's chat with the bot, once it is on screen. */
async function placeOf(page: Page, who: AccountKey): Promise<string> {
  const message = paneOf(page, who).locator('[data-message]').last()
  const [, place = ''] = (await message.getAttribute('id', { timeout: patienceMs }))?.split('/') ?? []
  return place
}

async function send(address: string, deed: Deed): Promise<void> {
  const response = await fetch(`${address}/playground/deeds`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify(deed),
  })
  const answer = (await response.json()) as DeedAnswer
  if (!answer.ok) throw new Error(answer.reason)
}
