import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, type FarSide, openFarSide, posting } from './far-side.ts'

let far: FarSide
let port: string

beforeAll(async () => {
  far = await openFarSide()
  port = new URL(far.address).port
})
afterAll(() => far.close())

const alive = JSON.stringify({ deed: 'alive', on: true })

test('the page is served with a policy that lets no inline script and no other site in', async () => {
  const { status, headers, text } = await ask(far.address, {})

  expect(status).toBe(200)
  expect(text).toContain('<div id="page">')
  expect(headers['cache-control']).toBe('no-store')
  expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'")
  expect(headers['content-security-policy']).toContain(
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  )
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  })
})

test('what the page loads is kept by browsers, and has its type', async () => {
  const { text } = await ask(far.address, {})
  const [script = ''] = /\/assets\/[^"]+\.js/.exec(text) ?? []

  const { status, headers } = await ask(far.address, { path: script })

  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  expect(text).not.toMatch(/<script(?![^>]* src=)/)
})

test.each(['localhost', '127.0.0.1', '[::1]'])('it answers to the name %s', async (name) => {
  const { status } = await ask(far.address, { headers: { host: `${name}:${port}` } })

  expect(status).toBe(200)
})

test.each([
  'rebound.example',
  'localhost.evil.example',
  'localhost',
  '127.0.0.1.nip.io',
  '0.0.0.0',
  '127.0.0.1@evil',
])('it refuses the name %s on each of its routes', async (name) => {
  const host = name === 'localhost' ? 'localhost:1' : `${name}:${port}`
  const answers = [
    await ask(far.address, { headers: { host } }),
    await ask(far.address, { path: '/playground/events', headers: { host } }),
    await ask(far.address, posting(far.address, alive, { host, origin: `http://${host}` })),
  ]

  for (const { status, json } of answers) {
    expect(status).toBe(403)
    expect(json).toEqual({
      ok: false,
      reason: `The playground is at http://localhost:${port} and under no other name.`,
    })
  }
  expect(far.asked).toEqual([])
})

test.each([
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['a page of another port', { origin: 'http://localhost:1', 'sec-fetch-site': 'same-site' }],
  ['a sandboxed frame', { origin: 'null' }],
  ['the same origin by name, of a browser that says otherwise', { 'sec-fetch-site': 'cross-site' }],
])('a post from %s is refused, and nothing is done', async (_from, headers) => {
  const { status, json } = await ask(far.address, posting(far.address, alive, headers))

  expect(status).toBe(403)
  expect(json).toEqual({ ok: false, reason: 'Only the playground’s own page may do this.' })
  expect(far.asked).toEqual([])
})

test('a post that does not say where it comes from is refused', async () => {
  const { headers, ...rest } = posting(far.address, alive)
  const { origin: _, ...without } = headers

  const { status } = await ask(far.address, { ...rest, headers: without })

  expect(status).toBe(403)
})

test.each([
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'https://evil.example' },
])('another site cannot listen to the events: %o', async (headers) => {
  const { status } = await ask(far.address, { path: '/playground/events', headers })

  expect(status).toBe(403)
})

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp'])(
  'a post of %s, which any site may send, is refused',
  async (type) => {
    const { status } = await ask(far.address, posting(far.address, alive, { 'content-type': type }))

    expect(status).toBe(415)
  },
)

test('a body of more than 8 MB is refused in one sentence, and the next is served', async () => {
  const { status, json } = await ask(far.address, posting(far.address, ' '.repeat(9 * 1024 * 1024)))
  const next = await ask(far.address, posting(far.address, alive))

  expect(status).toBe(413)
  expect(json).toEqual({ ok: false, reason: 'That is more than 8 MB: please take a smaller file.' })
  expect(next.status).toBe(200)
})

test.each([
  '',
  '{',
  'null',
  '[]',
  '"alive"',
  '{}',
  '{"deed":"alive"}',
  '{"deed":"alive","on":true,"more":1}',
  '{"deed":"rm"}',
  '{"deed":"say","who":"mail:a","place":"D1","text":"x"}',
  '{"__proto__":{"deed":"alive","on":true}}',
])('what is no deed is told so: %s', async (body) => {
  const { status, json } = await ask(far.address, posting(far.address, body))

  expect(status).toBe(400)
  expect(json).toMatchObject({ ok: false })
})

test.each(['/', '/playground/events', '/playground/deeds'])(
  'a server with a platform of its own has nothing at %s',
  async (path) => {
    const method = path.endsWith('deeds') ? 'POST' : 'GET'

    const { status } = await ask(far.stage.running.address, { method, path })

    expect(status).toBe(404)
  },
)

test('a request that gives two names is refused, whichever comes first', async () => {
  const both = ['Host', `localhost:${port}`, 'Host', 'rebound.example']

  const status = await new Promise((resolve, reject) => {
    const sent = request(far.address, { headers: both, agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    sent.on('error', reject).end()
  })

  expect(status).toBe(403)
})
