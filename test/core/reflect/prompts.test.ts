import { expect, test } from 'vitest'
import { moments, promptsFor, setAfter } from '../../../src/core/reflect/prompts.ts'

test.each(moments)('the questions after a %s come round once all have been asked', (moment) => {
  const asked = [0, 1, 2, 3].map((entries) => promptsFor(moment, setAfter(entries)))

  expect(new Set(asked).size).toBe(3)
  expect(asked[3]).toEqual(asked[0])
})

test('every question is an open one', () => {
  const all = moments.flatMap((moment) => [0, 1, 2].flatMap((set) => promptsFor(moment, set)))

  expect(all.filter((ask) => !ask.endsWith('?'))).toEqual([])
  expect(all.filter((ask) => /^(is|are|do|did|does|was|were|have|has|can)\b/i.test(ask))).toEqual([])
})
