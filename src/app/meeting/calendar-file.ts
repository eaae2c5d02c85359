import type { FileRef } from '../../core/message/file-ref.ts'
import type { PlannedMeeting } from '../../core/pair/meet/planned.ts'
import { momentWords } from '../../core/pair/meet/words.ts'
import type { Person } from '../../core/people/person.ts'
import { writeCalendar } from '../../files/calendar.ts'
import { handOut } from '../../store/handed-out-files.ts'
import type { Scope } from '../../store/scope.ts'

/** The meeting as a file for the calendar of one of the two: no more in it than the other's name, when and where. */
export function calendarFile(
  scope: Scope,
  { id, sequence }: Pick<PlannedMeeting, 'id' | 'sequence'>,
  entry: {
    readonly agreed: NonNullable<PlannedMeeting['agreed']>
    readonly reader: Person
    readonly other: Person
    readonly cancelled: boolean
  },
): Promise<FileRef> {
  const { agreed, reader, other, cancelled } = entry
  const content = writeCalendar({
    uid: `${id}@rounds`,
    sequence,
    title: `Mentoring: ${other.name}`,
    startsAt: agreed.startsAt,
    minutes: agreed.minutes,
    ...(agreed.place !== undefined && { place: agreed.place }),
    zone: reader.zone,
    reader,
    host: other,
    cancelled,
    writtenAt: scope.now,
  })
  const when = momentWords(agreed.startsAt, reader)
  return handOut(scope, {
    personId: reader.id,
    name: cancelled ? 'meeting-cancelled.ics' : 'meeting.ics',
    mediaType: 'text/calendar',
    title: cancelled ? `Cancelled: meeting of ${when}` : `Meeting on ${when}`,
    content,
  })
}
