import type { Figures } from '../../core/digest/figures.ts'
import { channelDigest } from '../../core/digest/messages.ts'
import type { Message } from '../../core/message/message.ts'
import { setNextDigest } from '../../store/digest.ts'
import { programBySlug } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { inOrganization, type World } from '../world.ts'
import { type ChannelVerdict, lookAtChannel } from './look-at-channel.ts'
import { type Posted, postDue } from './post-digests.ts'
import { readDigest } from './read-digest.ts'

export interface DigestWanted {
  readonly organizationId: string
  /** The program's. */
  readonly slug: string
  /** Now, if it is missing. */
  readonly at?: Temporal.Instant
}

export interface DigestPreview {
  /** As its channel would show it; where that cannot be seen, as a channel of coordinators only. */
  readonly message: Message
  readonly figures: Figures
  readonly channel: ChannelVerdict
}

/** The digest as it would be posted at an instant, posting nothing; undefined if there is no such program. */
export async function previewDigest(world: World, wanted: DigestWanted): Promise<DigestPreview | undefined> {
  const then = at(world, wanted.at)
  const read = await inOrganization(then, wanted.organizationId, async (scope) => {
    const stored = await programBySlug(scope, wanted.slug)
    return stored && { program: stored.program, digest: await readDigest(scope, stored) }
  })
  if (!read) return undefined
  const channel = await lookAtChannel(then, wanted.organizationId, read.program)
  return { message: channelDigest(read.digest, showsIn(channel)), figures: read.digest.figures, channel }
}

/** Posts the digest now, by the same rules as when it is due; undefined if there is no such program. */
export async function sendDigest(world: World, wanted: DigestWanted): Promise<Posted | undefined> {
  const then = at(world, wanted.at)
  const programId = await inOrganization(then, wanted.organizationId, async (scope) => {
    const stored = await programBySlug(scope, wanted.slug)
    if (stored) await askForDigest(scope, stored.id)
    return stored?.id
  })
  return programId === undefined
    ? undefined
    : postDue(then, wanted.organizationId, { programId, dueAt: then.now() })
}

/** Makes the program's digest due now: the next beat posts it, and the next regular one comes as usual. */
export async function askForDigest(scope: Scope, programId: string): Promise<void> {
  await setNextDigest(scope, programId, scope.now)
}

function at(world: World, instant: Temporal.Instant | undefined): World {
  const moment = instant ?? world.now()
  return { ...world, now: () => moment }
}

function showsIn(channel: ChannelVerdict): Parameters<typeof channelDigest>[1] {
  return channel.fit === true && channel.strangers.accounts.length > 0 ? 'counts' : 'rows'
}
