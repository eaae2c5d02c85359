import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Scheduler, startScheduler } from '../../src/jobs/scheduler.ts'
import { slotOf, type TaskName, timetable } from '../../src/jobs/timetable.ts'

let ran: TaskName[]
let claimed: Set<string>
let scheduler: Scheduler | undefined
let heartbeat: () => Promise<void>

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
    now: new Date('2027-03-02T09:00:30Z'),
  })
  ran = []
  claimed = new Set()
  heartbeat = () => note('heartbeat')
})
afterEach(async () => {
  await scheduler?.stop()
  vi.useRealTimers()
})

test('it beats at the start and then every minute', async () => {
  start()

  await vi.advanceTimersByTimeAsync(3 * 60_000)

  expect(beats()).toBe(4)
})

test('every line of the timetable runs in its slot', async () => {
  start()

  await vi.advanceTimersByTimeAsync(60 * 60_000)

  expect(ran.filter((task) => task === 'erase-bodies')).toHaveLength(2)
  expect(ran.filter((task) => task === 'prune')).toHaveLength(1)
  expect(ran.filter((task) => task === 'sweep')).toHaveLength(61)
})

test('clock set back an hour: the heartbeat goes on', async () => {
  start({ claims: false })
  await vi.advanceTimersByTimeAsync(60_000)
  const before = beats()

  vi.setSystemTime(Date.now() - 60 * 60_000)
  await vi.advanceTimersByTimeAsync(10 * 60_000)

  expect(beats() - before).toBeGreaterThanOrEqual(7)
})

test('clock set forward a day: the heartbeat goes on, and what was missed is not run a thousand times', async () => {
  start()
  await vi.advanceTimersByTimeAsync(60_000)
  const before = beats()

  vi.setSystemTime(Date.now() + 24 * 60 * 60_000)
  await vi.advanceTimersByTimeAsync(10 * 60_000)

  expect(beats() - before).toBeGreaterThanOrEqual(9)
  expect(beats() - before).toBeLessThanOrEqual(11)
})

test('missed slot: a process that was too busy for the minute beats as soon as it can', async () => {
  start()
  await vi.advanceTimersByTimeAsync(29_000)

  vi.setSystemTime(Date.now() + 20_000)
  await vi.advanceTimersByTimeAsync(1_000)

  expect(beats()).toBe(2)
})

test('a heartbeat that still runs is not started again, the other lines go on', async () => {
  const first = Promise.withResolvers<void>()
  heartbeat = () => note('heartbeat').then(() => first.promise)
  start()

  await vi.advanceTimersByTimeAsync(5 * 60_000)
  const during = beats()
  first.resolve()
  await vi.advanceTimersByTimeAsync(60_000)

  expect(during).toBe(1)
  expect(ran.filter((task) => task === 'sweep')).toHaveLength(7)
  expect(beats()).toBe(2)
})

test('a heartbeat that fails is tried again at its next slot', async () => {
  heartbeat = () => note('heartbeat').then(() => Promise.reject(new Error('no database')))
  start()

  await vi.advanceTimersByTimeAsync(2 * 60_000)

  expect(beats()).toBe(3)
})

test('a process that stops waits for what runs, and starts nothing more', async () => {
  const last = Promise.withResolvers<void>()
  const order: string[] = []
  heartbeat = () => note('heartbeat').then(() => last.promise)
  start()
  await vi.advanceTimersByTimeAsync(1)

  const stopping = scheduler?.stop().then(() => order.push('stopped'))
  await vi.advanceTimersByTimeAsync(3 * 60_000)
  order.push('done')
  last.resolve()
  await stopping

  expect(order).toEqual(['done', 'stopped'])
  expect(beats()).toBe(1)
})

function start({ claims = true } = {}): void {
  scheduler = startScheduler({
    timetable,
    tasks: {
      heartbeat: () => heartbeat(),
      sweep: () => note('sweep'),
      'erase-bodies': () => note('erase-bodies'),
      prune: () => note('prune'),
    },
    claim: (line, now) => {
      const slot = `${line.task} ${slotOf(line, now)}`
      const free = !(claims && claimed.has(slot))
      claimed.add(slot)
      return Promise.resolve(free)
    },
    now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()),
    log: pino({ level: 'silent' }),
  })
}

function note(task: TaskName): Promise<void> {
  ran.push(task)
  return Promise.resolve()
}

function beats(): number {
  return ran.filter((task) => task === 'heartbeat').length
}
