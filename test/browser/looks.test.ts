import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { seriousFaults } from './accessibility.ts'
import { type Playground, startPlayground } from './playground.ts'
import type { Visit } from './visit.ts'

const fatima = 'slack:U0DEMO09'
const joseph = 'slack:U0DEMO05'
const amira = 'slack:U0DEMO01'
const marcus = 'teams:44d9d2df-7a3e-49e5-a6bc-430d2f812581'

let playground: Playground
let visit: Visit | undefined

beforeAll(async () => {
  playground = await startPlayground()
  await playground.send({ deed: 'clock-to', at: '2027-01-26T09:05:00Z' })
})
afterEach(async () => {
  await visit?.close()
  visit = undefined
})
afterAll(() => playground.close())

const widths = [1280, 390]

/** How far the page is wider than the screen. */
function overhang({ page }: Visit): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
}

/** What axe finds in light, what is too faint in dark, and whether the page has to be scrolled sideways. */
async function faultsOf(seen: Visit): Promise<string[]> {
  const { page } = seen
  const wider = await overhang(seen)
  const light = await seriousFaults(page)
  await wear(page, 'dark')
  const dark = await lastingFaults(page, 'color-contrast')
  await wear(page, 'light')
  return [...light, ...dark.map((fault) => `dark: ${fault}`), ...(wider > 0 ? [`${wider} px too wide`] : [])]
}

/** What is still too faint once the page has settled in its new colours, which it does not do at one stroke. */
async function lastingFaults(page: Visit['page'], rule: string): Promise<string[]> {
  const faults = await seriousFaults(page, rule)
  if (faults.length === 0) return faults
  await setTimeout(1000)
  return seriousFaults(page, rule)
}

async function wear(page: Visit['page'], colorScheme: 'dark' | 'light'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.locator(`:root[data-theme="${colorScheme}"]`).waitFor({ state: 'attached' })
}

test.each(widths)('people of both platforms and a window are legible at %i px', async (width) => {
  visit = await playground.visit({ people: [fatima, marcus], width, height: 800 })
  const { page, pane } = visit
  await pane(marcus).all.getByRole('textbox').or(pane(marcus).box).first().waitFor({ state: 'attached' })
  await pane(fatima).messages.first().waitFor({ state: 'attached' })

  const chat = await faultsOf(visit)
  await page.goto(`${playground.address}/#${amira}`)
  await pane(amira).all.getByText('mentoring-coord').first().click()
  await pane(amira).all.getByText('Needs attention').last().waitFor()
  const channel = await faultsOf(visit)

  expect({ chat, channel }).toEqual({ chat: [], channel: [] })
})

test.each(widths)('the first screen, a tour and one’s own hospital are legible at %i px', async (width) => {
  visit = await playground.visit({ width, height: 800 })
  const { page } = visit
  await page.getByRole('button', { name: 'My first check-in' }).waitFor()

  const first = await faultsOf(visit)
  await page.getByRole('button', { name: 'My first check-in' }).click()
  await page.getByRole('button', { name: 'Skip tour' }).waitFor()
  await visit.pane(fatima).messages.first().waitFor()
  const tour = await faultsOf(visit)
  await page.getByRole('button', { name: 'Your hospital' }).click()
  await page.getByRole('dialog').waitFor()
  const own = await faultsOf(visit)

  expect({ first, tour, own }).toEqual({ first: [], tour: [], own: [] })
})

test.each(widths)('forms of both platforms and Home are legible at %i px', async (width) => {
  visit = await playground.visit({ people: [joseph], width, height: 800 })
  const { page, pane } = visit
  await pane(joseph).box.fill('/mentor hours')
  await pane(joseph).box.press('Enter')
  await pane(joseph).dialog.waitFor()

  const window = await faultsOf(visit)
  await page.keyboard.press('Escape')
  await pane(joseph).dialog.waitFor({ state: 'hidden' })
  await pane(joseph).all.getByRole('tab', { name: 'Home' }).click()
  await pane(joseph).all.getByRole('tabpanel').getByText('Fatima').first().waitFor()
  const home = await faultsOf(visit)
  await page.goto(`${playground.address}/#${marcus}`)
  await pane(marcus)
    .all.getByRole('button', { name: /^(Open form|Change an answer)$/ })
    .last()
    .click()
  await pane(marcus).dialog.getByRole('radio').first().waitFor()
  const dialog = await faultsOf(visit)
  await page.keyboard.press('Escape')

  expect({ window, home, dialog }).toEqual({ window: [], home: [], dialog: [] })
})
