import { Pool, type PoolConfig } from 'pg'

/**
 * Connections that may be lost at any time. A connection of which the pool has let go may still be open for a moment:
 * the word of a database that stops just then would find nobody and end the process.
 */
export function openPool(config: PoolConfig): Pool {
  const pool = new Pool(config)
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
