import type { Person } from '../../core/people/person.ts'
import { missingFor, type ProfileColumn, type Sides } from '../../core/people/profile.ts'
import { type ListedPerson, listedById } from '../../store/roster.ts'
import type { Scope } from '../../store/scope.ts'
import { isOver, programsOf, type TakingPart } from '../people/taking-part.ts'

/** What somebody says of themselves, and where they take part. */
export interface OwnProfile {
  readonly listed: ListedPerson
  readonly sides: Sides
  /** Programs that are not over and not left. */
  readonly places: readonly TakingPart[]
}

export async function readOwnProfile(scope: Scope, person: Person): Promise<OwnProfile> {
  const listed = await listedById(scope, person.id)
  if (!listed) throw new Error('the person is not in the staff list')
  const places = (await programsOf(scope, person.id)).filter(
    ({ enrollment, program }) => enrollment.state !== 'left' && !isOver(program, person, scope.now),
  )
  const roles = places.map(({ enrollment }) => enrollment.role)
  return {
    listed,
    places,
    sides: {
      isMentor: roles.some((role) => role !== 'mentee'),
      isMentee: roles.some((role) => role !== 'mentor'),
    },
  }
}

/** What this program needs to know of them to find them a pair. Peers meet in turn: nothing is needed. */
function missingIn({ listed }: Pick<OwnProfile, 'listed'>, { enrollment, program }: TakingPart) {
  if (program.type === 'peer') return []
  const sides = { isMentor: enrollment.role !== 'mentee', isMentee: enrollment.role !== 'mentor' }
  return missingFor(listed.cells, { sides, rules: program.match.require })
}

/** The first place in which they take part, wait, and are not known well enough; undefined where there is none. */
export function firstIncomplete(
  profile: OwnProfile,
  waits: (place: TakingPart) => boolean,
): { readonly program: string; readonly missing: readonly ProfileColumn[] } | undefined {
  for (const place of profile.places) {
    const missing = missingIn(profile, place)
    if (place.enrollment.state === 'active' && missing.length > 0 && waits(place))
      return { program: place.program.name, missing }
  }
  return undefined
}
