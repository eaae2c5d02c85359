import type { Command } from 'commander'
import { type Answer, tell } from './answer.ts'

export function addMigrate(rounds: Command): void {
  rounds
    .command('migrate')
    .description('apply pending migrations of the database, as every start does')
    .option('--json', 'print data as JSON')
    .action(async (options: { json?: boolean }) => tell(await migrateAll(), options))
}

async function migrateAll(): Promise<Answer> {
  const { readConfig } = await import('../config.ts')
  const read = readConfig()
  if (!read.ok) return { refused: read.errors }
  const { createLog } = await import('../log.ts')
  const { openDatabase } = await import('../store/embedded.ts')
  const { migrate } = await import('../store/migrate.ts')
  const { migrateQueue } = await import('../jobs/queue.ts')
  const { config } = read
  const database = await openDatabase({ url: config.database.url, dataDir: config.dataDir })
  try {
    const applied = await migrate(database.url)
    await migrateQueue(database.url, createLog({ level: 'warn', pretty: false, toErrors: true }))
    const lines = applied.map((name) => `applied ${name}`)
    return {
      lines: applied.length > 0 ? lines : ['Nothing to do: the database is up to date.'],
      data: { applied },
    }
  } finally {
    await database.stop()
  }
}
