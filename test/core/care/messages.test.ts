import { expect, test } from 'vitest'
import type { TextRefusal } from '../../../src/core/care/door.ts'
import { describeRefusal } from '../../../src/core/care/messages.ts'

const identifier: TextRefusal = { kind: 'identifier', identifier: 'nhs-number', masked: '943 ••• ••19' }

test('in a chat the author of an identifier is asked to delete the message, shown masked', () => {
  const said = describeRefusal(identifier, 'chat')

  expect(said).toContain('an NHS number (943 ••• ••19)')
  expect(said).toContain('please delete it')
})

test('in a form the author is asked to take the identifier out of the text that is still there', () => {
  const said = describeRefusal(identifier, 'form')

  expect(said).toContain('please take it out')
  expect(said).not.toContain('delete')
})

test('a doubtful number is asked about, and the author is told how to answer', () => {
  const doubtful = { kind: 'maybe-identifier', masked: '943 ••• ••19' } as const

  expect(describeRefusal(doubtful, 'chat')).toMatch(/943 ••• ••19.*\? .*send your message once more/)
  expect(describeRefusal(doubtful, 'form')).toMatch(/943 ••• ••19.*\? .*press the button once more/)
})

test('a long text is told by how much and what fits', () => {
  expect(describeRefusal({ kind: 'too-long', by: 1, limit: 3000 }, 'form')).toBe(
    'That is 1 character too long: please shorten it to 3,000 characters.',
  )
})

test.each<TextRefusal>([
  { kind: 'empty' },
  { kind: 'too-long', by: 20, limit: 100 },
  { kind: 'control-characters' },
  identifier,
])('the refusal $kind is one sentence in either place', (refusal) => {
  for (const where of ['chat', 'form'] as const) {
    expect(describeRefusal(refusal, where)).toMatch(/^[A-Z][^.?!]*[.?]$/)
  }
})
