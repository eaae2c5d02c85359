import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../src/catalogue/hospital.ts'
import { freshDatabase } from '../../support/database.ts'
import { ask, posting } from './far-side.ts'

let database: Database
let rounds: ChildProcess
let address = ''

beforeAll(async () => {
  database = await freshDatabase()
  rounds = spawn(process.execPath, [join(import.meta.dirname, '../../../src/main.ts')], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      ROUNDS_KEYS: `one:${randomBytes(32).toString('base64')}`,
      DATABASE_URL: database.url,
      HOST: '127.0.0.1',
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (!rounds.stdout) throw new Error('it has no output')
  for await (const line of createInterface(rounds.stdout)) {
    address = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0] ?? ''
    if (address !== '') break
  }
})
afterAll(async () => {
  const ended = once(rounds, 'exit')
  rounds.kill('SIGTERM')
  await ended
  await database.drop()
})

test('in production there is no playground, also where no platform is configured', async () => {
  const answers = [
    await ask(address, { path: '/' }),
    await ask(address, { path: '/playground/events' }),
    await ask(address, posting(address, '{"deed":"alive","on":true}')),
  ]

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
})
