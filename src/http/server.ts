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

/** Serves the routes it is given; anything else is answered 404 in a short JSON body. No route ends the process. */
export async function serveHttp(
  place: { host: string; port: number },
  deps: { routes: Routes; log: Logger },
): Promise<HttpServer> {
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

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
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
