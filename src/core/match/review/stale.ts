import type { Eligibility, Pool } from '../eligibility.ts'
import type { Mentor } from '../member.ts'
import { describeBreach, describeFull } from '../rule-words.ts'
import type { OpenRow } from './open-draft.ts'

interface Field {
  readonly pool: Pool
  readonly eligibility: Eligibility
}

interface Told {
  /** Why somebody cannot be matched now on this side, without a full stop. */
  readonly elsewhere: (id: string, side: 'mentor' | 'mentee') => string
  /** What a mentee is called; undefined where they are not to be named. */
  readonly nameOf: (menteeId: string) => string | undefined
}

/**
 * Why rows of a draft do not hold any more, by mentee: somebody left, paused, was matched or offered meanwhile, a hard
 * rule stands between the two by now, or their mentor takes fewer than the draft gives them. Sentences.
 */
export function staleIn(rows: readonly OpenRow[], field: Field, told: Told): ReadonlyMap<string, string> {
  const menteeAt = new Map(field.pool.mentees.map(({ id }, at) => [id, at]))
  const mentorAt = new Map(field.pool.mentors.map(({ id }, at) => [id, at]))
  const problems = new Map<string, string>()
  const holding: { row: OpenRow; mentor: Mentor }[] = []
  for (const row of rows) {
    const two = { mentee: menteeAt.get(row.menteeId), mentor: mentorAt.get(row.mentorId ?? '') }
    const problem = problemOf(row, two, { field, told })
    const mentor = field.pool.mentors[two.mentor ?? -1]
    if (problem !== undefined) problems.set(row.menteeId, `${problem}.`)
    else if (mentor) holding.push({ row, mentor })
  }
  for (const [menteeId, problem] of crowded(holding, told)) problems.set(menteeId, problem)
  return problems
}

function problemOf(
  { menteeId, mentorId }: OpenRow,
  two: { readonly mentee: number | undefined; readonly mentor: number | undefined },
  { field: { pool, eligibility }, told }: { readonly field: Field; readonly told: Told },
): string | undefined {
  if (two.mentee === undefined) return told.elsewhere(menteeId, 'mentee')
  if (mentorId === undefined) return undefined
  if (two.mentor === undefined) return told.elsewhere(mentorId, 'mentor')
  const [mentee, mentor] = [pool.mentees[two.mentee], pool.mentors[two.mentor]]
  if (!mentee || !mentor) return undefined
  if (mentee.id === mentor.id) return 'A person cannot be their own mentor'
  const [rule] = eligibility.objections(two.mentee, two.mentor)
  if (rule !== undefined) return describeBreach(rule, { mentee, mentor })
  return eligibility.isApart(two.mentee, two.mentor) ? describeFull(mentor) : undefined
}

/** Which of them is to go is not for a machine to say: all rows of such a mentor are named. */
function crowded(holding: readonly { row: OpenRow; mentor: Mentor }[], told: Told): [string, string][] {
  const byMentor = Map.groupBy(holding, ({ mentor }) => mentor)
  return [...byMentor].flatMap(([mentor, rows]) =>
    rows.length <= mentor.places
      ? []
      : rows.map(({ row }): [string, string] => [
          row.menteeId,
          describeCrowd(
            mentor,
            rows.map((one) => told.nameOf(one.row.menteeId)),
          ),
        ]),
  )
}

function describeCrowd(mentor: Mentor, names: readonly (string | undefined)[]): string {
  if (mentor.places === 0) return `${describeFull(mentor)}.`
  const named = names.filter((name) => name !== undefined).sort((a, b) => a.localeCompare(b))
  const others = names.length - named.length
  const who = new Intl.ListFormat('en-GB').format([...named, ...(others > 0 ? [`${others} more`] : [])])
  return `${mentor.name} can take ${mentor.places} more, and the draft gives them ${names.length}: ${who}.`
}
