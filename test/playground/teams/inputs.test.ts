import { expect, test } from 'vitest'
import { checkedInputs } from '../../../src/playground/teams/inputs.ts'

const errorMessage = 'Please mend this.'
const choices = [
  { title: 'One', value: '1' },
  { title: 'Two', value: '2' },
]

test.each([
  [{ type: 'Input.Text', isRequired: true }, ''],
  [{ type: 'Input.Text', regex: '^[a-z]+$' }, 'A1'],
  [{ type: 'Input.Number' }, 'three'],
  [{ type: 'Input.Number', min: 1 }, '0'],
  [{ type: 'Input.Number', max: 5 }, '5.5'],
  [{ type: 'Input.Date' }, 'tomorrow'],
  [{ type: 'Input.Date' }, '2027-13-01'],
  [{ type: 'Input.Date', min: '2027-01-19' }, '2027-01-18'],
  [{ type: 'Input.Date', max: '2027-01-19' }, '2027-01-20'],
  [{ type: 'Input.Time' }, '25:00'],
  [{ type: 'Input.Toggle', isRequired: true }, 'false'],
  [{ type: 'Input.ChoiceSet', choices }, '3'],
  [{ type: 'Input.ChoiceSet', choices, isMultiSelect: true }, '1,3'],
])('%j does not take %j', (input, value) => {
  const checked = checkedInputs([{ id: 'a', errorMessage, ...input }], { a: value })

  expect(checked).toEqual({ errors: { a: errorMessage } })
})

test.each([
  [{ type: 'Input.Text', regex: '^[a-z]+$' }, 'abc', 'abc'],
  [{ type: 'Input.Text', maxLength: 3 }, 'abcdef', 'abc'],
  [{ type: 'Input.Number', min: 1, max: 5 }, '3.5', '3.5'],
  [{ type: 'Input.Date', min: '2027-01-19', max: '2027-01-19' }, '2027-01-19', '2027-01-19'],
  [{ type: 'Input.Time' }, '23:59', '23:59'],
  [{ type: 'Input.Toggle', isRequired: true, valueOn: 'yes' }, 'yes', 'yes'],
  [{ type: 'Input.ChoiceSet', choices, isMultiSelect: true }, '1,2', '1,2'],
  [{ type: 'Input.Unheard' }, 'as it is', 'as it is'],
])('%j sends for %j: %j', (input, value, sent) => {
  const checked = checkedInputs([{ id: 'a', errorMessage, ...input }], { a: value })

  expect(checked).toEqual({ values: { a: sent } })
})

test('what is left out keeps what stood there, and what is empty is not sent', () => {
  const inputs = [
    { type: 'Input.Text', id: 'kept', value: 'before' },
    { type: 'Input.Text', id: 'emptied', value: 'before' },
    { type: 'Input.Toggle', id: 'off', title: 'Off' },
    { type: 'Input.Text', id: 'untouched' },
  ]

  const checked = checkedInputs(inputs, { emptied: '', unknown: 'x' })

  expect(checked).toEqual({ values: { kept: 'before', off: 'false' } })
})

test('an input without words of its own still says that it is wrong', () => {
  const checked = checkedInputs([{ type: 'Input.Text', id: 'a', isRequired: true }], {})

  expect(checked).toEqual({ errors: { a: 'This is not filled in as it should be.' } })
})
