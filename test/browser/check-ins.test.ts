import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Playground, startPlayground } from './playground.ts'
import type { Pane, Visit } from './visit.ts'

const fatima = 'slack:U0DEMO09'
const joseph = 'slack:U0DEMO05'
const grace = 'slack:U0DEMO03'
const orla = 'slack:U0DEMO31'
const abena = 'slack:U0DEMO10'
const patricia = 'teams:57750a60-a904-4157-a3bf-41da139d7412'
const marcus = 'teams:44d9d2df-7a3e-49e5-a6bc-430d2f812581'
const jasmine = 'teams:f8791cae-4285-45f3-88d7-1c97b3415289'

let playground: Playground
let visit: Visit | undefined

// The day after the check-ins were due, with nobody answering by themselves: each test has people of its own.
beforeAll(async () => {
  playground = await startPlayground()
  await playground.send({ deed: 'alive', on: false })
  await playground.send({ deed: 'clock-to', at: '2027-01-20T09:05:00Z' })
})
afterEach(async () => {
  await visit?.close()
  visit = undefined
})
afterAll(() => playground.close())

function tap({ all }: Pane, words: string): Promise<void> {
  return all.getByRole('button', { name: words, exact: true }).last().click()
}

async function write({ box }: Pane, words: string): Promise<void> {
  await box.fill(words)
  await box.press('Enter')
}

/** A check-in question by question, after the other person in the pair has said how long they met. */
async function answerInChat(pane: Pane, learned: string): Promise<void> {
  for (const words of ['Answer here', 'We met', '4']) await tap(pane, words)
  await pane.all.getByText('gone well so far').last().waitFor()
  await write(pane, learned)
  for (const asked of ['What stands in the way', 'your next step']) {
    await pane.all.getByText(asked).last().waitFor()
    await tap(pane, 'Skip this one')
  }
  await tap(pane, 'No')
  await pane.all.getByText('That is all for this time').last().waitFor()
}

async function answerInForm(pane: Pane, learned: string, opening = 'Open form'): Promise<void> {
  const { dialog } = pane
  await tap(pane, opening)
  await dialog.getByRole('radio', { name: 'We met' }).check()
  await dialog.getByLabel(/how many minutes/).fill('45')
  await dialog.getByRole('textbox', { name: /gone well so far/ }).fill(learned)
  await dialog.getByRole('button', { name: 'Send' }).click()
  await close(dialog)
}

/** Once the window says that all is taken. */
async function close(dialog: Locator): Promise<void> {
  await dialog.getByText('That is all for this time').waitFor()
  await dialog.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
}

test('a check-in is answered in the chat on Slack, and the mentor beside reads what was shared', async () => {
  visit = await playground.visit({ people: [fatima, joseph] })
  await answerInForm(visit.pane(joseph), 'A calm start to the week.', 'Change an answer')

  await answerInChat(visit.pane(fatima), 'The pH comes first.')

  await visit.pane(joseph).messages.filter({ hasText: 'The pH comes first.' }).waitFor()
  await visit.pane(fatima).messages.filter({ hasText: 'A calm start to the week.' }).waitFor()
})

test('a window on Slack shows what is wrong at its field, keeps what was typed, and is sent once it is right', async () => {
  visit = await playground.visit({ people: [grace] })
  const { all, dialog } = visit.pane(grace)
  await all.getByRole('button', { name: 'Open form' }).last().click()
  await dialog.getByRole('textbox', { name: /gone well so far/ }).fill('We laughed.')
  await dialog.getByRole('button', { name: 'Send' }).click()
  await dialog.locator('[aria-invalid="true"]').first().waitFor()
  const kept = await dialog.getByRole('textbox', { name: /gone well so far/ }).inputValue()
  await dialog.getByRole('radio', { name: 'We met' }).check()
  await dialog.getByRole('button', { name: 'Send' }).click()

  await close(dialog)
  expect(kept).toBe('We laughed.')
})

test('a check-in is answered in the dialog on Teams', async () => {
  visit = await playground.visit({ people: [marcus] })

  await answerInForm(visit.pane(marcus), 'Drawing it on paper helps.')
  await tap(visit.pane(marcus), 'Change an answer')
  const kept = await visit
    .pane(marcus)
    .dialog.getByRole('textbox', { name: /gone well so far/ })
    .inputValue()

  expect(kept).toBe('Drawing it on paper helps.')
})

test('a pair across the platforms is seen from both ends: one writes on Slack, the other reads it on Teams', async () => {
  visit = await playground.visit({ people: [abena, patricia] })
  await answerInForm(visit.pane(patricia), 'Asking before telling.')

  await answerInChat(visit.pane(abena), 'Families know more than charts.')

  await visit.pane(patricia).messages.filter({ hasText: 'Families know more than charts.' }).waitFor()
  await visit.pane(abena).messages.filter({ hasText: 'Asking before telling.' }).waitFor()
})

test('a whole check-in is answered by keyboard on Slack', async () => {
  visit = await playground.visit({ people: [orla] })
  const { page, pane } = visit
  await pane(orla).button('checkin.form').waitFor()

  await reach(visit, 'Open form')
  await page.keyboard.press('Enter')

  await fillByKeyboard(visit, pane(orla))
})

test('a whole check-in is answered by keyboard on Teams', async () => {
  visit = await playground.visit({ people: [jasmine] })
  const { page, pane } = visit
  await pane(jasmine).all.getByRole('button', { name: 'Open form' }).last().waitFor()

  await reach(visit, 'Open form')
  await page.keyboard.press('Enter')

  await fillByKeyboard(visit, pane(jasmine))
})

/** Goes on with Tab until the focus is on what is called so. */
async function reach({ page }: Visit, name: string): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate<string>(
      `(document.activeElement.getAttribute('aria-label') ?? document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent ?? '').trim()`,
    )
    if (focused.includes(name)) return
  }
  throw new Error(`The Tab key does not lead to ${name}`)
}

async function fillByKeyboard(where: Visit, { dialog }: Pane): Promise<void> {
  const { page } = where
  await dialog.waitFor()
  await reach(where, 'We met')
  await page.keyboard.press('Space')
  await reach(where, 'gone well so far')
  await page.keyboard.type('Slowly is fast.')
  await reach(where, 'Send')
  await page.keyboard.press('Enter')
  await dialog.getByText('That is all for this time').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
}
