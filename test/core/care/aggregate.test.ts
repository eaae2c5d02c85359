import { expect, test } from 'vitest'
import { averageOf } from '../../../src/core/care/aggregate.ts'

const now = Temporal.Instant.from('2027-07-30T09:00:00Z')
const earlier = Temporal.Instant.from('2027-04-30T09:00:00Z')

const answers = (...values: number[]) => values.map((value, at) => ({ personId: `p${at}`, value }))
const people = (...numbers: number[]) => numbers.map((number) => `p${number}`)
const average = (given: Partial<Parameters<typeof averageOf>[0]>) =>
  averageOf({ answers: answers(4, 5, 4, 3, 4), readers: [], before: undefined, now, ...given })

test('five answers with two different values give an average, rounded to a half', () => {
  expect(average({})).toEqual({ value: 4, people: people(0, 1, 2, 3, 4), values: [4, 5, 4, 3, 4], on: now })
  expect(average({ answers: answers(4, 5, 4, 5, 5) })?.value).toBe(4.5)
})

test('four answers give none, nor do five that are all the same', () => {
  expect(average({ answers: answers(4, 5, 4, 3) })).toBeUndefined()
  expect(average({ answers: answers(4, 4, 4, 4, 4) })).toBeUndefined()
})

test('what its reader answered does not count towards the five, nor towards the two values', () => {
  expect(average({ readers: ['p0'] })).toBeUndefined()
  expect(average({ answers: answers(1, 5, 5, 5, 5, 5), readers: ['p0'] })).toBeUndefined()
  expect(average({ answers: answers(1, 5, 5, 5, 5, 4), readers: ['p0'] })).toBeDefined()
})

test.each([1, 4])(
  'where %i people more have answered, the figure shown before stands with its date',
  (more) => {
    const before = { value: 3, people: people(0, 1, 2, 3, 4), on: earlier }

    expect(average({ answers: answers(1, 2, 3, 4, 5, ...Array(more).fill(5)), before })).toBe(before)
  },
)

test('the figure is new where at least five differ', () => {
  const same = { value: 3, people: people(0, 1, 2, 3, 4), on: earlier }

  expect(average({ answers: answers(1, 2, 3, 4, 5, 5, 5, 5, 5, 5), before: same })?.on).toEqual(now)
})

test.each([0, 1, 4])(
  'where %i of the same people have answered otherwise, the figure stands with its date',
  (changed) => {
    const then = answers(4, 5, 4, 3, 4, 2)
    const before = averageOf({ answers: then, readers: [], before: undefined, now: earlier })
    const anew = then.map((one, at) => (at < changed ? { ...one, value: 1 } : one))

    expect(before?.value).toBe(3.5)
    expect(average({ answers: anew, before })).toBe(before)
  },
)

test('where five of the same people have answered otherwise, it is new', () => {
  const before = average({ answers: answers(4, 5, 4, 3, 4, 2), now: earlier })

  expect(average({ answers: answers(1, 1, 1, 1, 1, 2), before })).toMatchObject({ value: 1, on: now })
})

test('where it is not known any more what the same people had answered, the figure stands', () => {
  const before = { value: 3, people: people(0, 1, 2, 3, 4), on: earlier }

  expect(average({ answers: answers(1, 1, 1, 1, 2), before })).toBe(before)
})

test('two who answered in the place of two others differ by four', () => {
  const before = { value: 3, people: people(0, 1, 2, 8, 9), on: earlier }

  expect(average({ before })).toBe(before)
})
