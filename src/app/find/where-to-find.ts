import {
  describeNothingToFind,
  inNoProgram,
  menteesFind,
  type NothingToFind,
  notYourProgram,
} from '../../core/find/find-messages.ts'
import type { Message } from '../../core/message/message.ts'
import { sentence } from '../../core/message/messages.ts'
import type { Person } from '../../core/people/person.ts'
import { activePairsOf } from '../../store/pairs.ts'
import { personById } from '../../store/people.ts'
import type { StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { isOver, programsOf, type TakingPart } from '../people/taking-part.ts'

/**
 * The programs in which this person waits for a mentor, at least one, or why there is none. With a program's id only
 * that one counts: an id in a payload proves nothing.
 */
export async function whereToFind(
  scope: Scope,
  person: Person,
  programId?: string,
): Promise<
  { readonly programs: readonly [StoredProgram, ...StoredProgram[]] } | { readonly refusal: Message }
> {
  const all = (await programsOf(scope, person.id)).filter(
    ({ enrollment, program }) => enrollment.state !== 'left' && !isOver(program, person, scope.now),
  )
  const here = all.filter(({ enrollment }) => programId === undefined || enrollment.programId === programId)
  const asMentee = here.filter(({ enrollment }) => enrollment.role !== 'mentor')
  const [someMentee] = asMentee
  if (!someMentee) return { refusal: noPlace(here.length > 0, programId) }

  const pairs = (await activePairsOf(scope, person.id)).filter(({ menteeId }) => menteeId === person.id)
  const mentorIn = new Map(pairs.map((pair) => [pair.programId, pair.mentorId]))
  const [first, ...more] = asMentee.filter((place) => !whyNothing(place, mentorIn))
  if (first) return { programs: [stored(first), ...more.map(stored)] }

  const why = whyNothing(someMentee, mentorIn) ?? 'has-mentor'
  const mentor = await personById(scope, mentorIn.get(someMentee.enrollment.programId) ?? '')
  const facts = { program: someMentee.program.name, ...(mentor && { mentor: mentor.name }) }
  return { refusal: describeNothingToFind(why, facts) }
}

function noPlace(isMentor: boolean, programId: string | undefined): Message {
  if (isMentor) return menteesFind()
  return programId === undefined ? inNoProgram : sentence(notYourProgram)
}

function whyNothing(
  { enrollment: { state, programId }, program: { type } }: TakingPart,
  mentorIn: ReadonlyMap<string, string>,
): NothingToFind | undefined {
  if (state === 'invited') return 'invited'
  if (type === 'peer') return 'peer'
  if (mentorIn.has(programId)) return 'has-mentor'
  return state === 'paused' ? 'paused' : undefined
}

function stored({ enrollment: { programId }, program }: TakingPart): StoredProgram {
  return { id: programId, program }
}
