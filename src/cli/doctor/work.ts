import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unreachable } from '../../app/people/invite-people.ts'
import { inOrganization, type World } from '../../app/world.ts'
import type { Config } from '../../config.ts'
import { createLog } from '../../log.ts'
import { createThreads } from '../../matcher/threads.ts'
import { openStore, type Store } from '../../store/database.ts'
import { keysInUse, outboxHealth } from '../../store/health.ts'
import { organizationBySlug, organizationIds, organizationSlugs } from '../../store/organizations.ts'
import { peopleByEmail } from '../../store/people.ts'
import { allPrograms, type StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { createSeal, type SealKey } from '../../store/sealed.ts'
import { loadKeys } from '../../store/sealed-keys.ts'
import { latestSlot } from '../../store/slots.ts'
import { openAll } from '../with-world.ts'
import { checkChannels } from './channels.ts'
import { type Finding, fine, problem } from './finding.ts'

const longestSilence = Temporal.Duration.from({ minutes: 3 })

/** Looks at keys, workers, outbox, people and programs, on a database with the tables of this release. */
export async function checkWork(config: Config, url: string, org: string | undefined): Promise<Finding[]> {
  const keys = await configuredKeys(config)
  const store = openStore(url, createSeal(keys.length > 0 ? keys : [{ id: 'none', key: Buffer.alloc(32) }]))
  try {
    const now = Temporal.Now.instant()
    return [
      await checkKeys(store, keys),
      await checkWorkers(store, now),
      ...(await checkOutbox(store)),
      ...(await checkOrganizations(store, { config, now, org })),
      ...(await checkDigests(store, config, now)),
    ]
  } finally {
    await store.close()
  }
}

/** None where they are yet to be made: to look is not to make. */
async function configuredKeys(config: Config): Promise<readonly SealKey[]> {
  if (config.keys !== 'generate') return config.keys
  const made = await readFile(join(config.dataDir, 'keys')).catch(() => undefined)
  return made ? loadKeys(config) : []
}

async function checkKeys(store: Store, keys: readonly SealKey[]): Promise<Finding> {
  const known = new Set(keys.map(({ id }) => id))
  const missing = (await store.transaction(keysInUse)).filter((id) => !known.has(id))
  if (missing.length > 0) {
    return problem(
      'keys',
      `texts are sealed with ${missing.join(', ')}, which is not here: put it back into ROUNDS_KEYS, behind the first`,
    )
  }
  return fine('keys', keys.length > 0 ? 'open what is sealed' : 'are made at the first start')
}

async function checkWorkers(store: Store, now: Temporal.Instant): Promise<Finding> {
  const last = await store.transaction((tx) => latestSlot(tx, 'heartbeat'))
  if (last && Temporal.Instant.compare(last, now.subtract(longestSilence)) >= 0) {
    return fine('workers', `at work: last heartbeat ${last}`)
  }
  const since = last ? `no heartbeat since ${last}` : 'there was no heartbeat yet'
  return problem('workers', `${since}: start Rounds, with worker in ROLES`)
}

async function checkOutbox(store: Store): Promise<Finding[]> {
  const { late, givenUp } = await store.transaction(outboxHealth)
  const codes = givenUp.map(({ code, count }) => `${code} ${count}`).join(', ')
  return [
    late === 0
      ? fine('outbox', 'nothing is late')
      : problem('outbox', `${late} messages are late: see workers and platforms above`),
    ...(givenUp.length > 0
      ? [problem('outbox', `messages given up in the last 7 days (${codes}): the log says which and why`)]
      : []),
  ]
}

interface Looking {
  readonly config: Config
  readonly now: Temporal.Instant
  readonly org: string | undefined
}

async function checkOrganizations(store: Store, looking: Looking): Promise<Finding[]> {
  return await store.transaction(async (tx) => {
    const slugs = await organizationSlugs(tx)
    const wanted = looking.org === undefined ? slugs : [looking.org]
    const findings: Finding[] = []
    for (const slug of wanted) {
      const found = await organizationBySlug(tx, slug)
      if (!found)
        findings.push(problem('organization', `there is no “${slug}”: there is ${slugs.join(', ')}`))
      else {
        const scope: Scope = { tx, organizationId: found.id, seal: store.seal, now: looking.now }
        findings.push(...(await checkPeople(scope)), ...(await checkPrograms(scope, looking)))
      }
    }
    return findings
  })
}

/** The channels of the programs' digests, as the platforms see them; who cannot be asked was named before. */
async function checkDigests(store: Store, config: Config, now: Temporal.Instant): Promise<Finding[]> {
  if (!(config.slack || config.teams)) return []
  const world: World = {
    store,
    now: () => now,
    directories: {},
    matcher: createThreads(),
    log: createLog({ level: 'silent', pretty: false, toErrors: true }),
  }
  const platforms = await openAll(config, world).catch(() => undefined)
  if (!platforms) return []
  try {
    const asking = { ...world, directories: Object.fromEntries(platforms.directories) }
    const findings: Finding[] = []
    for (const id of await store.transaction(organizationIds)) {
      const stored = await inOrganization(asking, id, allPrograms)
      const running = stored.filter((one) => !isOver(one, now)).map(({ program }) => program)
      findings.push(...(await checkChannels(asking, id, running)))
    }
    return findings
  } finally {
    await platforms.stop()
  }
}

async function checkPeople(scope: Scope): Promise<Finding[]> {
  const names = (await unreachable(scope)).map(({ name }) => name)
  if (names.length === 0) return [fine('people', 'everybody who takes part can be written to')]
  return [
    problem(
      'people',
      `the bot cannot write to ${names.join(', ')}: see that their e-mail addresses in Slack are those of the roster, give slack_user_id or teams_user_id, or have them write to the bot once`,
    ),
  ]
}

async function checkPrograms(scope: Scope, { config, now }: Looking): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const stored of await allPrograms(scope)) {
    if (!isOver(stored, now)) findings.push(...(await checkProgram(scope, stored, config)))
  }
  return findings
}

async function checkProgram(scope: Scope, { program }: StoredProgram, config: Config): Promise<Finding[]> {
  const about = `program ${program.slug}`
  const { coordinators, digest } = program
  const known = new Set((await peopleByEmail(scope, coordinators)).map(({ email }) => email))
  const unknown = coordinators.filter((email) => !known.has(email))
  const problems = [
    ...(coordinators.length === 0 ? ['it has no coordinator: name one under coordinators'] : []),
    ...(unknown.length > 0 ? [`${unknown.join(', ')} is not in the roster: import them, too`] : []),
    ...(digest ? [] : ['it has no digest: say under digest where the coordinators read it']),
    ...(digest && !config[digest.platform]
      ? [`its digest goes to ${digest.platform}, which is not configured`]
      : []),
  ]
  if (problems.length === 0) return [fine(about, 'has coordinators and a digest')]
  return problems.map((says) => problem(about, says))
}

function isOver({ program: { endsOn, timeZone } }: StoredProgram, now: Temporal.Instant): boolean {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  return endsOn !== undefined && Temporal.PlainDate.compare(endsOn, today) < 0
}
