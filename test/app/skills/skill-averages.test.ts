import { afterAll, beforeEach, expect, test } from 'vitest'
import { readDigest } from '../../../src/app/digest/read-digest.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { personalDigest } from '../../../src/core/digest/messages.ts'
import type { Person } from '../../../src/core/people/person.ts'
import type { RatingMoment } from '../../../src/core/skills/skills.ts'
import { programsById } from '../../../src/store/programs.ts'
import { saveRatings } from '../../../src/store/skill-ratings.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

const hospitals: Hospital[] = []
let hospital: Hospital
let coordinator: Person
let mentor: Person
let programId: string

beforeEach(async () => {
  hospital = await openHospital('2027-02-01T10:00:00Z')
  hospitals.push(hospital)
  coordinator = await hospital.person()
  mentor = await hospital.person()
  programId = (await hospital.program({ coordinators: [coordinator.email] })).id
})
afterAll(() => Promise.all(hospitals.map((one) => one.close())))

async function mentees(count: number): Promise<{ pairId: string; personId: string }[]> {
  const all: { pairId: string; personId: string }[] = []
  for (let number = 0; number < count; number += 1) {
    const mentee = await hospital.person()
    all.push({ pairId: (await hospital.pair(programId, mentor, mentee)).id, personId: mentee.id })
  }
  return all
}

async function rate(
  raters: readonly { pairId: string; personId: string }[],
  moment: RatingMoment,
  ratings: readonly number[],
): Promise<void> {
  await hospital.within(async (scope) => {
    for (const [at, rater] of raters.entries())
      await saveRatings(scope, {
        ...rater,
        moment,
        ratings: [{ skill: 'Handover', rating: ratings[at] ?? 3 }],
      })
  })
}

function digest(): Promise<string> {
  return hospital.within(async (scope) => {
    const [stored] = await programsById(scope, [programId])
    if (!stored) throw new Error('no program')
    const { email } = coordinator
    return wordsIn(personalDigest(await readDigest(scope, stored), { email, locale: 'en-GB' }))
  })
}

test('the digest says how five mentees saw themselves at the start and at the end', async () => {
  const five = await mentees(5)
  await rate(five, 'start', [2, 2, 3, 2, 1])
  await digest()
  hospital.at('2027-07-26T10:00:00Z')
  await rate(five, 'end', [4, 4, 5, 4, 3])

  const words = await digest()

  expect(words).toContain('How mentees see themselves in the skills they want to grow')
  expect(words).toContain('At the start 2 of 5')
  expect(words).toContain('At the end 4 of 5')
  expect(words).not.toContain('Handover')
})

test('four are too few', async () => {
  await rate(await mentees(4), 'start', [2, 2, 3, 1])

  expect(await digest()).not.toContain('the skills they want to grow')
})

test('one more who rates, or one who rates anew, does not change the figure', async () => {
  const six = await mentees(6)
  await rate(six.slice(0, 5), 'start', [2, 2, 3, 2, 1])
  await digest()
  await rate(six.slice(0, 1), 'start', [5])
  const anew = await digest()
  await rate(six.slice(5), 'start', [5])
  const more = await digest()

  expect(anew).toContain('At the start 2 of 5')
  expect(more).toContain('At the start 2 of 5')
})

test('old figures alone are not shown for ever', async () => {
  await rate(await mentees(5), 'start', [2, 2, 3, 2, 1])
  await digest()
  hospital.at('2027-03-29T10:00:00Z')

  expect(await digest()).not.toContain('the skills they want to grow')
})
