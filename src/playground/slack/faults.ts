import type { Fault } from '../wire.ts'

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

/** How everything fails while a fault lasts. Five seconds are short enough to be waited for. */
const lasting: Readonly<Record<Fault, SlackFault['how']>> = {
  'rate-limited': { kind: 'rate-limited', retryAfterSeconds: 5 },
  broken: { kind: 'broken' },
  slow: { kind: 'slow', milliseconds: 4000 },
}

/** Which calls fail next, and how. */
export class Faults {
  private queued: readonly SlackFault[] = []
  private lasting: SlackFault['how'] | undefined

  /** Fails so many calls. */
  add(fault: SlackFault): void {
    this.queued = [...this.queued, fault]
  }

  /** Fails everything until it is mended with `none`. */
  break(fault: Fault | 'none'): void {
    this.lasting = fault === 'none' ? undefined : lasting[fault]
  }

  next(method: string): SlackFault['how'] | undefined {
    const fault = this.queued.find((candidate) => candidate.method === method || candidate.method === '*')
    if (fault === undefined) return this.lasting
    this.queued = this.queued.flatMap((other) => {
      if (other !== fault) return [other]
      return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : []
    })
    return fault.how
  }
}
