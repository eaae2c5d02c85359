/** What Rounds does by itself. */
export type TaskName = 'heartbeat' | 'sweep' | 'erase-bodies' | 'prune'

/** One line of the timetable: a task has a slot every so many minutes, counted from midnight UTC plus `after`. */
export interface TimetableLine {
  readonly task: TaskName
  readonly everyMinutes: number
  readonly afterMinutes: number
}

export const timetable: readonly TimetableLine[] = [
  /** Finds what is due and queues its messages. */
  { task: 'heartbeat', everyMinutes: 1, afterMinutes: 0 },
  /** Takes up what dead processes left behind in the outbox. */
  { task: 'sweep', everyMinutes: 1, afterMinutes: 0 },
  /** Erases the texts of messages sent a day ago. */
  { task: 'erase-bodies', everyMinutes: 60, afterMinutes: 7 },
  /** Forgets deeds, slots and lanes that nobody will ask for again. */
  { task: 'prune', everyMinutes: 24 * 60, afterMinutes: 200 },
]

/**
 * The slot a line is in at an instant: its latest one. A slot that was missed is made up for as long as the next
 * has not begun; of several missed ones only the latest counts.
 */
export function slotOf(
  { everyMinutes, afterMinutes }: TimetableLine,
  now: Temporal.Instant,
): Temporal.Instant {
  const every = everyMinutes * 60_000
  const after = afterMinutes * 60_000
  const slots = Math.floor((now.epochMilliseconds - after) / every)
  return Temporal.Instant.fromEpochMilliseconds(slots * every + after)
}
