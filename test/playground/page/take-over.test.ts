import { expect, test } from 'vitest'
import { takeOver } from '../../../src/playground/page/take-over.ts'

const chat = () => ({
  id: 'D1',
  messages: [
    { id: '1', blocks: [{ text: 'a' }] },
    { id: '2', blocks: [] },
  ],
})

test('what was told again unchanged is what stood there before', () => {
  const before = chat()

  const after = takeOver(before, chat())

  expect(after).toBe(before)
})

test('a new message leaves those before it as they were', () => {
  const before = chat()
  const told = chat()
  told.messages.push({ id: '3', blocks: [] })

  const after = takeOver(before, told)

  expect(after).not.toBe(before)
  expect(after.messages[0]).toBe(before.messages[0])
  expect(after.messages[1]).toBe(before.messages[1])
  expect(after.messages.map(({ id }) => id)).toEqual(['1', '2', '3'])
})

test('a changed message is told, and nothing that was there before is altered', () => {
  const before = chat()
  const told = { ...chat(), messages: [{ id: '1', blocks: [{ text: 'b' }] }] }

  const after = takeOver(before, told)

  expect(after.messages).toEqual([{ id: '1', blocks: [{ text: 'b' }] }])
  expect(before).toEqual(chat())
})

test('what is no longer told is gone', () => {
  const before: Record<string, unknown> = { home: { id: 'V1' }, key: 'slack:U1' }

  const after = takeOver<Record<string, unknown>>(before, { key: 'slack:U1' })

  expect(after).toEqual({ key: 'slack:U1' })
})
