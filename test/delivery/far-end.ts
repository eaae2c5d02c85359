import type { Message } from '../../src/core/message/message.ts'
import type { Platform } from '../../src/core/people/account.ts'
import type { Directory } from '../../src/ports/directory.ts'
import { type Messenger, PlatformFault, type Receipt, type Recipient } from '../../src/ports/messenger.ts'

/** The far end of both platforms: does as it is told by `answers`, in turn, and then takes everything. */
export interface FarEnd {
  readonly sent: { platform: Platform; to: Recipient; message: Message; entry: string }[]
  readonly updated: { receipt: Receipt; message: Message }[]
  /** The entries it was asked for. */
  readonly asked: string[]
  /** What becomes of the next calls. `lost`: taken, but the answer does not arrive. */
  readonly answers: (PlatformFault | 'lost' | Promise<unknown>)[]
  /** What becomes of the next questions. */
  readonly faultsOfAsking: PlatformFault[]
  readonly undisturbed: Map<string, Temporal.Instant>
  readonly disturbAsked: (readonly string[])[]
}

export function createFarEnd(): FarEnd {
  return {
    sent: [],
    updated: [],
    asked: [],
    answers: [],
    faultsOfAsking: [],
    undisturbed: new Map(),
    disturbAsked: [],
  }
}

export function fault(kind: PlatformFault['kind'], retryAfterMs?: number): PlatformFault {
  return new PlatformFault(kind, {
    code: `code-${kind}`,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  })
}

export function receiptOf(id: string): Receipt {
  return { channel: 'D1', message: `ts-${id}` }
}

/** Slack can be asked what arrived, Teams cannot. */
export function messenger(platform: Platform, farEnd: FarEnd): Messenger {
  return {
    platform,
    async send(to, message, id) {
      const answer = await next(farEnd)
      farEnd.sent.push({ platform, to, message, entry: id })
      if (answer === 'lost') throw fault('unknown-fate')
      return receiptOf(id)
    },
    async update(_, receipt, message) {
      await next(farEnd)
      farEnd.updated.push({ receipt, message })
    },
    find: (_, id) =>
      Promise.try(() => {
        farEnd.asked.push(id)
        const asking = farEnd.faultsOfAsking.shift()
        if (asking !== undefined) throw asking
        if (platform === 'teams') return 'unknowable'
        return farEnd.sent.some(({ entry }) => entry === id) ? receiptOf(id) : 'absent'
      }),
  }
}

export function directory(farEnd: FarEnd): Directory {
  return {
    platform: 'slack',
    member: () => Promise.resolve(undefined),
    findByEmail: () => Promise.resolve(undefined),
    channel: () => Promise.resolve(undefined),
    doNotDisturb: (_, users) =>
      Promise.try(() => {
        farEnd.disturbAsked.push(users)
        return farEnd.undisturbed
      }),
  }
}

async function next({ answers }: FarEnd): Promise<'lost' | undefined> {
  const answer = await answers.shift()
  if (answer instanceof PlatformFault) throw answer
  return answer === 'lost' ? 'lost' : undefined
}
