import type { Message } from '../core/message/message.ts'
import { bodyOf } from './outbox.ts'
import { keptApart, ownNeverWith, saveOwnNeverWith } from './own-never-with.ts'
import type { Scope } from './scope.ts'
import type { SealPlace } from './sealed.ts'
import { changeSent } from './sent-messages.ts'

/** What of an agreement is not in anybody's words, and stays. */
const notWords: ReadonlySet<string> = new Set(['organizer', 'until', 'reviewOn'])
/** What the mentor adds to what the mentee wrote. */
const ofMentor: ReadonlySet<string> = new Set(['notice', 'support'])

/**
 * Changes every message that carries the person's own words, where it was sent, once each; what was not sent yet never
 * is. Gives how many were changed.
 */
export async function removeWordsOf(scope: Scope, personId: string, instead: Message): Promise<number> {
  const { tx, organizationId, seal } = scope
  const carrying = { organizationId, authorId: personId }
  await tx.outboxEntry.updateMany({
    where: { ...carrying, state: 'ready', claimedBy: null },
    data: { state: 'abandoned', fault: 'forgotten', body: null },
  })
  const found = await tx.outboxEntry.findMany({
    where: { ...carrying, state: { in: ['ready', 'sending', 'sent'] } },
    select: { id: true, key: true, kind: true, target: true, state: true },
    orderBy: { createdAt: 'asc' },
  })
  for (const { id, state } of found) {
    // Whatever is on its way at this moment may have to be sent once more: then without the words.
    const body = state === 'sent' ? null : new Uint8Array(seal.seal(JSON.stringify(instead), bodyOf(id)))
    await tx.outboxEntry.updateMany({ where: { id, organizationId }, data: { body } })
  }
  const messages = new Set(found.map(({ kind, key, target }) => (kind === 'update' ? target : key) ?? key))
  for (const key of messages) await changeSent(scope, key, instead)
  return messages.size
}

/** Takes what the person wrote, or their id, out of what others keep sealed. `removed`: stands where their words stood. */
export async function forgetInSealed(scope: Scope, personId: string, removed: string): Promise<void> {
  await forgetInNeverWith(scope, personId)
  await forgetInAgreements(scope, personId, removed)
  await forgetInUnfinished(scope, personId)
}

async function forgetInNeverWith(scope: Scope, personId: string): Promise<void> {
  const naming = (await keptApart(scope)).filter(([, named]) => named === personId)
  for (const [author] of naming) {
    const others = (await ownNeverWith(scope, author)).filter((id) => id !== personId)
    await saveOwnNeverWith(scope, author, others)
  }
}

/** Of an agreement goes what they wrote; the other's part, and the days, stay. */
async function forgetInAgreements(scope: Scope, personId: string, removed: string): Promise<void> {
  const { tx, organizationId, seal } = scope
  const pairs = await pairsOf(scope, personId)
  const mentors = new Map(pairs.map(({ id, mentorId }) => [id, mentorId]))
  const rows = await tx.agreement.findMany({
    where: { organizationId, pairId: { in: pairs.map(({ id }) => id) } },
    orderBy: [{ pairId: 'asc' }, { version: 'asc' }],
  })
  const versions = rows.map((row) => ({
    ...row,
    terms: JSON.parse(seal.open(row.sealed, agreementPlace(row.id))) as Record<string, unknown>,
  }))
  for (const [at, { id, pairId, terms }] of versions.entries()) {
    const until = versions.slice(0, at + 1).filter((one) => one.pairId === pairId)
    const mentor = mentors.get(pairId)
    const left = Object.entries(terms).map(([name, value]) => {
      const isTheirs = !notWords.has(name) && authorOf(until, { name, value, mentor }) === personId
      return [name, isTheirs ? removed : value] as const
    })
    const sealed = seal.seal(JSON.stringify(Object.fromEntries(left)), agreementPlace(id))
    await tx.agreement.updateMany({
      where: { id, organizationId },
      data: { sealed: new Uint8Array(sealed) },
    })
  }
}

/**
 * Who wrote what stands there now: whose version first had it, of those in which it has stood unchanged since. The mentor
 * completes what the mentee wrote without making a version of it.
 */
function authorOf(
  versions: readonly { readonly writtenBy: string; readonly terms: Record<string, unknown> }[],
  {
    name,
    value,
    mentor,
  }: { readonly name: string; readonly value: unknown; readonly mentor: string | undefined },
): string | undefined {
  const changed = versions.findLastIndex(({ terms }) => terms[name] !== value)
  const isFirst = versions[changed]?.terms[name] === undefined
  return isFirst && ofMentor.has(name) ? mentor : versions[changed + 1]?.writtenBy
}

/** What others have begun about them leads nowhere any more; a half-written agreement holds what both had written. */
async function forgetInUnfinished(scope: Scope, personId: string): Promise<void> {
  const { tx, organizationId, seal } = scope
  const pairs = (await pairsOf(scope, personId)).map(({ id }) => id)
  const rows = await tx.unfinished.findMany({ where: { organizationId } })
  const ofThem = rows.filter(({ id, kind, about, sealed }) => {
    if (kind === 'agreement' && pairs.some((pair) => about.includes(pair))) return true
    const words = seal.open(sealed, { table: 'unfinished', row: id, column: 'sealed' })
    return about.includes(personId) || words.includes(personId)
  })
  await tx.unfinished.deleteMany({ where: { organizationId, id: { in: ofThem.map(({ id }) => id) } } })
}

function pairsOf({ tx, organizationId }: Scope, personId: string) {
  return tx.pair.findMany({
    where: { organizationId, OR: [{ mentorId: personId }, { menteeId: personId }] },
    select: { id: true, mentorId: true },
  })
}

function agreementPlace(row: string): SealPlace {
  return { table: 'agreements', row, column: 'sealed' }
}
