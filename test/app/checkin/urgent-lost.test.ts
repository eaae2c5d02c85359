import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDue } from '../../../src/app/checkin/open-due.ts'
import { scheduleFirst } from '../../../src/app/checkin/schedule.ts'
import { tellGaveUp } from '../../../src/app/digest/gave-up.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { openCheckInsOf } from '../../../src/store/check-ins.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let mentee: Person

beforeEach(async () => {
  hospital = await openHospital('2027-01-04T08:00:00Z')
  const coordinators = [await hospital.person(), await hospital.person()].map(({ email }) => email)
  const { id, program } = await hospital.program({ coordinators, routes: { patient_safety: 'Ring 5555' } })
  mentee = await hospital.person()
  const pair = await hospital.pair(id, await hospital.person(), mentee)
  await hospital.within((scope) => scheduleFirst(scope, mentee, { pair, program }))
  hospital.at('2027-01-19T09:00:00Z')
  await openDue(hospital.world, hospital.organizationId)
})
afterEach(() => hospital.close())

async function askUrgently(): Promise<void> {
  const [checkIn] = await hospital.within((scope) => openCheckInsOf(scope, mentee.id))
  await hospital.as(mentee).press('checkin.pick', `${checkIn?.id}:coordinator:urgent`)
}

/** The platform was down for a day: the next of the requests is given up. */
function giveUpOne(): Promise<void> {
  return hospital.within(async (scope) => {
    const where = { key: { startsWith: 'urgent:' }, state: 'ready' }
    const { id, key, workspace, user } = await scope.tx.outboxEntry.findFirstOrThrow({ where })
    await scope.tx.outboxEntry.update({ where: { id }, data: { state: 'failed', body: null } })
    const { organizationId } = scope
    const to = { workspace, user: user ?? '' }
    const entry = { id, organizationId, key, platform: 'slack', to, kind: 'send' } as const
    await tellGaveUp(scope, { entry, why: 'unreachable', code: 'internal_error' })
  })
}

async function toldAuthor(): Promise<string[]> {
  const entries = await hospital.outbox()
  return entries.filter(({ key }) => key.startsWith('urgent-lost:')).map(({ message }) => wordsIn(message))
}

test('the author of an urgent request reads that no coordinator got it, and what else to do', async () => {
  await askUrgently()

  await giveUpOne()
  const whileOneMayArrive = await toldAuthor()
  await giveUpOne()

  expect(whileOneMayArrive).toEqual([])
  const [told, ...more] = await toldAuthor()
  expect(more).toEqual([])
  expect(told).toContain('did not arrive')
  expect(told).toContain('Ring 5555')
})
