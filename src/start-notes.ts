import type { Config } from './config.ts'

/** What somebody at the terminal is told once the bot runs for real: what runs, where, and what to do next. */
export function startNotes(config: Pick<Config, 'slack' | 'teams' | 'http'>, address: string): string[] {
  const { slack, teams, http } = config
  const reached = http.publicUrl ?? address
  return [
    `Rounds runs for real, at ${address}`,
    ...(slack?.mode === 'socket' ? ['  Slack, in Socket Mode: it needs no public address'] : []),
    ...(slack?.mode === 'http' ? [`  Slack, which sends what people do to ${reached}/slack/events`] : []),
    ...(teams ? [`  Microsoft Teams, which sends what people do to ${reached}/api/messages`] : []),
    'What to do next:',
    '  npm run -s rounds -- doctor    looks whether everything is set up, and says what to do',
    '  npm run -s rounds -- program apply FILE, then people import FILE --program SLUG    brings people in',
    ...(slack ? ['  in Slack, type /mentor'] : []),
    ...(teams ? ['  in Teams, write “help” to Rounds'] : []),
  ]
}
