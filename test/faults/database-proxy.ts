import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A way to the database that can break. */
export interface DatabaseProxy {
  /** The database's address by this way. */
  readonly url: string
  /** From now on every connection is lost, and none is made. */
  cut(): Promise<void>
  /** From now on nothing that is sent arrives, and nobody is told. */
  freeze(): void
  /** The database can be reached again; connections that were frozen are lost. */
  mend(): Promise<void>
  /** Lets the next commit of what speaks of `word` reach the database, and its answer get lost. Resolves when that has happened. */
  muteCommitOf(word: string): Promise<void>
  close(): Promise<void>
}

/** Opens the way, for connections without encryption. */
export async function openDatabaseProxy(url: string): Promise<DatabaseProxy> {
  const there = new URL(url)
  const open = new Set<Socket>()
  let frozen = false
  let awaited: { readonly word: string; readonly committed: () => void } | undefined

  const accept = (near: Socket) => {
    const far = connect(Number(there.port), there.hostname)
    const prepared = new Map<string, string>()
    let spoke = false
    let muted = false
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
    }
    near.on('data', (bytes: Buffer) => {
      if (frozen) return
      const asked = textOf(bytes, prepared)
      spoke ||= awaited !== undefined && asked.includes(awaited.word)
      if (spoke && awaited !== undefined && bytes.includes('COMMIT')) {
        muted = true
        // By then the database has had time to do it.
        setTimeout(awaited.committed, 200)
        awaited = undefined
      }
      far.write(bytes)
    })
    far.on('data', (bytes) => {
      if (!(muted || frozen)) near.write(bytes)
    })
  }
  let server = createServer(accept)
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  const cut = async () => {
    if (!server.listening) return
    server.close()
    for (const socket of open) socket.destroy()
    await once(server, 'close')
  }
  await listen(0)
  const { port: free } = server.address() as AddressInfo
  const here = new URL(url)
  here.hostname = '127.0.0.1'
  here.port = String(free)

  return {
    url: here.href,
    cut,
    freeze: () => {
      frozen = true
    },
    mend: async () => {
      await cut()
      frozen = false
      server = createServer(accept)
      await listen(free)
    },
    muteCommitOf: (word) =>
      new Promise((resolve) => {
        awaited = { word, committed: resolve }
      }),
    close: cut,
  }
}

/** What is asked for in them. A statement that the connection keeps prepared goes by its name from the second time on. */
function textOf(bytes: Buffer, prepared: Map<string, string>): string {
  const sent = bytes.toString('latin1')
  for (const [, name = '', text = ''] of sent.matchAll(/(rounds_\d+)\0([^\0]+)\0/g)) prepared.set(name, text)
  const named = Array.from(sent.matchAll(/rounds_\d+/g), ([name]) => prepared.get(name))
  return [sent, ...named].join('\n')
}
