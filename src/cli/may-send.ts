import type { Config } from '../config.ts'
import { workspacesOf } from '../store/organizations.ts'
import type { Opened } from './with-world.ts'

/** Slack's own address: with another one this is a test against a stand-in. */
const slackAddress = 'https://slack.com/api/'

/**
 * Why nothing may be sent as of this instant; undefined where it may. An instant in the future is only for stand-ins:
 * real people would be written to before their time.
 */
export function whyTooEarly(config: Config, at: Temporal.Instant): string | undefined {
  const isFuture = Temporal.Instant.compare(at, Temporal.Now.instant()) > 0
  if (!(isFuture && (config.production || reachesPeople(config)))) return undefined
  return `${at} is in the future: --send would write to people before their time. Leave it out to see what is due then.`
}

/** Why nothing may be sent from this process; undefined where it may. */
export async function whyNotFromHere(
  opened: Pick<Opened, 'world' | 'organizationId' | 'platforms'>,
): Promise<string | undefined> {
  const missing = await platformMissing(opened)
  if (missing === undefined) return undefined
  return `This organization is on ${missing}, which is not configured here: run this with the server’s environment.`
}

/** The name of a platform on which the organization is, and which this process cannot reach. */
export async function platformMissing({
  world,
  organizationId,
  platforms,
}: Pick<Opened, 'world' | 'organizationId' | 'platforms'>): Promise<string | undefined> {
  const linked = await world.store.transaction((tx) => workspacesOf(tx, organizationId))
  const missing = linked.find(({ platform }) => !platforms?.messengers.has(platform))
  return missing && (missing.platform === 'slack' ? 'Slack' : 'Teams')
}

function reachesPeople({ slack, teams }: Config): boolean {
  return slack?.apiUrl === slackAddress || (teams?.app !== undefined && teams.loginUrl === undefined)
}
