import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { type Listener, reply } from './server.ts'

/** What is counted. Labels are fixed words, never ids of people. */
export interface Metrics {
  readonly listener: Listener
  /** A request that was not the platform's: unsigned, stale, forged. */
  refused(platform: string, reason: string): void
  /** A deed and how long the person waited for it, in seconds. */
  handled(labels: { platform: string; kind: string; outcome: string }, seconds: number): void
}

interface MetricsOptions {
  /** Bearer token; without one only loopback may read. */
  readonly token: string | undefined
  /** Outbox entries by state, asked when the metrics are read. */
  readonly outbox: () => Promise<ReadonlyMap<string, number>>
}

export function createMetrics({ token, outbox }: MetricsOptions): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const refused = new Counter({
    name: 'rounds_requests_refused_total',
    help: 'Requests that were not the platform’s own',
    labelNames: ['platform', 'reason'],
    registers: [registry],
  })
  const handled = new Histogram({
    name: 'rounds_deed_seconds',
    help: 'Time from receiving what a person did to its outcome',
    labelNames: ['platform', 'kind', 'outcome'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })
  new Gauge({
    name: 'rounds_outbox_entries',
    help: 'Outbox entries by state',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      for (const [state, count] of await outbox()) this.set({ state }, count)
    },
  })
  return {
    refused: (platform, reason) => refused.inc({ platform, reason }),
    handled: (labels, seconds) => handled.observe(labels, seconds),
    async listener(request, response) {
      if (!mayRead(request, token)) return reply(response, 401, { error: 'unauthorized' })
      const body = await registry.metrics()
      response.writeHead(200, { 'content-type': registry.contentType })
      response.end(body)
    },
  }
}

function mayRead(request: IncomingMessage, token: string | undefined): boolean {
  if (token === undefined) return isLoopback(request.socket.remoteAddress ?? '')
  const given = Buffer.from(request.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address)
}
