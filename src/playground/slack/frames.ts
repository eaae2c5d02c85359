/** WebSocket frames (RFC 6455, section 5), as much of them as Socket Mode needs. */
export interface Frame {
  readonly opcode: number
  readonly payload: Buffer
}

export const OPCODE = { continuation: 0, text: 1, close: 8, ping: 9, pong: 10 } as const

/** A server's frame: whole, unmasked. */
export function encodeFrame(opcode: number, payload: Buffer): Buffer {
  const first = 0x80 | opcode
  if (payload.length < 126) return Buffer.concat([Buffer.from([first, payload.length]), payload])
  const wide = payload.length > 0xffff
  const head = Buffer.alloc(wide ? 10 : 4)
  head[0] = first
  head[1] = wide ? 127 : 126
  if (wide) head.writeBigUInt64BE(BigInt(payload.length), 2)
  else head.writeUInt16BE(payload.length, 2)
  return Buffer.concat([head, payload])
}

/** Reads a client's masked frames out of a stream of bytes; fragments come out as one frame. */
export class FrameReader {
  private buffer: Buffer = Buffer.alloc(0)
  private fragments: Frame[] = []

  push(bytes: Buffer): Frame[] {
    this.buffer = Buffer.concat([this.buffer, bytes])
    const frames: Frame[] = []
    for (let raw = this.take(); raw !== undefined; raw = this.take()) {
      const whole = this.join(raw)
      if (whole !== undefined) frames.push(whole)
    }
    return frames
  }

  private take(): (Frame & { readonly last: boolean }) | undefined {
    if (this.buffer.length < 2) return undefined
    const short = this.buffer.readUInt8(1) & 0x7f
    const lengthBytes = { 126: 2, 127: 8 }[short] ?? 0
    const start = 2 + lengthBytes + 4
    if (this.buffer.length < start) return undefined
    const long = lengthBytes === 2 ? this.buffer.readUInt16BE(2) : 0
    const length = lengthBytes === 8 ? Number(this.buffer.readBigUInt64BE(2)) : long || short
    if (this.buffer.length < start + length) return undefined
    const first = this.buffer.readUInt8(0)
    const mask = this.buffer.subarray(start - 4, start)
    const payload = Buffer.from(this.buffer.subarray(start, start + length))
    for (let index = 0; index < length; index += 1) payload[index] = at(payload, index) ^ at(mask, index % 4)
    this.buffer = this.buffer.subarray(start + length)
    return { opcode: first & 0x0f, payload, last: (first & 0x80) !== 0 }
  }

  private join(raw: Frame & { readonly last: boolean }): Frame | undefined {
    if (raw.opcode >= OPCODE.close) return raw
    this.fragments.push(raw)
    if (!raw.last) return undefined
    const whole = {
      opcode: this.fragments[0]?.opcode ?? raw.opcode,
      payload: Buffer.concat(this.fragments.map((fragment) => fragment.payload)),
    }
    this.fragments = []
    return whole
  }
}

function at(bytes: Buffer, index: number): number {
  return bytes[index] ?? 0
}
