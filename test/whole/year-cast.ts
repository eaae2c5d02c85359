import { admitProgram } from '../../src/app/program/admit-program.ts'
import { admitRoster } from '../../src/app/program/admit-roster.ts'
import { applyProgram } from '../../src/app/program/apply-program.ts'
import { importPeople } from '../../src/app/program/import-people.ts'
import type { SlackUser } from '../../src/playground/slack/world.ts'
import type { PlayedPerson } from '../../src/playground/teams/tenant.ts'
import type { Scope } from '../../src/store/scope.ts'
import { type Actor, onSlack, onTeams } from './actors.ts'
import type { Cast, Stage } from './stage.ts'

const mailOf = (name: string) => `${name.toLowerCase().replace(' ', '.')}@stmarys.example`
const slackUser = (id: string, name: string): SlackUser => ({
  id,
  name,
  email: mailOf(name),
  timeZone: 'Europe/London',
})
const teamsPerson = (n: number, name: string, email = mailOf(name)): PlayedPerson => ({
  id: `0a1b2c3d-0000-4000-8000-00000000000${n}`,
  name,
  email,
})

const slackChannel = 'C0COORDS1'
const teamsChannel = '19:coordinators@thread.tacv2'
const teamsPeople = [
  teamsPerson(1, 'Tom Okafor'),
  teamsPerson(2, 'Grace Mensah'),
  teamsPerson(3, 'Leo Novak'),
  teamsPerson(4, 'Jas Whitaker'),
  // Another address than in Slack: only a code tells that she is the same.
  teamsPerson(5, 'Marta Ruiz (Teams)', 'm.ruiz@theatres.example'),
]

/** Two pairs, each on one platform, and one across both; the mentee of the latter has an account on either. */
export const cast: Cast = {
  slackUsers: [
    slackUser('U0AMIRA001', 'Amira Haddad'),
    slackUser('U0OLA001', 'Ola Berg'),
    slackUser('U0PRIYA001', 'Priya Shah'),
    slackUser('U0MARTA001', 'Marta Ruiz'),
  ],
  slackChannels: [
    { id: slackChannel, name: 'coordinators', kind: 'private', members: ['U0ROUNDS', 'U0AMIRA001'] },
  ],
  teamsPeople,
  teams: [
    {
      id: teamsChannel,
      channels: [{ id: teamsChannel, name: 'General', type: 'standard' }],
      members: [teamsPeople[0]?.id ?? ''],
    },
  ],
}

export type Way = 'Slack' | 'Teams' | 'both platforms'

export interface Two {
  readonly way: Way
  readonly slug: string
  readonly program: string
  readonly coordinator: Actor
  readonly mentor: Actor
  readonly mentee: Actor
  /** The other account of the mentee, where they have one. */
  readonly elsewhere?: Actor
  /** Somebody for the mentee to get to know. */
  readonly colleague: Actor
  /** Newcomers: with an orientation list. */
  readonly newcomers: boolean
}

export const ways = ['Slack', 'Teams', 'both platforms'] as const

export function twoOf(stage: Stage, way: Way): Two {
  const slack = (id: string) => onSlack(stage, id)
  const teams = (at: number) => onTeams(stage, teamsPeople[at]?.id ?? '')
  switch (way) {
    case 'Slack':
      return {
        way,
        slug: 'on-slack',
        program: 'Careers on Slack',
        coordinator: slack('U0AMIRA001'),
        mentor: slack('U0OLA001'),
        mentee: slack('U0PRIYA001'),
        colleague: teams(1),
        newcomers: false,
      }
    case 'Teams':
      return {
        way,
        slug: 'on-teams',
        program: 'New nurses on Teams',
        coordinator: teams(0),
        mentor: teams(1),
        mentee: teams(2),
        colleague: teams(3),
        newcomers: true,
      }
    case 'both platforms':
      return {
        way,
        slug: 'across',
        program: 'Careers across',
        coordinator: slack('U0AMIRA001'),
        mentor: teams(3),
        mentee: slack('U0MARTA001'),
        elsewhere: teams(4),
        colleague: slack('U0OLA001'),
        newcomers: false,
      }
  }
}

/** The staff list came with a program that is over; those who are not in it nobody knows. */
export async function bringStaff(stage: Stage, twos: readonly Two[]): Promise<void> {
  const old = [
    'slug: last-year',
    'name: Last year',
    'type: career',
    'starts_on: 2026-01-05',
    'ends_on: 2026-12-18',
    'join: invited',
    `coordinators: [${twos[0]?.coordinator.email}]`,
  ]
  const staff = twos.flatMap(({ mentor, mentee }) => [mentor, mentee])
  const roster = admitRoster(
    Buffer.from(
      [
        'email,name,role,slack_user_id,teams_user_id',
        ...staff.map(
          ({ email, name, platform, id }) =>
            `${email},${name},both,${platform === 'slack' ? `${id},` : `,${id}`}`,
        ),
      ].join('\n'),
    ),
  )
  if (roster.errors.length > 0) throw new Error(JSON.stringify(roster.errors))
  await stage.within(async (scope) => {
    const programId = await apply(scope, old)
    await importPeople(scope, { programId, rows: roster.rows, overwrite: false, actor: 'command line' })
  })
}

async function apply(scope: Scope, lines: readonly string[]): Promise<string> {
  const read = admitProgram(Buffer.from(lines.join('\n')))
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return (await applyProgram(scope, read.program, { actor: 'command line' })).programId
}

/** The coordinator's file: whoever works here may join. */
export async function openProgram(stage: Stage, two: Two): Promise<void> {
  const { slug, program, coordinator, newcomers } = two
  const where = coordinator.platform === 'slack' ? slackChannel : teamsChannel
  await stage.within((scope) =>
    apply(scope, [
      `slug: ${slug}`,
      `name: ${program}`,
      `type: ${newcomers ? 'preceptorship-core' : 'career'}`,
      'starts_on: 2027-01-04',
      'ends_on: 2027-12-17',
      'join: open',
      'cadence: { every: 2 weeks, weekday: tuesday, at: "09:00" }',
      `coordinators: [${coordinator.email}]`,
      `digest: { platform: ${coordinator.platform}, channel: "${where}", weekday: monday, at: "08:30" }`,
      'match: { offers: reviewed, require: [same-profession] }',
      'briefing: { required: yes }',
      'routes: { patient_safety: "Ring 5555, then Datix", wellbeing: "https://stmarys.example/care" }',
      'resources:',
      '  - { title: "Time for notes", link: "https://stmarys.example/notes", topics: [rota, notes] }',
    ]),
  )
}
