import { z } from 'zod'
import type { SlackConfig, TeamsConfig } from '../../config.ts'
import { PlatformFault } from '../../ports/messenger.ts'
import { type Finding, fine, problem } from './finding.ts'

const timeoutMs = 8_000
const Answer = z.object({ ok: z.boolean(), error: z.string().max(80).optional() })

/** Asks Slack whose token this is and what it may do. */
export async function checkSlack(slack: SlackConfig, needed: readonly string[]): Promise<Finding[]> {
  const bot = await callSlack(slack.apiUrl, 'auth.test', slack.botToken)
  if ('fault' in bot) return [problem('Slack', describeSlack(bot.fault, 'SLACK_BOT_TOKEN'))]
  const findings = [fine('Slack', 'answers, and takes the bot token'), checkScopes(bot.scopes, needed)]
  if (slack.mode === 'http') return findings
  const app = await callSlack(slack.apiUrl, 'apps.connections.open', slack.appToken)
  return [
    ...findings,
    'fault' in app
      ? problem('Slack', describeSlack(app.fault, 'SLACK_APP_TOKEN'))
      : fine('Slack', 'opens a socket for the app token'),
  ]
}

function checkScopes(granted: readonly string[] | undefined, needed: readonly string[]): Finding {
  if (granted === undefined) return fine('Slack scopes', 'Slack did not say which are granted')
  const missing = needed.filter((scope) => !granted.includes(scope))
  return missing.length === 0
    ? fine('Slack scopes', 'all that are needed are granted')
    : problem(
        'Slack scopes',
        `${missing.join(', ')} missing: paste the manifest again (rounds manifest slack) and reinstall the app`,
      )
}

async function callSlack(
  apiUrl: string,
  method: string,
  token: string,
): Promise<{ scopes: string[] | undefined } | { fault: string }> {
  try {
    const response = await fetch(new URL(method, apiUrl), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(timeoutMs),
    })
    const answer = Answer.parse(await response.json())
    if (!answer.ok) return { fault: answer.error ?? 'unknown' }
    const scopes = response.headers.get('x-oauth-scopes')
    return { scopes: scopes?.split(',').map((scope) => scope.trim()) }
  } catch {
    return { fault: 'unreachable' }
  }
}

function describeSlack(fault: string, variable: string): string {
  return fault === 'unreachable'
    ? 'does not answer: see that this machine reaches slack.com (proxy, firewall)'
    : `refuses ${variable} (${fault}): copy it anew from the app’s page at api.slack.com`
}

const microsoft = {
  login: 'https://login.microsoftonline.com',
  metadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
}

/** Asks Microsoft for a token with the app's credentials, and for the keys by which requests are checked. */
export async function checkTeams(teams: TeamsConfig): Promise<Finding[]> {
  if (!teams.app) return [fine('Teams', 'takes requests without a token, on loopback only')]
  const { accessTokens } = await import('../../teams/access-token.ts')
  const credentials = { ...teams.app, loginUrl: teams.loginUrl ?? microsoft.login }
  const findings = [await checkMetadata(teams.openIdMetadataUrl ?? microsoft.metadata)]
  try {
    await accessTokens(credentials).authorization()
    return [...findings, fine('Teams', 'Microsoft takes the app’s credentials')]
  } catch (error) {
    return [...findings, problem('Teams', describeTeams(error))]
  }
}

function describeTeams(error: unknown): string {
  const fault = error instanceof PlatformFault ? error : undefined
  return fault?.kind === 'forbidden'
    ? `Microsoft refuses the app’s credentials (${fault.code}): see TEAMS_APP_ID, TEAMS_TENANT_ID, and whether the secret in TEAMS_APP_PASSWORD has expired`
    : 'Microsoft’s login does not answer: see that this machine reaches it (proxy, firewall)'
}

async function checkMetadata(url: string): Promise<Finding> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) })
    if (response.ok) return fine('Teams', 'the keys of the Bot Framework can be fetched')
  } catch {
    // Said below.
  }
  return problem('Teams', 'the keys of the Bot Framework cannot be fetched: see proxy and firewall')
}
