import type { DndTeamInfoResponse, WebClient } from '@slack/web-api'
import type { Channel, Directory, Member } from '../ports/directory.ts'
import { PlatformFault } from '../ports/messenger.ts'
import { toFault } from './faults.ts'
import type { People, SlackPerson } from './people.ts'

/** Slack takes at most so many people in one question about do-not-disturb. */
const QUIET_GROUP = 50
const PAGE = 200

export function createDirectory(slack: { client: WebClient; people: People; team: string }): Directory {
  const { client, people, team } = slack
  return {
    platform: 'slack',

    async member(account) {
      const person = await people.find(account.user)
      return person === undefined ? undefined : describe(person, team)
    },

    async findByEmail(_workspace, email) {
      const person = await unlessGone(async () => (await client.users.lookupByEmail({ email })).user)
      const fits = person?.id !== undefined && standingOf(person, team) === 'full'
      return fits && person.id !== undefined
        ? { platform: 'slack', workspace: team, user: person.id }
        : undefined
    },

    async channel(_workspace, channel) {
      return await unlessPublic(async () => {
        const { channel: found } = await client.conversations.info({ channel })
        if (found === undefined) return undefined
        const fitting =
          found.is_private === true && !found.is_mpim && !found.is_archived && !found.is_ext_shared
        return { name: found.name ?? '', fitting, members: await humans(slack, channel) } satisfies Channel
      })
    },

    async doNotDisturb(_workspace, users) {
      const quiet = new Map<string, Temporal.Instant>()
      for (let start = 0; start < users.length; start += QUIET_GROUP) {
        const group = users.slice(start, start + QUIET_GROUP)
        const answer = await asked(() => client.dnd.teamInfo({ users: group.join(',') }))
        for (const [user, until] of quietNow(answer)) quiet.set(user, until)
      }
      return quiet
    },
  }
}

/** The people of a channel; its bots are left out, of those whom Slack does not describe nobody knows better. */
async function humans(slack: { client: WebClient; people: People }, channel: string): Promise<string[]> {
  const members: string[] = []
  let cursor: string | undefined
  do {
    const more = cursor === undefined ? {} : { cursor }
    const page = await slack.client.conversations.members({ channel, limit: PAGE, ...more })
    members.push(...(page.members ?? []))
    cursor = page.response_metadata?.next_cursor || undefined
  } while (cursor !== undefined)
  const found: string[] = []
  for (const member of members) {
    if (!(await slack.people.find(member))?.is_bot) found.push(member)
  }
  return found
}

function describe(person: SlackPerson, team: string): Member {
  const { profile, tz, locale } = person
  const name = profile?.real_name || person.real_name || person.name
  return {
    standing: standingOf(person, team),
    ...(profile?.email === undefined ? {} : { email: profile.email }),
    ...(name === undefined ? {} : { name }),
    ...(tz === undefined ? {} : { timeZone: tz }),
    ...(locale === undefined ? {} : { locale }),
  }
}

function standingOf(person: SlackPerson, team: string): Member['standing'] {
  const stranger: unknown = Reflect.get(person, 'is_stranger')
  const elsewhere = person.team_id !== undefined && person.team_id !== team
  if (person.is_bot || elsewhere || stranger === true) return 'stranger'
  if (person.deleted) return 'deactivated'
  return person.is_restricted || person.is_ultra_restricted ? 'guest' : 'full'
}

function quietNow(answer: DndTeamInfoResponse): [string, Temporal.Instant][] {
  const now = Temporal.Now.instant().epochMilliseconds / 1000
  return Object.entries(answer.users ?? {}).flatMap(([user, dnd]): [string, Temporal.Instant][] => {
    const { dnd_enabled: enabled, next_dnd_start_ts: from = 0, next_dnd_end_ts: until = 0 } = dnd
    const quiet = enabled === true && from <= now && now < until
    return quiet ? [[user, Temporal.Instant.fromEpochMilliseconds(until * 1000)]] : []
  })
}

async function asked<Result>(call: () => Promise<Result>): Promise<Result> {
  try {
    return await call()
  } catch (error) {
    throw toFault(error, { asked: true })
  }
}

/** We ask for no scope to look at public channels: where one is missing, the channel is not a private one. */
async function unlessPublic(call: () => Promise<Channel | undefined>): Promise<Channel | undefined> {
  try {
    return await unlessGone(call)
  } catch (error) {
    const isPublic = error instanceof PlatformFault && error.code === 'missing_scope'
    if (isPublic) return { name: '', fitting: false, members: [] }
    throw error
  }
}

/** Undefined where Slack says that there is no such thing; a fault where it is the bot that is not there any more. */
async function unlessGone<Result>(call: () => Promise<Result | undefined>): Promise<Result | undefined> {
  try {
    return await asked(call)
  } catch (error) {
    const missing = error instanceof PlatformFault && /^(users?|channel)_not_found$/.test(error.code)
    if (missing) return undefined
    throw error
  }
}
