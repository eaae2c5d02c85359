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
  /(?:\b(by|until|till|before|on)\s+|\b(?=tomorrow|today|in \d))((?:[\p{L}\d]+[ .,/-]{0,2}){1,4})$/iu

/** The day at the end of somebody's words, and the words before it. */
interface Ending {
  readonly day: Temporal.PlainDate
  readonly before: string
}

/**
 * The action in an answer to *What is your next step, and by when?*: with the day given, or read from the end of the
 * words (`ask Mary by Friday`). That day is not said twice: the title is what stands before it. Undefined without a
 * day, or with one that is not to come: a day is never made up.
 */
export function actionIn(
  { text, by }: Answered,
  here: { readonly today: Temporal.PlainDate; readonly locale: string },
): Pick<Action, 'title' | 'dueOn'> | undefined {
  const words = text.trim().replace(/\s+/g, ' ')
  const ending = endingOf(words, here)
  const dueOn = by === undefined ? ending?.day : Temporal.PlainDate.from(by)
  if (!dueOn || problemOfDay(dueOn, here.today) !== undefined) return undefined
  const title = ending?.day.equals(dueOn) && ending.before !== '' ? ending.before : words
  return { title: shortened(title, ACTION_LENGTH), dueOn }
}

function endingOf(
  words: string,
  { today, locale }: { readonly today: Temporal.PlainDate; readonly locale: string },
): Ending | undefined {
  const found = DAY_AT_THE_END.exec(words.replace(/[.!]+$/, ''))
  if (!found) return undefined
  const [, link = '', day = ''] = found
  const read = parseDate(day.replace(/^(the|next) /i, ''), { today, locale, direction: 'future' })
  if (read.kind !== 'date') return undefined
  const before = words.slice(0, found.index).replace(/[\s,;:–-]+$/, '')
  return { day: /^before$/i.test(link) ? read.date.subtract({ days: 1 }) : read.date, before }
}
