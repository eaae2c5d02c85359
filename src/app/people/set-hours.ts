import type { Outcome } from '../../core/message/intent.ts'
import { changedColumns, type Hours, hoursForm, hoursSaved, readHours } from '../../core/people/hours.ts'
import { type Person, todayOf } from '../../core/people/person.ts'
import { audit } from '../../store/audit.ts'
import { saveHours } from '../../store/people.ts'
import { reschedule } from '../checkin/schedule.ts'
import type { Turn } from '../turn.ts'
import { describeNext } from './taking-part.ts'

/** `hours`: the form, as things stand. */
export function askHours({ person, scope }: Turn): Promise<Outcome> {
  return Promise.resolve({ kind: 'form', form: hoursForm(person, todayOf(person, scope.now)) })
}

/** Keeps the hours, and moves the next check-ins to them. What changed is the person's from now on: imports leave it. */
export async function setHours(turn: Turn): Promise<Outcome> {
  const { scope, person, values } = turn
  const reader = { today: todayOf(person, scope.now), locale: person.locale }
  const read = readHours(values, reader)
  if ('errors' in read) {
    return { kind: 'errors', errors: read.errors, form: hoursForm(person, reader.today) }
  }
  const hours = withPastLeave(person, read.hours, reader.today)
  const edited = changedColumns(person, hours)
  if (edited.length > 0) {
    await saveHours(scope, person.id, { ...hours, edited })
    await audit(scope, {
      actor: person.id,
      action: 'person.hours',
      subject: person.id,
      details: { fields: edited },
    })
    await reschedule(scope, { ...person, ...hours })
  }
  const next = await describeNext(scope, { ...person, ...hours })
  return { kind: 'show', message: hoursSaved({ leave: hours.leave, reader, next }) }
}

/** The form does not show leave that is over, and so does not take it away. */
function withPastLeave(person: Person, hours: Hours, today: Temporal.PlainDate): Hours {
  const past = person.leave.filter(({ to }) => Temporal.PlainDate.compare(to, today) < 0)
  const typedPast = (range: (typeof past)[number]) =>
    hours.leave.some(({ from, to }) => from.equals(range.from) && to.equals(range.to))
  return { ...hours, leave: [...past.filter((range) => !typedPast(range)), ...hours.leave] }
}
