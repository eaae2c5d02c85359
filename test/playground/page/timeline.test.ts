import { describe, expect, test } from 'vitest'
import { sectionOf } from '../../../src/playground/page/section.ts'
import { latestByDay, summarise } from '../../../src/playground/page/timeline/days.ts'
import type { Happening } from '../../../src/playground/wire.ts'

const zone = 'Europe/London'

describe('what happened', () => {
  test('stands by days of the hospital’s zone, the newest first', () => {
    const items = [
      item(0, { at: '2027-06-29T12:00:00Z' }),
      item(1, { at: '2027-06-30T22:59:00Z' }),
      item(2, { at: '2027-06-30T23:30:00Z' }),
    ]

    const days = latestByDay(items, { most: 10, zone })

    expect(days.map((day) => [day.date, day.items.map(({ id }) => id)])).toEqual([
      ['2027-07-01', [2]],
      ['2027-06-30', [1]],
      ['2027-06-29', [0]],
    ])
  })

  test('of one kind counts towards the most that are shown', () => {
    const items = [item(0, { kind: 'digest' }), item(1), item(2, { kind: 'digest' }), item(3)]

    const days = latestByDay(items, { kind: 'digest', most: 2, zone })

    expect(days.flatMap((day) => day.items.map(({ id }) => id))).toEqual([2, 0])
  })

  test('of thousands shows the newest', () => {
    const items = Array.from({ length: 20_000 }, (_, id) => item(id))

    const shown = latestByDay(items, { most: 120, zone }).flatMap((day) => day.items)

    expect(shown).toHaveLength(120)
    expect(shown[0]?.id).toBe(19_999)
  })

  test('is told in one sentence by number and kind, without the moves of the clock', () => {
    const items = [
      item(0, { kind: 'clock' }),
      item(1),
      item(2),
      item(3, { kind: 'digest' }),
      item(4, { kind: 'reminder' }),
    ]

    expect(summarise(items)).toBe('2 nudges, 1 reminder, 1 digest')
  })
})

describe('a section of the README', () => {
  const readme =
    '# Rounds\n\n## Try it\n\nnpm `start` and _Install App_, see <https://x.example/a_b_c>.\n\n## Next\n\nmore\n'

  test('is shown as plain text', () => {
    expect(sectionOf(readme, 'Try it')).toBe('npm start and Install App, see https://x.example/a_b_c.')
  })

  test('that is not there is empty', () => {
    expect(sectionOf(readme, 'Nowhere')).toBe('')
  })
})

function item(id: number, rest: Partial<Happening> = {}): Happening {
  return {
    id,
    at: '2027-01-19T09:00:00Z',
    kind: 'nudge',
    who: 'Fatima',
    text: 'Your check-in is ready',
    ...rest,
  }
}
