import { expect, test } from 'vitest'
import { stageOf } from '../../../src/core/pair/stage.ts'

const date = Temporal.PlainDate.from
const endsOn = date('2027-07-30')

test.each([
  ['has not met', { hasMet: false, hasGoal: false, today: '2027-02-01' }, 'getting-started'],
  ['has a goal but has not met', { hasMet: false, hasGoal: true, today: '2027-02-01' }, 'getting-started'],
  [
    'has not met and is about to end',
    { hasMet: false, hasGoal: false, today: '2027-07-20' },
    'getting-started',
  ],
  ['has met', { hasMet: true, hasGoal: false, today: '2027-02-01' }, 'setting-goals'],
  ['has met and set a goal', { hasMet: true, hasGoal: true, today: '2027-02-01' }, 'working'],
  ['ends in 29 days', { hasMet: true, hasGoal: true, today: '2027-07-01' }, 'working'],
  ['ends in 28 days', { hasMet: true, hasGoal: true, today: '2027-07-02' }, 'closing'],
  ['has ended', { hasMet: true, hasGoal: true, today: '2027-08-30' }, 'closing'],
])('a pair that %s', (_, { today, ...facts }, stage) => {
  expect(stageOf({ ...facts, endsOn, today: date(today) })).toBe(stage)
})

test('a pair without an end never closes by itself', () => {
  const stage = stageOf({ hasMet: true, hasGoal: true, endsOn: undefined, today: date('2037-01-01') })

  expect(stage).toBe('working')
})
