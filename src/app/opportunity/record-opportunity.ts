import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import {
  noPairForOpportunity,
  opportunityForm,
  opportunityKept,
  opportunityList,
  opportunityPairGone,
  opportunityTold,
} from '../../core/opportunity/messages.ts'
import { askOn, type Opportunity, readKind } from '../../core/opportunity/opportunity.ts'
import { otherOf } from '../../core/pair/pair.ts'
import { availabilityOf, todayOf } from '../../core/people/person.ts'
import { nextFit } from '../../core/time/slot.ts'
import { instantAt } from '../../core/time/wall-clock.ts'
import { audit } from '../../store/audit.ts'
import { createOpportunity, opportunitiesOfPairs } from '../../store/opportunities.ts'
import { queue } from '../../store/outbox.ts'
import { personById } from '../../store/people.ts'
import type { Scope } from '../../store/scope.ts'
import { type Companion, companionIn, companionsOf } from '../pair/companions.ts'
import { pairsMeant } from '../pair/pairs-meant.ts'
import type { Turn } from '../turn.ts'
import { toPerson } from '../write-to.ts'

/** Sent twice within this time, the same counts once. */
const SAME_WITHIN = Temporal.Duration.from({ hours: 1 })

const words = { none: noPairForOpportunity, gone: opportunityPairGone }

/** What the person's pairs have written down. */
export async function showOpportunities({ scope, person }: Turn): Promise<Outcome> {
  const companions = await companionsOf(scope, person.id)
  if (companions.length === 0) return { kind: 'show', message: noPairForOpportunity }
  const others = new Map(companions.map(({ pair, other }) => [pair.id, other]))
  const found = await opportunitiesOfPairs(scope, [...others.keys()])
  const shown = found.map((opportunity) => ({ opportunity, other: others.get(opportunity.pairId) ?? '' }))
  return { kind: 'show', message: opportunityList(shown, person.locale) }
}

/** The form, of one pair where the button names it. */
export async function askOpportunity(turn: Turn): Promise<Outcome> {
  const meant = await pairsMeant(turn, turn.about[0], words)
  if ('refusal' in meant) return { kind: 'show', message: meant.refusal }
  const pairs = meant.companions.map(({ pair, other }) => ({ value: pair.id, label: other }))
  return { kind: 'form', form: opportunityForm(pairs) }
}

/** Writes it down for both, and tells the other. */
export async function saveOpportunity(turn: Turn): Promise<Outcome> {
  const { scope, person, about, values } = turn
  const companion = await companionIn(scope, person.id, about[0] ?? textIn(values, 'pair'))
  if (!companion) return { kind: 'show', message: opportunityPairGone }
  const { pair, other } = companion
  const typed = textIn(values, 'on')
  const on = typed === '' ? undefined : Temporal.PlainDate.from(typed)
  const day = askOn(on, todayOf(person, scope.now))
  const opportunity = {
    pairId: pair.id,
    authorId: person.id,
    kind: readKind(textIn(values, 'kind')),
    title: textIn(values, 'title'),
    ...(on && { on }),
  }
  if (await isWrittenAlready(scope, opportunity))
    return { kind: 'show', message: opportunityKept(opportunity, other) }
  const askAt = instantAt({ date: day, time: '10:00', zone: person.zone })
  const id = await createOpportunity(scope, { ...opportunity, askAt })
  await audit(scope, { actor: person.id, action: 'opportunity.record', subject: id })
  await tellOther(turn, companion, { id, ...opportunity })
  return { kind: 'show', message: opportunityKept(opportunity, other) }
}

/** A form that was sent twice writes it down once. */
async function isWrittenAlready(
  scope: Scope,
  { pairId, authorId, title, on }: Pick<Opportunity, 'pairId' | 'authorId' | 'title' | 'on'>,
): Promise<boolean> {
  const since = scope.now.subtract(SAME_WITHIN)
  return (await opportunitiesOfPairs(scope, [pairId])).some(
    (one) =>
      one.authorId === authorId &&
      one.title === title &&
      one.on?.toString() === on?.toString() &&
      Temporal.Instant.compare(one.at, since) >= 0,
  )
}

async function tellOther(
  { scope, person }: Turn,
  { pair }: Companion,
  opportunity: { readonly id: string } & Parameters<typeof opportunityTold>[0]['opportunity'],
): Promise<void> {
  const other = await personById(scope, otherOf(pair, person.id))
  if (!other) return
  const after = nextFit({ instant: scope.now, availability: availabilityOf(other, []) })
  const sent = {
    key: `opportunity:${opportunity.id}:told`,
    author: person.id,
    message: opportunityTold({ from: person.name, opportunity }),
  }
  await queue(scope, toPerson(other, { ...sent, ...(after && { after }) }))
}
