import type { Running } from '../../serve.ts'
import type { StoryClock } from '../clock.ts'
import type { AccountKey } from '../wire.ts'
import { createFlow, type Flow } from './flow.ts'
import type { HospitalKept } from './kept.ts'
import { createNews, type News } from './news.ts'
import { createOwnLives, type OwnLives } from './own-lives.ts'
import { arrival, told } from './past.ts'
import { createPost, type StoryPost } from './post.ts'
import type { Stage } from './stage.ts'
import { createTimeline, type Timeline } from './timeline.ts'

/** All that a life of the hospital consists of. */
export interface Life {
  readonly run: string
  readonly stage: Stage
  readonly running: Running
  readonly clock: StoryClock
  readonly post: StoryPost
  readonly news: News
  readonly lives: OwnLives
  readonly timeline: Timeline
  readonly flow: Flow
  readonly mood: Mood
}

/** What visitors decide about the people of the hospital. */
export interface Mood {
  alive: boolean
  /** The accounts whose page is open: whoever sits there plays them. */
  watched: () => ReadonlySet<AccountKey>
}

interface LifeOptions extends Pick<Life, 'run' | 'stage' | 'running' | 'clock'> {
  /** By name, when people join, once they have been invited. */
  readonly joining: ReadonlyMap<string, Temporal.Instant>
  readonly kept?: HospitalKept
}

export function createLife({ joining, kept, ...parts }: LifeOptions): Life {
  const { stage, running, clock } = parts
  const mood: Mood = { alive: kept?.alive ?? true, watched: () => new Set() }
  const post = createPost(running, clock, kept?.post)
  const news = createNews(stage, running, kept?.news)
  const timeline = createTimeline(clock.now, kept?.timeline)
  const lives = createOwnLives({
    stage,
    running,
    joining,
    arrival,
    isAlive: () => mood.alive,
    isPlayed: (account) => mood.watched().has(account),
    ...(kept && { kept: kept.lives }),
  })
  const flow = createFlow({ stage, running, clock, post, news, lives, timeline, toldFrom: told })
  return { ...parts, mood, post, news, timeline, lives, flow }
}
