import { afterEach, beforeEach, expect, test } from 'vitest'
import { beatFor } from '../../../src/app/heartbeat.ts'
import type { Hospital, Queued } from '../../../src/catalogue/hospital.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'
import { setGoal } from '../../support/set-goal.ts'
import { pairUp, type Two } from '../meeting/scene.ts'

let hospital: Hospital
let two: Two

// A year from 4 January 2027 with a meeting in the first week and then every 2 months; the middle is 4 July.
beforeEach(async () => {
  hospital = await openHospital('2027-01-04T12:00:00Z')
  two = await pairUp(hospital, { program: { type: 'preceptorship-gold', ends_on: '2028-01-03' } })
})
afterEach(() => hospital.close())

async function metOn(date: string): Promise<void> {
  hospital.at(`${date}T12:00:00Z`)
  await hospital.as(two.mentor).command('met 60 today')
  await beatFor(hospital.world, hospital.organizationId)
}

async function setOneGoal(): Promise<void> {
  await setGoal(hospital, two.mentee, {
    title: 'Lead the handover alone',
    measure: 'count',
    target: '20',
    unit: 'shifts',
    dueOn: '2027-11-30',
  })
}

async function askedOf(person: Person): Promise<Queued[]> {
  const user = person.accounts[0]?.user
  return (await hospital.outbox()).filter((one) => one.user === user && one.key.startsWith('goal-review:'))
}

test('after a required meeting whoever has goals is asked once whether they are still theirs', async () => {
  await metOn('2027-01-06')
  await setOneGoal()
  await metOn('2027-03-03')
  await metOn('2027-03-08')

  const [asked, ...more] = await askedOf(two.mentee)

  expect(wordsIn(asked?.message)).toContain(
    `You have held a required meeting with ${two.mentor.name}. Is each of your goals still what you want to reach?`,
  )
  expect(more).toEqual([])
  expect(await askedOf(two.mentor)).toEqual([])
})

test('what is answered then stands beside the goal, for that meeting', async () => {
  await metOn('2027-01-06')
  await setOneGoal()
  await metOn('2027-03-03')
  const keep = JSON.stringify((await askedOf(two.mentee))[0]?.message).match(/"goal\.keep","about":"([^"]+)"/)

  const kept = await hospital.as(two.mentee).press('goal.keep', keep?.[1] ?? '')
  const again = await hospital.as(two.mentee).press('goal.keep', keep?.[1] ?? '')

  expect(keep?.[1]).toMatch(/:meeting-\d$/)
  expect(wordsIn(kept)).toContain('You have looked at all your goals')
  expect(wordsIn(again)).toContain('Kept as it is.')
})

test('the first required meeting asks nothing: goals have only just been set', async () => {
  await setOneGoal()
  await metOn('2027-01-06')

  expect(await askedOf(two.mentee)).toEqual([])
})

test('a required meeting near the middle leaves the asking to the middle', async () => {
  await setOneGoal()
  await metOn('2027-06-30')
  const before = await askedOf(two.mentee)
  hospital.at('2027-07-06T12:00:00Z')
  await beatFor(hospital.world, hospital.organizationId)

  expect(before).toEqual([])
  expect((await askedOf(two.mentee)).map(({ key }) => key.split(':').at(-1))).toEqual(['middle'])
})

test('a meeting that no program requires asks nothing of the goals', async () => {
  two = await pairUp(hospital, { program: { type: 'career', ends_on: '2028-01-03' } })
  await setOneGoal()
  await metOn('2027-03-03')

  expect(await askedOf(two.mentee)).toEqual([])
})
