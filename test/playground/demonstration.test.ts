import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDatabaseFolder } from '../support/database-folder.ts'

// The first command of the README, on an empty data directory, with no credentials.
let rounds: ChildProcess
let folder: string
let said = ''

beforeAll(async () => {
  folder = await makeDatabaseFolder()
  rounds = spawn(process.execPath, [join(import.meta.dirname, '../../src/main.ts')], {
    env: { PATH: process.env['PATH'], DATA_DIR: folder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  rounds.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  while (!said.includes('It keeps running at')) await later(100)
}, 60_000)

afterAll(async () => {
  const ended = once(rounds, 'exit')
  rounds.kill('SIGTERM')
  await ended
  await rm(folder, { recursive: true, force: true })
})

test('a newcomer sees who was told what and when, on Slack and on Teams', () => {
  expect(said).toMatch(/Tue 19 January at 09:00\n[\s\S]*→ Grace Mensah, Slack: Your check-in is ready/)
  expect(said).toMatch(/→ Jasmine Whitaker, Teams: Your check-in is ready/)
})

test('people answer in the chat and in the form, and the other of the pair reads what they shared', () => {
  expect(said).toMatch(/← Priya Raman, Slack: We met/)
  expect(said).toMatch(/→ Grace Mensah, Slack: What your pair shared with you/)
})

test('the coordinators get their digest with the pairs that need attention', () => {
  expect(said).toMatch(
    /→ #mentoring-coordinators, Slack: The digest of New nurses 2027[\s\S]*Needs attention/,
  )
})

test('afterwards it serves on', async () => {
  const [, address] = /It keeps running at (\S+)/.exec(said) ?? []

  const ready = await fetch(`${address}/readyz`)

  expect(ready.status).toBe(200)
  expect(await ready.json()).toEqual({ migrations: 'ok', database: 'ok', queue: 'ok' })
})
