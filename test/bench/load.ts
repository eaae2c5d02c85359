import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { signed } from '../../src/playground/slack/deliver.ts'
import { commandBody } from '../../src/playground/slack/person-payloads.ts'
import type { SlackStandIn } from '../../src/playground/slack/server.ts'
import type { SlackChange } from '../../src/playground/slack/world.ts'
import { seededRandom } from './random.ts'

/** A slash command, by whom, and what its answer is to look like. */
export interface Command {
  readonly user: string
  readonly words: string
  readonly answer: RegExp
}

export interface Timing {
  /** From sending the request to having Slack's answer to it. */
  readonly ackMs: number
  /** From sending the request to the words that the person reads. */
  readonly answerMs: number
}

const answerPatienceMs = 10_000

/** A crowd in front of a stand-in for Slack, that types commands. */
export interface Crowd {
  /**
   * Sends commands to the address, so many a second: whoever is slow to answer one is sent the next all the
   * same. Rejects when one is refused or its answer is not what it should be.
   */
  send(commands: Iterator<Command>, to: Load): Promise<Timing[]>
  close(): void
}

export interface Load {
  readonly address: string
  readonly perSecond: number
  readonly seconds: number
  /** `even`: one after the other at equal distance. `random`: as people come, often two at once. */
  readonly arrivals: 'even' | 'random'
  /** Whether words are to come; a bare app says none. */
  readonly answered: boolean
}

export function gatherCrowd(slack: SlackStandIn): Crowd {
  const agent = new Agent({ keepAlive: true })
  const waiting = new Map<string, (said: Said) => void>()
  const stop = slack.world.watch((change) => {
    const seen = seenBy(change)
    if (seen) waiting.get(seen.user)?.({ at: performance.now(), words: seen.words })
  })

  async function type(command: Command, { address, answered }: Load): Promise<Timing> {
    const { user, words } = command
    const actor = { world: slack.world, user, apiUrl: slack.credentials.apiUrl }
    const fields = commandBody(actor, '/mentor', { text: words, channel: slack.world.direct(user).id })
    const body = new URLSearchParams(Object.entries(fields)).toString()
    const headers = signed(body, slack.credentials.signingSecret)
    const whispered = new Promise<Said>((resolve) => waiting.set(user, resolve))

    const sent = performance.now()
    const ack = await post(address, { body, headers, agent })
    const ackMs = ack.at - sent
    if (!answered) return { ackMs, answerMs: ackMs }
    const said = ack.words === '' ? await inTime(whispered, words) : ack
    waiting.delete(user)
    if (!command.answer.test(said.words)) {
      throw new Error(`"/mentor ${words}" was answered by ${said.words.slice(0, 300)}`)
    }
    return { ackMs, answerMs: said.at - sent }
  }

  return {
    async send(commands, load) {
      const typed: Promise<Timing>[] = []
      const began = performance.now()
      for (const at of moments(load)) {
        await wait(Math.max(0, began + at - performance.now()))
        const next = commands.next()
        if (next.done === true) break
        const typing = type(next.value, load)
        // Whatever comes of it is asked for in the end.
        typing.catch(() => undefined)
        typed.push(typing)
      }
      return await Promise.all(typed)
    },
    close() {
      stop()
      agent.destroy()
    },
  }
}

/** An answer for one person alone: a message or, where Rounds was slow and opened a window to wait in, that. */
function seenBy(change: SlackChange): { readonly user: string; readonly words: string } | undefined {
  if (change.kind === 'redrawn') {
    return { user: change.view.user, words: JSON.stringify(change.view.content) }
  }
  if (change.kind !== 'whispered' || change.post.onlyFor === undefined) return undefined
  return { user: change.post.onlyFor, words: JSON.stringify(change.post) }
}

interface Said {
  readonly at: number
  readonly words: string
}

/** When to send, in milliseconds from the start; the same moments whenever the numbers are the same. */
function moments(load: Load): number[] {
  const { perSecond, seconds } = load
  if (load.arrivals === 'random') return randomMoments(load)
  return Array.from({ length: perSecond * seconds }, (_, number) => (number * 1000) / perSecond)
}

/** The gaps between people are exponential (a Poisson process), from a fixed seed. */
function randomMoments({ perSecond, seconds }: Load): number[] {
  const random = seededRandom(perSecond * seconds)
  const all: number[] = []
  for (let at = 0; ; ) {
    at += (-Math.log(1 - random()) / perSecond) * 1000
    if (at > seconds * 1000) return all
    all.push(at)
  }
}

async function inTime(said: Promise<Said>, words: string): Promise<Said> {
  const patience = new AbortController()
  const late = wait(answerPatienceMs, undefined, { signal: patience.signal }).catch(() => undefined)
  const first = await Promise.race([said, late])
  patience.abort()
  if (first === undefined) throw new Error(`"/mentor ${words}" was not answered.`)
  return first
}

function post(
  address: string,
  { body, headers, agent }: { body: string; headers: Record<string, string>; agent: Agent },
): Promise<Said> {
  return new Promise((resolve, reject) => {
    const type = 'application/x-www-form-urlencoded'
    const length = Buffer.byteLength(body)
    const options = {
      method: 'POST',
      agent,
      headers: { ...headers, 'content-type': type, 'content-length': length },
    }
    const sending = request(address, options, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () => {
        const words = Buffer.concat(chunks).toString()
        if (response.statusCode === 200) resolve({ at: performance.now(), words })
        else reject(new Error(`A command was refused with ${response.statusCode}.`))
      })
    })
    sending.once('error', reject)
    sending.end(body)
  })
}
