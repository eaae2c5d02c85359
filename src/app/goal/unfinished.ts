import { type Step, steps, type UnfinishedGoal, unfinishedGoal } from '../../core/goal/unfinished-goal.ts'
import type { Scope } from '../../store/scope.ts'
import { dropUnfinished, keepUnfinished, readUnfinished } from '../../store/unfinished.ts'

/** A goal in the making, and the step at which its owner left it. */
export interface Begun {
  readonly step: Step
  readonly goal: UnfinishedGoal
}

/** The goal that the person is putting into words: there is one at a time. What another release wrote differently is none. */
export async function begunBy(scope: Scope, personId: string): Promise<Begun | undefined> {
  const found = await readUnfinished(scope, placeOf(personId))
  const read = unfinishedGoal.safeParse(found?.data)
  if (!found || !read.success) return undefined
  return { step: steps.find((step) => step === found.step) ?? 'what', goal: read.data }
}

export async function keepBegun(scope: Scope, personId: string, { step, goal }: Begun): Promise<void> {
  await keepUnfinished(scope, { ...placeOf(personId), step, data: goal })
}

export async function dropBegun(scope: Scope, personId: string): Promise<void> {
  await dropUnfinished(scope, placeOf(personId))
}

function placeOf(personId: string) {
  return { personId, kind: 'goal', about: '' }
}
