import { afterEach, beforeEach, expect, test } from 'vitest'
import { beat } from '../../../src/app/heartbeat.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Pair } from '../../../src/core/pair/pair.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { pairById } from '../../../src/store/pairs.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let mentor: Person
let mentee: Person
let pair: Pair

beforeEach(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
  mentor = await hospital.person({ name: 'Amira Haddad' })
  mentee = await hospital.person({ name: 'Priya Shah' })
  pair = await hospital.pair((await hospital.program({ ends_on: '2027-12-31' })).id, mentor, mentee)
})
afterEach(() => hospital.close())

test('an agreement that is confirmed only after its last day ends nobody’s pair', async () => {
  const days = { until: '2027-03-31', reviewOn: '2027-02-15' }
  const terms = { frequency: 'An hour a week', organizer: 'mentee', channel: 'The library', ...days }
  await hospital.as(mentee).submit('agreement.write-first', pair.id, { aims: 'Lead a ward round' })
  await hospital.as(mentee).submit('agreement.write-second', pair.id, terms)
  const rest = { support: 'An answer within two days', notice: 'A day before' }
  await hospital.as(mentor).submit('agreement.complete-save', `${pair.id}:1`, rest)
  await hospital.as(mentor).press('agreement.confirm', `${pair.id}:2`)
  hospital.at('2027-04-06T10:00:00Z')

  const said = await hospital.as(mentee).press('agreement.confirm', `${pair.id}:2`)
  hospital.at('2027-04-08T10:00:00Z')
  await beat(hospital.world)

  expect(wordsIn(said)).toContain('The last day in this agreement has passed')
  expect(await hospital.within((scope) => pairById(scope, pair.id))).toMatchObject({ state: 'active' })
})
