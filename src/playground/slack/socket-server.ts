import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { isProgram } from '../stand-in.ts'
import { encodeFrame, FrameReader, OPCODE } from './frames.ts'

/** The handshake's fixed text (RFC 6455, section 1.3). */
const HANDSHAKE = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const PING_EVERY_MS = 5000

type Acknowledge = (payload: unknown) => void

/** Slack's end of Socket Mode: greets, pings, sends envelopes and hears which were acknowledged. */
export class SocketServer {
  private readonly open = new Set<Duplex>()
  private readonly waiting = new Map<string, Acknowledge>()

  /** Takes over the upgrades of a server. */
  serve(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex) => this.accept(request, socket))
  }

  get connections(): number {
    return this.open.size
  }

  /** Sends one envelope. Resolves with what the acknowledgement carried, or undefined after `patience`. */
  deliver(type: string, payload: unknown, options: { patience: number; retry?: number }): Promise<unknown> {
    const envelope_id = randomUUID()
    const { retry } = options
    const envelope = {
      envelope_id,
      type,
      payload,
      accepts_response_payload: type !== 'events_api',
      ...(retry === undefined ? {} : { retry_attempt: retry, retry_reason: 'timeout' }),
    }
    const socket = [...this.open].at(-1)
    if (socket === undefined) return Promise.resolve(undefined)
    return new Promise((resolve) => {
      const timer = setTimeout(() => finish(undefined), options.patience)
      const finish = (answer: unknown) => {
        clearTimeout(timer)
        this.waiting.delete(envelope_id)
        resolve(answer)
      }
      this.waiting.set(envelope_id, (answer) => finish(answer ?? {}))
      say(socket, envelope)
    })
  }

  /** What Slack does every few hours: it asks the bot to connect anew. */
  recycle(): void {
    for (const socket of this.open) say(socket, { type: 'disconnect', reason: 'refresh_requested' })
  }

  /** The network fails: connections end without a word. */
  cut(): void {
    for (const socket of this.open) socket.destroy()
  }

  private accept(request: IncomingMessage, socket: Duplex): void {
    if (!isProgram(request)) {
      socket.destroy()
      return
    }
    const key = request.headers['sec-websocket-key'] ?? ''
    const accept = createHash('sha1').update(`${key}${HANDSHAKE}`).digest('base64')
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    )
    const reader = new FrameReader()
    const ping = setInterval(
      () => socket.write(encodeFrame(OPCODE.ping, Buffer.from('stand-in'))),
      PING_EVERY_MS,
    )
    this.open.add(socket)
    socket.on('data', (bytes: Buffer) => {
      for (const frame of reader.push(bytes)) this.hear(socket, frame.opcode, frame.payload)
    })
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      clearInterval(ping)
      this.open.delete(socket)
    })
    say(socket, { type: 'hello', num_connections: this.open.size, connection_info: { app_id: 'A0ROUNDS' } })
    socket.write(encodeFrame(OPCODE.ping, Buffer.from('stand-in')))
  }

  private hear(socket: Duplex, opcode: number, payload: Buffer): void {
    if (opcode === OPCODE.ping) socket.write(encodeFrame(OPCODE.pong, payload))
    if (opcode === OPCODE.close) socket.end(encodeFrame(OPCODE.close, payload))
    if (opcode !== OPCODE.text) return
    const { envelope_id, payload: answer } = acknowledgement(payload.toString())
    this.waiting.get(String(envelope_id))?.(answer)
  }
}

/** Of what is no JSON nothing: it acknowledges no envelope. */
function acknowledgement(text: string): Readonly<Record<string, unknown>> {
  try {
    return { ...Object(JSON.parse(text)) }
  } catch {
    return {}
  }
}

function say(socket: Duplex, message: unknown): void {
  socket.write(encodeFrame(OPCODE.text, Buffer.from(JSON.stringify(message))))
}
