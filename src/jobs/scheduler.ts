import { setTimeout as later } from 'node:timers/promises'
import { schedule } from 'node-cron'
import type { Logger } from 'pino'
import type { Claim } from './claim.ts'
import type { TaskName, TimetableLine } from './timetable.ts'

/** The clockwork of one process. Any number of processes may run it on one database. */
export interface Scheduler {
  /** Starts nothing more, and waits for what runs, 10 s at most. */
  stop(): Promise<void>
}

export interface SchedulerDeps {
  readonly timetable: readonly TimetableLine[]
  readonly tasks: Readonly<Record<TaskName, () => Promise<void>>>
  readonly claim: Claim
  readonly now: () => Temporal.Instant
  readonly log: Logger
}

const everyMinute = '* * * * *'
const drainMs = 10_000
/** Without a beat for so long the clock was set, or the machine slept. */
const silenceMs = 90_000
const watchMs = 30_000

/**
 * Beats once when it starts and then every minute; at each beat every line of the timetable whose slot nobody
 * has claimed runs, beside the others. A task that still runs in this process is left alone until it is done. A
 * task that fails is logged, and tried again at its next slot.
 */
export function startScheduler(deps: SchedulerDeps): Scheduler {
  const running = new Map<TaskName, Promise<void>>()
  let lastBeat = performance.now()
  let stopped = false

  function beat(): void {
    if (stopped) return
    lastBeat = performance.now()
    for (const line of deps.timetable) {
      if (running.has(line.task)) continue
      running.set(
        line.task,
        run(line, deps).finally(() => running.delete(line.task)),
      )
    }
  }

  let cron = wind(beat)
  // node-cron sleeps until the clock shows the next minute: were the clock set back an hour, for an hour.
  const watch = setInterval(() => {
    if (performance.now() - lastBeat < silenceMs) return
    deps.log.warn('the clock was set or the machine slept, the timetable goes on')
    void cron.destroy()
    cron = wind(beat)
    beat()
  }, watchMs)
  beat()

  return {
    async stop() {
      stopped = true
      clearInterval(watch)
      await cron.destroy()
      const patience = new AbortController()
      await Promise.race([
        Promise.allSettled(running.values()),
        later(drainMs, undefined, { signal: patience.signal }).catch(() => undefined),
      ])
      patience.abort()
    },
  }
}

function wind(beat: () => void) {
  // A beat that comes late (a busy process) is a beat all the same: the slots see to it that nothing runs twice.
  const cron = schedule(everyMinute, beat, { missedExecutionTolerance: 59_000, suppressMissedWarning: true })
  cron.on('execution:missed', beat)
  return cron
}

async function run(line: TimetableLine, { tasks, claim, now, log }: SchedulerDeps): Promise<void> {
  try {
    if (await claim(line, now())) await tasks[line.task]()
  } catch (cause) {
    log.error({ task: line.task, err: cause }, 'a task of the timetable failed')
  }
}
