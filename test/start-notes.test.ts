import { expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { startNotes } from '../src/start-notes.ts'

const address = 'http://127.0.0.1:3000'

test('a start for real says what runs, where, and what to do next', () => {
  const notes = notesFor({ SLACK_BOT_TOKEN: 'xoxb-hidden', SLACK_APP_TOKEN: 'xapp-hidden' })

  expect(notes).toContain(address)
  expect(notes).toContain('Slack, in Socket Mode')
  expect(notes).toContain('rounds -- doctor')
  expect(notes).toContain('type /mentor')
  expect(notes).not.toMatch(/Teams|hidden/)
})

test('it names the addresses that the platforms are to call', () => {
  const notes = notesFor({
    SLACK_BOT_TOKEN: 'xoxb-hidden',
    SLACK_SIGNING_SECRET: 'hidden',
    TEAMS_ALLOW_ANONYMOUS: '1',
    PUBLIC_URL: 'https://rounds.example.org/',
  })

  expect(notes).toContain('https://rounds.example.org/slack/events')
  expect(notes).toContain('https://rounds.example.org/api/messages')
})

function notesFor(environment: Record<string, string>): string {
  const read = readConfig(environment)
  if (!read.ok) throw new Error(read.errors.join())
  return startNotes(read.config, address).join('\n')
}
