import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { watchUpdates } from './live-updates.ts'
import { type Playground, startPlayground } from './playground.ts'
import type { Pane, Visit } from './visit.ts'

const fatima = 'slack:U0DEMO09'
const joseph = 'slack:U0DEMO05'
const tom = 'teams:cae54cda-528e-470b-a7ba-792d0378f603'

let playground: Playground
let visit: Visit | undefined

beforeAll(async () => {
  playground = await startPlayground()
})
beforeEach(() => playground.send({ deed: 'alive', on: false }))
afterEach(async () => {
  await visit?.close()
  visit = undefined
})
afterAll(() => playground.close())

/** What the clock shows, in the hospital's zone. */
async function shownBy(page: Page): Promise<Temporal.ZonedDateTime> {
  const time = await page.locator('.clock-time time').getAttribute('datetime')
  return Temporal.Instant.from(time ?? '').toZonedDateTimeISO('Europe/London')
}

async function move(page: Page, by: string): Promise<void> {
  const [answer] = await Promise.all([
    page.waitForResponse('**/playground/deeds', { timeout: 60_000 }),
    page.getByRole('button', { name: `Move the clock on ${by}` }).click(),
  ])
  await answer.finished()
  await page.locator('[data-moving="false"]').waitFor()
}

test('the clock moves on by an hour, a day, to the next event and by a week; a line of the timeline leads to its message', async () => {
  visit = await playground.visit()
  const { page } = visit
  await page.locator('.clock-time time').waitFor()
  const start = await shownBy(page)

  await move(page, 'by an hour')
  const hour = await shownBy(page)
  await move(page, 'by a day')
  const day = await shownBy(page)
  await move(page, 'to the next event')
  const next = await shownBy(page)
  await move(page, 'by a week')
  const week = await shownBy(page)
  await page.locator('.happening[data-kind="digest"] button').first().click()

  expect(start.until(hour).total('minutes')).toBeCloseTo(60, 0)
  expect(hour.until(day).total('hours')).toBeCloseTo(24, 0)
  expect(Temporal.ZonedDateTime.compare(next, day)).toBe(1)
  expect(next.until(week).total('hours')).toBeCloseTo(168, 0)
  await page.locator('[data-account] [data-message]:focus').waitFor()
})

test('over the clock change of 28 March a day stays a day, a check-in at nine stays at nine, and nobody goes back in time', async () => {
  await playground.send({ deed: 'clock-to', at: '2027-03-27T12:00:00Z' })
  visit = await playground.visit()
  const { page } = visit
  await page.getByText('Saturday, 27 March').first().waitFor()

  await move(page, 'by a day')
  const sunday = await shownBy(page)
  // Refused for as long as the move before is under way.
  const onward = () => playground.send({ deed: 'clock-to', at: '2027-03-30T12:00:00Z' })
  await expect.poll(async () => (await onward()).ok, { timeout: 60_000, interval: 500 }).toBe(true)
  // Whoever it is: on a busy machine one or another may have fallen silent by then.
  const nudged = page.locator('.happening[data-kind="nudge"]').first()
  await page.getByText('Tuesday, 30 March').first().waitFor()
  // Three days of everybody's lives lie between.
  const at = await nudged.locator('time').textContent({ timeout: 120_000 })
  await page.getByText('Go to a date…').click()
  await page.getByLabel('Go to a date and time').fill('2027-01-19T09:00')
  await page.getByRole('button', { name: 'Go to' }).click()
  await page.getByText('The clock only goes forward').waitFor()

  expect([sunday.hour, sunday.offset]).toEqual([12, '+01:00'])
  expect(at).toBe('09:00')
}, 240_000)

test('a page left open over a restart comes back by itself, with what was being typed', async () => {
  visit = await playground.visit({ people: [fatima], expected: /ERR_|Failed to load/ })
  const { page, pane } = visit
  await pane(fatima).box.fill('half a thought')
  const before = await pane(fatima).messages.count()

  const start = await playground.stop()
  await page.getByText('Reconnecting…').waitFor()
  await start()
  await page.getByText('Reconnecting…').waitFor({ state: 'hidden' })
  await pane(fatima).box.press('Enter')
  await pane(fatima).messages.filter({ hasText: 'half a thought' }).first().waitFor()

  expect(before).toBeGreaterThan(0)
  expect(await pane(fatima).messages.count()).toBeGreaterThan(before)
})

test('a list of people with errors is refused line by line, in place; a good one is taken', async () => {
  visit = await playground.visit()
  const { page } = visit
  await page.getByRole('button', { name: 'Your hospital' }).click()
  const field = page.getByLabel(/Drop a list of people/)
  const good = await readFile(new URL('../../demo/people.csv', import.meta.url), 'utf8')
  const [head = '', row = ''] = good.split('\n')
  const file = (text: string) => ({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })

  await field.setInputFiles(file(`${head}\n${row.replace(',mentor,', ',wizard,')}\nnonsense`))
  const refusal = page.locator('.answer-line-refusal li')
  await refusal.first().waitFor()
  const problems = await refusal.allTextContents()
  await field.setInputFiles(file(`${head}\n${row}`))

  await page.locator('.answer-line-said').waitFor()
  expect(problems.some((problem) => problem.includes('2'))).toBe(true)
})

test('what the bot writes is on the page within 200 ms, on both platforms', async () => {
  visit = await playground.visit({ people: [joseph, tom] })
  const { page, pane } = visit
  const [inSlack, inTeams] = [await chatOf(pane(joseph)), await chatOf(pane(tom))]
  const updates = await watchUpdates(page)

  for (let asked = 1; asked <= 8; asked += 1) {
    await playground.send({ deed: 'say', who: joseph, place: inSlack, text: '/mentor help' })
    await playground.send({ deed: 'say', who: tom, place: inTeams, text: 'help' })
    await updates.seen(joseph, asked)
    await updates.seen(tom, asked * 2)
  }

  // The quickest of several: what else the machine does is no business of the page's.
  expect(Math.min(...(await updates.of(joseph)))).toBeLessThanOrEqual(200)
  expect(Math.min(...(await updates.of(tom)))).toBeLessThanOrEqual(200)
})

/** The place of a chat, by the element of its newest message. */
async function chatOf({ newest }: Pane): Promise<string> {
  return (await newest.getAttribute('id'))?.split('/')[1] ?? ''
}

test('two tabs show the same, and begin anew together, which is asked for twice', async () => {
  visit = await playground.visit({ people: [fatima], expected: /ERR_|Failed to load/ })
  const { page, pane } = visit
  const second = await visit.context.newPage()
  await second.goto(`${playground.address}/#${fatima}`)
  await pane(fatima).box.fill('Seen by both')
  await pane(fatima).box.press('Enter')
  await second.getByText('Seen by both').first().waitFor()
  await page.getByRole('button', { name: 'Your hospital' }).click()
  const own = page.getByRole('dialog', { name: 'Your hospital' })
  const anew = own.getByRole('button', { name: 'An empty hospital' })

  await anew.click()
  await own.getByRole('button', { name: 'No, keep it' }).click()
  const kept = await second.getByText('Seen by both').count()
  await anew.click()
  await own.getByRole('button', { name: 'Yes, begin again' }).click()
  await second.getByText('Seen by both').first().waitFor({ state: 'hidden', timeout: 60_000 })
  await page.getByText('Tuesday, 19 January').first().waitFor()

  expect(kept).toBeGreaterThan(0)
  expect(await pane(fatima).all.count()).toBe(0)
}, 90_000)
