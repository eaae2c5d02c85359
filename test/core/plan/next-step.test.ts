import { expect, test } from 'vitest'
import { actionIn } from '../../../src/core/plan/next-step.ts'

const here = { today: Temporal.PlainDate.from('2027-01-04'), locale: 'en-GB' }

test.each([
  ['Ask Mary about the rota by Friday', 'Ask Mary about the rota', '2027-01-08'],
  ['Ask Mary, by 14 January.', 'Ask Mary', '2027-01-14'],
  ['Draft the protocol until 14/02/2027', 'Draft the protocol', '2027-02-14'],
  ['Ring the school tomorrow', 'Ring the school', '2027-01-05'],
  ['Read the article in 3 days', 'Read the article', '2027-01-07'],
  ['Sit in on the board round on Wednesday', 'Sit in on the board round', '2027-01-06'],
  ['Send the draft before Friday', 'Send the draft', '2027-01-07'],
  ['By Friday', 'By Friday', '2027-01-08'],
])('“%s” is the action “%s” with its day, which is said once', (text, title, dueOn) => {
  expect(actionIn({ text }, here)).toEqual({ title, dueOn: Temporal.PlainDate.from(dueOn) })
})

test.each([
  'Ask Mary about the rota',
  'Stand by the door',
  'Put it on paper',
  'Go through it before the round',
  'By then',
])('“%s” has no day, and none is made up', (text) => {
  expect(actionIn({ text }, here)).toBeUndefined()
})

test('the day of the form counts, unless it has passed', () => {
  expect(actionIn({ text: 'Ask by Friday', by: '2027-02-01' }, here)?.dueOn.toString()).toBe('2027-02-01')
  expect(actionIn({ text: 'Ask', by: '2026-12-24' }, here)).toBeUndefined()
})

test('a day in the words and in the form is said once, where it is the same', () => {
  const same = actionIn({ text: 'Ask Mary by 1 February', by: '2027-02-01' }, here)
  const another = actionIn({ text: 'Ask Mary by Friday', by: '2027-02-01' }, here)

  expect(same?.title).toBe('Ask Mary')
  expect(another?.title).toBe('Ask Mary by Friday')
})

test('what is long is shortened, not refused', () => {
  expect(actionIn({ text: 'Ask '.repeat(400), by: '2027-02-01' }, here)?.title.length).toBeLessThanOrEqual(
    300,
  )
})
