import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { AccountKey } from '../../src/playground/wire.ts'
import { seriousFaults } from './accessibility.ts'
import { type Playground, startPlayground } from './playground.ts'
import type { Visit } from './visit.ts'

// In each test somebody else, so that none is in the way of another.
const abena = 'slack:U0DEMO10'
const fatima = 'slack:U0DEMO09'
const joseph = 'slack:U0DEMO05'
const orla = 'slack:U0DEMO31'
const deirdre = 'slack:U0DEMO29'
const grace = 'slack:U0DEMO03'
const learned = 'The ward round, out loud.'

let playground: Playground
let visit: Visit

beforeAll(async () => {
  playground = await startPlayground()
})
afterEach(() => visit.close())
afterAll(() => playground.close())

/** Somebody's check-in as a form, opened by keyboard; in the pane beside it Joseph. */
async function openForm(who: AccountKey, dark = false) {
  visit = await playground.visit({ people: [who, joseph], dark })
  const pane = visit.pane(who)
  const opener = pane.button('checkin.form')
  await opener.focus()
  await visit.page.keyboard.press('Enter')
  await pane.dialog.locator(':focus').waitFor()
  const words = pane.dialog.getByLabel(/gone well so far/)
  const send = pane.dialog.getByRole('button', { name: 'Send' })
  return { pane, opener, words, send, keyboard: visit.page.keyboard }
}

test('what was typed into a form survives a reload, and a refusal that leads to the field it is about', async () => {
  const { pane, words, send } = await openForm(abena)
  await words.fill(learned)

  await visit.page.reload()
  await send.click()
  await pane.dialog.getByText('Please complete this required field.').waitFor()

  const wrong = pane.dialog.locator('[aria-invalid="true"]')
  expect(await wrong.getAttribute('aria-describedby')).not.toBe('')
  expect(await wrong.locator(':focus').count()).toBe(1)
  expect(await words.inputValue()).toBe(learned)
})

test('a form is filled in and sent by keyboard alone, and reaches the other person in the pair', async () => {
  const { pane, words, keyboard } = await openForm(fatima)

  await keyboard.press('Space')
  await words.focus()
  await keyboard.type(learned)
  await keyboard.press('Control+Enter')
  await pane.dialog.getByText('That is all for this time.').waitFor()
  await keyboard.press('Escape')
  await pane.dialog.waitFor({ state: 'detached' })

  await visit.pane(joseph).messages.filter({ hasText: learned }).waitFor()
})

test('whoever leaves a form by keyboard is back where they came from', async () => {
  const { pane, opener, keyboard } = await openForm(deirdre)

  await keyboard.press('Escape')
  await pane.dialog.waitFor({ state: 'detached' })

  expect(await opener.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true)
})

test('Tab stays within a window, and the pane beside it stays in use', async () => {
  const { pane, keyboard } = await openForm(orla)
  const reachable = await pane.dialog.locator('input, textarea, button').count()

  for (let press = 0; press <= reachable; press += 1) {
    await keyboard.press('Tab')
    const inside = await pane.dialog.evaluate((all) => all.contains(all.ownerDocument.activeElement))
    expect(inside).toBe(true)
  }
  await visit.pane(joseph).box.fill('Good morning, bot.')
  await visit.pane(joseph).box.press('Enter')

  await visit.pane(joseph).messages.filter({ hasText: 'Good morning, bot.' }).waitFor()
  expect(await pane.dialog.count()).toBe(1)
})

test.each([
  ['light', deirdre, false],
  ['dark', grace, true],
] as const)('axe finds nothing serious in a form that is %s', async (_, who, dark) => {
  await openForm(who, dark)

  const faults = await seriousFaults(visit.page)

  expect(faults).toEqual([])
})
