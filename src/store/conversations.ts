import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'

/** The question last asked in a person's chat. */
export interface Conversation {
  readonly checkInId: string
  /** The question's id in the script; for a goal `goal:ID`. */
  readonly question: string
  readonly askedAt: Temporal.Instant
  /** The reader chosen for the answer to come, where it is not the usual one. */
  readonly reader?: string
}

/** Free text is taken as an answer only for so long after the question. */
const LISTENING = Temporal.Duration.from({ hours: 24 })

/** What free text in this person's chat answers; undefined if nothing was asked in the last 24 hours. */
export async function conversationOf(scope: Scope, personId: string): Promise<Conversation | undefined> {
  const row = await scope.tx.conversation.findFirst({
    where: {
      personId,
      organizationId: scope.organizationId,
      askedAt: { gte: fromInstant(scope.now.subtract(LISTENING)) },
    },
  })
  if (!row) return undefined
  const { checkInId, question, reader } = row
  return { checkInId, question, askedAt: toInstant(row.askedAt), ...(reader !== null && { reader }) }
}

/** From now on free text answers this question. */
export async function ask(
  scope: Scope,
  asked: { personId: string; checkInId: string; question: string; reader?: string },
): Promise<void> {
  const { personId, checkInId, question } = asked
  const data = { checkInId, question, reader: asked.reader ?? null, askedAt: fromInstant(scope.now) }
  await scope.tx.conversation.upsert({
    where: { personId },
    create: { personId, organizationId: scope.organizationId, ...data },
    update: data,
  })
}

/** Nobody is asked any more about these check-ins. */
export async function fallSilentAbout(scope: Scope, checkInIds: readonly string[]): Promise<void> {
  await scope.tx.conversation.deleteMany({
    where: { checkInId: { in: [...checkInIds] }, organizationId: scope.organizationId },
  })
}

/** Nothing is being asked any more. */
export async function fallSilent(scope: Scope, personId: string): Promise<void> {
  await scope.tx.conversation.deleteMany({ where: { personId, organizationId: scope.organizationId } })
}
