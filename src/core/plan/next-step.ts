import { shortened } from '../message/label.ts'
import { parseDate } from '../time/dates.ts'
import { ACTION_LENGTH, type Action, problemOfDay } from './action.ts'

/** What somebody answered for their next step. */
interface Answered {
  readonly text: string
  /** ISO date, where the form asked for one. */
  readonly by?: string | undefined
}

const DAY_AT_THE_END =
  /(?:\b(?:by|until|till|before|on)\s+|\b(?=tomorrow|today|in \d))((?:[\p{L}\d]+[ .,/-]{0,2}){1,4})$/iu

/**
 * The action in an answer to *What is your next step, and by when?*: with the day given, or read from the end of the
 * words (`ask Mary by Friday`). Undefined without a day, or with one that is not to come: a day is never made up.
 */
export function actionIn(
  { text, by }: Answered,
  here: { readonly today: Temporal.PlainDate; readonly locale: string },
): Pick<Action, 'title' | 'dueOn'> | undefined {
  const dueOn = by === undefined ? dayIn(text, here) : Temporal.PlainDate.from(by)
  if (!dueOn || problemOfDay(dueOn, here.today) !== undefined) return undefined
  return { title: shortened(text.trim().replace(/\s+/g, ' '), ACTION_LENGTH), dueOn }
}

function dayIn(
  text: string,
  { today, locale }: { readonly today: Temporal.PlainDate; readonly locale: string },
): Temporal.PlainDate | undefined {
  const [, day = ''] = DAY_AT_THE_END.exec(text.trim().replace(/[.!]+$/, '')) ?? []
  const read = parseDate(day.replace(/^(the|next) /i, ''), { today, locale, direction: 'future' })
  return read.kind === 'date' ? read.date : undefined
}
