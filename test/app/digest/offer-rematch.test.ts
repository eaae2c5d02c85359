import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Pair } from '../../../src/core/pair/pair.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { pairById } from '../../../src/store/pairs.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let coordinator: Person
let mentor: Person
let mentee: Person
let pair: Pair

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
})
afterAll(() => hospital.close())
beforeEach(async () => {
  coordinator = await hospital.person({ name: 'Carla Jones' })
  mentor = await hospital.person({ name: 'Amira Haddad' })
  mentee = await hospital.person({ name: 'Priya Shah' })
  const { id } = await hospital.program({ coordinators: [coordinator.email] })
  pair = await hospital.pair(id, mentor, mentee)
})

async function asked(person: Person): Promise<string[]> {
  const user = person.accounts[0]?.user
  return (await hospital.outbox())
    .filter((entry) => entry.key.includes(':rematch-offer:') && entry.user === user)
    .map(({ message }) => wordsIn(message))
}

test('both are asked whether they would like another match, and nothing ends by that', async () => {
  const said = await hospital.as(coordinator).press('pair.rematch-offer', pair.id)

  expect(wordsIn(said)).toContain('Amira Haddad and Priya Shah')
  expect((await asked(mentee))[0]).toContain(
    'would you like another match in Career mentoring than Amira Haddad?',
  )
  expect(await asked(mentor)).toHaveLength(1)
  expect(await hospital.within(async (scope) => (await pairById(scope, pair.id))?.state)).toBe('active')
})

test('pressed twice on a day they are asked once; who is on a break is left in peace', async () => {
  await hospital.as(mentor).command('pause until 2027-03-01')

  await hospital.as(coordinator).press('pair.rematch-offer', pair.id)
  const again = await hospital.as(coordinator).press('pair.rematch-offer', pair.id)

  expect(await asked(mentee)).toHaveLength(1)
  expect(await asked(mentor)).toEqual([])
  expect(wordsIn(again)).toContain('I have asked them today already')
})

test('only a coordinator of the program who is not too close can ask', async () => {
  const refused = await hospital.as(mentee).press('pair.rematch-offer', pair.id)

  expect(wordsIn(refused)).toContain('Only the coordinators of the program can do that')
  expect(await asked(mentor)).toEqual([])
})
