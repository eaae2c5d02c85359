import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Listener, reply } from '../../http/server.ts'

const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const

/** Serves only this machine, under its own name: a stranger's name that was pointed here is refused. */
export function forThisMachine(listener: Listener): Listener {
  return guarded(listener, refusalOfHost)
}

/** Serves only the page itself: no other site may listen or act, whatever it has a browser send. */
export function forThePage(listener: Listener): Listener {
  return guarded(listener, (request) => refusalOfHost(request) ?? refusalOfOrigin(request))
}

/** Answers {@link DeedAnswer}'s kind of refusal with this status. */
export function refuse(response: ServerResponse, status: number, reason: string): void {
  reply(response, status, { ok: false, reason })
}

function guarded(listener: Listener, refusalOf: (request: IncomingMessage) => string | undefined): Listener {
  return async (request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
    const reason = refusalOf(request)
    if (reason === undefined) return await listener(request, response)
    request.resume()
    refuse(response, 403, reason)
  }
}

const NAMES = ['localhost', '127.0.0.1', '[::1]']

function refusalOfHost({ headers, headersDistinct, socket }: IncomingMessage): string | undefined {
  if (!/^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? ''))
    return 'The playground serves this machine only.'
  const port = socket.localPort === 80 ? ['', ':80'] : [`:${socket.localPort}`]
  const known = [...NAMES, socket.localAddress].flatMap((name) => port.map((end) => `${name}${end}`))
  const named = headersDistinct['host']?.length === 1 && known.includes(headers.host?.toLowerCase() ?? '')
  return named ? undefined : `The playground is at http://localhost${port[0]} and under no other name.`
}

/** Whoever changes something must say where from; a browser that only listens says so itself, or by the newer header. */
function refusalOfOrigin({ method, headers }: IncomingMessage): string | undefined {
  const { origin, host, 'sec-fetch-site': site } = headers
  const sameSite = site === undefined || site === 'same-origin' || (method === 'GET' && site === 'none')
  const sameOrigin =
    origin === undefined ? method === 'GET' : origin.toLowerCase() === `http://${host?.toLowerCase()}`
  return sameSite && sameOrigin ? undefined : 'Only the playground’s own page may do this.'
}
