import type { RosterProblem, RosterRow } from '../../core/people/roster.ts'
import type { Program } from '../../core/program/program.ts'
import type { SlackStandIn } from '../slack/server.ts'
import type { SlackUser } from '../slack/world.ts'
import type { TeamsStandIn } from '../teams/server.ts'
import type { PlayedPerson } from '../teams/tenant.ts'

/** The two platforms of a hospital. */
export interface Platforms {
  readonly slack: SlackStandIn
  readonly teams: TeamsStandIn
}

/** Accounts that rows name and that are somebody else's on the platform already. */
export function clashesWith({ slack, teams }: Platforms, rows: readonly RosterRow[]): RosterProblem[] {
  const users = new Map([...slack.world.users.values()].map((user) => [user.id, user]))
  const people = new Map(teams.tenant.people.map((person) => [person.id, person]))
  const taken = (row: RosterRow, account: SlackUser | PlayedPerson | undefined) =>
    account !== undefined && account.email?.toLowerCase() !== row.email
  return rows.flatMap((row) => [
    ...(taken(row, users.get(row.slackUserId ?? '')) ? [clash(row, 'slack_user_id')] : []),
    ...(taken(row, people.get(row.teamsUserId ?? '')) ? [clash(row, 'teams_user_id')] : []),
  ])
}

function clash({ line }: RosterRow, column: string): RosterProblem {
  return { line, column, problem: 'this account belongs to somebody else already' }
}

/**
 * Sees that everybody has an account: those that their row names, else one in Slack, by which the bot finds them through
 * their e-mail address. Gives how many got one of their own.
 */
export function seatPeople(platforms: Platforms, rows: readonly RosterRow[]): number {
  const { slack, teams } = platforms
  const before = addressesOf(platforms)
  const without = rows.filter(
    ({ slackUserId, teamsUserId, email }) => !slackUserId && !teamsUserId && !before.has(email),
  )
  for (const row of without) slack.addUser(slackUser(slack.world.id('U'), row))
  for (const row of rows) {
    const { slackUserId, teamsUserId, name, email } = row
    if (slackUserId && !slack.world.users.has(slackUserId)) takeSeat(slack, slackUser(slackUserId, row))
    const known = teams.tenant.people.some(({ id }) => id === teamsUserId)
    if (teamsUserId && !known) teams.addPerson({ id: teamsUserId, name, email })
  }
  return without.length
}

/** An account that was made up for the same address, and never used, makes room: nobody has two in Slack. */
function takeSeat(slack: SlackStandIn, user: SlackUser): void {
  const { users, channels, posts } = slack.world
  slack.addUser(user)
  const used = ({ id }: SlackUser) => posts.some(({ channel }) => channel === slack.world.direct(id).id)
  const madeUp = [...users.values()].find(
    (other) => other.id !== user.id && other.email === user.email && !used(other),
  )
  if (madeUp === undefined) return
  users.delete(madeUp.id)
  channels.delete(slack.world.direct(madeUp.id).id)
  for (const channel of [...channels.values()]) {
    const members = channel.members.map((member) => (member === madeUp.id ? user.id : member))
    slack.addChannel({ ...channel, members })
  }
}

function slackUser(id: string, { name, email, timeZone }: RosterRow): SlackUser {
  return { id, name, email, ...(timeZone !== undefined && { timeZone }) }
}

function addressesOf({ slack, teams }: Platforms): Set<string> {
  const all = [...slack.world.users.values(), ...teams.tenant.people]
  return new Set(all.flatMap(({ email }) => email?.toLowerCase() ?? []))
}

/** Sees that a program's coordinators have accounts, and that the place of its digest is there with them in it. */
export async function seatCoordinators(
  platforms: Platforms,
  { coordinators, digest, name }: Program,
  people: readonly { readonly name: string; readonly email: string }[],
): Promise<void> {
  const platform = digest?.platform ?? 'slack'
  const before = addressesOf(platforms)
  for (const person of people) {
    if (before.has(person.email)) continue
    const account = { name: person.name, email: person.email }
    if (platform === 'slack') platforms.slack.addUser({ id: platforms.slack.world.id('U'), ...account })
    else platforms.teams.addPerson({ id: crypto.randomUUID(), ...account })
  }
  if (digest === undefined) return
  const place = { id: digest.channel, name, coordinators: new Set(coordinators) }
  if (digest.platform === 'slack') await makeChannel(platforms.slack, place)
  else makeTeam(platforms.teams, place)
}

interface DigestPlace {
  readonly id: string
  readonly name: string
  readonly coordinators: ReadonlySet<string>
}

async function makeChannel(slack: SlackStandIn, { id, name, coordinators }: DigestPlace): Promise<void> {
  const { world } = slack
  const members = [...world.users.values()].filter(({ email = '' }) => coordinators.has(email.toLowerCase()))
  const ids = members.map((member) => member.id)
  const channel = world.channels.get(id)
  if (channel === undefined) {
    slack.addChannel({ id, name: channelName(name), kind: 'private', members: [...ids, world.bot] })
    return
  }
  for (const user of ids.filter((one) => !channel.members.includes(one))) await slack.join(user, id)
}

/** As Slack allows them: small letters, digits and hyphens, 80 at most. */
function channelName(program: string): string {
  const words = program.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')
  return `${words.replace(/^-+|-+$/g, '') || 'mentoring'}-coordinators`.slice(-80)
}

function makeTeam({ tenant, addTeam }: TeamsStandIn, { id, name, coordinators }: DigestPlace): void {
  const ids = tenant.people
    .filter(({ email }) => coordinators.has(email.toLowerCase()))
    .map((person) => person.id)
  const team = tenant.teams.find(({ channels }) => channels.some((channel) => channel.id === id))
  const members = [...new Set([...(team?.members ?? []), ...ids])]
  if (team) addTeam({ ...team, members })
  else addTeam({ id, name, channels: [{ id, name: 'General', type: 'standard' }], members })
}

/** The address of whom a visitor means: by the address itself, or by a name that only one person has. */
export function emailOf(
  { slack, teams }: Platforms,
  meant: string,
): { readonly email: string } | { readonly reason: string } {
  const text = meant.trim().toLowerCase()
  if (text === '' || text.length > 200)
    return { reason: 'Write an e-mail address or a name for each of the two.' }
  if (text.includes('@')) return { email: text }
  const all = [...slack.world.users.values(), ...teams.tenant.people]
  const emails = all
    .filter(({ name }) => name.toLowerCase() === text)
    .flatMap(({ email }) => email?.toLowerCase() ?? [])
  const [found, ...others] = new Set(emails)
  if (found === undefined)
    return { reason: `Nobody here is called ${meant.trim()}: try their e-mail address.` }
  return others.length === 0
    ? { email: found }
    : { reason: `Several people are called ${meant.trim()}: write the e-mail address.` }
}
