import { standIn } from '../stand-in.ts'
import type { Fault } from '../wire.ts'
import { ApiServer, type SlackCall } from './api-server.ts'
import { type Acknowledgement, type Delivery, deliverOverHttp, deliverOverSocket } from './deliver.ts'
import type { SlackFault } from './faults.ts'
import { keepWorld, type SlackKept } from './kept.ts'
import { openWorld, type WorldOptions } from './open-world.ts'
import { Person } from './person.ts'
import { eventBody } from './person-payloads.ts'
import { Rates } from './rates.ts'
import { SocketServer } from './socket-server.ts'
import type { SlackChannel, SlackUser, SlackWorld } from './world.ts'

export interface SlackStandInOptions extends WorldOptions {
  /** How long people wait for something to be seen before they say that nothing came, in milliseconds. */
  readonly patience?: number
  /** Where to listen, unless somebody else does; without it anywhere. */
  readonly port?: number
  /** Holds the bot to Slack's rate limits. */
  readonly limited?: boolean
}

/** Everything that a bot needs to be told, to take the stand-in for Slack. */
export interface SlackCredentials {
  readonly apiUrl: string
  readonly botToken: string
  readonly appToken: string
  readonly signingSecret: string
}

/** Slack's servers and the people who use them, on this machine. */
export interface SlackStandIn {
  readonly world: SlackWorld
  readonly credentials: SlackCredentials
  readonly calls: readonly SlackCall[]
  readonly socket: SocketServer
  /** What was sent to the bot, the newest last. */
  readonly deliveries: readonly Delivery[]
  /** Sends over HTTP to this address from now on; without it over the socket. */
  deliverTo(url: string): void
  as(user: string): Person
  fail(fault: SlackFault): void
  /** Fails every call of the bot's until it is mended with `none`. */
  break(fault: Fault | 'none'): void
  /** Sends an event that nobody of the workspace caused. */
  event(event: Readonly<Record<string, unknown>>): Promise<Acknowledgement>
  /** Sends the same once more, as Slack does when it was not acknowledged. */
  again(delivery: Delivery): Promise<Acknowledgement>
  deactivate(user: string): Promise<Acknowledgement>
  reactivate(user: string): Promise<Acknowledgement>
  addUser(user: SlackUser): void
  /** Nobody tells the bot; `join` does. */
  addChannel(channel: SlackChannel): void
  /** The whole workspace, to be opened again with `kept`. */
  keep(): SlackKept
  uninstall(): Promise<Acknowledgement>
  join(user: string, channel: string): Promise<Acknowledgement>
  close(): Promise<void>
}

/** Starts a workspace with these people on a free port of this machine. */
export async function startSlack(options: SlackStandInOptions = {}): Promise<SlackStandIn> {
  const { world, credentials } = openWorld(options)
  const socket = new SocketServer()
  const api = new ApiServer({
    world,
    tokens: credentials,
    socketUrl: () => server.url.replace('http', 'ws'),
    rates: options.limited ? new Rates() : undefined,
  })
  const server = await standIn((request, response) => {
    api.answer(request, response).catch(() => response.destroy())
  }, options.port)
  socket.serve(server.server)

  const deliveries: Delivery[] = []
  let botUrl: string | undefined
  const send = (delivery: Delivery, retry?: number) =>
    botUrl === undefined
      ? deliverOverSocket(socket, delivery, retry)
      : deliverOverHttp(botUrl, delivery, {
          secret: credentials.signingSecret,
          ...(retry === undefined ? {} : { retry }),
        })
  const deliver = (delivery: Delivery) => {
    deliveries.push(delivery)
    return send(delivery)
  }
  const event = (inner: Readonly<Record<string, unknown>>) =>
    deliver({ kind: 'events_api', body: eventBody(world, inner) })
  const addUser = (user: SlackUser) => void world.users.set(user.id, user)
  const setActive = (id: string, active: boolean) => {
    const { deactivated: _, ...user } = world.users.get(id) ?? { id, name: id }
    addUser(active ? user : { ...user, deactivated: true })
    return event({ type: 'user_change', user: { id, team_id: world.team, deleted: !active } })
  }
  const apiUrl = `${server.url}/api/`
  const around = { world, apiUrl, deliver, patience: options.patience ?? 1000 }

  return {
    world,
    socket,
    deliveries,
    calls: api.calls,
    credentials: {
      apiUrl,
      botToken: credentials.bot,
      appToken: credentials.app,
      signingSecret: credentials.signingSecret,
    },
    deliverTo: (url) => {
      botUrl = url
    },
    as: (user) => new Person(user, around),
    fail: (fault) => api.faults.add(fault),
    break: (fault) => api.faults.break(fault),
    addUser,
    addChannel: (channel) => void world.channels.set(channel.id, channel),
    keep: () => keepWorld(world, credentials),
    event,
    again: (delivery) => send(delivery, 1),
    deactivate: (user) => setActive(user, false),
    reactivate: (user) => setActive(user, true),
    uninstall: () => {
      world.installed = false
      return event({ type: 'app_uninstalled' })
    },
    join: (user, channel) => {
      const before = world.channels.get(channel)
      if (before === undefined) throw new Error(`There is no channel ${channel}.`)
      world.channels.set(channel, { ...before, members: [...before.members, user] })
      return event({ type: 'member_joined_channel', user, channel, channel_type: 'G', team: world.team })
    },
    close: async () => {
      socket.cut()
      await server.close()
    },
  }
}
