import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { seriousFaults } from './accessibility.ts'
import { type Playground, startPlayground } from './playground.ts'
import type { Visit } from './visit.ts'

const fatima = 'slack:U0DEMO09'
const joseph = 'slack:U0DEMO05'
const amira = 'slack:U0DEMO01'
const tom = 'teams:cae54cda-528e-470b-a7ba-792d0378f603'
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

const looks = [
  { width: 1280, dark: false },
  { width: 1280, dark: true },
  { width: 390, dark: false },
  { width: 390, dark: true },
] as const

/** How far the page is wider than the screen. */
function overhang({ page }: Visit): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
}

/** What axe finds, and whether the page has to be scrolled sideways. */
async function faultsOf(seen: Visit): Promise<string[]> {
  const wider = await overhang(seen)
  return [...(await seriousFaults(seen.page)), ...(wider > 0 ? [`${wider} px too wide`] : [])]
}

test.each(looks)(
  'people of both platforms and a window are legible at $width px, dark: $dark',
  async (look) => {
    visit = await playground.visit({ people: [fatima, marcus], ...look, height: 800 })
    const { page, pane } = visit
    await pane(marcus).all.getByRole('textbox').or(pane(marcus).box).first().waitFor({ state: 'attached' })
    await pane(fatima).messages.first().waitFor({ state: 'attached' })

    const chat = await faultsOf(visit)
    await page.goto(`${playground.address}/#${amira}`)
    await pane(amira).all.getByText('mentoring-coord').first().click()
    await pane(amira).all.getByText('Needs attention').last().waitFor()
    const channel = await faultsOf(visit)

    expect({ chat, channel }).toEqual({ chat: [], channel: [] })
  },
)

test.each(looks)(
  'the first screen, a tour and one’s own hospital are legible at $width px, dark: $dark',
  async (look) => {
    visit = await playground.visit({ ...look, height: 800 })
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
  },
)

test.each(looks)('forms and Home are legible at $width px, dark: $dark', async (look) => {
  visit = await playground.visit({ people: [joseph], ...look, height: 800 })
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

  expect({ window, home }).toEqual({ window: [], home: [] })
})

test('hostile text stays text wherever it is written, and a megabyte is not pasted', async () => {
  visit = await playground.visit({ people: [joseph, tom] })
  const { page, pane } = visit
  const hostile =
    '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>{{7*7}} <!channel> \u202Eabc'
  for (const { box } of [pane(joseph), pane(tom)]) {
    await box.fill(hostile)
    await box.press('Enter')
  }
  await page.getByRole('searchbox').fill(hostile)

  const said = await pane(joseph).messages.filter({ hasText: 'onerror' }).first().textContent()
  await pane(tom).messages.filter({ hasText: 'onerror' }).first().waitFor()
  await page.evaluate(`(() => {
    const data = new DataTransfer()
    data.setData('text/plain', 'x'.repeat(3_000_000))
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.querySelector('[data-account="${joseph}"] .composer-box').dispatchEvent(paste)
  })()`)
  await pane(joseph).all.getByText('It was not pasted').waitFor()

  expect(said).toContain('<script>window.hurt=1</script>')
  expect(await page.evaluate('window.hurt')).toBeUndefined()
  expect(await page.locator('main img[src="x"]').count()).toBe(0)
})

test('hostile names of people somebody brings stay text, and fit on a phone', async () => {
  const names = ['<img src=x onerror=window.hurt=1> of the long family', `W${'w'.repeat(100)}`]
  const rows = names.map((name, index) => `${name},h${index}@stmarys.example,mentor,U0HOSTILE${index}`)
  const file = ['name,email,role,slack_user_id', ...rows].join('\n')
  const base64 = Buffer.from(file).toString('base64')
  await playground.send({ deed: 'bring-people', program: 'career-2027', base64 })

  visit = await playground.visit({ people: ['slack:U0HOSTILE0', 'slack:U0HOSTILE1'], width: 390 })
  const { page } = visit
  await page
    .getByRole('button', { name: names[1] ?? '' })
    .first()
    .waitFor()
  const ends = await page.evaluate<number[]>(
    `[...document.querySelectorAll('.panes-choice button')].map((one) => Math.round(one.getBoundingClientRect().right))`,
  )

  expect(ends).toHaveLength(2)
  expect(Math.max(...ends)).toBeLessThanOrEqual(390)
  expect(await page.evaluate('window.hurt')).toBeUndefined()
  expect(await page.locator('main img[src="x"]').count()).toBe(0)
})
