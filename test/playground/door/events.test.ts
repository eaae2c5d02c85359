import { connect } from 'node:net'
import { setTimeout as later } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { teamsPeople } from '../../whole/cast.ts'
import { ask, deed, type FarSide, openFarSide } from './far-side.ts'
import { type Heard, type Listening, listen } from './page-events.ts'

let far: FarSide
const open: Listening[] = []
const ola = 'slack:U0OLA001'
const grace = `teams:${teamsPeople[1]?.id}`

beforeAll(async () => {
  far = await openFarSide()
})
afterEach(() => {
  for (const listening of open.splice(0)) listening.close()
})
afterAll(() => far.close())

async function page(...people: string[]): Promise<Listening> {
  const listening = await listen(far.address, people)
  open.push(listening)
  return listening
}
const isOf = (key: string) => (event: Heard) => event.name === 'person' && Object(event.data).key === key
const post = (text: string) =>
  far.stage.slack.world.post({ channel: 'D0OLA001', author: 'U0ROUNDS', text, blocks: [] })
const quiet = () => later(80)

test('a page first hears of the hospital, the clock, all that happened, and each whom it watches', async () => {
  far.stage.slack.world.direct('U0OLA001')
  const here = await page(ola, grace, 'slack:U0ELSEWHERE', 'teams:', '__proto__')

  await here.next(isOf(grace))

  const names = here.heard.map(({ name }) => name)
  expect(here.raw()).toMatch(/^retry: 300\n\n/)
  expect(names).toEqual(['hospital', 'clock', 'timeline', 'person'])
  expect(here.heard[0]?.data).toMatchObject({ run: 'first', page: expect.stringMatching(/^[0-9a-f]{16}$/) })
  expect(Object(here.heard[0]?.data).commands).toContainEqual({ words: 'help', summary: 'What I can do' })
  expect(here.heard[2]?.data).toEqual({ run: 'first', from: 0, items: [] })
  expect(here.heard[3]?.data).toMatchObject({ key: ola, platform: 'slack' })
})

test('a message is on the page within 200 ms, and nothing else is said again', async () => {
  const here = await page(ola, grace)
  await here.next(isOf(grace))
  here.heard.splice(0)

  const since = performance.now()
  post('quokkamessage')
  const { at, data } = await here.next(isOf(ola))
  await quiet()

  expect(at - since).toBeLessThan(200)
  expect(JSON.stringify(data)).toContain('quokkamessage')
  expect(here.heard).toEqual([])
})

test('changes that come together are told together', async () => {
  const here = await page(ola)
  await here.next(isOf(ola))

  for (let n = 0; n < 10; n += 1) post(`together ${n}`)
  await here.next(isOf(ola))
  await quiet()

  expect(here.heard.filter(isOf(ola))).toEqual([])
})

test('of the timeline only what is new is told', async () => {
  const here = await page()
  await here.next(({ name }) => name === 'timeline')
  const happening = { id: 1, at: '2027-01-19T09:00:00Z', kind: 'deed', who: 'Ola', text: 'first' } as const

  far.timeline.push(happening)
  far.tell()
  await here.next(({ name }) => name === 'timeline')
  far.timeline.push({ ...happening, id: 2, text: 'second' })
  far.tell()
  const second = await here.next(({ name }) => name === 'timeline')

  expect(second.data).toEqual({ run: 'first', from: 1, items: [{ ...happening, id: 2, text: 'second' }] })
})

test('two tabs see the same, also what was done in one of them', async () => {
  const tabs = [await page(ola), await page(ola)]
  for (const tab of tabs) await tab.next(isOf(ola))

  await deed(far.address, { deed: 'say', who: ola, place: 'D0OLA001', text: 'quokkatab' })

  for (const tab of tabs) {
    const seen = await tab.next(
      (event) => isOf(ola)(event) && JSON.stringify(event.data).includes('quokkatab'),
    )
    expect(seen.name).toBe('person')
  }
})

test('a page that lost its stream has everything when it is back', async () => {
  const before = await page(ola)
  await before.next(isOf(ola))
  before.close()
  post('quokkaaway')

  const after = await page(ola)
  const { data } = await after.next(isOf(ola))

  expect(JSON.stringify(data)).toContain('quokkaaway')
})

test('it is known whom open pages watch, and forgotten when they close', async () => {
  const here = await page(ola, grace, 'slack:U0ELSEWHERE')
  await here.next(isOf(grace))
  const meanwhile = new Set(far.door.watched())

  here.close()
  await expect.poll(() => far.door.watched().size).toBe(0)

  expect(meanwhile).toEqual(new Set([ola, grace]))
})

test('at most four people are watched by one page', async () => {
  const here = await page(...far.hospital.people().map(({ key }) => key))
  await here.next(({ name }) => name === 'timeline')

  expect(far.door.watched().size).toBe(4)
})

test('a message is told once, and named by its id from then on', async () => {
  post('the first of two')
  const here = await page(ola)
  await here.next(isOf(ola))

  post('the second of two')
  const { data } = await here.next(isOf(ola))

  const messages = Object(data).places[0].messages
  expect(JSON.stringify(messages)).not.toContain('the first of two')
  expect(messages.at(-2)).toEqual({ same: expect.any(String) })
  expect(messages.at(-1)).toMatchObject({ text: 'the second of two' })
})

test('streams end when the hospital goes, pages that ask are sent away for a moment, and come back to the next', async () => {
  const here = await page(ola)
  await here.next(isOf(ola))

  far.door.disconnect()
  await here.ended
  const away = await ask(far.address, { path: '/playground/events' })
  far.door.connect({ ...far.hospital, run: 'second' })
  const back = await page(ola)
  const { data } = await back.next(({ name }) => name === 'hospital')

  expect(away).toMatchObject({ status: 200, text: 'retry: 300\n\n' })
  expect(data).toMatchObject({ run: 'second' })
})

test('a page that does not read is spared what is out of date by the time it reads again', async () => {
  const { port } = new URL(far.address)
  let text = ''
  const deaf = connect(Number(port), '127.0.0.1')
  deaf.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  deaf.pause()
  deaf.write(`GET /playground/events?people=${ola} HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`)
  await expect.poll(() => far.door.watched().size).toBe(1)

  for (let n = 0; n < 60; n += 1) {
    post(`${n} of 60 ${'x'.repeat(400_000)}`)
    await later(20)
  }
  deaf.resume()
  await expect.poll(() => text.includes('59 of 60')).toBe(true)
  deaf.destroy()

  expect(text.split('event: person').length).toBeLessThan(45)
  await expect.poll(() => far.door.watched().size).toBe(0)
})
