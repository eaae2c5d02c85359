import type { Happening, HospitalState } from '../wire.ts'
import type { NewsKept } from './news.ts'
import type { LivesKept } from './own-lives.ts'
import type { PostKept } from './post.ts'
import type { StageKept } from './stage.ts'

/** A hospital as JSON, beside its database. */
export interface HospitalKept {
  readonly run: string
  readonly now: string
  readonly alive: boolean
  readonly faults: HospitalState['faults']
  readonly timeline: readonly Happening[]
  readonly stage: StageKept
  readonly news: NewsKept
  readonly lives: LivesKept
  readonly post: PostKept
}
