import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'

export type Listener = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** `METHOD /path` to what answers it. */
export type Routes = Readonly<Record<string, Listener>>

export interface HttpServer {
  readonly address: string
  /** Takes no more requests and waits for those under way, 10 s at most. */
  stop(): Promise<void>
}

const drainMs = 10_000
const idleMs = 50

interface Place {
  readonly host: string
  readonly port: number
}

/**
 * Serves the routes it is given; anything else is answered 404 in a short JSON body. No route ends the process. Rejects
 * with what to do where the place is taken, or is none of this machine.
 */
export async function serveHttp(place: Place, deps: { routes: Routes; log: Logger }): Promise<HttpServer> {
  const server = createServer((request, response) => void answer(request, response, deps))
  server.requestTimeout = 30_000
  server.headersTimeout = 10_000
  await listen(server, place)
  const { address, port } = server.address() as AddressInfo
  return {
    address: `http://${address.includes(':') ? `[${address}]` : address}:${port}`,
    stop: () => close(server),
  }
}

/** Rejects as {@link serveHttp} would there, before anything is begun for it. Whoever asks meanwhile is cut off. */
export async function seeThatFree(place: Place): Promise<void> {
  const server = createServer().on('connection', (socket) => socket.destroy())
  await listen(server, place)
  await close(server)
}

/** A short JSON answer. */
export function reply(response: ServerResponse, status: number, body: Record<string, unknown>): void {
  if (response.headersSent || response.writableEnded) return
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(body))
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { routes, log }: { routes: Routes; log: Logger },
): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
  const listener = routes[`${request.method} ${path}`]
  response.setHeader('x-content-type-options', 'nosniff')
  if (!listener) return reply(response, 404, { error: 'not found' })
  try {
    await listener(request, response)
  } catch (cause) {
    log.error({ path, err: cause }, 'a request could not be answered')
    reply(response, 500, { error: 'internal error' })
  }
}

function listen(server: Server, place: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (cause: NodeJS.ErrnoException) => reject(new Error(whyNot(place, cause.code), { cause }))
    server.once('error', failed)
    server.listen(place.port, place.host, () => {
      server.off('error', failed)
      resolve()
    })
  })
}

function whyNot({ host, port }: Place, code = ''): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program: end that program, or set PORT to another number.`
  }
  return code === 'EACCES'
    ? `Port ${port} is not for everybody on this machine: set PORT to a number above 1023.`
    : `This machine has no address ${host} to listen at (${code}): see HOST.`
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // A connection that was in use falls idle after its answer, and would be kept open for seconds.
  const idle = setInterval(() => server.closeIdleConnections(), idleMs)
  const late = setTimeout(() => server.closeAllConnections(), drainMs)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}
