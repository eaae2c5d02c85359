import { randomUUID } from 'node:crypto'
import type { Config } from '../../config.ts'
import type { RosterRow } from '../../core/people/roster.ts'
import type { Program } from '../../core/program/program.ts'
import type { DemoFiles } from '../demo-files.ts'
import { type SlackStandIn, startSlack } from '../slack/server.ts'
import { startTeamsStandIn, type TeamsStandIn } from '../teams/server.ts'

/** The platforms' servers of the demonstration, and the configuration of a bot that takes them for real. */
export interface Stage {
  readonly slack: SlackStandIn
  readonly teams: TeamsStandIn
  readonly config: Pick<Config, 'slack' | 'teams'>
  close(): Promise<void>
}

const tenantId = '7d1b2a9c-0b5e-4f43-9c53-6f1f3ad0c0de'

export async function openStage({ rows, programs }: DemoFiles): Promise<Stage> {
  const accounts = (of: Program, column: 'slackUserId' | 'teamsUserId') =>
    rows.filter(({ email }) => of.coordinators.includes(email)).flatMap((row) => row[column] ?? [])
  const slack = await startSlack({
    users: rows.flatMap(slackUser),
    channels: programs.flatMap((program) =>
      program.digest?.platform === 'slack'
        ? [
            {
              id: program.digest.channel,
              name: 'mentoring-coordinators',
              kind: 'private' as const,
              members: [...accounts(program, 'slackUserId'), 'U0ROUNDS'],
            },
          ]
        : [],
    ),
  })
  const app = { appId: randomUUID(), password: randomUUID(), tenantId }
  const teams = await startTeamsStandIn({
    ...app,
    people: rows.flatMap(teamsPerson),
    teams: programs.flatMap((program) =>
      program.digest?.platform === 'teams'
        ? [
            {
              id: program.digest.channel,
              channels: [{ id: program.digest.channel, name: 'General', type: 'standard' as const }],
              members: accounts(program, 'teamsUserId'),
            },
          ]
        : [],
    ),
  })
  const { apiUrl, botToken, signingSecret } = slack.credentials
  return {
    slack,
    teams,
    config: {
      slack: { mode: 'http', apiUrl, botToken, signingSecret },
      teams: {
        app,
        allowAnonymous: false,
        openIdMetadataUrl: teams.openIdMetadataUrl,
        loginUrl: teams.loginUrl,
        serviceUrl: teams.serviceUrl,
      },
    },
    close: async () => {
      await Promise.all([slack.close(), teams.stop()])
    },
  }
}

function slackUser({ slackUserId, name, email, timeZone }: RosterRow) {
  return slackUserId === undefined ? [] : [{ id: slackUserId, name, email, ...(timeZone && { timeZone }) }]
}

function teamsPerson({ teamsUserId, name, email }: RosterRow) {
  return teamsUserId === undefined ? [] : [{ id: teamsUserId, name, email }]
}
