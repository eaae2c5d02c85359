import { afterEach, beforeEach, expect, test } from 'vitest'
import { cancelRun } from '../../../src/app/match/ask-run.ts'
import { carryOutRuns, takeUpRuns } from '../../../src/app/match/carry-out-runs.ts'
import type { Matcher } from '../../../src/ports/matcher.ts'
import { draftOf } from '../../../src/store/drafts.ts'
import { claimRun, runOf } from '../../../src/store/match-runs.ts'
import { announce } from '../../../src/store/presence.ts'
import { openRuns, type Runs } from './runs.ts'

let runs: Runs
let hospital: Runs['hospital']
let programId: string

beforeEach(async () => {
  runs = await openRuns()
  ;({ hospital, programId } = runs)
})
afterEach(() => hospital.close())

test('a draft that is changed during the search is searched for anew, around what was decided meanwhile', async () => {
  const [grace, hugo] = [await runs.mentor('Grace'), await runs.mentor('Hugo')]
  const [ana] = [await runs.mentee('Ana'), await runs.mentee('Ben')]
  let searches = 0
  const matcher = runs.meanwhile(async () => {
    searches += 1
    if (searches === 1) await runs.decide([{ mentee: ana, mentor: hugo, standing: 'locked' }])
  })
  await runs.ask()

  await carryOutRuns({ ...hospital.world, matcher }, hospital.organizationId)

  expect(searches).toBe(2)
  expect(await runs.rows()).toEqual({ Ana: ['Hugo', 'locked'], Ben: [grace.name, 'open'] })
})

test('a draft that is changed during every search is left as it is, and whoever asked is told', async () => {
  const [grace, ana] = [await runs.mentor('Grace'), await runs.mentee('Ana')]
  const matcher = runs.meanwhile(() => runs.decide([{ mentee: ana, mentor: grace, standing: 'locked' }]))
  await runs.ask()

  await carryOutRuns({ ...hospital.world, matcher }, hospital.organizationId)

  expect(await hospital.within((scope) => runOf(scope, programId))).toMatchObject({ state: 'failed' })
  expect(await runs.wordsTold()).toContain('the draft was changed each time while I worked on it')
})

test('a run that is called off while it works ends within a second and changes nothing', async () => {
  await runs.mentor('Grace')
  await runs.mentee('Ana')
  const runId = await runs.ask()
  const begun = Promise.withResolvers<void>()
  const matcher = endless(begun.resolve)
  const under = carryOutRuns({ ...hospital.world, matcher }, hospital.organizationId)
  await begun.promise

  await hospital.within((scope) => cancelRun(scope, runId))

  await under
  expect(await hospital.within((scope) => draftOf(scope, programId))).toBeUndefined()
  expect(await hospital.outbox()).toEqual([])
  expect(await hospital.within((scope) => runOf(scope, programId))).toMatchObject({ state: 'cancelled' })
})

test('while it works, the run says how far it is', async () => {
  await runs.mentor('Grace')
  await runs.mentee('Ana')
  const runId = await runs.ask()
  const matcher = endless(() => undefined, 42)
  const under = carryOutRuns({ ...hospital.world, matcher }, hospital.organizationId)

  await expect
    .poll(() => hospital.within((scope) => runOf(scope, programId)))
    .toMatchObject({ state: 'working', percent: 42 })

  await hospital.within((scope) => cancelRun(scope, runId))
  await under
})

test('a search that breaks off fails the run, and whoever asked is told', async () => {
  await runs.mentor('Grace')
  await runs.mentee('Ana')
  await runs.ask()
  const matcher: Matcher = {
    ...hospital.world.matcher,
    propose: () => Promise.resolve({ kind: 'broken', cause: new Error('out of memory') }),
  }

  await carryOutRuns({ ...hospital.world, matcher }, hospital.organizationId)

  expect(await hospital.within((scope) => runOf(scope, programId))).toMatchObject({ state: 'failed' })
  expect(await runs.wordsTold()).toContain('something went wrong on our side. The draft is as it was.')
})

test('a fault that passes is got over by beginning anew', async () => {
  await runs.mentor('Grace')
  await runs.mentee('Ana')
  await runs.ask()
  let searches = 0
  const matcher = runs.meanwhile(async () => {
    searches += 1
    if (searches === 1) await hospital.within(({ tx }) => tx.$executeRaw`select nothing`)
  })

  await carryOutRuns({ ...hospital.world, matcher }, hospital.organizationId)

  expect(searches).toBe(2)
  expect(await runs.rows()).toEqual({ Ana: ['Grace', 'open'] })
})

test('a process that stops leaves its run to the next, with a job', async () => {
  await runs.mentor('Grace')
  await runs.mentee('Ana')
  const runId = await runs.ask()
  const matcher: Matcher = {
    ...hospital.world.matcher,
    propose: () => Promise.resolve({ kind: 'stopped' }),
  }
  await forgetJobs()

  await carryOutRuns({ ...hospital.world, matcher }, hospital.organizationId)

  expect(await hospital.within((scope) => runOf(scope, programId))).toMatchObject({ state: 'waiting' })
  expect(await jobs()).toEqual([{ key: runId }])
  await carryOutRuns(hospital.world, hospital.organizationId)
  expect(await runs.rows()).toEqual({ Ana: ['Grace', 'open'] })
})

test('a run is taken up where its process has died, and left alone where that lives', async () => {
  await runs.mentor('Grace')
  await runs.mentee('Ana')
  const runId = await runs.ask()
  const first = await announce(hospital.url, 'first')
  await hospital.within((scope) => claimRun(scope, first.name))
  await forgetJobs()

  await carryOutRuns(hospital.world, hospital.organizationId)
  await takeUpRuns(hospital.world, hospital.organizationId)

  expect(await hospital.within((scope) => runOf(scope, programId))).toMatchObject({ state: 'working' })
  expect(await jobs()).toEqual([])

  await first.leave()
  await takeUpRuns(hospital.world, hospital.organizationId)
  expect(await jobs()).toEqual([{ key: runId }])
  await carryOutRuns(hospital.world, hospital.organizationId)

  expect(await runs.rows()).toEqual({ Ana: ['Grace', 'open'] })
})

test('a process that comes back after another has taken its run up stores nothing', async () => {
  await runs.mentor('Grace')
  await runs.mentee('Ana')
  await runs.ask()
  const another = await announce(hospital.url, 'another')
  const matcher = runs.meanwhile(async () => {
    await hospital.within(({ tx }) => tx.matchRun.updateMany({ data: { claimedBy: another.name } }))
  })

  await carryOutRuns({ ...hospital.world, matcher }, hospital.organizationId)

  await another.leave()
  expect(await hospital.within((scope) => draftOf(scope, programId))).toBeUndefined()
  expect(await hospital.outbox()).toEqual([])
})

/** Searches until it is called off. */
function endless(begun: () => void, percent = 0): Matcher {
  return {
    ...hospital.world.matcher,
    propose: async (_pool, _wish, { onPercent, signal } = {}) => {
      onPercent?.(percent)
      begun()
      const ended = Promise.withResolvers<void>()
      signal?.addEventListener('abort', () => ended.resolve())
      await ended.promise
      return { kind: 'cancelled' }
    },
  }
}

function jobs(): Promise<unknown> {
  return hospital.within(({ tx }) => tx.$queryRaw`select key from graphile_worker.jobs`)
}

function forgetJobs(): Promise<unknown> {
  return hospital.within(({ tx }) => tx.$executeRaw`delete from graphile_worker._private_jobs`)
}
