import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Hospital } from '../../src/catalogue/hospital.ts'
import type { Account } from '../../src/core/people/account.ts'
import type { Person } from '../../src/core/people/person.ts'
import { eraseExpiredFiles, handedOutFrom, handOut } from '../../src/store/handed-out-files.ts'
import { openHospital } from '../support/hospital.ts'

let hospital: Hospital
beforeAll(async () => {
  hospital = await openHospital()
})
afterAll(() => hospital.close())

const file = (personId: string) => ({
  personId,
  name: 'meeting.ics',
  mediaType: 'text/calendar',
  title: 'Your meeting',
  content: 'BEGIN:VCALENDAR £',
})
const files = () => handedOutFrom(hospital.world.store, hospital.world.now)
const rows = () => hospital.within(({ tx }) => tx.handedOutFile.findMany())

function accountOf({ accounts: [account] }: Person): Account {
  if (account === undefined) throw new Error('nobody to write to')
  return account
}

test('a file waits sealed for its person, and for nobody else', async () => {
  const person = await hospital.person()
  const other = await hospital.person()

  const kept = await hospital.within((scope) => handOut(scope, file(person.id)))

  const own = await files().read(kept.id, accountOf(person))
  expect(kept).toMatchObject({ name: 'meeting.ics', title: 'Your meeting', bytes: 18 })
  expect(own.state === 'waiting' && Buffer.from(own.content).toString()).toBe('BEGIN:VCALENDAR £')
  expect(await files().read(kept.id, accountOf(other))).toEqual({ state: 'gone' })
  expect(Buffer.from((await rows())[0]?.body ?? []).toString()).not.toContain('BEGIN')
})

test('once it is handed over nothing of it is left here but its name elsewhere', async () => {
  const person = await hospital.person()
  const { id } = await hospital.within((scope) => handOut(scope, file(person.id)))

  await files().handedOver(id, 'F123')

  expect(await files().read(id, accountOf(person))).toEqual({ state: 'handed-over', as: 'F123' })
  expect((await rows()).find((row) => row.id === id)?.body).toHaveLength(0)
})

test('after its week a file is gone, and erased', async () => {
  const person = await hospital.person()
  const { id } = await hospital.within((scope) => handOut(scope, file(person.id)))
  const account = accountOf(person)
  hospital.at({ days: 6 })
  const inTime = await files().read(id, account)
  hospital.at({ days: 1 })

  const late = await files().read(id, account)
  await hospital.within(({ tx, now }) => eraseExpiredFiles(tx, now))

  expect([inTime.state, late.state]).toEqual(['waiting', 'gone'])
  expect(await rows()).toEqual([])
})
