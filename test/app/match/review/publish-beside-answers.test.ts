import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Hospital } from '../../../../src/catalogue/hospital.ts'
import { lockDraft } from '../../../../src/store/drafts.ts'
import { lockPerson } from '../../../../src/store/people.ts'
import { openHospital } from '../../../support/hospital.ts'
import { openStage, pressOf, words } from './stage.ts'

let hospital: Hospital

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:30:00Z')
})
afterAll(() => hospital.close())

test('publishing does not hold the draft while it waits for a mentor who is just answering, who needs it themselves', async () => {
  const stage = await openStage(hospital)
  const mentor = await stage.join('mentor', 'Bea Fox')
  await stage.join('mentee', 'Ana Bell')
  await stage.propose()
  const her = hospital.as(stage.carla)
  const asked = await her.press(...pressOf(await her.command('admin match'), 'Publish all'))
  const begun = Promise.withResolvers<void>()

  const answering = hospital.within(async (scope) => {
    await lockPerson(scope, mentor.id)
    begun.resolve()
    await expect.poll(waiting).toBe(1)
    await scope.tx.$executeRaw`set local lock_timeout = '200ms'`
    return await lockDraft(scope, stage.programId)
  })
  await begun.promise
  const publishing = her.press(...pressOf(asked, 'Yes, publish'))

  expect(await answering).toBeDefined()
  expect(words(await publishing)).toContain('1 offer is on the way')
})

/** How many wait for somebody else’s lock. */
async function waiting(): Promise<number> {
  const [row] = await hospital.within(
    ({ tx }) => tx.$queryRaw<{ count: number }[]>`
      select count(*)::int from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return row?.count ?? 0
}
