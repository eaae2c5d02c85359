import type { AccountKey, ClockState, HospitalState } from '../wire.ts'
import { bringPeople, bringProgram, pair } from './bring.ts'
import type { Brought, Hospital } from './hospital.ts'
import type { HospitalKept } from './kept.ts'
import type { Life } from './life.ts'
import { splitKey } from './messages.ts'
import { createMoves, zone } from './moves.ts'
import { startPulse } from './pulse.ts'
import { createStaff } from './staff.ts'

/** A hospital that lives. */
export interface LiveHospital extends Hospital {
  keep(): HospitalKept
  stop(): Promise<void>
}

/** From here on the clock runs, people live their lives, and whoever watches hears of it. */
export async function liveOn(life: Life, kept?: HospitalKept): Promise<LiveHospital> {
  const { stage, running, clock, mood, timeline, post } = life
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  let faults: HospitalState['faults'] = kept?.faults ?? { slack: 'none', teams: 'none' }
  if (faults.slack !== 'none') stage.slack.break(faults.slack)
  if (faults.teams !== 'none') stage.teams.break(faults.teams)

  const staff = createStaff(stage, running)
  await staff.look()
  const pulse = startPulse(life, staff, tell)
  const moves = createMoves(life, { passed: tell, hold: pulse.hold })
  const noticed = () => {
    tell()
    pulse.quicken()
  }
  const unwatch = [stage.slack.world.watch(noticed), stage.teams.tenant.watch(noticed)]
  clock.run()
  pulse.quicken()

  const clockState = (): ClockState => {
    const until = moves.until()
    const next = pulse.next()
    return {
      now: clock.now().toString(),
      zone,
      alive: mood.alive,
      ...(next && { next: next.toString() }),
      ...(until && { until: until.toString() }),
    }
  }

  const bringing = { running, platforms: stage }
  const brought = async (bringingIt: Promise<Brought>): Promise<Brought> => {
    const answer = await bringingIt
    pulse.beatSoon()
    noticed()
    return answer
  }

  return {
    run: life.run,
    stage,
    running,
    timeline: timeline.items,
    people: staff.people,
    programs: staff.programs,
    waiting: post.waiting,
    faults: () => faults,
    clock: clockState,
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    advance: moves.advance,
    setAlive: (on) => {
      mood.alive = on
      noticed()
    },
    setFault: (platform, fault) => {
      stage[platform].break(fault)
      faults = { ...faults, [platform]: fault }
      noticed()
    },
    setGone: async (who, gone) => {
      await setGone(life, who, gone)
      noticed()
    },
    bringProgram: (file) => brought(bringProgram(bringing, file)),
    bringPeople: (program, file) => brought(bringPeople(bringing, { program, file })),
    pair: (program, mentor, mentee) => brought(pair(bringing, { program, mentor, mentee })),
    playedBy: (watched) => {
      mood.watched = watched
    },
    keep: () => ({
      run: life.run,
      now: clock.now().toString(),
      alive: mood.alive,
      faults,
      timeline: timeline.items,
      stage: stage.keep(),
      news: life.news.keep(),
      lives: life.lives.keep(),
      post: post.keep(),
    }),
    stop: async () => {
      for (const end of unwatch) end()
      await moves.stop()
      await pulse.stop()
      await running.stop()
      await stage.close()
    },
  }
}

async function setGone({ stage }: Life, who: AccountKey, gone: boolean): Promise<void> {
  const { platform, id } = splitKey(who)
  if (platform === 'teams') {
    if (gone) stage.teams.as(id).blocks()
    else stage.teams.unblock(id)
  } else if (gone) await stage.slack.deactivate(id)
  else await stage.slack.reactivate(id)
}
