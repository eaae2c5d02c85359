import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeFrame, FrameReader, OPCODE } from '../../../src/playground/slack/frames.ts'

/** A client's frame is a server's with a mask: the length bit set, four bytes of mask, the payload under it. */
function masked(payload: Buffer, mask: Buffer, last = true): Buffer {
  const frame = encodeFrame(OPCODE.text, payload)
  const head = Buffer.from(frame.subarray(0, frame.length - payload.length))
  head[0] = last ? 0x80 | OPCODE.text : OPCODE.text
  head[1] = (head[1] ?? 0) | 0x80
  return Buffer.concat([head, mask, payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0))])
}

const masks = fc.uint8Array({ minLength: 4, maxLength: 4 }).map((bytes) => Buffer.from(bytes))

test.each([0, 1, 125, 126, 127, 65_535, 65_536, 70_000])(
  'a text of %i bytes is read as it was sent',
  (length) => {
    const payload = Buffer.alloc(length, 'é')

    const frames = new FrameReader().push(masked(payload, Buffer.from([1, 2, 3, 4])))

    expect(frames).toEqual([{ opcode: OPCODE.text, payload }])
  },
)

test('frames are read whole, however the network cuts and joins them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string(), masks), { maxLength: 5 }),
      fc.integer({ min: 1, max: 40 }),
      (sent, size) => {
        const stream = Buffer.concat(sent.map(([text, key]) => masked(Buffer.from(text), key)))
        const reader = new FrameReader()
        const read = Array.from({ length: Math.ceil(stream.length / size) }, (_, index) =>
          reader.push(stream.subarray(index * size, (index + 1) * size)),
        ).flat()

        expect(read.map(({ payload }) => payload.toString())).toEqual(sent.map(([text]) => text))
      },
    ),
    { numRuns: 100 },
  )
})

test('a message in fragments is read as one', () => {
  const key = Buffer.from([9, 8, 7, 6])
  const rest = masked(Buffer.from('lo'), key)
  rest[0] = 0x80

  const frames = new FrameReader().push(Buffer.concat([masked(Buffer.from('hel'), key, false), rest]))

  expect(frames.map(({ payload }) => payload.toString())).toEqual(['hello'])
})
