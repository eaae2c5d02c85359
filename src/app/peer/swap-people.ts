import type { Member } from '../../core/match/member.ts'
import { findPerson } from '../../core/match/review/find-mentor.ts'
import { type Form, textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { twosOf } from '../../core/peer/company.ts'
import { keyOf, swapPlaces } from '../../core/peer/draft.ts'
import {
  bothOut,
  notTogether,
  sameGroup,
  swapForm,
  swapped,
  withWord,
} from '../../core/peer/draft-messages.ts'
import type { Person } from '../../core/people/person.ts'
import { audit } from '../../store/audit.ts'
import { type RoundPlan, saveRoundDraft } from '../../store/peer-rounds.ts'
import type { Turn } from '../turn.ts'
import { isTooClose } from './show-draft.ts'
import { type FoundDraft, inPlace, roundsMenu, takeDraft } from './show-round.ts'

/** *Swap two people*: which two. */
export async function askSwapTwo(turn: Turn): Promise<Outcome> {
  const found = await takeDraft(turn)
  return 'not' in found ? found.not : { kind: 'form', form: swapForm(turn.about.join(':')) }
}

/** Each of the two takes the other's place. Nobody who is kept apart comes together: else nothing is changed. */
export async function swapTwo(turn: Turn): Promise<Outcome> {
  const found = await takeDraft(turn)
  if ('not' in found) return found.not
  const form = swapForm(turn.about.join(':'))
  const one = nameOne(turn, found, 'one')
  if ('problem' in one) return refuse(form, 'one', one.problem)
  const other = nameOne(turn, found, 'other')
  if ('problem' in other) return refuse(form, 'other', other.problem)
  const plan = swap(found, [one.id, other.id], turn.person)
  if ('problem' in plan) return refuse(form, 'other', plan.problem)

  const { scope, person } = turn
  const { programId, number } = found.draft
  await saveRoundDraft(scope, { programId, number, plan: { ...plan, by: person.id, did: 'swap' } })
  const details = { round: number, people: [one.id, other.id] }
  await audit(scope, { actor: person.id, action: 'peer.swap', subject: programId, details })
  const menu = await roundsMenu(turn, found.circle.stored)
  return inPlace(withWord(swapped(one.name, other.name), menu))
}

function nameOne(turn: Turn, { circle, draft }: FoundDraft, field: string): Member | { problem: string } {
  const placed = [...draft.groups, ...draft.leftOut.map(({ person }) => [person])]
  const ids = placed.filter((group) => !isTooClose(circle, group, turn.person)).flat()
  const people = ids.flatMap((id) => circle.everybody.get(id) ?? [])
  return findPerson(textIn(turn.values, field), people, 'in this draft')
}

function swap(
  { circle, draft }: FoundDraft,
  two: readonly [string, string],
  reader: Pick<Person, 'email'>,
): Omit<RoundPlan, 'by' | 'did'> | { readonly problem: string } {
  const [one, other] = two
  const groupOf = (id: string) => draft.groups.find((group) => group.includes(id))
  if (!groupOf(one) && !groupOf(other)) return { problem: bothOut }
  if (groupOf(one) === groupOf(other)) return { problem: sameGroup }
  const groups = swapPlaces(draft.groups, two)
  const apart = new Set(circle.facts.apart.map(keyOf))
  const broken = groups.flatMap((group) => twosOf(group)).find((pair) => apart.has(keyOf(pair)))
  if (broken) {
    const why = isTooClose(circle, broken, reader) ? undefined : circle.whyApart(...broken)
    return { problem: why === undefined ? notTogether : `${notTogether} ${why}.` }
  }
  const placed = new Set(groups.flat())
  const still = draft.leftOut.filter(({ person }) => !placed.has(person))
  const out = two.filter((id) => !placed.has(id) && !still.some(({ person }) => person === id))
  return {
    groups,
    repeats: draft.repeats,
    leftOut: [...still, ...out.map((person) => ({ person, why: 'nobody-left' }) as const)],
  }
}

function refuse(form: Form, field: string, problem: string): Outcome {
  return { kind: 'errors', errors: { [field]: problem }, form }
}
