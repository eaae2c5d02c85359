import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Fault } from '../../src/playground/wire.ts'
import { type Playground, startPlayground } from './playground.ts'
import type { Visit } from './visit.ts'

// Whose check-ins open on Tuesdays: at 20:00, since he works nights, and at 14:00 in the hospital’s zone, 09:00 in his own.
const callum = 'slack:U0DEMO08'
const marcus = 'teams:44d9d2df-7a3e-49e5-a6bc-430d2f812581'

let playground: Playground
let visit: Visit | undefined

beforeAll(async () => {
  playground = await startPlayground()
  await playground.send({ deed: 'alive', on: false })
})
afterEach(async () => {
  await visit?.close()
  visit = undefined
})
afterAll(() => playground.close())

/** As a visitor does, in the page. */
async function setFaults(page: Page, faults: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, fault] of Object.entries(faults)) {
    const platform = page.locator('.platforms-one', { hasText: name })
    await platform.getByRole('combobox').selectOption(fault)
    await platform.and(page.locator(`[data-fault="${fault}"]`)).waitFor()
  }
}

async function moveTo(page: Page, at: Temporal.Instant): Promise<void> {
  await playground.send({ deed: 'clock-to', at: at.toString() })
  await page.locator('[data-moving="false"]').waitFor()
}

/**
 * Breaks both platforms in the morning and mends them in the late evening. Gives how often each of the two was greeted
 * for a check-in: before, while it lasted, and a day later.
 */
async function outage(fault: Fault, day: string) {
  const morning = Temporal.Instant.from(`${day}T09:30:00Z`)
  await playground.send({ deed: 'clock-to', at: morning.toString() })
  visit = await playground.visit({ people: [callum, marcus] })
  const { page, pane } = visit
  const waiting = page.getByText(/messages? waits? to be sent/)
  const greeted = () =>
    Promise.all(
      ([callum, marcus] as const).map((who) =>
        pane(who)
          .messages.filter({ hasText: /Hello [CM]/ })
          .count(),
      ),
    )
  await pane(callum).newest.waitFor()
  await pane(marcus).newest.waitFor()

  const before = await greeted()
  await setFaults(page, { Slack: fault, Teams: fault })
  await moveTo(page, morning.add({ hours: 11 }))
  await waiting.waitFor()
  const meanwhile = await greeted()
  await setFaults(page, { Slack: 'none', Teams: 'none' })
  await moveTo(page, morning.add({ hours: 35 }))
  await waiting.waitFor({ state: 'hidden' })
  return { before, meanwhile, after: await greeted() }
}

test('while both platforms refuse with 429 check-ins wait; mended, each arrives once', async () => {
  const { before, meanwhile, after } = await outage('rate-limited', '2027-01-19')

  expect({ before, meanwhile, after }).toEqual({ before: [0, 0], meanwhile: [0, 0], after: [1, 1] })
}, 60_000)

test('after a 500 Slack is asked what became of a check-in, so that it arrives once; Teams cannot be, so it is not sent twice', async () => {
  const { before, meanwhile, after } = await outage('broken', '2027-02-02')

  expect({ before, meanwhile, after }).toEqual({ before: [1, 1], meanwhile: [1, 1], after: [2, 1] })
}, 60_000)
