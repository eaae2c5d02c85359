import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Field, Form } from '../../../src/core/message/form.ts'
import { formDialog } from '../../../src/teams/render/dialog.ts'
import { form } from './arbitraries.ts'
import { complaintsAbout } from './parse-card.ts'

type Part = Readonly<Record<string, unknown>>

function dialogWith(field: Field, errors: Record<string, string> = {}): readonly Part[] {
  const asked: Form = {
    verb: 'goal.save',
    about: 'g1',
    title: 'A goal',
    submit: 'Save',
    parts: [{ kind: 'field', field }],
  }
  return formDialog(asked, errors).card.content.body
}

test('whatever a form asks, its dialog is accepted by the renderer of Teams', () => {
  fc.assert(
    fc.property(form, fc.string({ unit: 'grapheme', minLength: 1 }), (asked, complaint) => {
      const names = asked.parts.flatMap((part) => (part.kind === 'field' ? [part.field.name] : []))
      const errors = Object.fromEntries(names.map((name) => [name, complaint]))

      const { card } = formDialog(asked, errors)

      expect(complaintsAbout(card.content)).toEqual([])
      expect(Buffer.byteLength(JSON.stringify(card), 'utf8')).toBeLessThan(80_000)
      expect(Buffer.byteLength(JSON.stringify(card), 'utf16le')).toBeLessThan(80_000)
    }),
    { numRuns: 150 },
  )
}, 60_000)

test('a dialog sends back its verb and row', () => {
  const { card, title } = formDialog({
    verb: 'goal.save',
    about: 'g1',
    title: 'A goal',
    submit: 'Save',
    parts: [],
  })

  expect(title).toBe('A goal')
  expect(card.content.actions).toEqual([
    { type: 'Action.Submit', title: 'Save', style: 'positive', data: { verb: 'goal.save', about: 'g1' } },
  ])
})

test('a text field keeps its limit, its value, and has to be filled in unless it is optional', () => {
  const [needed] = dialogWith({ kind: 'text', name: 'aim', label: 'Aim', maxLength: 300, value: 'To lead' })
  const [optional] = dialogWith({ kind: 'text', name: 'aim', label: 'Aim', maxLength: 300, optional: true })

  expect(needed).toMatchObject({
    type: 'Input.Text',
    id: 'one:aim',
    label: 'Aim',
    maxLength: 300,
    value: 'To lead',
    isRequired: true,
    errorMessage: 'Please write something here, up to 300 characters.',
  })
  expect(optional).not.toHaveProperty('isRequired')
  expect(optional).toHaveProperty('label', 'Aim (optional)')
})

test('the complaint about a field stands right under it, what was entered stays in it', () => {
  const body = dialogWith(
    { kind: 'date', name: 'by', label: 'By when', hint: 'A day ahead', value: '04/01/27' },
    { by: 'Please write the date as 2027-01-04.' },
  )

  expect(body).toMatchObject([
    { type: 'Input.Text', value: '04/01/27' },
    { inlines: [{ text: 'Please write the date as 2027-01-04.', color: 'Attention' }] },
    { inlines: [{ text: 'A day ahead' }] },
  ])
})

test('a date and a number that can be shown get the input that fits', () => {
  const [date] = dialogWith({ kind: 'date', name: 'by', label: 'By when', value: '2027-01-04' })
  const [number] = dialogWith({ kind: 'number', name: 'n', label: 'Minutes', min: 0, max: 600, value: '45' })
  const [typed] = dialogWith({ kind: 'number', name: 'n', label: 'Minutes', value: 'an hour' })

  expect(date).toMatchObject({ type: 'Input.Date', value: '2027-01-04' })
  expect(number).toMatchObject({ type: 'Input.Number', value: 45, min: 0, max: 600 })
  expect(typed).toMatchObject({ type: 'Input.Text', value: 'an hour' })
})

test('a number that may be left out has no bounds, which Teams would hold against an empty one', () => {
  const minutes = { kind: 'number', name: 'n', label: 'Minutes', min: 1, max: 600, optional: true } as const

  const [number] = dialogWith(minutes)

  expect(number).not.toHaveProperty('min')
  expect(number).not.toHaveProperty('max')
})

test('a choice that stands already and is seldom changed takes one line', () => {
  const options = [{ value: 'a', label: 'On track' }]

  const [menu] = dialogWith({ kind: 'choice', name: 'c', label: 'How', options, value: 'a', folded: true })

  expect(menu).toMatchObject({ style: 'compact', value: 'a' })
})

test('a choice with markup in a label becomes a drop-down, which does not read it', () => {
  const plain = [{ value: 'a', label: 'On track' }]
  const marked = [{ value: 'a', label: '**Goal** [x](https://evil.example)' }]

  const [radio] = dialogWith({ kind: 'choice', name: 'c', label: 'How', options: plain, value: 'a' })
  const [menu] = dialogWith({ kind: 'choice', name: 'c', label: 'How', options: marked })

  expect(radio).toMatchObject({ style: 'expanded', value: 'a' })
  expect(menu).toMatchObject({ style: 'compact', choices: [{ title: marked[0]?.label }] })
})

test('several choices keep commas in their values apart, and no checkbox formats a label', () => {
  const options = [
    { value: 'a,b', label: '1. *one*' },
    { value: 'c', label: 'two' },
  ]

  const [boxes] = dialogWith({ kind: 'choices', name: 'c', label: 'Which', options, values: ['a,b', 'c'] })

  expect(boxes).toMatchObject({
    id: 'many:c',
    isMultiSelect: true,
    value: 'a%2Cb,c',
    choices: [
      { title: '1\u2060. ∗one∗', value: 'a%2Cb' },
      { title: 'two', value: 'c' },
    ],
  })
})
