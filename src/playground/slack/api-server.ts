import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { bodyOf } from '../stand-in.ts'
import { Faults } from './faults.ts'
import type { Rates } from './rates.ts'
import { SlackRefusal } from './refusal.ts'
import { respond } from './response-urls.ts'
import { uploadedBytes } from './uploads.ts'
import { methods } from './web-api.ts'
import type { SlackWorld } from './world.ts'

export interface SlackCall {
  readonly method: string
  readonly given: Readonly<Record<string, unknown>>
}

interface Called extends SlackCall {
  /** Where this server was reached. */
  readonly origin: string
}

interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, unknown>> | Uint8Array
}

/** Slack's Web API and response addresses over HTTP. */
export class ApiServer {
  /** Every call that came in, also those that were refused. */
  readonly calls: SlackCall[] = []
  readonly faults = new Faults()
  private readonly world: SlackWorld
  private readonly tokens: { readonly bot: string; readonly app: string }
  private readonly socketUrl: () => string
  private readonly rates: Rates | undefined

  constructor(options: {
    readonly world: SlackWorld
    readonly tokens: { readonly bot: string; readonly app: string }
    readonly socketUrl: () => string
    readonly rates?: Rates | undefined
  }) {
    this.world = options.world
    this.tokens = options.tokens
    this.socketUrl = options.socketUrl
    this.rates = options.rates
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://stand-in')
    const [, area = '', ...rest] = pathname.split('/')
    const bearer = request.headers.authorization?.replace('Bearer ', '')
    if (area === 'files-pri') {
      await this.withFault('file', { response, carryOut: () => this.download(pathname, bearer) })
    } else if (area === 'upload') {
      const bytes = await uploadedBytes(request)
      await this.withFault('upload', { response, carryOut: () => this.upload(rest[0] ?? '', bytes) })
    } else if (area === 'respond') {
      const given = parse(await bodyOf(request), 'application/json')
      await this.withFault(area, { response, carryOut: () => respond(this.world, rest[0] ?? '', given) })
    } else {
      const given = parse(await bodyOf(request), request.headers['content-type'])
      const called = { method: rest.join('/'), given, origin: `http://${request.headers.host}` }
      this.calls.push({ method: called.method, given })
      const token = bearer ?? String(given['token'] ?? '')
      await this.withFault(called.method, { response, carryOut: () => this.call(called, token) })
    }
  }

  private async withFault(
    method: string,
    { response, carryOut }: { response: ServerResponse; carryOut: () => Answer },
  ): Promise<void> {
    const how = this.faults.next(method)
    if (how?.kind === 'hangs') return
    if (how?.kind === 'slow') await wait(how.milliseconds)
    if (how?.kind === 'refused') send(response, refused(how.code))
    else if (how?.kind === 'broken') send(response, { status: 500, body: {} })
    else if (how?.kind === 'rate-limited') send(response, rateLimited(how.retryAfterSeconds))
    else {
      const answer = carryOut()
      if (how?.kind === 'answer-lost') response.destroy()
      else send(response, how?.kind === 'done-then-broken' ? { status: 500, body: {} } : answer)
    }
  }

  private call(called: Called, token: string): Answer {
    const { method, given } = called
    if (method === 'apps.connections.open') {
      return token === this.tokens.app
        ? { status: 200, body: { ok: true, url: this.socketUrl() } }
        : refused('invalid_auth')
    }
    if (token !== this.tokens.bot) return refused(token === '' ? 'not_authed' : 'invalid_auth')
    if (!this.world.installed) return refused('account_inactive')
    const seconds = this.rates?.wait(method, given['channel'])
    return seconds === undefined ? this.carryOut(called) : rateLimited(seconds)
  }

  private carryOut({ method, given, origin }: Called): Answer {
    const concerns = concernedBy(this.world, given)
    const carryOut = methods[method]
    if (carryOut === undefined) return refused('unknown_method')
    try {
      this.world.scopes.allow(method)
      return { status: 200, body: { ok: true, ...carryOut(this.world, given, origin) } }
    } catch (error) {
      if (!(error instanceof SlackRefusal)) throw error
      const { code, messages } = error
      if (faultsOfPayloads.has(code)) this.world.refuse({ method, error: code, messages, ...concerns })
      return refused(code, messages)
    }
  }

  private upload(id: string, bytes: Uint8Array): Answer {
    const taken = this.world.uploads.take(id, bytes)
    return taken
      ? { status: 200, body: { ok: true } }
      : { status: 400, body: { ok: false, error: 'bad_upload' } }
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

const JSON_ARGUMENTS = ['blocks', 'view', 'metadata', 'attachments', 'files']

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

function rateLimited(seconds: number): Answer {
  const headers = { 'retry-after': String(seconds) }
  return { status: 429, headers, body: { ok: false, error: 'ratelimited' } }
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
