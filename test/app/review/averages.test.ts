import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readAverages } from '../../../src/app/review/read-averages.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { programsById } from '../../../src/store/programs.ts'
import { changeReview, openReviews, reviewsOfPairs } from '../../../src/store/reviews.ts'
import { openHospital } from '../../support/hospital.ts'

let hospital: Hospital
let coordinator: Person
let mentor: Person
let programId: string

beforeAll(async () => {
  hospital = await openHospital('2027-04-19T10:00:00Z')
})
afterAll(() => hospital.close())
beforeEach(async () => {
  hospital.at('2027-04-19T10:00:00Z')
  coordinator = await hospital.person()
  mentor = await hospital.person()
  programId = (await hospital.program({ coordinators: [coordinator.email] })).id
})

/** So many mentees rate the mentoring half-way. */
async function rate(...ratings: number[]): Promise<void> {
  for (const rating of ratings) await rateAs(await hospital.person(), rating)
}

async function rateAs(mentee: Person, mentoring: number): Promise<string> {
  const { id: pairId } = await hospital.pair(programId, mentor, mentee)
  await hospital.within(async (scope) => {
    const common = { programId, pairId, personId: mentee.id, side: 'mentee', moment: 'middle' } as const
    await openReviews(scope, [{ ...common, messages: 1, nextAt: scope.now }])
  })
  await rateAgain(pairId, mentoring)
  return pairId
}

function rateAgain(pairId: string, mentoring: number): Promise<void> {
  return hospital.within(async (scope) => {
    const [review] = await reviewsOfPairs(scope, [pairId], 'middle')
    const content = { ratings: { mentoring } }
    await changeReview(scope, review?.id ?? '', { state: 'answered', nextAt: undefined, content })
  })
}

function averages() {
  return hospital.within(async (scope) => {
    const [stored] = await programsById(scope, [programId])
    const ratings = stored ? await readAverages(scope, stored) : []
    return ratings.map(({ value, on }) => `${value} on ${on}`)
  })
}

test('four ratings are shown to nobody, five are, and four more do not change the figure', async () => {
  await rate(4, 5, 3, 4)
  expect(await averages()).toEqual([])

  await rate(5)
  expect(await averages()).toEqual(['4 on 2027-04-19'])

  hospital.at('2027-04-26T10:00:00Z')
  await rate(1, 1, 1, 1)
  expect(await averages()).toEqual(['4 on 2027-04-19'])

  await rate(1)
  expect(await averages()).toEqual(['2.5 on 2027-04-26'])
})

test('what a coordinator rated does not make the five full', async () => {
  await rate(4, 5, 3, 4)
  await rateAs(coordinator, 1)

  expect(await averages()).toEqual([])
})

test('one who rates anew among the same people does not change the figure', async () => {
  await rate(4, 5, 3, 4)
  const anew = await hospital.person()
  const pairId = await rateAs(anew, 4)
  const first = await averages()
  hospital.at('2027-04-26T10:00:00Z')

  await rateAgain(pairId, 1)

  expect(await averages()).toEqual(first)
})

test('a figure is shown at review time, not for ever', async () => {
  await rate(4, 5, 3, 4, 5)
  await averages()
  hospital.at('2027-06-19T10:00:00Z')

  expect(await averages()).toEqual([])
})
