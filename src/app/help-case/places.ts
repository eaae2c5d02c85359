import type { Place } from '../../core/help-case/messages.ts'
import type { Enrollment } from '../../core/people/enrollment.ts'
import type { Person } from '../../core/people/person.ts'
import { enrollmentsOfPerson } from '../../store/enrollments.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { companionsOf } from '../pair/companions.ts'
import { isOver } from '../people/taking-part.ts'
import { reachable, type Setting, settingOf } from './load-case.ts'

/** Where somebody may ask for help. `place.id`: of the pair, or of the program where they have none in it. */
export interface AskedPlace {
  readonly place: Place
  readonly programId: string
  readonly pairId?: string
  readonly setting: Setting
}

/** The person's pairs, then the programs in which they have none; not those that went by without them. */
export async function placesOf(scope: Scope, person: Person): Promise<AskedPlace[]> {
  const companions = await companionsOf(scope, person.id)
  const enrollments = (await enrollmentsOfPerson(scope, person.id)).filter(({ state }) => state !== 'left')
  const paired = new Set(companions.map(({ pair }) => pair.programId))
  const alone = await notMissed(
    scope,
    person,
    enrollments.filter(({ programId }) => !paired.has(programId)),
  )
  const wanted: readonly { programId: string; pairId?: string; other?: string }[] = [
    ...companions.map(({ pair, other }) => ({ programId: pair.programId, pairId: pair.id, other })),
    ...alone.map(({ programId }) => ({ programId })),
  ]
  const programs = await programsById(
    scope,
    wanted.map(({ programId }) => programId),
  )
  const names = new Map(programs.map(({ id, program }) => [id, program.name]))
  const places: AskedPlace[] = []
  for (const one of wanted) {
    const { programId, pairId, other } = one
    const inPair = pairId !== undefined && { pairId }
    const setting = await settingOf(scope, { programId, ...inPair, personId: person.id })
    if (!setting) continue
    const readers = reachable(setting.readers).map(({ name }) => name)
    const program = names.get(programId) ?? ''
    const label = other === undefined ? program : `${other}, ${program}`
    const place = { id: pairId ?? programId, label, readers, routes: setting.program.routes }
    places.push({ place, programId, setting, ...inPair })
  }
  return places
}

/** An invitation that nobody took up before the program was over leaves nothing to ask about. */
async function notMissed(
  scope: Scope,
  person: Person,
  enrollments: readonly Enrollment[],
): Promise<Enrollment[]> {
  const invited = enrollments.filter(({ state }) => state === 'invited')
  const programs = await programsById(
    scope,
    invited.map(({ programId }) => programId),
  )
  const over = new Set(
    programs.filter(({ program }) => isOver(program, person, scope.now)).map(({ id }) => id),
  )
  return enrollments.filter(({ state, programId }) => state !== 'invited' || !over.has(programId))
}
