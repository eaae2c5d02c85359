import { request } from 'node:http'
import { pino } from 'pino'
import { serveHttp } from '../../../src/http/server.ts'
import type { Behind } from '../../../src/playground/door/behind.ts'
import { type Door, openDoor } from '../../../src/playground/door/door.ts'
import { bringPeople, bringProgram, pair } from '../../../src/playground/hospital/bring.ts'
import type { Happening, Someone } from '../../../src/playground/wire.ts'
import { cast } from '../../whole/cast.ts'
import { openStage, type Stage } from '../../whole/stage.ts'

/** A door with a hospital behind it: everything real but the hospital's clock, its list of people and its timeline. */
export interface FarSide {
  readonly stage: Stage
  readonly door: Door
  readonly hospital: Behind
  /** `http://127.0.0.1:PORT` */
  readonly address: string
  /** What happened so far, to be added to. */
  readonly timeline: Happening[]
  /** What the hospital and the door were asked to do, in words. */
  readonly asked: string[]
  tell(): void
  close(): Promise<void>
}

export async function openFarSide(): Promise<FarSide> {
  const stage = await openStage({ cast, patience: 300 })
  const asked: string[] = []
  const timeline: Happening[] = []
  const listeners = new Set<() => void>()
  const platforms = { slack: stage.slack, teams: stage.teams }
  const bringing = { running: stage.running, platforms }
  const note = (words: string) => {
    asked.push(words)
  }
  const hospital: Behind = {
    run: 'first',
    stage: platforms,
    running: { world: { log: pino({ enabled: false }) } },
    timeline,
    people: () => peopleOf(stage),
    programs: () => [],
    waiting: () => 0,
    faults: () => ({ slack: 'none', teams: 'none' }),
    clock: () => ({ now: stage.now().toString(), zone: 'Europe/London', alive: true }),
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    advance: (to) => {
      note(`advance ${JSON.stringify(to)}`)
      return Promise.resolve('at' in to ? 'The clock cannot go back.' : undefined)
    },
    setAlive: (on) => note(`alive ${on}`),
    setFault: (platform, fault) => note(`${platform} ${fault}`),
    setGone: (who, gone) => Promise.resolve(note(`${who} gone ${gone}`)),
    bringProgram: (file) => bringProgram(bringing, file),
    bringPeople: (program, file) => bringPeople(bringing, { program, file }),
    pair: (program, mentor, mentee) => pair(bringing, { program, mentor, mentee }),
  }
  const door = await openDoor({ reset: (to) => Promise.resolve(note(`reset ${to}`)) })
  const http = await serveHttp(
    { host: '127.0.0.1', port: 0 },
    { routes: door.routes, log: stage.running.world.log },
  )
  door.connect(hospital)
  return {
    stage,
    door,
    hospital,
    address: http.address,
    timeline,
    asked,
    tell: () => {
      for (const listener of listeners) listener()
    },
    close: async () => {
      door.disconnect()
      await http.stop()
      await stage.close()
    },
  }
}

function peopleOf({ slack, teams }: Stage): Someone[] {
  const around = { line: '', coordinates: false, pairedWith: [], messages: 0, reachable: true }
  return [
    ...[...slack.world.users.values()].map(({ id, name }) => ({
      ...around,
      key: `slack:${id}` as const,
      name,
    })),
    ...teams.tenant.people.map(({ id, name }) => ({ ...around, key: `teams:${id}` as const, name })),
  ]
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  readonly json: unknown
}

/** Sends what no browser would: any header, `Host` among them. */
export function ask(
  address: string,
  {
    method = 'GET',
    path = '/',
    headers = {},
    body = '',
  }: {
    readonly method?: string
    readonly path?: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: string
  },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(`${address}${path}`, { method, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => {
        const type = String(response.headers['content-type'])
        const json: unknown = type.startsWith('application/json') ? JSON.parse(text) : undefined
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Does a deed as the page does. */
export async function deed(address: string, what: unknown): Promise<Record<string, unknown>> {
  const { json } = await ask(address, posting(address, JSON.stringify(what)))
  return Object(json)
}

/** A post as the page's own browser sends it. */
export function posting(address: string, body: string, headers: Readonly<Record<string, string>> = {}) {
  const own = { origin: address, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
  return { method: 'POST', path: '/playground/deeds', headers: { ...own, ...headers }, body }
}
