import type { Values } from '../core/message/form.ts'
import type { Intent, Outcome } from '../core/message/intent.ts'
import type { Person } from '../core/people/person.ts'
import type { Scope } from '../store/scope.ts'

/** One thing a known person did, and the transaction in which it is carried out. */
export interface Turn {
  readonly scope: Scope
  readonly person: Person
  readonly intent: Intent
  /** What follows the command, as typed; empty for everything but commands. */
  readonly rest: string
  /** The parts of the pressed button's or submitted form's `about`. Ids in it prove nothing: look up whose they are. */
  readonly about: readonly string[]
  /** What a submitted form holds; empty otherwise. */
  readonly values: Values
}

/** What the product can do, as the table of handle-intent.ts lists it. */
export type UseCase = (turn: Turn) => Promise<Outcome>
