import type { Unfit } from '../../core/digest/channel-messages.ts'
import type { Account } from '../../core/people/account.ts'
import type { Person } from '../../core/people/person.ts'
import type { Program } from '../../core/program/program.ts'
import type { Channel, Directory } from '../../ports/directory.ts'
import { PlatformFault } from '../../ports/messenger.ts'
import { workspacesOf } from '../../store/organizations.ts'
import { personByAccount } from '../../store/people.ts'
import { coordinates } from '../program/coordinators.ts'
import { inOrganization, type World } from '../world.ts'

/** Who reads a channel without coordinating the program. */
export interface Strangers {
  readonly accounts: readonly string[]
  readonly names: readonly string[]
  /** Members of whom not even the platform gives a name. */
  readonly unknown: number
}

export type ChannelVerdict =
  | { readonly fit: true; readonly workspace: string; readonly name: string; readonly strangers: Strangers }
  | { readonly fit: false; readonly why: Unfit; readonly name?: string }
  /** The platform does not answer now. */
  | { readonly fit: 'unknown' }

/** How many members that nobody knows the platform is asked for by name. */
const MOST_ASKED = 20

/** Whether the program's digest may be posted in its channel, and who reads there. Asks the platform: not for use inside a transaction. */
export async function lookAtChannel(
  world: World,
  organizationId: string,
  program: Pick<Program, 'digest' | 'coordinators'>,
): Promise<ChannelVerdict> {
  const directory = program.digest && world.directories[program.digest.platform]
  if (!program.digest || !directory) return { fit: false, why: 'not-found' }
  try {
    const found = await findChannel(world, organizationId, { directory, channel: program.digest.channel })
    if (!found) return { fit: false, why: 'not-found' }
    const { channel, workspace } = found
    if (!channel.fitting) return { fit: false, why: 'not-fitting', name: channel.name }
    const readers = channel.members.map((user) => ({ platform: directory.platform, workspace, user }))
    const strangers = await strangersAmong(world, organizationId, { readers, program, directory })
    return { fit: true, workspace, name: channel.name, strangers }
  } catch (fault) {
    if (!(fault instanceof PlatformFault)) throw fault
    if (fault.kind === 'gone' || fault.kind === 'forbidden') return { fit: false, why: 'not-found' }
    world.log.warn({ err: fault }, 'the digest’s channel could not be looked at')
    return { fit: 'unknown' }
  }
}

/** The channel, in whichever of the organization's workspaces it is. */
async function findChannel(
  world: World,
  organizationId: string,
  wanted: { directory: Directory; channel: string },
): Promise<{ channel: Channel; workspace: string } | undefined> {
  const { directory } = wanted
  const linked = await world.store.transaction((tx) => workspacesOf(tx, organizationId))
  for (const { platform, id: workspace } of linked) {
    if (platform !== directory.platform) continue
    const channel = await directory.channel(workspace, wanted.channel)
    if (channel) return { channel, workspace }
  }
  return undefined
}

async function strangersAmong(
  world: World,
  organizationId: string,
  asked: { readers: readonly Account[]; program: Pick<Program, 'coordinators'>; directory: Directory },
): Promise<Strangers> {
  const known = await inOrganization(world, organizationId, async (scope) => {
    const people: { account: Account; person: Person | undefined }[] = []
    for (const account of asked.readers)
      people.push({ account, person: await personByAccount(scope, account) })
    return people
  })
  const strangers = known.filter(({ person }) => !person || !coordinates(person, asked.program))
  const names: string[] = []
  for (const [index, { account, person }] of strangers.entries()) {
    const name =
      person?.name ?? (index < MOST_ASKED ? (await asked.directory.member(account))?.name : undefined)
    if (name !== undefined) names.push(name)
  }
  return {
    accounts: strangers.map(({ account }) => account.user),
    names,
    unknown: strangers.length - names.length,
  }
}
