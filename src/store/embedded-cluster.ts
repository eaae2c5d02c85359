import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { findPrograms, findServerUser, type Programs, run, type ServerUser } from './embedded-program.ts'

/** The embedded server's files: a PostgreSQL cluster under the data directory, and who runs it. */
export interface Cluster {
  dataDir: string
  /** PostgreSQL's own data directory. */
  folder: string
  programs: Programs
  user: ServerUser
}

const otherExecute = 0o001
const anyExecute = 0o111

/** Makes the data directory ready for the server, or says which folder keeps the server's user out. */
export async function prepareCluster(dataDirectory: string): Promise<Cluster> {
  const dataDir = resolve(dataDirectory)
  const folder = join(dataDir, 'postgres')
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const programs = findPrograms()
  const user = await findServerUser(folder)
  if (user !== undefined) {
    await letThrough(dataDir, user)
    await refuseClosedFolders([dataDir, programs.folder], user)
  }
  return { dataDir, folder, programs, user }
}

/**
 * Creates the cluster where there is none and gives the password of its only user. The caller holds the
 * lock. The cluster is built beside its place and then renamed, so that a start that was killed half-way
 * leaves nothing half-made.
 */
export async function ensureCluster(cluster: Cluster): Promise<string> {
  const passwordFile = join(cluster.dataDir, 'postgres-password')
  if (await exists(join(cluster.folder, 'PG_VERSION'))) return readPassword(passwordFile)
  if (!(await exists(passwordFile))) {
    await writeFile(passwordFile, randomBytes(32).toString('hex'), { mode: 0o600, flush: true })
  }
  await own(passwordFile, cluster.user)
  const building = `${cluster.folder}.new`
  await rm(building, { recursive: true, force: true })
  await mkdir(building, { mode: 0o700 })
  await own(building, cluster.user)
  const { code, output } = await run(cluster.programs.initdb, {
    args: initdbArguments(building, passwordFile),
    user: cluster.user,
  })
  if (code !== 0) throw new Error(`The embedded database could not be created: ${output}`)
  await rename(building, cluster.folder)
  return readPassword(passwordFile)
}

// The built-in C.UTF-8 sorts and folds the same on every machine, whatever locales it has installed.
function initdbArguments(folder: string, passwordFile: string): string[] {
  return [
    `--pgdata=${folder}`,
    `--pwfile=${passwordFile}`,
    '--username=rounds',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
}

async function readPassword(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (cause) {
    throw new Error(`The embedded database cannot be opened: its password, ${file}, cannot be read.`, {
      cause,
    })
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined
}

async function own(path: string, user: ServerUser): Promise<void> {
  if (user !== undefined) await chown(path, user.uid, user.gid)
}

// The data directory stays root's own; passing through it, without listing it, is all that the server needs.
async function letThrough(dataDir: string, user: { uid: number; gid: number }): Promise<void> {
  if (await mayPass(dataDir, user)) return
  const { mode } = await stat(dataDir)
  await chmod(dataDir, (mode & 0o777) | otherExecute)
}

async function refuseClosedFolders(folders: string[], user: { uid: number; gid: number }): Promise<void> {
  for (const folder of folders.flatMap(withParents)) {
    if (!(await mayPass(folder, user))) {
      throw new Error(
        `Rounds was started by root, so its database server runs as another user (number ${user.uid}), and that user cannot pass through the folder ${folder}. Put Rounds and DATA_DIR somewhere else (for instance /srv/rounds), or open that folder with "chmod o+x ${folder}", or start Rounds as an ordinary user, or set DATABASE_URL.`,
      )
    }
  }
}

function withParents(folder: string): string[] {
  const parent = dirname(folder)
  return parent === folder ? [folder] : [...withParents(parent), folder]
}

async function mayPass(folder: string, user: { uid: number; gid: number }): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder)
  if (uid === user.uid) return (mode & anyExecute & 0o700) !== 0
  if (gid === user.gid) return (mode & anyExecute & 0o070) !== 0
  return (mode & otherExecute) !== 0
}
