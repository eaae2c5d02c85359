import { describe, expect, test } from 'vitest'
import type { Block, Button } from '../../../src/core/message/message.ts'
import { arrange, type Card } from '../../../src/core/overview/arrange.ts'

const lines = (name: string, count: number): Card => ({
  blocks: Array.from({ length: count }, (_, at): Block => ({ kind: 'text', text: `${name} ${at}` })),
})
const buttons = (count: number): Button[] =>
  Array.from({ length: count }, (_, at) => ({ label: `Button ${at}`, verb: `some.button-${at}` }))

describe('the screen of the overview', () => {
  test('holds everything where there is room', () => {
    const { front, behind } = arrange([lines('pair', 3), lines('goal', 2)], buttons(5))

    expect(front.blocks).toHaveLength(5)
    expect(front.buttons).toHaveLength(5)
    expect(behind).toEqual({ blocks: [], buttons: [] })
  })

  test('keeps what matters first, and fills up with what still fits', () => {
    const { front, behind } = arrange([lines('open', 8), lines('pair', 3), lines('goal', 2)], [])

    expect(front.blocks).toEqual([...lines('open', 8).blocks, ...lines('goal', 2).blocks])
    expect(behind.blocks).toEqual(lines('pair', 3).blocks)
  })

  test('shows what comes first however long it is', () => {
    const { front } = arrange([lines('open', 14), lines('pair', 1)], [])

    expect(front.blocks).toEqual(lines('open', 14).blocks)
  })

  test('shows four buttons where there are more than five, so that one is left for the rest', () => {
    const { front, behind } = arrange([], buttons(9))

    expect(front.buttons).toEqual(buttons(9).slice(0, 4))
    expect(behind.buttons).toEqual(buttons(9).slice(4))
  })
})
