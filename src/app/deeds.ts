import type { CommandWords } from '../core/message/commands.ts'
import { askPutOffDate, offerLater, putOffDays, putOffToDate } from './checkin/put-off.ts'
import { skipCheckIn } from './checkin/skip-check-in.ts'
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

const reads = (run: UseCase): Deed => ({ run, stores: false })
const stores = (run: UseCase): Deed => ({ run, stores: true })

/** What each command does. */
export const onCommand: Partial<Record<CommandWords | 'overview' | 'admin', Deed>> = {}

/** What each button does, by verb. */
export const onPress: Readonly<Record<string, Deed>> = {
  'checkin.later': reads(offerLater),
  'checkin.put-off': stores(putOffDays),
  'checkin.put-off-form': reads(askPutOffDate),
  'checkin.skip': stores(skipCheckIn),
}

/** What each form does, by verb. */
export const onSubmit: Readonly<Record<string, Submission>> = {
  'checkin.put-off-date': { form: askPutOffDate, run: putOffToDate },
}
