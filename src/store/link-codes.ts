import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'

/** Letters and digits that nobody takes for one another. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
/** The first half finds the code, the second proves it: who guesses counts against that one code alone. */
const HALF = 4
/** PRODUCT, *Who is who*. */
const MOST_TRIES = 5

/** Makes a new code for the person, in the place of one before; only a hash of it is kept. Gives it as it is shown. */
export async function newLinkCode(
  scope: Scope,
  { personId, expiresAt }: { readonly personId: string; readonly expiresAt: Temporal.Instant },
): Promise<string> {
  const { tx, organizationId } = scope
  const [finder, proof] = [someLetters(), someLetters()]
  const kept = { hash: hashOf(finder, proof), tries: 0, expiresAt: fromInstant(expiresAt) }
  await tx.linkCode.upsert({
    where: { personId, organizationId },
    create: { personId, organizationId, ...kept },
    update: kept,
  })
  return `${finder}-${proof}`
}

/** expired: it was right, and its time is over. spent: it was tried too often. */
export type Redeemed = { readonly personId: string } | 'wrong' | 'expired' | 'spent'

/** Takes a code as typed. The right one is used up by it; a wrong second half counts against the code that was meant. */
export async function redeemLinkCode(scope: Scope, typed: string): Promise<Redeemed> {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const [finder, proof] = [plain.slice(0, HALF), plain.slice(HALF)]
  const [start] = hashOf(finder, proof).split(':')
  const rows = await scope.tx.$queryRaw<Meant[]>`
    select person_id as "personId", hash, tries, expires_at as "expiresAt" from link_codes
    where organization_id = ${scope.organizationId} and starts_with(hash, ${`${start}:`})
    order by person_id for update`
  const right = rows.find(({ hash }) => isSame(hash, hashOf(finder, proof)))
  if (right) return spend(scope, right)
  await scope.tx.linkCode.updateMany({
    where: {
      organizationId: scope.organizationId,
      personId: { in: rows.map(({ personId }) => personId) },
    },
    data: { tries: { increment: 1 } },
  })
  return 'wrong'
}

interface Meant {
  readonly personId: string
  readonly hash: string
  readonly tries: number
  readonly expiresAt: Date
}

async function spend(scope: Scope, { personId, tries, expiresAt }: Meant): Promise<Redeemed> {
  if (tries >= MOST_TRIES) return 'spent'
  if (Temporal.Instant.compare(toInstant(expiresAt), scope.now) <= 0) return 'expired'
  await scope.tx.linkCode.deleteMany({ where: { personId, organizationId: scope.organizationId } })
  return { personId }
}

function someLetters(): string {
  return Array.from({ length: HALF }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

function hashOf(finder: string, proof: string): string {
  const hash = (text: string) => createHash('sha256').update(text).digest('base64url')
  return `${hash(finder)}:${hash(`${finder}-${proof}`)}`
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
