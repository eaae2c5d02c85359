import { describePlace } from '../../core/help-case/coordinator-messages.ts'
import type { HelpCase } from '../../core/help-case/help-case.ts'
import { otherOf, type Pair, sideOf } from '../../core/pair/pair.ts'
import type { Person } from '../../core/people/person.ts'
import { hasConflict } from '../../core/program/conflict.ts'
import type { Program } from '../../core/program/program.ts'
import { activePairsOf, pairById } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { coordinatorsOf } from '../program/coordinators.ts'

/** Whom a request is about. */
export interface Setting {
  readonly program: Program
  readonly author: Person
  /** Who the author is to whom, and in which program. */
  readonly about: string
  /** The coordinators without a conflict, whether or not they can be written to. */
  readonly readers: readonly Person[]
}

export interface LoadedCase extends Setting {
  readonly request: HelpCase
}

/** Undefined once its author or program is gone. */
export async function loadCase(scope: Scope, request: HelpCase): Promise<LoadedCase | undefined> {
  const setting = await settingOf(scope, request)
  return setting && { ...setting, request }
}

/**
 * The program, the author and the coordinators who may read it: none of them is in the pair it is about or manages one
 * of the two; where it is about no pair in particular, in or of any pair of the author in the program.
 */
export async function settingOf(
  scope: Scope,
  { programId, personId, pairId }: Pick<HelpCase, 'programId' | 'personId' | 'pairId'>,
): Promise<Setting | undefined> {
  const [stored] = await programsById(scope, [programId])
  const pair = pairId === undefined ? undefined : await pairById(scope, pairId)
  const pairs = pair ? [pair] : await activePairsIn(scope, personId, programId)
  const ids = [personId, ...pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId])]
  const people = await peopleById(scope, [...new Set(ids)])
  const author = people.find(({ id }) => id === personId)
  if (!stored || !author) return undefined
  const { program } = stored
  const other = pair && people.find(({ id }) => id === otherOf(pair, personId))
  const coordinators = await coordinatorsOf(scope, program)
  const readers = coordinators
    .filter(({ email }) => !hasConflict(email, people))
    .toSorted((one, next) => one.name.localeCompare(next.name))
  return { program, author, readers, about: aboutOf(program, { author, other, pair }) }
}

async function activePairsIn(scope: Scope, personId: string, programId: string): Promise<Pair[]> {
  return (await activePairsOf(scope, personId)).filter((pair) => pair.programId === programId)
}

function aboutOf(
  program: Program,
  {
    author,
    other,
    pair,
  }: { readonly author: Person; readonly other: Person | undefined; readonly pair: Pair | undefined },
): string {
  const known = pair && sideOf(pair, author.id)
  const side = program.type === 'peer' ? 'peer' : known
  return describePlace({ program: program.name, ...(other && side && { other: other.name, side }) })
}

/** Those of them who can be written to. */
export function reachable(readers: readonly Person[]): Person[] {
  return readers.filter(({ accounts }) => accounts.length > 0)
}
