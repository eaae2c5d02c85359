import type { Account } from '../core/people/account.ts'
import type { Channel, Directory, Member } from '../ports/directory.ts'
import { PlatformFault } from '../ports/messenger.ts'
import type { ConnectorChannel, ConnectorMember } from './connector.ts'
import { fromAddress } from './conversation.ts'
import type { Sites } from './messenger.ts'
import { personalChat } from './tell.ts'

/** Whom Teams knows. It tells neither time zones nor who does not want to be disturbed. */
export function createDirectory(sites: Sites): Directory {
  return {
    platform: 'teams',
    member: (account) => orUndefined(() => memberOf(sites, account)),
    findByEmail: () => Promise.resolve(undefined),
    channel: (workspace, channel) => orUndefined(() => channelOf(sites, { workspace, channel })),
    doNotDisturb: () => Promise.resolve(new Map()),
  }
}

/** Who left, or never had the app, is not known to Teams. */
async function orUndefined<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof PlatformFault && error.kind === 'gone') return undefined
    throw error
  }
}

async function memberOf(sites: Sites, account: Account): Promise<Member> {
  if (sites.tenantId !== undefined && account.workspace !== sites.tenantId) return { standing: 'stranger' }
  const where = await personalChat(sites, { account, serviceUrl: sites.serviceUrl })
  const member = await sites.connector.member(where, account.user)
  const email = member.email || member.userPrincipalName
  return {
    standing: standingOf(member, account.workspace),
    ...(email && { email }),
    ...(member.name && { name: member.name }),
  }
}

function standingOf(member: ConnectorMember, tenant: string): Member['standing'] {
  if (member.tenantId && member.tenantId !== tenant) return 'stranger'
  const guest = member.userRole === 'guest' || member.userPrincipalName?.toUpperCase().includes('#EXT#')
  return guest ? 'guest' : 'full'
}

async function channelOf(
  sites: Sites,
  { workspace, channel }: { readonly workspace: string; readonly channel: string },
): Promise<Channel> {
  const address = await sites.addresses.load({ platform: 'teams', workspace, user: channel })
  const kept = fromAddress(address)
  const serviceUrl = kept?.serviceUrl ?? sites.serviceUrl
  const listed = await listedChannel(sites, { serviceUrl, team: kept?.team ?? channel, channel })
  if (listed?.type && listed.type !== 'standard') {
    return { name: listed.name ?? channel, fitting: false, members: [] }
  }
  const members = await sites.connector.members({ serviceUrl, conversation: channel })
  return {
    name: listed === undefined ? channel : listed.name || 'General',
    // Bots are not let into private and shared channels: who can read its members is in a standard one.
    fitting: true,
    members: members.flatMap((member) => member.aadObjectId ?? member.objectId ?? []),
  }
}

/** What the team says about the channel; where the team is not known its General channel bears its id. */
async function listedChannel(
  { connector }: Sites,
  {
    serviceUrl,
    team,
    channel,
  }: { readonly serviceUrl: string; readonly team: string; readonly channel: string },
): Promise<ConnectorChannel | undefined> {
  try {
    return (await connector.channels(serviceUrl, team)).find((one) => one.id === channel)
  } catch (error) {
    const unknown = error instanceof PlatformFault && (error.kind === 'gone' || error.kind === 'forbidden')
    if (unknown) return undefined
    throw error
  }
}
