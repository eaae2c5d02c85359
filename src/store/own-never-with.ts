import type { Scope } from './scope.ts'
import type { SealPlace } from './sealed.ts'

/** Somebody of the staff list, as far as another needs to know them to name them. */
export interface Namable {
  readonly id: string
  readonly name: string
  readonly email: string
}

/** Ids of those whom this person would rather not be paired with. Theirs alone: only they, and the rules, read it. */
export async function ownNeverWith(scope: Scope, personId: string): Promise<string[]> {
  const row = await scope.tx.ownNeverWith.findFirst({
    where: { personId, organizationId: scope.organizationId },
  })
  return row ? opened(scope, row) : []
}

/** Takes the place of the list before; an empty one leaves nothing behind. */
export async function saveOwnNeverWith(
  scope: Scope,
  personId: string,
  ids: readonly string[],
): Promise<void> {
  const { tx, organizationId, seal } = scope
  if (ids.length === 0) {
    await tx.ownNeverWith.deleteMany({ where: { personId, organizationId } })
    return
  }
  const sealed = seal.seal(JSON.stringify(ids), sealedOf(personId))
  await tx.ownNeverWith.upsert({
    where: { personId, organizationId },
    create: { personId, organizationId, sealed },
    update: { sealed },
  })
}

/** All who keep such a list, each with those on it: two of them are not put together, whoever named whom. */
export async function keptApart(scope: Scope): Promise<(readonly [string, string])[]> {
  const rows = await scope.tx.ownNeverWith.findMany({
    where: { organizationId: scope.organizationId },
    orderBy: { personId: 'asc' },
  })
  return rows.flatMap((row) => opened(scope, row).map((id) => [row.personId, id] as const))
}

/** Those who bear one of these names or addresses, whatever the case and the spaces. */
export async function namedLike(scope: Scope, typed: readonly string[]): Promise<Namable[]> {
  return await scope.tx.$queryRaw<Namable[]>`
    select id, name, email from people
    where organization_id = ${scope.organizationId}
      and (email = any(${[...typed]}::text[])
        or lower(regexp_replace(trim(normalize(name, NFKC)), '[[:space:]]+', ' ', 'g')) = any(${[...typed]}::text[]))
    order by id`
}

function opened(scope: Scope, row: { personId: string; sealed: Uint8Array }): string[] {
  const ids: unknown = JSON.parse(scope.seal.open(row.sealed, sealedOf(row.personId)))
  return Array.isArray(ids) ? ids.map(String) : []
}

function sealedOf(row: string): SealPlace {
  return { table: 'own_never_with', row, column: 'sealed' }
}
