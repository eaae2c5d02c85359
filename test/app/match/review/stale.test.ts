import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Acting, Hospital } from '../../../../src/catalogue/hospital.ts'
import type { Person } from '../../../../src/core/people/person.ts'
import { changeEnrollment, enrollmentsOfPeople } from '../../../../src/store/enrollments.ts'
import { openHospital } from '../../../support/hospital.ts'
import { buttonsIn, openStage, pressOf, type Stage, words } from './stage.ts'

let hospital: Hospital
let stage: Stage
let as: Acting
let bea: Person
let dee: Person
let ana: Person
let bo: Person

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:30:00Z')
})
afterAll(() => hospital.close())

beforeEach(async () => {
  stage = await openStage(hospital, { match: { require: ['same-profession'] } })
  as = hospital.as(stage.carla)
  const nurse = { profession: 'nurse' }
  bea = await stage.join('mentor', 'Bea Fox', { ...nurse, skills_offered: ['wound care'] })
  dee = await stage.join('mentor', 'Dee Munro', { ...nurse, skills_offered: ['audit'], capacity: 2 })
  ana = await stage.join('mentee', 'Ana Bell', { ...nurse, skills_sought: ['wound care'] })
  bo = await stage.join('mentee', 'Bo Ray', { ...nurse, skills_sought: ['audit'] })
  await stage.join('mentee', 'Cy Lee', { ...nurse, skills_sought: ['audit'] })
  await stage.propose()
})

async function setState(person: Person, state: 'paused' | 'left') {
  await hospital.within(async (scope) => {
    const mine = (await enrollmentsOfPeople(scope, [person.id])).find(
      ({ programId }) => programId === stage.programId,
    )
    await changeEnrollment(scope, mine?.id ?? '', { state })
  })
}

function list(person: Person, profile: object) {
  return hospital.within(({ tx }) => tx.person.update({ where: { id: person.id }, data: { profile } }))
}

test.each([
  ['a mentee paused', () => setState(ana, 'paused'), 'Ana Bell is taking a break from Career mentoring.'],
  ['a mentee left', () => setState(ana, 'left'), 'Ana Bell has left Career mentoring.'],
  ['a mentor left', () => setState(bea, 'left'), 'Bea Fox has left Career mentoring.'],
  [
    'a mentee was paired by hand',
    () => hospital.pair(stage.programId, dee, ana),
    'Ana Bell has a mentor in Career mentoring already.',
  ],
  [
    'a rule forbids the pair by now',
    () => list(bea, { profession: 'midwife' }),
    'Bea Fox and Ana Bell are not known to have the same profession.',
  ],
  [
    'a mentor takes nobody',
    () => list(bea, { profession: 'nurse', capacity: 0 }),
    'Bea Fox is not free this time.',
  ],
])('where %s the row is marked with the reason, and stands first', async (_, happens, sentence) => {
  await happens()

  const menu = await as.command('admin match')
  const page = await as.command('admin review')

  expect(words(menu)).toContain('not hold any more')
  expect(words(page)).toContain(`Does not hold any more: ${sentence}`)
  expect(words(page).match(/.+ ← .+/g)?.[0]).toBe('Ana Bell ← Bea Fox')
})

test('a capacity lowered below the rows that stand names the pairs concerned', async () => {
  await list(dee, { profession: 'nurse', skills_offered: ['audit'], capacity: 1 })

  const page = await as.press('match.review', `${stage.programId}:stale:0`)

  expect(words(page)).toContain('Dee Munro can take 1 more, and the draft gives them 2: Bo Ray and Cy Lee.')
  expect(words(page).match(/.+ ← .+/g)).toHaveLength(2)
})

test('a row that does not hold cannot be locked', async () => {
  await setState(bea, 'left')
  const row = await as.press('match.row', `${stage.programId}:${ana.id}`)

  const refused = await as.press(...pressOf(row, 'Lock'))

  expect(words(refused)).toContain('This pair cannot be locked: Bea Fox has left Career mentoring.')
  expect(await stage.rowOf(ana)).toMatchObject({ standing: 'open' })
})

test('publishing all with rows that do not hold publishes nothing, names them, and offers the rest', async () => {
  await setState(bea, 'left')

  const refused = await as.press(...pressOf(await as.command('admin match'), 'Publish all'))
  const asked = await as.press(...pressOf(refused, 'Publish the 2 that hold'))
  const done = await as.press(...pressOf(asked, 'Yes, publish'))

  expect(words(refused)).toContain('Nothing was published')
  expect(words(refused)).toContain('Ana Bell and Bea Fox: Bea Fox has left Career mentoring.')
  expect(buttonsIn(refused).map(({ label }) => label)).toEqual([
    'Publish the 2 that hold',
    'Propose again',
    'Show them',
    'Matching',
  ])
  expect(words(asked)).toContain('Publish 2 pairs')
  expect(words(done)).toContain('2 offers are on the way')
  expect((await stage.draft()).rows.map(({ menteeId }) => menteeId)).toEqual([ana.id])
})

test('what stopped holding between the question and the answer is not published', async () => {
  const asked = await as.press(...pressOf(await as.command('admin match'), 'Publish all'))
  await setState(ana, 'left')

  const late = await as.press(...pressOf(asked, 'Yes, publish'))

  expect(words(late)).toContain('Ana Bell has left Career mentoring.')
  expect(await hospital.within(({ tx }) => tx.offer.count({ where: { programId: stage.programId } }))).toBe(0)
})

test('who left does not stand in the next proposals, and whoever is new is counted as not in the draft', async () => {
  await setState(ana, 'left')
  const noa = await stage.join('mentee', 'Noa Hill', { profession: 'nurse' })

  const menu = await as.command('admin match')
  await stage.propose()

  expect(words(menu)).toContain('1 mentee not in the draft yet')
  expect(await stage.rowOf(ana)).toBeUndefined()
  expect(await stage.rowOf(noa)).toMatchObject({ mentorId: bea.id })
  expect(bo).toBeDefined()
})
