import type { Unfit } from '../../core/digest/channel-messages.ts'
import type { Account } from '../../core/people/account.ts'
import type { Person } from '../../core/people/person.ts'
import type { Program } from '../../core/program/program.ts'
import type { Channel, Directory, Member } from '../../ports/directory.ts'
import { type FaultKind, PlatformFault } from '../../ports/messenger.ts'
import { workspacesOf } from '../../store/organizations.ts'
import { personByAccount } from '../../store/people.ts'
import type { Scope } from '../../store/scope.ts'
import { recognise } from '../people/recognise.ts'
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

/** No waiting mends these. */
const lost: ReadonlySet<FaultKind> = new Set(['gone', 'uninstalled', 'forbidden'])

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
    if (!channel.fitting)
      return { fit: false, why: 'not-fitting', ...(channel.name !== '' && { name: channel.name }) }
    const readers = channel.members.map((user) => ({ platform: directory.platform, workspace, user }))
    const strangers = await strangersAmong(world, organizationId, { readers, program, directory })
    return { fit: true, workspace, name: channel.name, strangers }
  } catch (fault) {
    if (!(fault instanceof PlatformFault)) throw fault
    if (lost.has(fault.kind)) return { fit: false, why: 'not-found' }
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

interface Readers {
  readonly readers: readonly Account[]
  readonly program: Pick<Program, 'coordinators'>
  readonly directory: Directory
}

async function strangersAmong(world: World, organizationId: string, asked: Readers): Promise<Strangers> {
  const readers = await inOrganization(world, organizationId, (scope) => peopleBehind(scope, asked.readers))
  const known = readers.flatMap(({ account, person }) =>
    person && !coordinates(person, asked.program) ? [{ account, name: person.name }] : [],
  )
  const unheardOf = readers.flatMap(({ account, person }) => (person ? [] : [account]))
  const identified: Stranger[] = []
  for (const account of unheardOf.slice(0, MOST_ASKED)) {
    const stranger = await identify(world, organizationId, { account, ...asked })
    if (stranger) identified.push(stranger)
  }
  const strangers: Stranger[] = [
    ...known,
    ...identified,
    ...unheardOf.slice(MOST_ASKED).map((account) => ({ account })),
  ]
  const names = strangers.flatMap(({ name }) => (name === undefined ? [] : [name]))
  return {
    accounts: strangers.map(({ account }) => account.user),
    names,
    unknown: strangers.length - names.length,
  }
}

interface Stranger {
  readonly account: Account
  readonly name?: string
}

/** Asks the platform who this is; undefined for a coordinator. */
async function identify(
  world: World,
  organizationId: string,
  asked: Readers & { account: Account },
): Promise<Stranger | undefined> {
  const { account, program, directory } = asked
  const member = await directory.member(account)
  if (member && (await isCoordinator(world, organizationId, { account, member, program }))) return undefined
  return { account, ...(member?.name !== undefined && { name: member.name }) }
}

async function peopleBehind(scope: Scope, accounts: readonly Account[]) {
  const people: { account: Account; person: Person | undefined }[] = []
  for (const account of accounts) people.push({ account, person: await personByAccount(scope, account) })
  return people
}

/** A coordinator who has not written to the bot yet is known by their e-mail address, by the rules for everybody. */
async function isCoordinator(
  world: World,
  organizationId: string,
  { account, member, program }: { account: Account; member: Member; program: Pick<Program, 'coordinators'> },
): Promise<boolean> {
  if (member.email === undefined || !coordinates({ email: member.email.toLowerCase() }, program)) return false
  const recognised = await recognise(world, organizationId, account)
  return 'person' in recognised && coordinates(recognised.person, program)
}
