import type { CommandWords } from '../core/message/commands.ts'
import type { UseCase } from './turn.ts'

/** `stores`: it may change something, so the platform is told only after the commit. */
export interface Deed {
  readonly run: UseCase
  readonly stores: boolean
}

/** A submitted form. `form` gives the form it was, by which the values are checked before `run` sees them. */
export interface Submission {
  readonly form: UseCase
  readonly run: UseCase
}

/** What one area of the product lets people do: what each command, button and form does, by its words or verb. */
export interface Deeds {
  readonly commands?: Partial<Record<CommandWords | 'overview' | 'admin', Deed>>
  readonly presses?: Readonly<Record<string, Deed>>
  readonly submissions?: Readonly<Record<string, Submission>>
}

export const reads = (run: UseCase): Deed => ({ run, stores: false })
export const stores = (run: UseCase): Deed => ({ run, stores: true })
