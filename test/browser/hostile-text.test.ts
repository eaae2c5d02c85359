import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Playground, startPlayground } from './playground.ts'
import type { Pane, Visit } from './visit.ts'

const joseph = 'slack:U0DEMO05'
const tom = 'teams:cae54cda-528e-470b-a7ba-792d0378f603'
const abena = 'slack:U0DEMO10'
const patricia = 'teams:57750a60-a904-4157-a3bf-41da139d7412'
const hostile =
  '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>{{7*7}} <!channel> \u202Eabc'

let playground: Playground
let visit: Visit | undefined

beforeAll(async () => {
  playground = await startPlayground()
  await playground.send({ deed: 'alive', on: false })
  await playground.send({ deed: 'clock-to', at: '2027-01-20T09:05:00Z' })
})
// Wherever it was read, it did nothing.
afterEach(async () => {
  const hurt = await visit?.page.evaluate('window.hurt')
  const drawn = await visit?.page.locator('img[src="x"]').count()
  await visit?.close()
  visit = undefined
  expect({ hurt, drawn }).toEqual({ hurt: undefined, drawn: 0 })
})
afterAll(() => playground.close())

test('hostile text stays text wherever it is written, and a megabyte is not pasted', async () => {
  visit = await playground.visit({ people: [joseph, tom] })
  const { page, pane } = visit
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
})

test('hostile answers in the forms of Slack and Teams are read as they were written, on the other platform, too', async () => {
  visit = await playground.visit({ people: [abena, patricia] })
  const { pane } = visit

  await answerInForm(pane(abena))
  await answerInForm(pane(patricia))

  for (const who of [abena, patricia] as const) {
    const shared = pane(who).messages.filter({ hasText: 'shared with you' }).last()
    expect(await shared.textContent()).toContain('<script>window.hurt=1</script>{{7*7}}')
  }
})

async function answerInForm({ all, dialog }: Pane): Promise<void> {
  await all.getByRole('button', { name: 'Open form' }).last().click()
  await dialog.getByRole('radio', { name: 'We met' }).check()
  await dialog.getByRole('textbox', { name: /gone well so far/ }).fill(hostile)
  await dialog.getByRole('button', { name: 'Send' }).click()
  await dialog.getByText('That is all for this time').waitFor()
  await dialog.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
}

test('a hostile name of a file stays text on both platforms', async () => {
  visit = await playground.visit({ people: [joseph, tom] })
  const { pane } = visit
  const name = '"><img src=x onerror=window.hurt=1>.csv'
  for (const { all, box } of [pane(joseph), pane(tom)]) {
    await all
      .getByLabel('File to send')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from('a,b') })
    await box.press('Enter')
  }

  await pane(joseph).messages.filter({ hasText: name }).first().waitFor()
  await pane(tom).messages.filter({ hasText: name }).first().waitFor()
})

test('people with hostile names are called so by what they write, in the list and over their chats', async () => {
  const mo = 'slack:U0HOSTILE7'
  const me = 'teams:00000000-0000-4000-8000-00000000dead'
  const names = {
    [mo]: 'Mo <img src=x onerror=window.hurt=1>',
    [me]: 'Me *<!channel>* [x](javascript:x) &amp;',
  }
  const file = [
    'name,email,role,slack_user_id,teams_user_id',
    `${names[mo]},mo@stmarys.example,mentor,${mo.slice(6)},`,
    `${names[me]},me@stmarys.example,mentee,,${me.slice(6)}`,
  ].join('\n')
  const base64 = Buffer.from(file).toString('base64')
  await playground.send({ deed: 'bring-people', program: 'career-2027', base64 })

  visit = await playground.visit({ people: [mo, me] })
  const { page, pane } = visit
  for (const who of [mo, me] as const) {
    await pane(who).box.fill('good morning')
    await pane(who).box.press('Enter')
    await pane(who).messages.filter({ hasText: 'good morning' }).waitFor()
  }

  await pane(mo).messages.filter({ hasText: names[mo] }).first().waitFor()
  for (const who of [mo, me] as const) {
    await pane(who).all.getByText(names[who]).first().waitFor()
    await page.locator('.person-row', { hasText: names[who] }).waitFor()
  }
})
