import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Config, readConfig } from '../src/config.ts'

const key = Buffer.alloc(32, 7).toString('base64')
const slackOverHttp = { SLACK_BOT_TOKEN: 'xoxb-secret', SLACK_SIGNING_SECRET: 'signing-secret' }
const teamsApp = { TEAMS_APP_ID: 'app-id', TEAMS_APP_PASSWORD: 'app-password', TEAMS_TENANT_ID: 'tenant' }

function accepted(environment: Record<string, string>): Config {
  const read = readConfig(environment)
  if (!read.ok) throw new Error(read.errors.join('\n'))
  return read.config
}

function refused(environment: Record<string, string>): string[] {
  const read = readConfig(environment)
  return read.ok ? [] : read.errors
}

describe('an empty environment', () => {
  test('starts on loopback with its own database, generated keys and no platform', () => {
    expect(accepted({})).toEqual({
      http: { port: 3000, host: '127.0.0.1', publicUrl: undefined },
      database: { url: undefined },
      dataDir: './data',
      keys: 'generate',
      slack: undefined,
      teams: undefined,
      metricsToken: undefined,
      logLevel: 'info',
      roles: new Set(['web', 'worker']),
      production: false,
      notYetUsed: [],
    })
  })

  test('is what empty variables count as', () => {
    expect(accepted({ PORT: '', DATABASE_URL: ' ', SLACK_BOT_TOKEN: '', ROLES: '' })).toEqual(accepted({}))
  })
})

describe('errors', () => {
  test('come all at once, one for each variable', () => {
    const errors = refused({
      NODE_ENV: 'production',
      PORT: '70000',
      DATABASE_URL: 'mysql://db/rounds',
      SLACK_API_URL: 'slack',
      SLACK_APP_TOKEN: 'xapp-secret',
      TEAMS_APP_ID: 'app-id',
      TEAMS_ALLOW_ANONYMOUS: 'yes',
      PUBLIC_URL: 'ftp://example.org',
      LOG_LEVEL: 'loud',
      ROLES: 'web,cook,gardener',
    })

    expect(errors.map((error) => error.split(' ')[0]).sort()).toEqual([
      'DATABASE_URL',
      'LOG_LEVEL',
      'PORT',
      'PUBLIC_URL',
      'ROLES',
      'ROUNDS_KEYS',
      'SLACK_API_URL',
      'SLACK_BOT_TOKEN',
      'TEAMS_ALLOW_ANONYMOUS',
      'TEAMS_APP_PASSWORD',
      'TEAMS_TENANT_ID',
    ])
  })

  test('never repeat a value', () => {
    const names = ['PORT', 'DATABASE_URL', 'ROUNDS_KEYS', 'SLACK_API_URL', 'TEAMS_OPENID_METADATA_URL']
    const more = ['TEAMS_LOGIN_URL', 'TEAMS_ALLOW_ANONYMOUS', 'PUBLIC_URL', 'LOG_LEVEL', 'ROLES']
    const all = [...names, ...more]

    const errors = refused(Object.fromEntries(all.map((name) => [name, 'hunter2-very-secret'])))

    expect(errors).toHaveLength(all.length)
    expect(errors.join('\n')).not.toContain('hunter2')
  })

  test.each(['-1', '65536', '3e3', '80 80', 'http'])('a port of %j is refused', (PORT) => {
    expect(refused({ PORT })).toEqual(['PORT must be a number from 0 to 65535'])
  })

  test.each([
    ['without an id', key],
    ['of 31 bytes', `a:${Buffer.alloc(31).toString('base64')}`],
    ['twice under one id', `a:${key},a:${key}`],
    ['with a comma too many', `a:${key},`],
  ])('a key %s is refused', (_, ROUNDS_KEYS) => {
    expect(refused({ ROUNDS_KEYS })).toEqual([expect.stringMatching(/^ROUNDS_KEYS must be/)])
  })
})

test.each([
  'postgresql://rounds:secret@db.example.org:5432/rounds?sslmode=require',
  'postgres:///rounds?host=/var/run/postgresql',
])('the database may be at %s', (DATABASE_URL) => {
  expect(accepted({ DATABASE_URL }).database).toEqual({ url: DATABASE_URL })
})

test('one process may run a single role, on a port that the system chooses', () => {
  const { roles, http } = accepted({ ROLES: 'worker', PORT: '0' })

  expect([...roles]).toEqual(['worker'])
  expect(http.port).toBe(0)
})

describe('keys', () => {
  test('are read in their order, the first is current', () => {
    const { keys } = accepted({ ROUNDS_KEYS: `new:${key}, old:${Buffer.alloc(32, 8).toString('base64')}` })

    expect(keys).toEqual([
      { id: 'new', key: Buffer.alloc(32, 7) },
      { id: 'old', key: Buffer.alloc(32, 8) },
    ])
  })

  test.each(['Production', 'PRODUCTION', ' production '])('are required where NODE_ENV is %j', (mode) => {
    expect(refused({ NODE_ENV: mode })).toEqual([expect.stringMatching(/^ROUNDS_KEYS is missing/)])
  })

  test('are required in production', () => {
    expect(refused({ NODE_ENV: 'production' })).toEqual([expect.stringMatching(/^ROUNDS_KEYS is missing/)])
    expect(accepted({ NODE_ENV: 'production', ROUNDS_KEYS: `k:${key}` })).toMatchObject({
      production: true,
      http: { host: '0.0.0.0' },
    })
  })
})

describe('Slack', () => {
  test('takes requests over HTTP with a signing secret', () => {
    expect(accepted(slackOverHttp).slack).toEqual({
      mode: 'http',
      botToken: 'xoxb-secret',
      signingSecret: 'signing-secret',
      apiUrl: 'https://slack.com/api/',
    })
  })

  test('is connected to by Socket Mode with an app token', () => {
    const { slack } = accepted({
      SLACK_BOT_TOKEN: 'xoxb-secret',
      SLACK_APP_TOKEN: 'xapp-secret',
      SLACK_API_URL: 'http://127.0.0.1:8080/api',
    })

    expect(slack).toEqual({
      mode: 'socket',
      botToken: 'xoxb-secret',
      appToken: 'xapp-secret',
      apiUrl: 'http://127.0.0.1:8080/api/',
    })
  })

  test('is refused with a bot token alone', () => {
    expect(refused({ SLACK_BOT_TOKEN: 'xoxb-secret' })).toEqual([
      expect.stringMatching(/^SLACK_SIGNING_SECRET or SLACK_APP_TOKEN is missing/),
    ])
  })

  test('reports the variables of a later release as not yet used', () => {
    const { notYetUsed } = accepted({ ...slackOverHttp, SLACK_CLIENT_ID: '1', SLACK_STATE_SECRET: '2' })

    expect(notYetUsed).toEqual(['SLACK_CLIENT_ID', 'SLACK_STATE_SECRET'])
  })
})

describe('Teams', () => {
  test('is on with a registered app', () => {
    expect(accepted({ ...teamsApp, TEAMS_LOGIN_URL: 'http://127.0.0.1:9/login' }).teams).toEqual({
      app: { appId: 'app-id', password: 'app-password', tenantId: 'tenant' },
      allowAnonymous: false,
      openIdMetadataUrl: undefined,
      loginUrl: 'http://127.0.0.1:9/login',
    })
  })

  test.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])(
    'takes requests without a token on %s',
    (HOST) => {
      expect(accepted({ HOST, TEAMS_ALLOW_ANONYMOUS: '1' }).teams).toMatchObject({ allowAnonymous: true })
    },
  )

  test.each(['0.0.0.0', '::', '10.0.0.4', '127.example.org', 'rounds.example.org'])(
    'refuses to take requests without a token on %s',
    (HOST) => {
      expect(refused({ HOST, TEAMS_ALLOW_ANONYMOUS: '1' })).toEqual([
        'TEAMS_ALLOW_ANONYMOUS is refused unless HOST is a loopback address',
      ])
    },
  )

  test('refuses to take requests without a token in production, also on loopback', () => {
    const environment = { NODE_ENV: 'production', HOST: '127.0.0.1', ROUNDS_KEYS: `k:${key}` }

    expect(refused({ ...environment, TEAMS_ALLOW_ANONYMOUS: '1' })).toEqual([
      'TEAMS_ALLOW_ANONYMOUS is refused where NODE_ENV is production',
    ])
  })
})

test('without authentication, on loopback, the tenant may be named alone', () => {
  const read = readConfig({ TEAMS_ALLOW_ANONYMOUS: '1', TEAMS_TENANT_ID: 'a-tenant' })

  expect(read).toMatchObject({ ok: true, config: { teams: { app: undefined, tenantId: 'a-tenant' } } })
})

test('.env.example names every variable that is read', () => {
  const source = readFileSync('src/config.ts', 'utf8')
  const read = [...source.matchAll(/^ {2}([A-Z]+(?:_[A-Z]+)*): /gm)].map(([, name]) => name)
  const example = readFileSync('.env.example', 'utf8')

  expect(read.length).toBeGreaterThan(15)
  expect(read.filter((name) => !new RegExp(`^${name}=`, 'm').test(example))).toEqual([])
})
