import { inOrganization } from '../../app/world.ts'
import type { Running } from '../../serve.ts'
import { type EndedEntry, endedEntries, refusingPlatforms } from '../../store/ended-entries.ts'
import type { AccountKey, Happening, Platform } from '../wire.ts'
import { findMessage, nameOf } from './messages.ts'
import type { Stage } from './stage.ts'

/** What has become of messages since the last look. */
export interface News {
  /** Gives what is new: each message once. */
  look(): Promise<readonly Told[]>
  keep(): NewsKept
}

/** Something for the timeline. */
export interface Told extends Omit<Happening, 'id' | 'at'> {
  /** The purpose of the message, and whose it is. */
  readonly entry?: { readonly key: string; readonly account: AccountKey }
}

export interface NewsKept {
  readonly known: readonly string[]
  readonly refusing: readonly Platform[]
}

const names: Readonly<Record<Platform, string>> = { slack: 'Slack', teams: 'Teams' }
/** Messages are stored as sent in another order than they are looked at. */
const overlap = Temporal.Duration.from({ hours: 1 })

export function createNews(stage: Stage, { world, organizationId }: Running, kept?: NewsKept): News {
  const known = new Set(kept?.known)
  let refusing = new Set(kept?.refusing)
  let since = world.now()

  return {
    look: async () => {
      const now = world.now()
      const [ended, refused] = await inOrganization(world, organizationId, async (scope) => [
        await endedEntries(scope, since.subtract(overlap)),
        await refusingPlatforms(scope),
      ])
      since = now
      const fresh = ended.filter(({ id }) => !known.has(id))
      for (const { id } of fresh) known.add(id)
      const newlyRefusing = [...refused].filter(([platform]) => !refusing.has(platform))
      refusing = new Set(refused.keys())
      return [
        ...fresh.flatMap((entry) => told(stage, entry)),
        ...newlyRefusing.map(
          ([platform, fault]): Told => ({
            kind: 'trouble',
            who: names[platform],
            platform,
            text: `${names[platform]} does not take messages now (${fault}). They wait, and are tried again.`,
          }),
        ),
      ]
    },
    keep: () => ({ known: [...known], refusing: [...refusing] }),
  }
}

function told(stage: Stage, entry: EndedEntry): readonly Told[] {
  const { platform, user, key } = entry
  const account: AccountKey | undefined = user === undefined ? undefined : `${platform}:${user}`
  const who = account === undefined ? channelName(stage, entry) : nameOf(stage, account)
  const { fault = 'unknown' } = entry
  if (entry.state !== 'sent') {
    // Something later covers what had expired.
    if (fault === 'expired') return []
    return [{ kind: 'trouble', who, platform, text: `A message was given up: it did not arrive (${fault}).` }]
  }
  const found = entry.receipt && findMessage(stage, platform, entry.receipt)
  return [
    {
      kind: kindOf(key),
      who,
      platform,
      text: found?.preview ?? 'A message',
      ...(found && { link: account === undefined ? found.link : { ...found.link, account } }),
      ...(account !== undefined && { entry: { key, account } }),
    },
  ]
}

/** Of a channel, or those who are in a conversation of several people. */
function nameInSlack({ world }: Stage['slack'], id: string): string {
  const channel = world.channels.get(id)
  if (channel?.kind !== 'group') return `#${channel?.name ?? id}`
  const people = channel.members.filter((member) => member !== world.bot)
  return people.map((member) => world.users.get(member)?.name ?? 'Somebody').join(' and ')
}

/** Entries are named after what they are for. */
function kindOf(key: string): Happening['kind'] {
  const [area, second, number] = key.split(':')
  if (area === 'nudge') return number === '1' ? 'nudge' : 'reminder'
  if (area === 'coordinator-nudge') return 'reminder'
  return area === 'digest' && second !== 'refused' && second !== 'members' ? 'digest' : 'message'
}

function channelName({ slack, teams }: Stage, entry: EndedEntry): string {
  const { platform, channel = entry.receipt?.channel ?? '' } = entry
  if (platform === 'slack') return nameInSlack(slack, channel)
  const channels = teams.tenant.teams.flatMap((team) => team.channels)
  return channels.find(({ id }) => id === channel)?.name ?? 'A channel'
}
