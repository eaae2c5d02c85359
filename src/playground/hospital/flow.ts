import { beat } from '../../app/heartbeat.ts'
import { inOrganization } from '../../app/world.ts'
import type { Running } from '../../serve.ts'
import { nextDueAt } from '../../store/next-due.ts'
import type { StoryClock } from '../clock.ts'
import { nameOf, newestMessage, splitKey } from './messages.ts'
import type { News, Told } from './news.ts'
import type { Deed, OwnLives } from './own-lives.ts'
import type { StoryPost } from './post.ts'
import type { Stage } from './stage.ts'
import type { Timeline } from './timeline.ts'

/** How time passes in the hospital: what the bot does by itself, what that brings people to do, and so on. */
export interface Flow {
  /** Sets the clock and does all that is due then, until nothing more is. */
  passTo(instant: Temporal.Instant): Promise<void>
  /** Does all that is due now, while the clock runs. */
  passHere(): Promise<void>
  /** Does what the clock has come to by itself. */
  settle(): Promise<void>
  /** What is due next. */
  next(): Promise<Step | undefined>
  /** Goes from one thing that is due to the next, as long as they are before this instant. */
  liveUntil(end: Temporal.Instant, passed?: () => void): Promise<void>
}

interface Step {
  readonly at: Temporal.Instant
  /** The bot does something by itself: it is not only that a message or a person's hour has come. */
  readonly beats: boolean
}

export interface FlowParts {
  readonly stage: Stage
  readonly running: Running
  readonly clock: StoryClock
  readonly post: StoryPost
  readonly news: News
  readonly lives: OwnLives
  readonly timeline: Timeline
  /** What was before is not told. */
  readonly toldFrom: Temporal.Instant
}

/** One thing leads to another so often at one instant, at most. */
const mostRounds = 40

export function createFlow(parts: FlowParts): Flow {
  const { stage, running, clock, post, news, lives, timeline } = parts
  const isTold = () => Temporal.Instant.compare(clock.now(), parts.toldFrom) >= 0
  const tell = (told: readonly Told[]) => {
    lives.hear(told)
    if (!isTold()) return
    for (const { entry: _, ...happening } of told) timeline.add(happening)
  }
  const tellDeeds = (deeds: readonly Deed[]) => {
    if (!isTold()) return
    for (const deed of deeds) timeline.add(happeningOf(stage, deed))
  }

  async function settle(): Promise<void> {
    for (let round = 0; round < mostRounds; round += 1) {
      await post.deliver()
      tell(await news.look())
      const deeds = await lives.act()
      tellDeeds(deeds)
      if (deeds.length === 0) return
    }
  }

  const passHere = async () => {
    await beat(running.world)
    await settle()
  }

  const next = async (): Promise<Step | undefined> => {
    const due = await inOrganization(running.world, running.organizationId, nextDueAt)
    const at = earliest([due, post.next(), lives.next()])
    return at && { at, beats: due?.equals(at) === true }
  }

  return {
    settle,
    passHere,
    passTo: (instant) => {
      clock.set(instant)
      return passHere()
    },
    next,
    liveUntil: async (end, passed) => {
      for (let step = await next(); step && isBefore(step.at, end); step = await next()) {
        clock.set(step.at)
        await (step.beats ? passHere() : settle())
        passed?.()
      }
    },
  }
}

function happeningOf(stage: Stage, { account, text }: Deed) {
  const link = newestMessage(stage, account)
  return {
    kind: 'deed' as const,
    who: nameOf(stage, account),
    platform: splitKey(account).platform,
    text,
    ...(link && { link }),
  }
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}

function earliest(instants: readonly (Temporal.Instant | undefined)[]): Temporal.Instant | undefined {
  return instants.filter((instant) => instant !== undefined).sort(Temporal.Instant.compare)[0]
}
