import type { SlackUser } from '../../src/playground/slack/world.ts'
import type { PlayedPerson } from '../../src/playground/teams/tenant.ts'
import type { Cast } from './stage.ts'

const slackUser = (id: string, name: string): SlackUser => ({
  id,
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@stmarys.example`,
  timeZone: 'Europe/London',
})
const teamsPerson = (n: number, name: string): PlayedPerson => ({
  id: `0a1b2c3d-0000-4000-8000-00000000000${n}`,
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@stmarys.example`,
})

const slackUsers = [
  slackUser('U0AMIRA001', 'Amira Haddad'),
  slackUser('U0OLA001', 'Ola Berg'),
  slackUser('U0PRIYA001', 'Priya Shah'),
  slackUser('U0MARTA001', 'Marta Ruiz'),
  { ...slackUser('U0GUEST001', 'Gus Guest'), guest: true as const },
  { ...slackUser('U0OLAF001', 'Olaf Other'), team: 'T0ELSEWHERE' },
  slackUser('U0NOBODY01', 'Nora Nobody'),
]
export const teamsPeople = [
  teamsPerson(1, 'Tom Okafor'),
  teamsPerson(2, 'Grace Mensah'),
  teamsPerson(3, 'Leo Novak'),
  teamsPerson(4, 'Jas Whitaker'),
  { ...teamsPerson(5, 'Gwen Guest'), role: 'guest' as const },
  teamsPerson(6, 'Nils Nobody'),
]
export const slackChannel = 'C0COORDS1'
export const teamsChannel = '19:coordinators@thread.tacv2'

/** A hospital on both platforms; Amira coordinates in Slack, Tom in Teams, and each has a fitting channel. */
export const cast: Cast = {
  slackUsers,
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
