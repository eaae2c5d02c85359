import { expect, test } from 'vitest'
import { labelOf } from '../../../src/core/message/label.ts'

test('a label within 24 characters stays as it is', () => {
  expect(labelOf('Now Amira Haddad')).toBe('Now Amira Haddad')
  expect(labelOf('x'.repeat(24))).toBe('x'.repeat(24))
})

test('a longer one ends in an ellipsis, and no character is split', () => {
  expect(labelOf('Career mentoring for nurses')).toBe('Career mentoring for nu…')
  expect(labelOf('Now 👩🏽‍⚕️👩🏽‍⚕️👩🏽‍⚕️👩🏽‍⚕️')).toBe('Now 👩🏽‍⚕️👩🏽‍⚕️…')
})
