// Writes the next migration: what is missing between a freshly migrated database and schema.prisma.
//   node scripts/new-migration.ts NAME
// Read the SQL before you commit it: Prisma does not know about data that is to be carried over.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbedded } from '../src/store/embedded.ts'
import { migrate } from '../src/store/migrate.ts'
import { differenceFromSchema } from '../src/store/migrate-difference.ts'
import { prismaFolder } from '../src/store/migrate-files.ts'

async function findDifference(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rounds-migration-'))
  const database = await openEmbedded({ dataDir, settings: { fsync: 'off' } })
  try {
    await migrate(database.url)
    return await differenceFromSchema(database.url)
  } finally {
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function write(title: string, script: string): Promise<string> {
  const time = new Date().toISOString().slice(0, 19).replaceAll(/\D/g, '')
  const folder = join(prismaFolder, 'migrations', `${time}_${title}`)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'migration.sql'), `${script}\n`)
  return folder
}

const [name] = process.argv.slice(2)
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write('Usage: node scripts/new-migration.ts NAME (lower case, digits, underscores)\n')
  process.exitCode = 2
} else {
  const sql = await findDifference()
  const said = sql === '' ? 'The migrations give schema.prisma already.' : await write(name, sql)
  process.stdout.write(`${said}\n`)
}
