import { expect, test } from 'vitest'
import { checkValues } from '../../../src/core/message/check-values.ts'
import type { Field, Form } from '../../../src/core/message/form.ts'

const formOf = (field: Field): Form => ({
  verb: 'thanks.save',
  title: 'Say thank you',
  submit: 'Send',
  parts: [{ kind: 'field', field }],
})
const asked = formOf({ kind: 'text', name: 'words', label: 'What are you thankful for?', maxLength: 1000 })

test.each([
  ['spaces', ' \t\n'],
  ['spaces of other widths', '\u00A0\u3000'],
  ['what nobody sees', '\u200B\u200D\uFEFF'],
])('%s alone are no answer', (_, words) => {
  expect(checkValues(asked, { words })).toEqual({ words: 'Please fill this in.' })
})

test.each(['👍', '👩‍⚕️', '.', 'شكرا'])('%s is an answer, however short', (words) => {
  expect(checkValues(asked, { words })).toEqual({})
})
