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
  const beside = new URL(url)
  beside.pathname = `/${name}`
  return beside.href
}
