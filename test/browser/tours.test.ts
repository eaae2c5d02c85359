import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Playground, startPlayground } from './playground.ts'
import type { Visit } from './visit.ts'

const fatima = 'slack:U0DEMO09'
const joseph = 'slack:U0DEMO05'
const amira = 'slack:U0DEMO01'
const threeMinutesMs = 180_000

let playground: Playground
let visit: Visit | undefined

beforeAll(async () => {
  playground = await startPlayground()
})
beforeEach(() => playground.beginAnew())
afterEach(async () => {
  await visit?.close()
  visit = undefined
})
afterAll(() => playground.close())

/** The bar of the tour that is under way. */
function barOf(page: Page) {
  const all = page.getByRole('region', { name: /^Tour: / })
  return {
    all,
    step: all.getByText(/^\d+ of \d+$/),
    next: all.getByRole('button', { name: /^(Next|Finish)$/ }),
    back: all.getByRole('button', { name: 'Back' }),
    doIt: all.getByRole('button', { name: 'Do it for me' }),
  }
}

async function begin(page: Page, title: string) {
  await page.getByRole('region', { name: 'Tours' }).getByRole('button', { name: title }).click()
  return barOf(page)
}

async function arriveAt(step: Locator, number: number): Promise<void> {
  await step.and(step.page().getByText(`${number} of`)).waitFor({ timeout: 60_000 })
}

test('my first check-in is walked to its end by doing what it asks, in under three minutes', async () => {
  visit = await playground.visit()
  const { page, pane } = visit
  const began = performance.now()

  const bar = await begin(page, 'My first check-in')
  await bar.next.click()
  await pane(fatima).button('checkin.answer').click()
  await arriveAt(bar.step, 3)
  const seen = await pane(fatima).newest.textContent()
  await answerQuestions(visit)
  await arriveAt(bar.step, 4)
  await pane(joseph).messages.filter({ hasText: 'The ward round, out loud.' }).waitFor()
  await bar.next.click()
  await page.getByRole('button', { name: 'Move the clock on to the next event' }).click()
  await arriveAt(bar.step, 6)
  await bar.next.click()
  await bar.next.click()

  expect(seen).toContain('see whether you met')
  await page.getByRole('region', { name: 'Tours' }).waitFor()
  expect(performance.now() - began).toBeLessThan(threeMinutesMs)
}, 120_000)

/** As a newcomer does: taps what can be tapped, writes one answer, skips the rest. */
async function answerQuestions({ pane }: Visit): Promise<void> {
  const { all, box } = pane(fatima)
  const tap = (words: string) => all.getByRole('button', { name: words, exact: true }).last().click()
  for (const words of ['We met', '4']) await tap(words)
  await all.getByText('gone well so far').last().waitFor()
  await box.fill('The ward round, out loud.')
  await box.press('Enter')
  for (const asked of ['What stands in the way', 'your next step']) {
    await all.getByText(asked).last().waitFor()
    await tap('Skip this one')
  }
  await tap('No')
}

test('a coordinator’s week is walked to its end by doing what it asks, in under three minutes', async () => {
  visit = await playground.visit()
  const { page, pane } = visit
  const clockOn = (by: string) => page.getByRole('button', { name: `Move the clock on by a ${by}` }).click()
  const began = performance.now()

  const bar = await begin(page, 'A coordinator’s week')
  await bar.next.click()
  await clockOn('week')
  await arriveAt(bar.step, 3)
  await pane(amira).messages.filter({ hasText: 'Needs attention' }).last().waitFor()
  await bar.next.click()
  await pane(amira).button('digest.nudge').click()
  await arriveAt(bar.step, 5)
  await bar.next.click()
  await clockOn('day')
  await arriveAt(bar.step, 7)
  await page.getByText('a friendly word from your coordinators').last().waitFor()
  await bar.next.click()
  await pane(amira).button('digest.snooze').click()
  await arriveAt(bar.step, 9)
  await bar.next.click()

  await page.getByRole('region', { name: 'Tours' }).waitFor()
  expect(performance.now() - began).toBeLessThan(threeMinutesMs)
}, 120_000)

test('matching is walked to its end by doing what it asks, in under three minutes', async () => {
  visit = await playground.visit()
  const { page, pane } = visit
  const press = (verb: string) => pane(amira).button(verb).click()
  const began = performance.now()

  const bar = await begin(page, 'Matching 60 people')
  await bar.next.click()
  await pane(amira).box.fill('/mentor admin match')
  await pane(amira).box.press('Enter')
  await arriveAt(bar.step, 3)
  await press('match.propose')
  await arriveAt(bar.step, 4)
  await press('match.review')
  await arriveAt(bar.step, 5)
  await press('match.row')
  await arriveAt(bar.step, 6)
  await press('match.lock')
  await arriveAt(bar.step, 7)
  for (const name of ['Back to the list', 'Matching', 'Publish all', 'Yes, publish'])
    await pane(amira).all.getByRole('button', { name, exact: true }).last().click()
  await arriveAt(bar.step, 8)
  await pane(joseph).messages.filter({ hasText: 'Why you two:' }).waitFor()
  await pane(joseph).button('offer.accept').click()
  await arriveAt(bar.step, 9)
  await page.getByText('is your mentor in New nurses 2027').last().waitFor()
  await bar.next.click()
  await page.getByRole('button', { name: 'Move the clock on by a day' }).click()
  await arriveAt(bar.step, 11)
  await pane(amira).messages.filter({ hasText: 'I begin a secondment in March' }).last().waitFor()
  for (const _ of ['what they said', 'the end']) await bar.next.click()

  await page.getByRole('region', { name: 'Tours' }).waitFor()
  expect(performance.now() - began).toBeLessThan(threeMinutesMs)
}, 180_000)

test.each([
  { title: 'My first check-in', width: 390 },
  { title: 'A coordinator’s week', width: 1280 },
  { title: 'Matching 60 people', width: 390 },
  { title: 'The life of a pair', width: 1280 },
])(
  '$title does itself for whoever only wants to watch, at $width px',
  async ({ title, width }) => {
    visit = await playground.visit({ width })
    const { page } = visit

    const bar = await begin(page, title)
    while (await bar.all.isVisible()) {
      const at = await bar.step.textContent()
      await bar.next.or(bar.doIt).and(page.locator('[aria-disabled="false"]')).last().click()
      await bar.all.getByText(at ?? '', { exact: true }).waitFor({ state: 'hidden', timeout: 60_000 })
    }

    await page.getByRole('region', { name: 'Tours' }).waitFor()
  },
  180_000,
)

test('a tour goes on after a reload, goes back, and ends with Escape, and the focus stays where it is', async () => {
  visit = await playground.visit()
  const { page } = visit
  const bar = await begin(page, 'My first check-in')
  await bar.next.click()
  await arriveAt(bar.step, 2)

  await page.reload()
  await arriveAt(bar.step, 2)
  await bar.back.click()
  await arriveAt(bar.step, 1)
  await bar.next.press('Enter')
  await arriveAt(bar.step, 2)
  const focused = await page.evaluate<string>('document.activeElement.textContent')
  await page.keyboard.press('Escape')

  await page.getByRole('region', { name: 'Tours' }).waitFor()
  expect(focused).toBe('Next')
})
