import { expect, test } from 'vitest'
import type { Goal } from '../../../src/core/goal/goal.ts'
import { readProgressWords } from '../../../src/core/goal/progress-words.ts'

const date = Temporal.PlainDate.from

function goal(number: number): Goal {
  return {
    id: `goal-${number}`,
    pairId: 'p',
    ownerId: 'o',
    number,
    title: 'Lead a handover',
    measure: 'number',
    baseline: 0,
    target: 100,
    startsOn: date('2027-01-01'),
    dueOn: date('2027-04-11'),
    state: 'open',
    value: 0,
    milestones: [],
  }
}

const one = [goal(1)]
const two = [goal(2), goal(3)]

test.each([
  [
    '2 60% drafted the protocol',
    two,
    { kind: 'entry', goal: goal(2), value: '60%', note: 'drafted the protocol' },
  ],
  ['2 60 % drafted', two, { kind: 'entry', goal: goal(2), value: '60%', note: 'drafted' }],
  ['#3 done', two, { kind: 'entry', goal: goal(3), value: 'done' }],
  ['3 12 of them 4 alone', two, { kind: 'entry', goal: goal(3), value: '12', note: 'of them 4 alone' }],
  ['60% drafted', one, { kind: 'entry', goal: goal(1), value: '60%', note: 'drafted' }],
  ['60 % drafted', one, { kind: 'entry', goal: goal(1), value: '60%', note: 'drafted' }],
  ['12 shifts', one, { kind: 'entry', goal: goal(1), value: '12', note: 'shifts' }],
  ['done', one, { kind: 'entry', goal: goal(1), value: 'done' }],
  ['1 1', one, { kind: 'entry', goal: goal(1), value: '1' }],
  ['', two, { kind: 'form' }],
  ['3', two, { kind: 'form', goal: goal(3) }],
  ['7', two, { kind: 'no-such-goal', number: 7 }],
  ['7 60%', two, { kind: 'no-such-goal', number: 7 }],
  ['done', two, { kind: 'which-goal' }],
  ['60%', two, { kind: 'which-goal' }],
  ['2 drafted the protocol', two, { kind: 'no-value', goal: goal(2) }],
  ['drafted the protocol', one, { kind: 'no-value', goal: goal(1) }],
  ['drafted the protocol', two, { kind: 'no-value' }],
])('progress %s', (typed, open, read) => {
  expect(readProgressWords(typed, open, 'en-GB')).toEqual(read)
})
