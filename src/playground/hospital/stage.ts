import { randomUUID } from 'node:crypto'
import type { Config } from '../../config.ts'
import type { RosterRow } from '../../core/people/roster.ts'
import type { Program } from '../../core/program/program.ts'
import type { DemoFiles } from '../demo-files.ts'
import type { SlackKept } from '../slack/kept.ts'
import { type SlackStandIn, startSlack } from '../slack/server.ts'
import { startTeamsStandIn, type TeamsKept, type TeamsStandIn } from '../teams/server.ts'

/** The platforms' servers of the hospital, and the configuration of a bot that takes them for real. */
export interface Stage {
  readonly slack: SlackStandIn
  readonly teams: TeamsStandIn
  readonly config: Pick<Config, 'slack' | 'teams'>
  keep(): StageKept
  close(): Promise<void>
}

export interface StageKept {
  readonly slack: SlackKept
  readonly teams: TeamsKept
}

interface StageOptions {
  /** Whose accounts there are at first; without it there is nobody. */
  readonly files?: Pick<DemoFiles, 'rows' | 'programs'>
  readonly kept?: StageKept
  readonly now: () => Temporal.Instant
}

const tenantId = '7d1b2a9c-0b5e-4f43-9c53-6f1f3ad0c0de'

/** Starts both platforms, with what was kept of them. */
export async function openStage({ files, kept, now }: StageOptions): Promise<Stage> {
  const { rows = [], programs = [] } = files ?? {}
  const slack = await startSlack({
    users: rows.flatMap(slackUser),
    channels: programs.flatMap((program) => slackChannels(program, rows)),
    now,
    ...(kept && { kept: kept.slack }),
  })
  const app = kept
    ? { appId: kept.teams.appId, password: kept.teams.password, tenantId }
    : { appId: randomUUID(), password: randomUUID(), tenantId }
  const teams = await startTeamsStandIn({
    ...app,
    people: rows.flatMap(teamsPerson),
    teams: programs.flatMap((program) => teamsOf(program, rows)),
    extensions,
    now,
    ...(kept && { kept: kept.teams }),
  })
  return {
    slack,
    teams,
    config: configFor({ slack, teams, app }),
    keep: () => ({ slack: slack.keep(), teams: teams.keep() }),
    close: async () => {
      await Promise.all([slack.close(), teams.stop()])
    },
  }
}

/** What the compose box offers, as the app's manifest has it. */
const extensions = [{ id: 'checkin', title: 'Check in' }]

function configFor({
  slack,
  teams,
  app,
}: Pick<Stage, 'slack' | 'teams'> & { app: { appId: string; password: string; tenantId: string } }): Pick<
  Config,
  'slack' | 'teams'
> {
  const { apiUrl, botToken, signingSecret } = slack.credentials
  const { openIdMetadataUrl, loginUrl, serviceUrl } = teams
  return {
    slack: { mode: 'http', apiUrl, botToken, signingSecret },
    teams: { app, allowAnonymous: false, openIdMetadataUrl, loginUrl, serviceUrl },
  }
}

function slackChannels({ digest, coordinators }: Program, rows: readonly RosterRow[]) {
  if (digest?.platform !== 'slack') return []
  const members = accountsOf(rows, coordinators, 'slackUserId')
  return [
    {
      id: digest.channel,
      name: 'mentoring-coordinators',
      kind: 'private' as const,
      members: [...members, 'U0ROUNDS'],
    },
  ]
}

function teamsOf({ digest, coordinators, name }: Program, rows: readonly RosterRow[]) {
  if (digest?.platform !== 'teams') return []
  const { channel: id } = digest
  const channels = [{ id, name: 'General', type: 'standard' as const }]
  return [{ id, name, channels, members: accountsOf(rows, coordinators, 'teamsUserId') }]
}

function accountsOf(
  rows: readonly RosterRow[],
  emails: readonly string[],
  column: 'slackUserId' | 'teamsUserId',
): string[] {
  return rows.filter(({ email }) => emails.includes(email)).flatMap((row) => row[column] ?? [])
}

function slackUser({ slackUserId, name, email, timeZone }: RosterRow) {
  return slackUserId === undefined ? [] : [{ id: slackUserId, name, email, ...(timeZone && { timeZone }) }]
}

function teamsPerson({ teamsUserId, name, email }: RosterRow) {
  return teamsUserId === undefined ? [] : [{ id: teamsUserId, name, email }]
}
