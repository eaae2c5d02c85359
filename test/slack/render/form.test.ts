import { expect, test } from 'vitest'
import type { Field, Form } from '../../../src/core/message/form.ts'
import { renderForm, withErrors } from '../../../src/slack/render/form.ts'

const form = (...fields: Field[]): Form => ({
  verb: 'goal.save',
  about: 'g1',
  title: 'Your goal',
  submit: 'Save',
  parts: fields.map((field) => ({ kind: 'field', field })),
})

const elements = (...fields: Field[]) =>
  renderForm(form(...fields)).blocks.map((block) => ('element' in block ? block.element : block))

test('a form is a modal that knows its verb, its row and its words', () => {
  expect(renderForm(form())).toMatchObject({
    type: 'modal',
    callback_id: 'goal.save',
    private_metadata: 'g1',
    title: { text: 'Your goal' },
    submit: { text: 'Save' },
    close: { text: 'Cancel' },
  })
})

test('each field is a block named after it', () => {
  const { blocks } = renderForm(
    form({
      kind: 'text',
      name: 'aim',
      label: 'Your aim',
      hint: 'In your words',
      maxLength: 500,
      optional: true,
    }),
  )

  expect(blocks).toMatchObject([
    {
      type: 'input',
      block_id: 'aim',
      label: { text: 'Your aim' },
      hint: { text: 'In your words' },
      optional: true,
      element: { type: 'plain_text_input', max_length: 500, action_id: 'goal.save:1' },
    },
  ])
})

test('few choices stand in sight, more go into a menu, very many into groups', () => {
  const options = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ value: `${index}`, label: `Choice ${index}` }))

  const [few, more, many, folded] = elements(
    { kind: 'choice', name: 'a', label: 'A', options: options(5), value: '3' },
    { kind: 'choice', name: 'b', label: 'B', options: options(6) },
    { kind: 'choices', name: 'c', label: 'C', options: options(250), values: ['201'] },
    { kind: 'choice', name: 'd', label: 'D', options: options(2), value: '1', folded: true },
  )

  expect(few).toMatchObject({ type: 'radio_buttons', initial_option: { value: '3' } })
  expect(more).toMatchObject({ type: 'static_select' })
  expect(many).toMatchObject({
    type: 'multi_static_select',
    option_groups: [{ label: { text: '1–100' } }, {}, { label: { text: '201–250' } }],
    initial_options: [{ value: '201' }],
  })
  expect(folded).toMatchObject({ type: 'static_select', initial_option: { value: '1' } })
})

test('dates and numbers keep what was entered where Slack can show it', () => {
  expect(
    elements(
      { kind: 'date', name: 'by', label: 'By', value: '2027-01-04' },
      { kind: 'date', name: 'never', label: 'Never', value: '2027-02-31' },
      { kind: 'number', name: 'minutes', label: 'Minutes', min: 1, max: 600, whole: true, value: '45' },
      { kind: 'number', name: 'over', label: 'Over', max: 10, value: '4500' },
    ),
  ).toEqual([
    { type: 'datepicker', action_id: 'goal.save:1', initial_date: '2027-01-04' },
    { type: 'datepicker', action_id: 'goal.save:2' },
    {
      type: 'number_input',
      action_id: 'goal.save:3',
      is_decimal_allowed: false,
      min_value: '1',
      max_value: '600',
      initial_value: '45',
    },
    { type: 'number_input', action_id: 'goal.save:4', is_decimal_allowed: true, max_value: '10' },
  ])
})

test('a choice of nothing says so instead of breaking the form', () => {
  const { blocks } = renderForm(form({ kind: 'choice', name: 'pair', label: 'Which pair', options: [] }))

  expect(JSON.stringify(blocks)).toContain('There is nothing to choose from yet.')
})

test('errors that come too late for their fields stand at the head, by label', () => {
  const asked = form({ kind: 'text', name: 'aim', label: 'Your aim', maxLength: 500 })

  const { blocks } = renderForm(withErrors(asked, { aim: 'Please write one sentence.' }))

  expect(JSON.stringify(blocks[0])).toContain('Please write one sentence.')
  expect(JSON.stringify(blocks[0])).toContain('Your aim')
})
