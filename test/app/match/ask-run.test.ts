import { afterAll, beforeAll, expect, test } from 'vitest'
import { askForRun, cancelRun } from '../../../src/app/match/ask-run.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { runOf } from '../../../src/store/match-runs.ts'
import { openHospital } from '../../support/hospital.ts'

let hospital: Hospital

beforeAll(async () => {
  hospital = await openHospital()
})
afterAll(() => hospital.close())

test('a run that is asked for waits, with a job that carries it out', async () => {
  const { id: programId } = await hospital.program()
  const askedBy = (await hospital.person()).id

  const asked = await hospital.within((scope) => askForRun(scope, { programId, askedBy }))

  const run = await hospital.within((scope) => runOf(scope, programId))
  expect(run).toMatchObject({ id: 'runId' in asked && asked.runId, state: 'waiting', askedBy, percent: 0 })
  expect(await jobs(run?.id)).toEqual([
    { task_identifier: 'match', payload: { organization: hospital.organizationId } },
  ])
})

test('whoever asks second is told who asked first, also where both ask at once', async () => {
  const { id: programId } = await hospital.program()
  const [dana, omar] = [await hospital.person({ name: 'Dana' }), await hospital.person({ name: 'Omar' })]

  const asked = await Promise.all(
    [dana, omar].map(({ id }) => hospital.within((scope) => askForRun(scope, { programId, askedBy: id }))),
  )

  const first = 'runId' in (asked[0] ?? {}) ? 'Dana' : 'Omar'
  expect(asked.flatMap((one) => ('problem' in one ? [one.problem] : []))).toEqual([
    `${first} asked for these pairs already: 0% is done, and I will write when they are ready.`,
  ])
  const again = await hospital.within((scope) =>
    askForRun(scope, { programId, askedBy: first === 'Dana' ? dana.id : omar.id }),
  )
  expect(again).toEqual({
    problem: 'You asked for these pairs already: 0% is done, and I will write when they are ready.',
  })
})

test('a run that was called off makes room for another, and is not called off twice', async () => {
  const { id: programId } = await hospital.program()
  const askedBy = (await hospital.person()).id
  const asked = await hospital.within((scope) => askForRun(scope, { programId, askedBy }))
  const runId = 'runId' in asked ? asked.runId : ''

  const cancelled = await hospital.within((scope) => cancelRun(scope, runId))
  const twice = await hospital.within((scope) => cancelRun(scope, runId))

  expect([cancelled, twice]).toEqual([true, false])
  expect(await hospital.within((scope) => runOf(scope, programId))).toMatchObject({ state: 'cancelled' })
  hospital.at({ minutes: 1 })
  expect(await hospital.within((scope) => askForRun(scope, { programId, askedBy }))).toHaveProperty('runId')
})

test('there is no run for a program that is over, and none for one of peers', async () => {
  const over = await hospital.program({ starts_on: '2026-01-05', ends_on: '2026-12-01' })
  const peers = await hospital.program({ type: 'peer', name: 'Coffee' })
  const askedBy = (await hospital.person()).id

  const asked = await hospital.within((scope) =>
    Promise.all([over, peers].map(({ id: programId }) => askForRun(scope, { programId, askedBy }))),
  )

  expect(asked).toEqual([
    { problem: 'Career mentoring is over.' },
    { problem: 'Coffee has rounds of peers: they are planned, not proposed by matching.' },
  ])
})

function jobs(runId: string | undefined) {
  return hospital.within(
    ({ tx }) => tx.$queryRaw`
      select task_identifier, payload from graphile_worker.jobs
      join graphile_worker._private_jobs using (id) where jobs.key = ${runId}`,
  )
}
