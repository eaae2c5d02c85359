import { standIn } from '../stand-in.ts'
import type { Fault } from '../wire.ts'
import { standingFault, type TeamsFault } from './faults.ts'
import { createFront } from './front.ts'
import { createIdentity, type Identity, type TokenKind } from './identity.ts'
import { createTenant } from './open-tenant.ts'
import { createPerson, type PersonActs } from './person.ts'
import type { BotAnswer } from './seen.ts'
import {
  type Activity,
  botFrameworkId,
  newId,
  type PlayedPerson,
  type PlayedTeam,
  type Tenant,
  type TenantKept,
} from './tenant.ts'
import { createThrottle } from './throttle.ts'

/** A command of the app's message extension, as its manifest names it. */
export interface PlayedExtension {
  readonly id: string
  readonly title: string
}

export interface TeamsStandInOptions {
  readonly appId: string
  readonly password: string
  readonly tenantId?: string
  readonly people: readonly PlayedPerson[]
  readonly teams?: readonly PlayedTeam[]
  readonly extensions?: readonly PlayedExtension[]
  /** The bot was started in anonymous mode: its calls carry no token. */
  readonly anonymous?: boolean
  /** The clock of what is written; tokens go by the machine's. */
  readonly now?: () => Temporal.Instant
  /** What an earlier one kept: then the people and teams come from there. */
  readonly kept?: TeamsKept
  /** Where to listen, if that port is free. */
  readonly port?: number
  /** Refuses what comes faster than Teams takes it. */
  readonly throttled?: boolean
  /** After so long Teams gives a turn of the bot up, milliseconds; ten seconds. */
  readonly patienceMs?: number
}

/** All that a stand-in needs to go on where it was, as JSON. */
export interface TeamsKept {
  readonly appId: string
  readonly password: string
  readonly tenantId: string
  /** Service URLs that the bot has kept name this port. */
  readonly port: number
  readonly tenant: TenantKept
}

export interface TeamsStandIn {
  readonly tenantId: string
  readonly serviceUrl: string
  readonly openIdMetadataUrl: string
  readonly loginUrl: string
  /** Where another program has the one that was asked for, addresses of conversations that a bot has kept lead nowhere. */
  readonly port: number
  readonly identity: Identity
  readonly tenant: Tenant
  readonly extensions: readonly PlayedExtension[]
  /** Where the bot listens: `http://127.0.0.1:PORT/api/messages`. */
  connect(botUrl: string): void
  as(person: string): PersonActs
  /** Sends an activity as Teams would, with a good token unless told otherwise. Throws where no answer comes. */
  deliver(activity: Activity, token?: TokenKind | 'none'): Promise<BotAnswer>
  /** Whatever bytes, for requests that are no activity. */
  deliverRaw(body: string, headers: Readonly<Record<string, string>>): Promise<BotAnswer>
  /** The activity of a person, as Teams would make it. */
  activityOf(person: string, more: Activity): Activity
  /** The next writing calls and downloads of the bot meet this. */
  fault(fault: TeamsFault, times?: number): void
  /** From now on every call of the bot meets this. */
  break(fault: Fault | 'none'): void
  unblock(person: string): void
  /** Somebody new, who has the app. */
  addPerson(person: PlayedPerson): void
  addTeam(team: PlayedTeam): void
  keep(): TeamsKept
  stop(): Promise<void>
}

/** Plays Teams on a loopback port: the Connector, the identity and token endpoints, and the people. */
export async function startTeamsStandIn(options: TeamsStandInOptions): Promise<TeamsStandIn> {
  const { appId, password, now, kept, extensions = [], patienceMs = 10_000 } = options
  const tenantId = kept?.tenantId ?? options.tenantId ?? newId()
  const tenant = createTenant({
    id: tenantId,
    people: options.people,
    teams: options.teams ?? [],
    ...(now && { now }),
    ...(kept && { kept: kept.tenant }),
  })
  let botUrl: string | undefined
  let lastStamp = 0

  const { url, close } = await standIn((request, response) => {
    front.answer(request, response).catch(() => response.destroy())
  }, options.port ?? kept?.port)
  const port = Number(new URL(url).port)
  const serviceUrl = `${url}/teams/`
  const identity = createIdentity(appId, serviceUrl)

  const front = createFront({
    tenant,
    url,
    identity,
    app: { appId, password },
    anonymous: options.anonymous ?? false,
    ...(options.throttled && { throttle: createThrottle() }),
  })

  async function deliverRaw(body: string, headers: Readonly<Record<string, string>>): Promise<BotAnswer> {
    if (botUrl === undefined) throw new Error('Connect the bot first')
    const signal = AbortSignal.timeout(patienceMs)
    const response = await fetch(botUrl, { method: 'POST', body, headers, signal })
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json') === true
    return { status: response.status, body: json ? JSON.parse(text) : text }
  }

  /** No two activities bear the same time, also while the tenant's clock stands still. */
  function timestamp(): string {
    lastStamp = Math.max(lastStamp + 1, tenant.now().epochMilliseconds)
    return new Date(lastStamp).toISOString()
  }

  function envelope(person: string): Activity {
    const chat = tenant.personalChat(person)
    return {
      channelId: 'msteams',
      serviceUrl,
      id: tenant.nextId(),
      timestamp: timestamp(),
      locale: 'en-GB',
      from: {
        id: botFrameworkId(person),
        name: tenant.people.find((one) => one.id === person)?.name,
        aadObjectId: person,
      },
      recipient: { id: `28:${appId}`, name: 'Rounds' },
      conversation: { id: chat.id, conversationType: 'personal', tenantId },
      channelData: { tenant: { id: tenantId } },
    }
  }

  const teams: TeamsStandIn = {
    tenantId,
    serviceUrl,
    openIdMetadataUrl: `${url}/openidconfiguration`,
    loginUrl: `${url}/login`,
    port,
    identity,
    tenant,
    extensions,
    connect: (address) => {
      botUrl = address
    },
    as: (person) => createPerson(teams, person),
    deliverRaw,
    deliver: (activity, token = options.anonymous ? 'none' : 'valid') =>
      deliverRaw(JSON.stringify(activity), {
        'content-type': 'application/json; charset=utf-8',
        ...(token !== 'none' && { authorization: `Bearer ${identity.token(token)}` }),
      }),
    activityOf: (person, more) => ({ ...envelope(person), ...more }),
    fault: (fault, times = 1) => front.next(Array.from({ length: times }, () => fault)),
    break: (fault) => front.until(standingFault(fault)),
    unblock: (person) => tenant.setBlocked(person, false),
    addPerson: (person) => tenant.addPerson(person),
    addTeam: (team) => tenant.addTeam(team),
    keep: () => ({ appId, password, tenantId, port, tenant: tenant.keep() }),
    stop: close,
  }
  return teams
}
