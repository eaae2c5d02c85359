import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { Prisma } from './generated/client.ts'

/**
 * That this process is alive, as every other process on the same database can see it at once: a session holds
 * an advisory lock for each name, and PostgreSQL releases them the moment the session ends, also by `kill -9`.
 * The locks are shared ones, so that a new session can take them while the server still believes in a lost one.
 */
export interface Presence {
  /** The process's own name: what it signs its claims with. */
  readonly name: string
  /** Whether the others can see it right now. While they cannot, nothing should be claimed. */
  present(): boolean
  /** Is present under another name too, until the process ends or `letGo`. Never rejects. */
  hold(name: string): Promise<void>
  letGo(name: string): Promise<void>
  leave(): Promise<void>
}

// Any number will do, as long as nothing else in this database takes the same; this is "rnds" in ASCII.
const lockClass = 0x726e6473
const againMs = 500

/**
 * Announces a process. Its name begins with `label` and is no other's, also not its predecessor's on the same
 * machine. Rejects when the database cannot be reached; when the connection is lost later on, it is made anew in
 * the background.
 */
export async function announce(url: string, label: string): Promise<Presence> {
  const name = `${label}#${randomUUID()}`
  const held = new Set([name])
  let session: Client | undefined
  let left = false

  async function connect(): Promise<void> {
    const client = new Client({ connectionString: url, keepAlive: true })
    client.on('error', () => undefined)
    client.on('end', () => lose(client))
    await client.connect()
    try {
      // A machine that vanishes without a word is noticed after 25 s.
      await client.query(
        'set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3',
      )
      for (const each of held) await lock(client, each)
    } catch (cause) {
      await client.end()
      throw cause
    }
    session = client
    if (left) await client.end()
  }

  function lose(client: Client): void {
    if (session !== client) return
    session = undefined
    if (!left) again()
  }

  function again(): void {
    setTimeout(() => {
      if (!left) connect().catch(again)
    }, againMs).unref()
  }

  await connect()
  return {
    name,
    present: () => session !== undefined,
    // Where the session is lost meanwhile, the next one takes what is held then.
    hold: async (other) => {
      held.add(other)
      if (session !== undefined) await lock(session, other).catch(() => undefined)
    },
    letGo: async (other) => {
      held.delete(other)
      if (session !== undefined) await unlock(session, other).catch(() => undefined)
    },
    leave: async () => {
      left = true
      await session?.end()
    },
  }
}

/** The SQL condition that the process of this name is alive. */
export function isPresent(name: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`exists (
    select 1 from pg_locks l
    where l.locktype = 'advisory' and l.granted and l.objsubid = 2
      and l.database = (select oid from pg_database where datname = current_database())
      and l.classid::bigint = ${lockClass} and l.objid::bigint = (hashtext(${name})::bigint & 4294967295)
  )`
}

async function lock(client: Client, name: string): Promise<void> {
  await client.query('select pg_advisory_lock_shared($1, hashtext($2))', [lockClass, name])
}

async function unlock(client: Client, name: string): Promise<void> {
  await client.query('select pg_advisory_unlock_shared($1, hashtext($2))', [lockClass, name])
}
