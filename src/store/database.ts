import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from './generated/client.ts'
import { openPool } from './pool.ts'
import type { Seal } from './sealed.ts'
import { nameStatements } from './statement-names.ts'

/** The database of a running Rounds, as the rest of the store uses it. */
export interface Store {
  readonly seal: Seal
  /**
   * Runs `work` in one transaction: all of it is stored, or none. Waits up to 5 s for a connection; work that
   * takes longer than 10 s, or what `openStore` or this call was told, is rolled back and rejects. Work that the database
   * ended because two transactions waited for one another begins anew, at most twice: so it changes nothing but the
   * database.
   */
  transaction<Result>(
    work: (tx: Prisma.TransactionClient) => Promise<Result>,
    limits?: Limits,
  ): Promise<Result>
  /** Resolves when the database answers within 2 s, else rejects. */
  ping(): Promise<void>
  /** Closes all connections; the store is of no use afterwards. */
  close(): Promise<void>
}

interface Limits {
  readonly transactionMs?: number
}

const connections = 10
const connectMs = 5_000
const transactionMs = 10_000
const pingMs = 2_000
const attempts = 3

/**
 * Opens the store on a migrated database. Connections are made when they are needed, and made anew when the
 * database went away and came back.
 */
export function openStore(url: string, seal: Seal, limits: Limits = {}): Store {
  const pool = openPool({ connectionString: url, max: connections, connectionTimeoutMillis: connectMs })
  const adapter = new PrismaPg(pool, {
    disposeExternalPool: true,
    statementNameGenerator: nameStatements(),
  })
  const prisma = new PrismaClient({ adapter, errorFormat: 'minimal' })
  return {
    seal,
    transaction: (work, { transactionMs: timeout = limits.transactionMs ?? transactionMs } = {}) =>
      untilUndisputed(() => prisma.$transaction(work, { maxWait: connectMs, timeout })),
    ping: () => within(pingMs, prisma.$queryRaw`select 1`),
    close: () => prisma.$disconnect(),
  }
}

async function untilUndisputed<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let left = attempts; ; left -= 1) {
    try {
      return await attempt()
    } catch (cause) {
      if (left === 1 || !isDisputed(cause)) throw cause
    }
  }
}

/** Whether the database ended the transaction in favour of another: a deadlock. Statements of our own say it otherwise. */
function isDisputed(cause: unknown): boolean {
  if (!(cause instanceof Prisma.PrismaClientKnownRequestError)) return false
  return cause.code === 'P2034' || JSON.stringify(cause.meta ?? {}).includes('"TransactionWriteConflict"')
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(
    () => late.reject(new Error(`The database did not answer within ${milliseconds} ms`)),
    milliseconds,
  )
  try {
    await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
