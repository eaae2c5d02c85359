import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'

/** A server that plays a platform's, reachable from this machine only. */
export interface StandIn {
  readonly server: Server
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly url: string
  close(): Promise<void>
}

/**
 * Listens on this port of the loopback address, or on a free one where it is taken. Closing also ends requests that
 * were left hanging.
 */
export async function standIn(listener: RequestListener, port = 0): Promise<StandIn> {
  const server = createServer(forPrograms(listener))
  await listen(server, port).catch(() => listen(server, 0))
  const address = server.address()
  const taken = typeof address === 'object' && address !== null ? address.port : 0
  return {
    server,
    url: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** Serves programs, and refuses whatever {@link isProgram} does not take for one. */
function forPrograms(listener: RequestListener): RequestListener {
  return (request, response) => {
    if (isProgram(request)) return listener(request, response)
    request.resume()
    response.writeHead(403).end()
  }
}

/**
 * Whether a program asks that was given this address, and not a web page that tries the ports of whoever looks at it: a
 * browser says which page it asks for, or asks under the name of the page's site.
 */
export function isProgram({ headers, socket }: IncomingMessage): boolean {
  const { host, origin, 'sec-fetch-site': site } = headers
  return host === `127.0.0.1:${socket.localPort}` && origin === undefined && site === undefined
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  return (await bytesOf(request)).toString()
}

export async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
