import type { MatchRule } from '../program/types.ts'
import type { Member, Mentor } from './member.ts'
import { forbidden } from './problem.ts'
import { askedRules, breachesOf, type ListedRule, type Rule, type RuleName } from './rules.ts'

/** Who could be with whom, before the rules. Both lists in the order of their e-mail addresses. */
export interface Pool {
  readonly mentees: readonly Member[]
  /** All of the program, those without a free place, too: they are part of the reasons. */
  readonly mentors: readonly Mentor[]
  /** The day on which the pairs would start. */
  readonly on: Temporal.PlainDate
  readonly require: readonly MatchRule[]
  /** Pairs that are over and are not to come again. */
  readonly earlier: readonly IdPair[]
  /** Rejected by a coordinator, or an offer that was not taken up. */
  readonly rejected: readonly IdPair[]
  /** The ids of two of whom one has the other on their own list, in either order. Applied, and never named. */
  readonly apart: readonly (readonly [string, string])[]
  /** Mentees whom no run gives anybody for now, whatever the rules say; a coordinator may. */
  readonly heldBack?: readonly HeldBack[]
}

/** aims: they have not said what they want to get out of it; leaving: their last day is too near for a new pair. */
export interface HeldBack {
  readonly menteeId: string
  readonly why: 'aims' | 'leaving'
}

/** A mentor and a mentee by their ids. */
export interface IdPair {
  readonly menteeId: string
  readonly mentorId: string
}

/** The hard rules. People by their position in the pool. */
export interface Eligibility {
  /** The rules that stand between the two, as far as anybody is told. */
  objections(mentee: number, mentor: number): readonly RuleName[]
  /** Whether only somebody's own list stands between the two. */
  isApart(mentee: number, mentor: number): boolean
  /** The mentors whom the rules about whole groups leave to this mentee, by rising position. */
  among(mentee: number): Int32Array
  /** Writes `forbidden` for every mentor whom this mentee may not have. */
  mask(mentee: number, into: Int32Array): void
}

/** `self`: nobody mentors themselves; that is no rule that anybody needs to be told. */
type Tie = ListedRule | 'self' | 'apart'

/**
 * Checks pairs in two ways that always agree: one at a time, naming the rules, and a row of all mentors in one pass over
 * typed arrays. In these a mentee and a mentor have the same code where all rules about being the same hold.
 */
export function createEligibility(pool: Pool): Eligibility {
  const { mentees, mentors } = pool
  const asked = Object.entries(askedRules).filter(([name]) => pool.require.includes(name as MatchRule)) as [
    Exclude<RuleName, ListedRule>,
    Rule,
  ][]
  const ties = tiesIn(pool)
  const { menteeCodes, mentorCodes } = codesOf(
    pool,
    asked.map(([, rule]) => rule),
  )
  const groupOf = groupsIn(mentorCodes)
  const graded = asked.flatMap(([, rule]) => (rule.form === 'at-least' ? [rule.of] : []))
  const levels = graded.map((of) => ({
    needed: Float64Array.from(mentees, (mentee) => of(mentee) ?? Number.POSITIVE_INFINITY),
    offered: Float64Array.from(mentors, (mentor) => of(mentor) ?? Number.NEGATIVE_INFINITY),
  }))

  const tiesOf = (mentee: number, mentor: number): readonly Tie[] => ties.get(mentee)?.get(mentor) ?? []
  const breaches = asked.map(([name, rule]) => ({ name, isBroken: breachesOf(rule, pool) }))
  const objections = (mentee: number, mentor: number): RuleName[] => {
    const broken = breaches.filter(({ isBroken }) => isBroken(mentee, mentor)).map(({ name }) => name)
    const tied = tiesOf(mentee, mentor).filter((tie) => tie !== 'self' && tie !== 'apart')
    return [...broken, ...tied]
  }

  return {
    objections,
    isApart: (mentee, mentor) =>
      tiesOf(mentee, mentor).includes('apart') && objections(mentee, mentor).length === 0,
    among: (mentee) => groupOf(menteeCodes[mentee] as number).among,
    mask: (mentee, into) => {
      const { others } = groupOf(menteeCodes[mentee] as number)
      for (let at = 0; at < others.length; at += 1) into[others[at] as number] = forbidden
      for (const { needed, offered } of levels) maskBelow(offered, needed[mentee] as number, into)
      for (const mentor of ties.get(mentee)?.keys() ?? []) into[mentor] = forbidden
    },
  }
}

interface Group {
  readonly among: Int32Array
  readonly others: Int32Array
}

/** By code: the mentors who have it, and those who have not. */
function groupsIn(codes: Int32Array): (code: number) => Group {
  const everybody = codes.map((_, mentor) => mentor)
  const groups = new Map<number, Group>()
  return (code) => {
    const known = groups.get(code)
    if (known) return known
    const group = {
      among: everybody.filter((mentor) => codes[mentor] === code),
      others: everybody.filter((mentor) => codes[mentor] !== code),
    }
    groups.set(code, group)
    return group
  }
}

function maskBelow(levels: Float64Array, level: number, into: Int32Array): void {
  for (let mentor = 0; mentor < levels.length; mentor += 1) {
    if ((levels[mentor] as number) < level) into[mentor] = forbidden
  }
}

const unfitMentee = -1
const unfitMentor = -2

function codesOf({ mentees, mentors, on }: Pool, rules: readonly Rule[]) {
  const same = rules.flatMap((rule) => (rule.form === 'same' ? [rule.of] : []))
  const alone = rules.flatMap((rule) => (rule.form === 'mentor' ? [rule.holds] : []))
  const codes = new Map<string, number>()
  const codeOf = (member: Member, unfit: number) => {
    const words = same.map((of) => of(member))
    if (words.includes(undefined)) return unfit
    const key = JSON.stringify(words)
    const code = codes.get(key) ?? codes.size
    codes.set(key, code)
    return code
  }
  return {
    menteeCodes: Int32Array.from(mentees, (mentee) => codeOf(mentee, unfitMentee)),
    mentorCodes: Int32Array.from(mentors, (mentor) =>
      alone.every((holds) => holds(mentor, on)) ? codeOf(mentor, unfitMentor) : unfitMentor,
    ),
  }
}

/** By mentee, where there are any: the mentors to whom there is a tie, and of what kinds. */
function tiesIn({ mentees, mentors, earlier, rejected, apart }: Pool): Map<number, Map<number, Tie[]>> {
  const ties = new Map<number, Map<number, Tie[]>>()
  const menteeAt = positions(mentees)
  const mentorAt = positions(mentors)
  const tie = (mentee: number | undefined, mentor: number | undefined, kind: Tie) => {
    if (mentee === undefined || mentor === undefined) return
    const own = ties.get(mentee) ?? new Map<number, Tie[]>()
    ties.set(mentee, own)
    const known = own.get(mentor) ?? []
    if (!known.includes(kind)) own.set(mentor, [...known, kind])
  }
  mentees.forEach(({ id, managerEmail, neverWith }, mentee) => {
    tie(mentee, mentorAt.byId.get(id), 'self')
    if (managerEmail !== undefined) tie(mentee, mentorAt.byEmail.get(managerEmail), 'line-manager')
    for (const email of neverWith) tie(mentee, mentorAt.byEmail.get(email), 'never-with')
  })
  mentors.forEach(({ neverWith }, mentor) => {
    for (const email of neverWith) tie(menteeAt.byEmail.get(email), mentor, 'never-with')
  })
  for (const { menteeId, mentorId } of earlier)
    tie(menteeAt.byId.get(menteeId), mentorAt.byId.get(mentorId), 'paired-before')
  for (const { menteeId, mentorId } of rejected)
    tie(menteeAt.byId.get(menteeId), mentorAt.byId.get(mentorId), 'rejected')
  for (const [one, other] of apart) {
    tie(menteeAt.byId.get(one), mentorAt.byId.get(other), 'apart')
    tie(menteeAt.byId.get(other), mentorAt.byId.get(one), 'apart')
  }
  return ties
}

function positions(members: readonly Member[]) {
  return {
    byId: new Map(members.map(({ id }, position) => [id, position])),
    byEmail: new Map(members.map(({ email }, position) => [email, position])),
  }
}
