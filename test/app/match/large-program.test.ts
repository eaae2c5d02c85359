import { afterEach, beforeEach, expect, test } from 'vitest'
import { carryOutRuns } from '../../../src/app/match/carry-out-runs.ts'
import { newPersonId, saveEnrollments, savePeople } from '../../../src/store/roster.ts'
import { openRuns, type Runs } from './runs.ts'

let runs: Runs

beforeEach(async () => {
  runs = await openRuns()
})
afterEach(() => runs.hospital.close())

test('a program of more people than are read at once is matched whole, and again around its draft', async () => {
  const mentees = await add('mentee', 1_100)
  await add('mentor', 600)

  await search()
  const first = await pairs()
  await search()
  const again = await pairs()

  expect([...first.keys()].sort()).toEqual(mentees.toSorted())
  expect([...first.values()]).not.toContain(undefined)
  expect(again).toEqual(first)
})

async function search(): Promise<void> {
  await runs.ask()
  await carryOutRuns(runs.hospital.world, runs.hospital.organizationId)
}

async function pairs(): Promise<Map<string, string | undefined>> {
  const { rows } = await runs.theDraft()
  return new Map(rows.map(({ menteeId, mentorId }) => [menteeId, mentorId]))
}

async function add(role: 'mentee' | 'mentor', count: number): Promise<string[]> {
  const hours = {
    time_zone: 'Europe/London',
    contact_days: [1, 2],
    contact_from: '09:00',
    contact_to: '17:00',
  }
  const people = Array.from({ length: count }, (_, number) => ({
    id: newPersonId(),
    email: `${role}-${number}@example.org`,
    cells: { name: `${role} ${number}`, ...hours, leave: [], ...(role === 'mentor' && { capacity: 2 }) },
  }))
  const entries = people.map(({ id }) => ({ personId: id, role, state: 'active' as const }))
  await runs.hospital.within(async (scope) => {
    await savePeople(scope, people)
    await saveEnrollments(scope, runs.programId, entries)
  })
  return people.map(({ id }) => id)
}
