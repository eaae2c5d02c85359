import { inOrganization } from '../../app/world.ts'
import type { Running } from '../../serve.ts'
import { everybody, type ListedSomebody } from '../../store/everybody.ts'
import { allPrograms } from '../../store/programs.ts'
import type { AccountKey, ProgramLine, Someone } from '../wire.ts'
import type { Stage } from './stage.ts'

/** Who is there, for the list of people. */
export interface Staff {
  /** Asks the database again. */
  look(): Promise<void>
  people(): readonly Someone[]
  programs(): readonly ProgramLine[]
}

export function createStaff(stage: Stage, { world, organizationId }: Running): Staff {
  let listed: readonly ListedSomebody[] = []
  let programs: readonly ProgramLine[] = []
  let coordinators: ReadonlySet<string> = new Set()

  return {
    look: async () => {
      const [people, stored] = await inOrganization(world, organizationId, async (scope) => [
        await everybody(scope),
        await allPrograms(scope),
      ])
      listed = people
      programs = stored.map(({ program: { slug, name } }) => ({ slug, name }))
      coordinators = new Set(stored.flatMap(({ program }) => program.coordinators))
    },
    people: () => {
      const keys = new Map(listed.map((person) => [person.id, keysOf(person)]))
      const owners = new Map(listed.flatMap((person) => keysOf(person).map((key) => [key, person] as const)))
      const messages = countMessages(stage)
      return accountsOf(stage).map(({ key, name, reachable }): Someone => {
        const person = owners.get(key)
        const coordinates = person !== undefined && coordinators.has(person.email)
        return {
          key,
          name: person?.name ?? name,
          line: person ? lineOf(person, coordinates) : '',
          coordinates,
          pairedWith: (person?.pairedWith ?? []).flatMap((id) => keys.get(id) ?? []),
          messages: messages.get(key) ?? 0,
          reachable,
        }
      })
    },
    programs: () => programs,
  }
}

function keysOf({ accounts }: ListedSomebody): AccountKey[] {
  return accounts.flatMap(({ platform, user }) =>
    platform === 'slack' || platform === 'teams' ? [`${platform}:${user}` as const] : [],
  )
}

interface StandInAccount {
  readonly key: AccountKey
  readonly name: string
  readonly reachable: boolean
}

function accountsOf({ slack: { world }, teams: { tenant } }: Stage): StandInAccount[] {
  const onSlack = [...world.users.values()].filter(({ bot }) => !bot)
  const accounts: StandInAccount[] = [
    ...onSlack.map(({ id, name, deactivated }) => ({
      key: `slack:${id}` as const,
      name,
      reachable: !deactivated,
    })),
    ...tenant.people.map(({ id, name }) => ({
      key: `teams:${id}` as const,
      name,
      reachable: tenant.installed.has(id) && !tenant.blocked.has(id),
    })),
  ]
  return accounts.sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || a.key.localeCompare(b.key))
}

/** How many messages the bot has written to each. */
function countMessages({ slack: { world }, teams: { tenant } }: Stage): Map<AccountKey, number> {
  const counts = new Map<AccountKey, number>()
  const chats = new Map<string, AccountKey>()
  for (const { id, kind, members } of world.channels.values()) {
    const person = members.find((member) => member !== world.bot)
    if (kind === 'direct' && person !== undefined) chats.set(id, `slack:${person}`)
  }
  for (const { channel, author, onlyFor } of world.posts) {
    const key = chats.get(channel)
    if (key !== undefined && author === world.bot && onlyFor === undefined)
      counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  for (const { id } of tenant.people) {
    const { posts } = tenant.personalChat(id)
    counts.set(`teams:${id}`, posts.filter(({ from }) => from === undefined).length)
  }
  return counts
}

const sides: Readonly<Record<string, string>> = {
  mentor: 'Mentor',
  mentee: 'Mentee',
  both: 'Mentor and mentee',
}

/** What they are, in a few words. */
function lineOf({ roles, profession, area }: ListedSomebody, coordinates: boolean): string {
  const [role = ''] = roles
  return [coordinates ? 'Coordinator' : sides[role], profession, area]
    .filter((word) => word !== undefined && word !== '')
    .join(' · ')
}
