import type { Life } from './life.ts'
import type { Staff } from './staff.ts'

/** What goes on by itself while nobody moves the clock. */
export interface Pulse {
  /** Something has changed: looks what, in a moment. */
  quicken(): void
  /** With the next look the bot does what it does by itself, too. */
  beatSoon(): void
  /** Waits for a look that is under way, and lets none begin until the returned function is called. */
  hold(): Promise<() => void>
  /** When something is due next, as of the last look. */
  next(): Temporal.Instant | undefined
  stop(): Promise<void>
}

const lookMs = 60
const beatMs = 1000

/** `looked` is called after each look. */
export function startPulse(life: Life, staff: Staff, looked: () => void): Pulse {
  const { flow, clock, post, running } = life
  let held = false
  let again: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  let next: Temporal.Instant | undefined

  const look = async () => {
    if (held) return
    try {
      if (next && isReached(next, clock.now())) await flow.passHere()
      else await flow.settle()
      await staff.look()
      next = (await flow.next())?.at
    } catch (cause) {
      running.world.log.error({ err: cause }, 'the playground could not look what happened')
    }
    looked()
  }
  const quicken = () => {
    if (held || again) return
    again = setTimeout(() => {
      again = undefined
      looking = looking.then(look)
    }, lookMs)
  }
  const timer = setInterval(() => {
    if (post.waiting() > 0 || (next && isReached(next, clock.now()))) quicken()
  }, beatMs)

  const hold = async () => {
    held = true
    clearTimeout(again)
    again = undefined
    await looking
    return () => {
      held = false
      quicken()
    }
  }

  return {
    quicken,
    beatSoon: () => {
      next = clock.now()
      quicken()
    },
    next: () => next,
    hold,
    stop: async () => {
      clearInterval(timer)
      await hold()
    },
  }
}

function isReached(instant: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(instant, now) <= 0
}
