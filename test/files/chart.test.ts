import { expect, test } from 'vitest'
import { createPainter } from '../../src/files/chart.ts'
import { aChart } from '../support/pictures-and-files.ts'

const size = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

test('a chart is a PNG of 800 by 400, small enough for any message', async () => {
  const png = await createPainter().paint(aChart)

  expect(Buffer.from(png.subarray(1, 4)).toString()).toBe('PNG')
  expect(size(png)).toEqual([800, 400])
  expect(png.length).toBeLessThan(45_000)
})

test('the same chart is drawn once, and the same again by another process', async () => {
  const painter = createPainter()

  const [first, second] = await Promise.all([painter.paint(aChart), painter.paint({ ...aChart })])
  const other = await createPainter().paint(aChart)

  expect(second).toBe(first)
  expect(Buffer.from(other).equals(first)).toBe(true)
})

test('another line makes another picture', async () => {
  const painter = createPainter()
  const [planned] = aChart.lines
  const alone = { ...aChart, lines: planned ? [planned] : [] }

  const [both, one] = [await painter.paint(aChart), await painter.paint(alone)]

  expect(Buffer.from(both).equals(one)).toBe(false)
})

test('one value, or none, is drawn too', async () => {
  const painter = createPainter()
  const one = { name: 'Reached', kind: 'actual' as const, points: [{ on: '2026-09-01', value: 3 }] }

  const drawn = await Promise.all(
    [[one], [{ ...one, points: [] }], []].map((lines) => painter.paint({ unit: '', lines })),
  )

  expect(drawn.map(size)).toEqual([
    [800, 400],
    [800, 400],
    [800, 400],
  ])
})
