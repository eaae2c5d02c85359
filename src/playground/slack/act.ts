import { setTimeout as wait } from 'node:timers/promises'
import type { Refusal } from './check-payloads.ts'
import type { Acknowledgement, Delivery } from './deliver.ts'
import { type Doing, noticeOf, refusalNotice } from './notices.ts'
import { isNoticed, type Seen, seenBy } from './seen.ts'
import type { SlackChange, SlackWorld } from './world.ts'

export interface Surroundings {
  readonly world: SlackWorld
  readonly apiUrl: string
  /** How long to wait for something to be seen. */
  readonly patience: number
  deliver(delivery: Delivery): Promise<Acknowledgement>
}

/** Something done that the bot is told of. */
export interface Act {
  readonly delivery: Delivery
  readonly doing: Doing
  /** What the bot's answer itself changes; tells why Slack would not do it. */
  readonly onAnswer?: (answer: Acknowledgement) => Refusal | undefined
}

/** Everything seen comes within this time of the last thing seen. */
const QUIET_MS = 40

/** Tells the bot what somebody did, and waits until nothing more comes of it. */
export async function carryOut(
  { world, deliver, patience }: Surroundings,
  user: string,
  { delivery, doing, onAnswer }: Act,
): Promise<Seen> {
  const changes: SlackChange[] = []
  let last = performance.now()
  const stop = world.watch((change) => {
    if (!isNoticed(change, user)) return
    changes.push(change)
    last = performance.now()
  })
  const answer = await deliver(delivery)
  const refusal = onAnswer?.(answer)
  if (refusal) world.refuse({ method: 'answer', user, ...refusal })
  const since = performance.now()
  const answered = () => changes.length > 0 || answer.said !== undefined || !answer.acknowledged
  while (performance.now() - (answered() ? last : since) < (answered() ? QUIET_MS : patience)) {
    await wait(5)
  }
  stop()
  const refused = changes.find((change) => change.kind === 'refused')?.refused
  const notice = refused ? refusalNotice(doing, refused) : noticeOf(doing, answer)
  const errors = refused ? undefined : answer.said?.['errors']
  return seenBy(world, user, {
    ...answer,
    changes,
    ...(errors === undefined ? {} : { errors: Object(errors) }),
    ...(notice === undefined ? {} : { notice }),
  })
}
