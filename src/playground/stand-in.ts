import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'

/** A server that plays a platform's, reachable from this machine only. */
export interface StandIn {
  readonly server: Server
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly url: string
  close(): Promise<void>
}

/** Listens on a free port of the loopback address. Closing also ends requests that were left hanging. */
export async function standIn(listener: RequestListener): Promise<StandIn> {
  const server = createServer(listener)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    server,
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}
