import { Client } from 'pg'
import { describeFault } from '../../fault.ts'
import { pendingMigrations } from '../../store/migrate.ts'
import { type Finding, fine, problem } from './finding.ts'

const oldestServer = 15
/** Slack refuses requests that are five minutes off; nudges are promised to the minute. */
const mostSkewMs = 5_000

/** Looks at the database without changing it. `usable`: its tables are those of this release. */
export async function checkDatabase(url: string): Promise<{ findings: Finding[]; usable: boolean }> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const pending = await pendingMigrations(client)
    return {
      findings: [await checkServer(client), await checkClock(client), describePending(pending)],
      usable: pending.length === 0 && (await hasQueue(client)),
    }
  } catch (error) {
    return { findings: [problem('database', describeFault(error))], usable: false }
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function checkServer(client: Client): Promise<Finding> {
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  const version = rows[0]?.server_version ?? ''
  return Number.parseInt(version, 10) >= oldestServer
    ? fine('database', `PostgreSQL ${version} answers`)
    : problem('database', `PostgreSQL ${version} is too old: Rounds needs ${oldestServer} or newer`)
}

async function checkClock(client: Client): Promise<Finding> {
  const before = Date.now()
  const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now')
  const ours = (before + Date.now()) / 2
  const skewMs = Math.abs((rows[0]?.now.getTime() ?? ours) - ours)
  return skewMs <= mostSkewMs
    ? fine('clock', `ours and the database’s are ${Math.round(skewMs)} ms apart`)
    : problem(
        'clock',
        `ours and the database’s are ${Math.round(skewMs / 1000)} s apart: run NTP on both machines`,
      )
}

function describePending(pending: readonly string[]): Finding {
  if (pending.length === 0) return fine('migrations', 'all are applied')
  return problem('migrations', `${pending.length} pending: the next start applies them, or rounds migrate`)
}

async function hasQueue(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    "select to_regclass('graphile_worker._private_jobs') is not null as there",
  )
  return rows[0]?.there === true
}
