import type { Outcome } from '../../core/message/intent.ts'
import type { Turn } from '../turn.ts'
import { askAction } from './add-action.ts'
import { planOf } from './plan-of.ts'

/** `plan`: the form where a step is put into words, else what is open on both sides. */
export async function showPlan(turn: Turn): Promise<Outcome> {
  return turn.rest === '' ? await planOf(turn) : await askAction(turn)
}
