import type { Scope } from './scope.ts'

/** Somebody of the roster as a list of all of them has it. */
export interface ListedSomebody {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly profession?: string
  readonly area?: string
  readonly roles: readonly string[]
  readonly accounts: readonly { readonly platform: string; readonly user: string }[]
  /** Those they are paired with now, by id. */
  readonly pairedWith: readonly string[]
}

/** Everybody the organization knows, by name. */
export async function everybody({ tx, organizationId }: Scope): Promise<ListedSomebody[]> {
  const [people, pairs] = await Promise.all([
    tx.person.findMany({
      where: { organizationId },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        name: true,
        email: true,
        profile: true,
        accounts: { select: { platform: true, user: true }, orderBy: [{ platform: 'asc' }, { user: 'asc' }] },
        enrollments: { where: { state: { not: 'left' } }, select: { role: true } },
      },
    }),
    tx.pair.findMany({
      where: { organizationId, state: 'active' },
      select: { mentorId: true, menteeId: true },
    }),
  ])
  return people.map(({ enrollments, profile, ...person }) => ({
    ...person,
    ...wordIn(profile, 'profession'),
    ...wordIn(profile, 'area'),
    roles: [...new Set(enrollments.map(({ role }) => role))],
    pairedWith: pairs.flatMap(({ mentorId, menteeId }) => othersOf(person.id, [mentorId, menteeId])),
  }))
}

function wordIn(profile: unknown, name: string): Record<string, string> {
  const word: unknown = Object(profile)[name]
  return typeof word === 'string' ? { [name]: word } : {}
}

function othersOf(id: string, two: readonly string[]): readonly string[] {
  return two.includes(id) ? two.filter((one) => one !== id) : []
}
