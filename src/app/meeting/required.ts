import { requiredSentence } from '../../core/pair/meet/required-words.ts'
import type { Pair } from '../../core/pair/pair.ts'
import { type Person, todayOf } from '../../core/people/person.ts'
import {
  courseOf,
  type HeldRequired,
  type RequiredMeeting,
  requiredHeld,
  requiredMeetings,
  shortfall,
  stillRequired,
  yearOf,
} from '../../core/program/clock.ts'
import { beginningsOf, firstPairedIn, type HeldMeeting, heldInProgram } from '../../store/meeting-sums.ts'
import { programsById, type StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { companionsOf } from '../pair/companions.ts'

/** What a program requires, reckoned for its pairs. */
export interface Required {
  /** What the two have still to hold, the earliest due first; what an earlier mentor has held counts. */
  missing(pair: Pair): RequiredMeeting[]
  /** What the mentee of this pair has held of it, the earliest due first. */
  held(pair: Pair): HeldRequired[]
  /** Minutes of protected time that this mentor is behind so far this year. */
  behind(mentorId: string, today: Temporal.PlainDate): number
}

/** Reads all that these pairs of a program hang on, in a handful of queries whatever their number. */
export async function readRequired(
  scope: Scope,
  { id: programId, program }: StoredProgram,
  pairs: readonly Pair[],
): Promise<Required | undefined> {
  const { meetings: rules, protectedMinutes: yearly } = program
  if ((rules.length === 0 && yearly === undefined) || pairs.length === 0) return undefined
  const held = await heldInProgram(scope, { programId, from: program.startsOn })
  const paired = await firstPairedIn(scope, programId)
  const beginnings = await beginningsOf(
    scope,
    pairs.map(({ menteeId }) => menteeId),
  )
  const byMentee = Map.groupBy(held, ({ menteeId }) => menteeId)
  const byMentor = Map.groupBy(held, ({ mentorId }) => mentorId)
  const meetingsOf = ({ menteeId, startedOn, endsOn }: Pair) => {
    const known = { ...beginnings.get(menteeId), ...(endsOn && { pairEndsOn: endsOn }) }
    const course = courseOf(program, known)
    const pairedOn = paired.mentees.get(menteeId) ?? startedOn
    return course ? requiredMeetings(rules, { ...course, pairedOn }) : []
  }
  return {
    missing: (pair) => stillRequired(meetingsOf(pair), daysOf(byMentee.get(pair.menteeId))),
    held: (pair) => requiredHeld(meetingsOf(pair), daysOf(byMentee.get(pair.menteeId))),
    behind: (mentorId, today) => {
      const since = paired.mentors.get(mentorId)
      if (yearly === undefined || !since) return 0
      const year = yearOf(program, today)
      const logged = (byMentor.get(mentorId) ?? [])
        .filter(({ heldOn }) => Temporal.PlainDate.compare(heldOn, year.startsOn) >= 0)
        .reduce((sum, { minutes }) => sum + minutes, 0)
      const from = Temporal.PlainDate.compare(since, year.startsOn) > 0 ? since : year.startsOn
      return shortfall({ yearly, logged, since: from, today })
    },
  }
}

/** The next required meeting of a pair, in a sentence; none where nothing is required any more. */
export async function requiredWords(
  scope: Scope,
  { pair, me, name }: { readonly pair: Pair; readonly me: Person; readonly name?: string | undefined },
): Promise<string[]> {
  const [stored] = await programsById(scope, [pair.programId])
  const required = stored && (await readRequired(scope, stored, [pair]))
  const [next] = required?.missing(pair) ?? []
  return next
    ? [requiredSentence(next, { today: todayOf(me, scope.now), locale: me.locale, other: name })]
    : []
}

/** The same for all pairs of a person, with the other's name where there are several. */
export async function requiredLines(scope: Scope, me: Person): Promise<string[]> {
  const companions = await companionsOf(scope, me.id)
  const lines: string[] = []
  for (const { pair, other } of companions) {
    const name = companions.length > 1 ? other : undefined
    lines.push(...(await requiredWords(scope, { pair, me, name })))
  }
  return lines
}

function daysOf(held: readonly HeldMeeting[] | undefined): Temporal.PlainDate[] {
  return (held ?? []).map(({ heldOn }) => heldOn)
}
