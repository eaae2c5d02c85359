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
  const server = createServer(listener)
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

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}
