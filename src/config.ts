import { z } from 'zod'
import type { SealKey } from './store/sealed.ts'
import { parseKeys } from './store/sealed-keys.ts'

/** What the environment says, checked. Holds secrets: never to be logged as a whole. */
export interface Config {
  http: { port: number; host: string; publicUrl: string | undefined }
  /** Without an address the embedded server is started under `dataDir`. */
  database: { url: string | undefined }
  dataDir: string
  keys: readonly SealKey[] | 'generate'
  slack: SlackConfig | undefined
  teams: TeamsConfig | undefined
  metricsToken: string | undefined
  logLevel: LogLevel
  roles: ReadonlySet<Role>
  production: boolean
  /** Names of variables that are set and belong to a later release. */
  notYetUsed: readonly string[]
}

/** `http`: Slack sends signed requests. `socket`: Rounds connects to Slack, no public address needed. */
export type SlackConfig =
  | { mode: 'http'; botToken: string; signingSecret: string; apiUrl: string }
  | { mode: 'socket'; botToken: string; appToken: string; apiUrl: string }

/** A registered app, or requests without a token, or (for tests) both. */
export interface TeamsConfig {
  app: { appId: string; password: string; tenantId: string } | undefined
  /** The tenant where no app is registered; without it, whichever speaks first is taken. */
  tenantId?: string
  allowAnonymous: boolean
  /** Microsoft's own where it is not set. */
  openIdMetadataUrl: string | undefined
  /** Microsoft's own where it is not set. */
  loginUrl: string | undefined
  /** Where people are written to first; no variable sets it, the playground's stand-in does. */
  serviceUrl?: string
}

export type Role = z.infer<typeof Role>
export type LogLevel = z.infer<typeof LogLevel>

const Role = z.enum(['web', 'worker'])
const LogLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])

// Messages name what is expected and never repeat the value: it may be a secret in the wrong place.
const text = z.string().optional()
const webAddress = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' }).optional()

const Variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a number from 0 to 65535')
    .default(3000),
  HOST: text,
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address' }).optional(),
  DATA_DIR: z.string().default('./data'),
  ROUNDS_KEYS: z
    .string()
    .transform((value, context) => {
      const keys = parseKeys(value)
      if (keys !== undefined) return keys
      context.addIssue({
        code: 'custom',
        message: 'must be id:base64(32 bytes), comma separated, each id once',
      })
      return z.NEVER
    })
    .optional(),
  SLACK_BOT_TOKEN: text,
  SLACK_SIGNING_SECRET: text,
  SLACK_APP_TOKEN: text,
  SLACK_API_URL: webAddress.default('https://slack.com/api/'),
  TEAMS_APP_ID: text,
  TEAMS_APP_PASSWORD: text,
  TEAMS_TENANT_ID: text,
  TEAMS_OPENID_METADATA_URL: webAddress,
  TEAMS_LOGIN_URL: webAddress,
  TEAMS_ALLOW_ANONYMOUS: z.enum(['1', '0'], 'must be 1, or not set').optional(),
  PUBLIC_URL: webAddress,
  METRICS_TOKEN: text,
  LOG_LEVEL: z.enum(LogLevel.options, `must be one of ${LogLevel.options.join(', ')}`).default('info'),
  ROLES: z
    .string()
    .transform((value) => value.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(Role.options, `must be ${Role.options.join(', ')}, or both with a comma`)))
    .default(['web', 'worker']),
})

type Variables = z.infer<typeof Variables>

/** The variables that are looked at by themselves, besides all others. */
interface Environment {
  readonly NODE_ENV?: string | undefined
  readonly HOST?: string | undefined
  readonly TEAMS_ALLOW_ANONYMOUS?: string | undefined
  readonly [name: string]: string | undefined
}

const laterVariables = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET']

/**
 * Reads the configuration from the environment. All that is wrong is reported at once, one sentence a
 * variable, by its name and without its value. An empty variable counts as not set.
 */
export function readConfig(
  environment: Environment = process.env,
): { ok: true; config: Config } | { ok: false; errors: string[] } {
  const set: Environment = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = Variables.safeParse(set)
  const errors = [...listProblems(parsed.error), ...missingInGroups(set), ...refusedTogether(set)]
  if (!parsed.success || errors.length > 0) return { ok: false, errors }
  return { ok: true, config: toConfig(parsed.data, set) }
}

function listProblems(error: z.ZodError | undefined): string[] {
  const problems = error?.issues.map(({ path, message }) => `${String(path[0])} ${message}`) ?? []
  return [...new Set(problems)]
}

/** Variables that are of use only together: whichever is set, these others must be. */
function missingInGroups(set: Environment): string[] {
  const errors: string[] = []
  const slack = ['SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'].filter((name) => name in set)
  if (slack.length > 0 && !('SLACK_BOT_TOKEN' in set)) {
    errors.push(`SLACK_BOT_TOKEN is missing: ${slack.join(' and ')} cannot be used without it`)
  }
  if (slack.length === 0 && 'SLACK_BOT_TOKEN' in set) {
    errors.push(
      'SLACK_SIGNING_SECRET or SLACK_APP_TOKEN is missing: SLACK_BOT_TOKEN needs the first to take requests over HTTP, or the second for Socket Mode',
    )
  }
  const teams = ['TEAMS_APP_ID', 'TEAMS_APP_PASSWORD', 'TEAMS_TENANT_ID']
  const given = teams.filter((name) => name in set)
  const tenantAlone = given.length === 1 && 'TEAMS_TENANT_ID' in set && set.TEAMS_ALLOW_ANONYMOUS === '1'
  if (given.length === 0 || tenantAlone) return errors
  for (const name of teams) {
    if (!(name in set)) errors.push(`${name} is missing: ${given.join(' and ')} cannot be used without it`)
  }
  return errors
}

function refusedTogether(set: Environment): string[] {
  const production = isProduction(set)
  const errors: string[] = []
  if (production && !('ROUNDS_KEYS' in set)) {
    errors.push('ROUNDS_KEYS is missing: it is required where NODE_ENV is production')
  }
  if (set.TEAMS_ALLOW_ANONYMOUS !== '1') return errors
  if (production) errors.push('TEAMS_ALLOW_ANONYMOUS is refused where NODE_ENV is production')
  if (!isLoopback(readHost(set))) {
    errors.push('TEAMS_ALLOW_ANONYMOUS is refused unless HOST is a loopback address')
  }
  return errors
}

function toConfig(variables: Variables, set: Environment): Config {
  return {
    http: {
      port: variables.PORT,
      host: readHost(set),
      publicUrl: variables.PUBLIC_URL?.replace(/\/+$/, ''),
    },
    database: { url: variables.DATABASE_URL },
    dataDir: variables.DATA_DIR,
    keys: variables.ROUNDS_KEYS ?? 'generate',
    slack: toSlack(variables),
    teams: toTeams(variables),
    metricsToken: variables.METRICS_TOKEN,
    logLevel: variables.LOG_LEVEL,
    roles: new Set(variables.ROLES),
    production: isProduction(set),
    notYetUsed: laterVariables.filter((name) => name in set),
  }
}

function toSlack(variables: Variables): SlackConfig | undefined {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
  } = variables
  const apiUrl = variables.SLACK_API_URL.replace(/\/*$/, '/')
  if (botToken === undefined) return undefined
  if (appToken !== undefined) return { mode: 'socket', botToken, appToken, apiUrl }
  return signingSecret === undefined ? undefined : { mode: 'http', botToken, signingSecret, apiUrl }
}

function toTeams(variables: Variables): TeamsConfig | undefined {
  const { TEAMS_APP_ID: appId, TEAMS_APP_PASSWORD: password, TEAMS_TENANT_ID: tenantId } = variables
  const allowAnonymous = variables.TEAMS_ALLOW_ANONYMOUS === '1'
  const endpoints = {
    openIdMetadataUrl: variables.TEAMS_OPENID_METADATA_URL,
    loginUrl: variables.TEAMS_LOGIN_URL,
  }
  if (appId !== undefined && password !== undefined && tenantId !== undefined) {
    return { app: { appId, password, tenantId }, allowAnonymous, ...endpoints }
  }
  if (!allowAnonymous) return undefined
  return { app: undefined, allowAnonymous, ...endpoints, ...(tenantId !== undefined && { tenantId }) }
}

/** Also where it is written otherwise: whoever writes `Production` means it. */
function isProduction(set: Environment): boolean {
  return set.NODE_ENV?.trim().toLowerCase() === 'production'
}

function readHost(set: Environment): string {
  return set.HOST ?? (isProduction(set) ? '0.0.0.0' : '127.0.0.1')
}

/** Whether only this machine reaches a server that listens there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}
