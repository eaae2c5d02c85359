import { Client } from 'pg'

/** Makes an empty database of this name beside the one of the address, in the place of one that was there. */
export async function emptyDatabaseBeside(url: string, name: string): Promise<string> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const quoted = client.escapeIdentifier(name)
    await client.query(`drop database if exists ${quoted} with (force)`)
    await client.query(`create database ${quoted}`)
  } finally {
    await client.end()
  }
  return beside(url, name)
}

/** The address of the database of this name beside the one of the address; undefined if there is none. */
export async function databaseBeside(url: string, name: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const found = await client.query('select from pg_database where datname = $1', [name])
    return found.rowCount === 0 ? undefined : beside(url, name)
  } finally {
    await client.end()
  }
}

function beside(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}
