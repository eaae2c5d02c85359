import { afterAll, beforeAll, expect, test } from 'vitest'
import { targetOf } from '../../src/playground/hospital/target.ts'
import { openLife } from './open-life.ts'

// Nobody is there and nothing is due, so that the clock alone is seen.
let life: Awaited<ReturnType<typeof openLife>>

beforeAll(async () => {
  life = await openLife('nothing')
}, 90_000)

afterAll(() => life.end())

const wallTime = () => {
  const { now, zone } = life.hospital.clock()
  const there = Temporal.Instant.from(now).toZonedDateTimeISO(zone)
  return `${there.toPlainDate()} ${there.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

test('a hospital with nobody in it stands at the instant of the demonstration, and its clock runs', async () => {
  const before = life.hospital.clock()

  expect(wallTime()).toBe('2027-01-19 09:04')
  expect(before.next).toBeUndefined()
  expect(life.hospital.people()).toEqual([])
  await expect.poll(() => life.hospital.clock().now > before.now).toBe(true)
})

test('a week keeps the time of day over the change of the clocks', async () => {
  const { hospital } = life
  await hospital.advance({ at: '2027-03-21T08:30:00Z' })

  await hospital.advance({ by: 'week' })

  expect(wallTime()).toBe('2027-03-28 08:30')
  expect(hospital.clock().now).toMatch(/^2027-03-28T07:30/)
})

test('so does a day, and an hour is sixty minutes', () => {
  const from = (now: string) => ({ now: Temporal.Instant.from(now), zone: 'Europe/London', next: undefined })

  const day = targetOf({ by: 'day' }, from('2027-03-27T08:30:00Z'))
  const hour = targetOf({ by: 'hour' }, from('2027-10-31T00:30:00Z'))

  expect(day).toEqual({ at: Temporal.Instant.from('2027-03-28T07:30:00Z') })
  expect(hour).toEqual({ at: Temporal.Instant.from('2027-10-31T01:30:00Z') })
})

test('the clock is not moved back, not to what is no date, and not further than a year; each with a reason', async () => {
  const { hospital } = life
  const before = wallTime()

  const reasons = [
    await hospital.advance({ at: '2026-01-01T00:00:00Z' }),
    await hospital.advance({ at: 'tomorrow' }),
    await hospital.advance({ at: '2030-01-01T00:00:00Z' }),
    await hospital.advance({ by: 'next' }),
  ]

  expect(reasons).toEqual([
    expect.stringMatching(/^The clock only goes forward, and it is .+ already[.]$/),
    expect.stringContaining('That is no date and time'),
    expect.stringContaining('366 days at most'),
    expect.stringContaining('Nothing is planned'),
  ])
  expect(wallTime()).toBe(before)
})

test('while the clock is on its way a second move is refused, and the page sees where it goes', async () => {
  const { hospital } = life
  const underWay: (string | undefined)[] = []
  const unwatch = hospital.watch(() => underWay.push(hospital.clock().until))

  const [first, second] = await Promise.all([
    hospital.advance({ by: 'day' }),
    hospital.advance({ by: 'week' }),
  ])

  unwatch()
  expect(first).toBeUndefined()
  expect(second).toBe('The clock is on its way already: please wait until it has arrived.')
  expect(underWay.some((until) => until !== undefined)).toBe(true)
  expect(hospital.clock().until).toBeUndefined()
  expect(hospital.timeline.filter(({ kind }) => kind === 'clock').at(-1)?.text).toMatch(/^The clock moves on/)
})

test('a hospital that closes while its clock is on its way goes no further', async () => {
  const other = await openLife('nothing')
  const { hospital } = other
  const moving = hospital.advance({ at: '2027-12-24T12:00:00Z' })
  await expect.poll(() => hospital.clock().until).toBe('2027-12-24T12:00:00Z')

  await other.end()

  expect(await moving).toMatch(/^The clock stopped at .+: the hospital closes\.$/)
  expect(hospital.clock().now < '2027-12-24').toBe(true)
}, 90_000)
