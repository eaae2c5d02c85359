import type { Member } from '../../core/match/member.ts'
import { twosOf } from '../../core/peer/company.ts'
import { keyOf, meetingsAgain } from '../../core/peer/draft.ts'
import type { ShownCircle, ShownDraft } from '../../core/peer/draft-messages.ts'
import { leftOutWords } from '../../core/peer/left-out-words.ts'
import type { PlannedRound } from '../../core/peer/rounds.ts'
import type { Person } from '../../core/people/person.ts'
import { hasConflict } from '../../core/program/conflict.ts'
import type { StoredRound } from '../../store/peer-rounds.ts'
import { nextNumber } from './propose-round.ts'
import type { Circle } from './read-circle.ts'

/** How the program stands for this coordinator: groups that they are too close to are counted, and not named. */
export function toShownCircle(circle: Circle, reader: Pick<Person, 'email'>): ShownCircle {
  const { stored, everybody, facts, rounds, draft } = circle
  const states = [...everybody.values()].map(({ state }) => state)
  const last = rounds.at(-1)
  return {
    program: { id: stored.id, name: stored.program.name },
    people: facts.people.length,
    absent: {
      invited: states.filter((state) => state === 'invited').length,
      paused: states.filter((state) => state === 'paused').length,
    },
    last: last?.publishedAt && {
      number: last.number,
      groups: last.groups.length,
      since: last.publishedAt,
    },
    next: nextNumber(circle),
    isOver: circle.isOver,
    draft: draft && toShownDraft(circle, draft, reader),
  }
}

function toShownDraft(circle: Circle, draft: StoredRound, reader: Pick<Person, 'email'>): ShownDraft {
  const { id, version, groups } = draft
  const again = meetingsAgain(groups, circle.facts.met)
  const open = groups.filter((group) => !isTooClose(circle, group, reader))
  return {
    id,
    version,
    groups: open
      .map((group) => ({
        names: namesIn(circle, group),
        again: twosOf(group).flatMap((two) => {
          const round = again.get(keyOf(two))
          const [one = '', other = ''] = namesIn(circle, two)
          return round === undefined ? [] : [{ names: [one, other] as const, round }]
        }),
      }))
      .sort((one, other) => compareNames(one.names[0] ?? '', other.names[0] ?? '')),
    hidden: groups.length - open.length,
    people: groups.flat().length,
    pairs: groups.filter(({ length }) => length === 2).length,
    trios: groups.filter(({ length }) => length === 3).length,
    again: again.size,
    unavoidable: draft.repeats,
    leftOut: leftOutIn(circle, draft)
      .filter(({ member }) => !isTooClose(circle, [member.id], reader))
      .map(({ member, why }) => ({ name: member.name, why })),
    problems: problemsIn(circle, draft, reader),
    joined: namesIn(circle, joinedSince(circle, draft)),
  }
}

/** Who is in no group, and why, without a full stop. */
export function leftOutIn(
  { everybody, facts, whyApart }: Circle,
  { leftOut }: Pick<PlannedRound, 'leftOut'>,
): { readonly member: Member; readonly why: string }[] {
  return leftOut.flatMap(({ person, why }) => {
    const member = everybody.get(person)
    if (!member) return []
    const others = facts.people.filter((id) => id !== person)
    const apart = others.filter((other) => whyApart(person, other) !== undefined).length
    return [{ member, why: leftOutWords({ why }, { others: others.length, apart }) }]
  })
}

/** Whether the coordinator is one of them or manages one of them. */
export function isTooClose(
  { everybody }: Circle,
  people: readonly string[],
  reader: Pick<Person, 'email'>,
): boolean {
  const members = people.flatMap((id) => everybody.get(id) ?? [])
  return hasConflict(reader.email, members.map(withManager))
}

function withManager({ email, managerEmail }: { email: string; managerEmail: string | undefined }) {
  return { email, ...(managerEmail !== undefined && { managerEmail }) }
}

/**
 * Why the draft does not hold any more, as sentences: who does not take part by now, who is kept apart by now. Nothing
 * is said of those to whom `reader` is too close.
 */
export function problemsIn(
  circle: Circle,
  { groups }: StoredRound,
  reader?: Pick<Person, 'email'>,
): string[] {
  const { everybody, facts, whyApart } = circle
  const isUnseen = (ids: readonly string[]) => reader !== undefined && isTooClose(circle, ids, reader)
  const here = new Set(facts.people)
  const gone = groups.flat().filter((id) => !here.has(id))
  const apart = new Set(facts.apart.map(keyOf))
  const broken = groups.flatMap((group) => twosOf(group)).filter((two) => apart.has(keyOf(two)))
  const words = broken.map((two) =>
    isUnseen(two) ? unseenProblem : (whyApart(...two) ?? 'Something has changed since it was made'),
  )
  const away = gone.map((id) => {
    if (isUnseen([id])) return unseenProblem
    const member = everybody.get(id)
    return member?.state === 'paused'
      ? `${member.name} is on a break`
      : `${member?.name ?? 'Somebody'} has left`
  })
  const problems = [...new Set([...away, ...words])].map((problem) => `${problem}.`)
  if (circle.isOver) return [`${circle.stored.program.name} is over.`]
  return problems.length === 0
    ? []
    : [...problems, 'So this draft cannot be published as it is: “Another” makes one for who is here now.']
}

const unseenProblem = 'A group that another coordinator looks at does not hold any more'

/** Who takes part and is in no group, though nobody said why: they came later. */
export function joinedSince({ facts }: Circle, { groups, leftOut }: StoredRound): string[] {
  const known = new Set([...groups.flat(), ...leftOut.map(({ person }) => person)])
  return facts.people.filter((id) => !known.has(id))
}

/** What they are called, in the order of their names. */
function namesIn(circle: Circle, ids: readonly string[]): string[] {
  return ids.map((id) => nameIn(circle, id)).sort(compareNames)
}

const { compare: compareNames } = new Intl.Collator('en-GB')

export function nameIn({ everybody }: Circle, id: string): string {
  return everybody.get(id)?.name ?? 'Somebody'
}
