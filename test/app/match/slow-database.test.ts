import { afterEach, beforeEach, expect, test } from 'vitest'
import { carryOutRuns } from '../../../src/app/match/carry-out-runs.ts'
import { openStore } from '../../../src/store/database.ts'
import { openRuns, type Runs } from './runs.ts'

let runs: Runs

beforeEach(async () => {
  runs = await openRuns()
})
afterEach(() => runs.hospital.close())

test('a run is carried out although reading its people takes longer than a transaction may otherwise', async () => {
  await runs.mentor('Grace')
  await runs.mentee('Ana')
  await runs.ask()
  const { world, organizationId, url } = runs.hospital
  await readingPeopleTakes('1 second')
  const hasty = openStore(url, world.store.seal, { transactionMs: 700 })

  await carryOutRuns({ ...world, store: hasty }, organizationId)

  await hasty.close()
  expect(await runs.rows()).toEqual({ Ana: ['Grace', 'open'] })
})

function readingPeopleTakes(time: string): Promise<unknown> {
  return runs.hospital.within(async ({ tx }) => {
    await tx.$executeRaw`alter table enrollments rename to stored_enrollments`
    await tx.$executeRawUnsafe(`create view enrollments as
      select e.* from (select pg_sleep_for('${time}')::text as slept offset 0) as s
      join stored_enrollments as e on s.slept is not null`)
  })
}
