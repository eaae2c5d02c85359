import { type Moment, momentIn } from '../../core/goal/change.ts'
import { goalGone } from '../../core/goal/progress-messages.ts'
import { type LookedAt, reviewOfGoals } from '../../core/goal/review-messages.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import { otherOf, type Pair } from '../../core/pair/pair.ts'
import { availabilityOf, type Person, todayOf } from '../../core/people/person.ts'
import { nextFit } from '../../core/time/slot.ts'
import { audit } from '../../store/audit.ts'
import { addGoalChange, changesOf } from '../../store/goal-history.ts'
import { goalsOfOwner } from '../../store/goals.ts'
import { type NewEntry, queue } from '../../store/outbox.ts'
import { pairById } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import type { Turn } from '../turn.ts'
import { toPerson } from '../write-to.ts'
import { openGoalIn } from './own-goal.ts'

/**
 * Asks a person once whether each of their open goals in the pair is still theirs: one message, to keep, adjust or let
 * go each. Queues nothing where they have no open goal there, or were asked at this moment already. Returns how many
 * messages were queued.
 */
export async function askReevaluation(
  scope: Scope,
  asked: { readonly pairId: string; readonly personId: string; readonly moment: Moment },
): Promise<number> {
  const { pairId, personId, moment } = asked
  const pair = await pairById(scope, pairId)
  const [person] = await peopleById(scope, [personId])
  if (pair?.state !== 'active' || !person) return 0
  const { looked } = await lookedAt(scope, { pairId, personId, moment })
  if (!looked.some(({ goal }) => goal.state === 'open')) return 0
  const [stored] = await programsById(scope, [pair.programId])
  const availability = availabilityOf(person, stored?.program.blackouts ?? [])
  const after = nextFit({ instant: scope.now, availability })
  return await queue(
    scope,
    toPerson(person, {
      key: keyOf(asked),
      repeat: 'once',
      author: personId,
      message: await messageOf(scope, { pair, person, moment, looked }),
      ...(after && { after }),
    }),
  )
}

/** *Keep*: the goal goes on as it is; the message shows it in its place. */
export async function keepGoal(turn: Turn): Promise<Outcome> {
  const { scope, person, about } = turn
  const own = await openGoalIn(turn)
  const moment = momentIn(about[1])
  if (!own || !moment) return { kind: 'show', message: goalGone }
  const { pair } = own.companion
  const asked = { pairId: pair.id, personId: person.id, moment }
  const before = await lookedAt(scope, asked)
  if (before.looked.some(({ goal, answer }) => goal.id === own.goal.id && answer === undefined)) {
    await addGoalChange(scope, { goalId: own.goal.id, authorId: person.id, kind: 'kept', moment })
    await audit(scope, { actor: person.id, action: 'goal.kept', subject: own.goal.id })
  }
  const { looked } = await lookedAt(scope, asked)
  return { kind: 'show', message: await messageOf(scope, { pair, person, moment, looked }), replace: true }
}

/** The message of a review that was sent shows what was answered by a form. */
export async function updateReview(
  scope: Scope,
  { pairId, person, moment }: { pairId: string; person: Person; moment: Moment },
): Promise<void> {
  const pair = await pairById(scope, pairId)
  if (!pair) return
  const asked = { pairId, personId: person.id, moment }
  const { looked, answers } = await lookedAt(scope, asked)
  const target = keyOf(asked)
  const message = await messageOf(scope, { pair, person, moment, looked })
  const entries = toPerson(person, {
    key: `${target}:${answers}`,
    author: person.id,
    message,
  })
  await queue(
    scope,
    entries.map((entry): NewEntry => ({ ...entry, kind: 'update', target })),
  )
}

interface Asked {
  readonly pairId: string
  readonly personId: string
  readonly moment: Moment
}

function keyOf({ pairId, personId, moment }: Asked): string {
  return `goal-review:${pairId}:${personId}:${moment}`
}

/** The goals that are open or were answered about at this moment, and how many answers there were. */
async function lookedAt(
  scope: Scope,
  { pairId, personId, moment }: Asked,
): Promise<{ readonly looked: readonly LookedAt[]; readonly answers: number }> {
  const goals = (await goalsOfOwner(scope, personId)).filter((goal) => goal.pairId === pairId)
  const ids = goals.map(({ id }) => id)
  const changes = (await changesOf(scope, ids)).filter((change) => change.moment === moment)
  const latest = new Map(changes.map(({ goalId, kind }) => [goalId, kind]))
  const looked = goals.flatMap((goal): LookedAt[] => {
    const answered = latest.get(goal.id)
    if (answered === undefined) return goal.state === 'open' ? [{ goal }] : []
    return [{ goal, answer: goal.state === 'retired' ? 'retired' : answered }]
  })
  return { looked, answers: changes.length }
}

async function messageOf(
  scope: Scope,
  facts: { pair: Pair; person: Person; moment: Moment; looked: readonly LookedAt[] },
): Promise<Message> {
  const { pair, person, moment, looked } = facts
  const [other] = await peopleById(scope, [otherOf(pair, person.id)])
  return reviewOfGoals(looked, {
    moment,
    other: other?.name ?? '',
    today: todayOf(person, scope.now),
    locale: person.locale,
  })
}
