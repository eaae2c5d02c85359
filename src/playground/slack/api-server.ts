import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { bodyOf } from '../stand-in.ts'
import type { Fault } from '../wire.ts'
import { SlackRefusal } from './refusal.ts'
import { respond } from './response-urls.ts'
import { type Method, methods } from './web-api.ts'
import type { SlackWorld } from './world.ts'

/** How Slack can fail a call of one method (`*`: any; `file`: a download), for so many calls. */
export interface SlackFault {
  readonly method: string
  readonly times: number
  readonly how:
    | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number }
    /** 500 before anything was done. */
    | { readonly kind: 'broken' }
    /** Done, then 500. */
    | { readonly kind: 'done-then-broken' }
    /** Done, then the connection is cut. */
    | { readonly kind: 'answer-lost' }
    /** Nothing is done and no answer comes. */
    | { readonly kind: 'hangs' }
    | { readonly kind: 'slow'; readonly milliseconds: number }
    | { readonly kind: 'refused'; readonly code: string }
}

export interface SlackCall {
  readonly method: string
  readonly given: Readonly<Record<string, unknown>>
}

interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, unknown>> | Uint8Array
}

/** How everything fails while a fault lasts. Five seconds are short enough to be waited for. */
const lasting: Readonly<Record<Fault, SlackFault['how']>> = {
  'rate-limited': { kind: 'rate-limited', retryAfterSeconds: 5 },
  broken: { kind: 'broken' },
  slow: { kind: 'slow', milliseconds: 4000 },
}

/** Slack's Web API and response addresses over HTTP. */
export class ApiServer {
  /** Every call that came in, also those that were refused. */
  readonly calls: SlackCall[] = []
  private readonly world: SlackWorld
  private readonly tokens: { readonly bot: string; readonly app: string }
  private readonly socketUrl: () => string
  private faults: SlackFault[] = []
  private broken: SlackFault['how'] | undefined

  constructor(options: {
    readonly world: SlackWorld
    readonly tokens: { readonly bot: string; readonly app: string }
    readonly socketUrl: () => string
  }) {
    this.world = options.world
    this.tokens = options.tokens
    this.socketUrl = options.socketUrl
  }

  fail(fault: SlackFault): void {
    this.faults.push(fault)
  }

  /** Fails everything until it is mended with `none`. */
  break(fault: Fault | 'none'): void {
    this.broken = fault === 'none' ? undefined : lasting[fault]
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://stand-in')
    const body = await bodyOf(request)
    if (pathname.startsWith('/respond/')) {
      const id = pathname.slice('/respond/'.length)
      await this.withFault('respond', {
        response,
        carryOut: () => respond(this.world, id, parse(body, 'application/json')),
      })
      return
    }
    const bearer = request.headers.authorization?.replace('Bearer ', '')
    if (pathname.startsWith('/files-pri/')) {
      await this.withFault('file', { response, carryOut: () => this.download(pathname, bearer) })
      return
    }
    const method = pathname.replace('/api/', '')
    const given = parse(body, request.headers['content-type'])
    this.calls.push({ method, given })
    const token = bearer ?? String(given['token'] ?? '')
    await this.withFault(method, { response, carryOut: () => this.call(method, given, token) })
  }

  private async withFault(
    method: string,
    { response, carryOut }: { response: ServerResponse; carryOut: () => Answer },
  ): Promise<void> {
    const how = this.nextFault(method)
    if (how?.kind === 'hangs') return
    if (how?.kind === 'slow') await wait(how.milliseconds)
    if (how?.kind === 'refused') send(response, refused(how.code))
    else if (how?.kind === 'broken') send(response, { status: 500, body: {} })
    else if (how?.kind === 'rate-limited') {
      const headers = { 'retry-after': String(how.retryAfterSeconds) }
      send(response, { status: 429, headers, body: { ok: false, error: 'ratelimited' } })
    } else {
      const answer = carryOut()
      if (how?.kind === 'answer-lost') response.destroy()
      else send(response, how?.kind === 'done-then-broken' ? { status: 500, body: {} } : answer)
    }
  }

  private nextFault(method: string): SlackFault['how'] | undefined {
    const fault = this.faults.find((candidate) => candidate.method === method || candidate.method === '*')
    if (fault === undefined) return this.broken
    this.faults = this.faults.flatMap((other) => {
      if (other !== fault) return [other]
      return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : []
    })
    return fault.how
  }

  private call(method: string, given: SlackCall['given'], token: string): Answer {
    if (method === 'apps.connections.open') {
      return token === this.tokens.app
        ? { status: 200, body: { ok: true, url: this.socketUrl() } }
        : refused('invalid_auth')
    }
    const carryOut = methods[method]
    if (token !== this.tokens.bot) return refused(token === '' ? 'not_authed' : 'invalid_auth')
    if (!this.world.installed) return refused('account_inactive')
    if (carryOut === undefined) return refused('unknown_method')
    return this.carryOut(method, given, carryOut)
  }

  private carryOut(method: string, given: SlackCall['given'], carryOut: Method): Answer {
    const concerns = concernedBy(this.world, given)
    try {
      return { status: 200, body: { ok: true, ...carryOut(this.world, given) } }
    } catch (error) {
      if (!(error instanceof SlackRefusal)) throw error
      const { code, messages } = error
      if (faultsOfPayloads.has(code)) this.world.refuse({ method, error: code, messages, ...concerns })
      return refused(code, messages)
    }
  }

  /** A shared file: without the bot's token Slack leads to its page to sign in. */
  private download(pathname: string, token: string | undefined): Answer {
    const file = this.world.files.get(pathname.split('/')[2]?.split('-')[1] ?? '')
    if (token !== this.tokens.bot) return { status: 302, headers: { location: '/signin' }, body: {} }
    return file === undefined ? { status: 404, body: {} } : { status: 200, body: file.bytes }
  }
}

/** Codes that say: this was wrongly made, and would never be taken. */
const faultsOfPayloads = new Set([
  'invalid_blocks',
  'invalid_arguments',
  'invalid_metadata_format',
  'metadata_too_large',
  'msg_too_long',
  'msg_blocks_too_long',
  'no_text',
  'view_too_large',
  'duplicate_external_id',
])

/** Whose eyes a call was meant for, where that can be told. */
function concernedBy(world: SlackWorld, given: SlackCall['given']): { user?: string } {
  const [trigger, view, user, channel] = ['trigger_id', 'view_id', 'user_id', 'channel'].map((name) =>
    String(given[name] ?? ''),
  )
  const inChat = () => {
    const found = world.channels.get(channel ?? '')
    return found?.kind === 'direct' ? found.members.find((member) => member !== world.bot) : undefined
  }
  const found =
    world.windows.causedBy(trigger ?? '') ?? world.windows.find(view ?? '')?.user ?? (user || inChat())
  return found === undefined ? {} : { user: found }
}

const JSON_ARGUMENTS = ['blocks', 'view', 'metadata', 'attachments']

/** Form-encoded arguments carry their structures as JSON in strings. */
function parse(body: string, type: string | undefined): Record<string, unknown> {
  if (type?.includes('json')) return { ...Object(JSON.parse(body === '' ? '{}' : body)) }
  const given: Record<string, unknown> = Object.fromEntries(new URLSearchParams(body))
  for (const name of JSON_ARGUMENTS) {
    const value = given[name]
    if (typeof value === 'string') given[name] = JSON.parse(value)
  }
  return given
}

function refused(error: string, messages: readonly string[] = []): Answer {
  return {
    status: 200,
    body: { ok: false, error, ...(messages.length > 0 ? { response_metadata: { messages } } : {}) },
  }
}

function send(response: ServerResponse, { status, headers = {}, body }: Answer): void {
  const bytes = body instanceof Uint8Array
  const type = bytes ? 'application/octet-stream' : 'application/json'
  response.writeHead(status, { 'content-type': type, ...headers })
  response.end(bytes ? body : JSON.stringify(body))
}
