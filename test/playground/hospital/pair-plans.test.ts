import { expect, test } from 'vitest'
import { type Life, lives } from '../../../src/playground/hospital/lives.ts'
import { pairActFor, pairActsAfter } from '../../../src/playground/hospital/pair-plans.ts'

const one = (way: Life['way'], side: Life['side'] = 'mentee') =>
  lives.find((life) => life.way === way && life.side === side)

function actOf(key: string, life: Life | undefined): string | undefined {
  return life && pairActFor(key, life)?.act
}

test.each([
  { key: 'briefing:e1', act: 'briefing' },
  { key: 'pair:p1:made:x', act: 'agreement' },
  { key: 'agreement:a1:written:x', act: 'agreement' },
  { key: 'agreement:a1:half:x', act: 'agreement' },
  { key: 'orientation:p1:list:x', act: 'tick' },
  { key: 'skills:p1:start', act: 'rate-start' },
  { key: 'skills:p1:end', act: 'rate-end' },
  { key: 'review:r1:1', act: 'look-back' },
  { key: 'meeting:m1:proposed:1', act: 'pick' },
  { key: 'plan-reminder:x:2027-02-01', act: 'step-done' },
  { key: 'goal:g1:reached:x', act: 'thanks' },
  { key: 'thanks:t1', act: undefined },
  { key: 'skills:p1:name', act: undefined },
])('a mentee to whom $key has come does: $act', ({ key, act }) => {
  expect(actOf(key, one('chat'))).toBe(act)
})

test('the silent do nothing about any of it', () => {
  const silent = one('silent')

  const acts = ['pair:p1:made:x', 'orientation:p1:list:x', 'review:r1:2'].map((key) => actOf(key, silent))

  expect(silent).toBeDefined()
  expect(acts).toEqual([undefined, undefined, undefined])
  expect(silent && pairActsAfter('join', silent, 0)).toEqual([])
})

test('the prompt read the briefing once they have joined, others never get round to it', () => {
  const acts = (['form', 'later'] as const).map((way) => {
    const life = one(way, 'mentor')
    return life && pairActsAfter('join', life, 0).map(({ act }) => act)
  })

  expect(acts).toEqual([['briefing'], []])
})

test('a mentor waits for the mentee to begin the agreement, and is the one who says that they have met', () => {
  const mentor = one('form', 'mentor')

  expect(actOf('pair:p1:made:x', mentor)).toBeUndefined()
  expect(actOf('agreement:a1:written:x', mentor)).toBe('agreement')
  expect(actOf('meeting:m1:did-it:0:x', mentor)).toBe('held')
  expect(actOf('meeting:m1:did-it:0:x', one('chat'))).toBeUndefined()
})

test('who puts things off takes days, but lets nobody wait for long with proposed times', () => {
  const hours = (way: Life['way'], key: string) => {
    const life = one(way)
    return life ? (pairActFor(key, life)?.after.total('hours') ?? Number.NaN) : Number.NaN
  }

  expect(hours('chat', 'orientation:p1:list:x')).toBeLessThan(12)
  expect(hours('later', 'orientation:p1:list:x')).toBeGreaterThan(72)
  expect(hours('later', 'meeting:m1:proposed:1')).toBeLessThan(12)
})

test('every other check-in a mentee proposes a meeting, and now and then says thank you', () => {
  const mentee = one('chat')

  const acts = [0, 1, 2, 3].map(
    (count) => mentee && pairActsAfter('chat', mentee, count).map(({ act }) => act),
  )

  expect(acts).toEqual([[], ['propose'], [], ['thanks']])
})
