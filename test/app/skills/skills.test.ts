import { afterAll, beforeEach, expect, test } from 'vitest'
import { settleIn } from '../../../src/app/orientation/settle-in.ts'
import { askSkills } from '../../../src/app/skills/ask-skills.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Form, Values } from '../../../src/core/message/form.ts'
import type { Outcome } from '../../../src/core/message/intent.ts'
import type { Pair } from '../../../src/core/pair/pair.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { fieldOf, type RatingMoment } from '../../../src/core/skills/skills.ts'
import { ratingsOf } from '../../../src/store/skill-ratings.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

const hospitals: Hospital[] = []
let hospital: Hospital
beforeEach(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
  hospitals.push(hospital)
})
afterAll(() => Promise.all(hospitals.map((one) => one.close())))

const halfWay = '2027-04-20T10:00:00Z'
const nearTheEnd = '2027-07-26T10:00:00Z'

interface Two {
  readonly pair: Pair
  readonly mentor: Person
  readonly mentee: Person
}

async function two(skills: string[], program: Record<string, unknown> = {}): Promise<Two> {
  const [mentor, mentee] = [
    await hospital.person(),
    await hospital.person({ profile: { skills_sought: skills } }),
  ]
  const { id } = await hospital.program({ ends_on: '2027-07-30', ...program })
  return { pair: await hospital.pair(id, mentor, mentee), mentor, mentee }
}

function rename({ mentee }: Two, skills: string[]) {
  return hospital.within(({ tx }) =>
    tx.person.update({ where: { id: mentee.id }, data: { profile: { skills_sought: skills } } }),
  )
}

async function rate(all: Two, moment: string, ratings: Record<string, string>): Promise<Outcome> {
  const values: Values = Object.fromEntries(
    Object.entries(ratings).map(([skill, value]) => [fieldOf(skill), value]),
  )
  return await hospital.as(all.mentee).submit('skills.save', `${all.pair.id}:${moment}`, values)
}

function ask({ pair }: Two, moment: RatingMoment) {
  return hospital.within((scope) => askSkills(scope, { pairId: pair.id, moment }))
}

function kept({ pair, mentee }: Two) {
  return hospital.within((scope) => ratingsOf(scope, { pairId: pair.id, personId: mentee.id }))
}

async function formAt(person: Person, verb: string, about: string): Promise<Form> {
  const outcome = await hospital.as(person).press(verb, about)
  if (outcome.kind !== 'form') throw new Error(wordsIn(outcome))
  return outcome.form
}

async function sent(): Promise<{ key: string; words: string; user: string | null }[]> {
  return (await hospital.outbox())
    .filter(({ key }) => key.startsWith('skills:'))
    .map(({ key, user, message }) => ({ key, user, words: wordsIn(message) }))
}

async function live(days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    hospital.at({ days: 1 })
    await settleIn(hospital.world, hospital.organizationId)
  }
}

test('a mentee is asked once, a week after the pair began', async () => {
  const { pair, mentee } = await two(['Handover'])
  await live(5)
  const before = await sent()

  await live(10)

  expect(before).toEqual([])
  expect(await sent()).toMatchObject([{ key: `skills:${pair.id}:start`, user: mentee.accounts[0]?.user }])
})

test('once the two have met, it is asked at the next beat', async () => {
  const { pair, mentee } = await two(['Handover'])
  await hospital.as(mentee).command('met 40')
  await settleIn(hospital.world, hospital.organizationId)

  expect((await sent()).map(({ key }) => key)).toEqual([`skills:${pair.id}:start`])
})

test('whoever has named no skills is asked once to name them, and to rate them when they have', async () => {
  const all = await two([])
  await live(9)
  const first = await sent()
  await rename(all, ['Handover'])
  await live(9)

  expect(first).toMatchObject([
    { key: `skills:${all.pair.id}:name`, words: expect.stringContaining('profile') },
  ])
  expect((await sent()).map(({ key }) => key)).toEqual([
    `skills:${all.pair.id}:name`,
    `skills:${all.pair.id}:start`,
  ])
})

test('before and after are shown to their author alone, never in a chat', async () => {
  const all = await two(['Handover', 'Delegating'])
  await rate(all, 'start', { Handover: '2', Delegating: '3' })
  hospital.at(halfWay)

  const shown = await rate(all, 'middle', { Handover: '4' })

  expect(shown).toMatchObject({ kind: 'show', holdsTyped: true })
  expect(wordsIn(shown)).toContain(' ●●○○○ 2 at the start → ●●●●○ 4 half-way')
  expect((await hospital.outbox()).map(({ message }) => wordsIn(message)).join()).not.toContain(
    'at the start',
  )
})

test('neither the mentor nor anybody else comes to the ratings', async () => {
  const all = await two(['Handover'])
  await rate(all, 'start', { Handover: '2' })
  const coordinator = await hospital.person()

  const tries = await Promise.all(
    [all.mentor, coordinator].flatMap((person) => [
      hospital.as(person).press('skills.show', all.pair.id),
      hospital.as(person).press('skills.rate', `${all.pair.id}:start`),
      hospital.as(person).submit('skills.save', `${all.pair.id}:start`, { [fieldOf('Handover')]: '5' }),
    ]),
  )

  expect(tries.every((one) => one.kind === 'show' && !wordsIn(one).includes('at the start'))).toBe(true)
  expect(await kept(all)).toEqual({ start: [{ skill: 'Handover', rating: 2 }] })
})

test('what was rated is in the form again, and can be put right', async () => {
  const all = await two(['Handover'])
  await rate(all, 'start', { Handover: '2' })

  const form = await formAt(all.mentee, 'skills.show', all.pair.id)
  await rate(all, 'start', { Handover: '3' })

  expect(form.about).toBe(`${all.pair.id}:start`)
  expect(form.parts).toContainEqual({
    kind: 'field',
    field: expect.objectContaining({ label: 'Handover', value: '2' }),
  })
  expect((await kept(all)).start).toEqual([{ skill: 'Handover', rating: 3 }])
})

test('a skill renamed between ratings stands beside its old name, and nothing is lost', async () => {
  const all = await two(['Handover'])
  await rate(all, 'start', { Handover: '2' })
  await rename(all, ['Leading a handover'])
  hospital.at(nearTheEnd)

  const shown = await rate(all, 'end', { 'Leading a handover': '4' })

  expect(wordsIn(shown)).toContain('Leading a handover')
  expect(wordsIn(shown)).toContain('at the start')
})

test('a skill renamed while the form is open is asked about again', async () => {
  const all = await two(['Handover'])
  await rename(all, ['Leading a handover'])

  const shown = await rate(all, 'start', { Handover: '2' })

  expect(shown).toMatchObject({ kind: 'errors' })
  expect(wordsIn(shown)).toContain('has changed meanwhile')
})

test('at least one skill is rated, from 1 to 5', async () => {
  const all = await two(['Handover'])

  expect(await rate(all, 'start', {})).toMatchObject({ kind: 'errors' })
  expect(await rate(all, 'start', { Handover: '6' })).toMatchObject({ kind: 'errors' })
})

test('a moment is asked for once, and not where it was answered', async () => {
  const all = await two(['Handover'])
  hospital.at(halfWay)
  await ask(all, 'middle')
  await ask(all, 'middle')
  hospital.at(nearTheEnd)
  await rate(all, 'end', { Handover: '4' })

  const again = await ask(all, 'end')

  expect(again).toEqual({ asked: true })
  expect((await sent()).map(({ key }) => key)).toEqual([`skills:${all.pair.id}:middle`])
})

test('an old button rates for the moment that is due, and the start stays as it was', async () => {
  const all = await two(['Handover'])
  await rate(all, 'start', { Handover: '2' })
  hospital.at(halfWay)

  const form = await formAt(all.mentee, 'skills.rate', `${all.pair.id}:start`)
  await rate(all, 'start', { Handover: '4' })

  expect(form.about).toBe(`${all.pair.id}:middle`)
  expect(await kept(all)).toEqual({
    start: [{ skill: 'Handover', rating: 2 }],
    middle: [{ skill: 'Handover', rating: 4 }],
  })
})

test('weeks later, while nothing else is due, the start can be looked at and not changed', async () => {
  const all = await two(['Handover'])
  await rate(all, 'start', { Handover: '2' })
  hospital.at({ days: 21 })

  const form = await formAt(all.mentee, 'skills.rate', `${all.pair.id}:start`)
  const closed = await rate(all, 'start', { Handover: '5' })

  expect(JSON.stringify(form)).toContain('●●○○○ 2 at the start')
  expect(form.parts.some(({ kind }) => kind === 'field')).toBe(false)
  expect(wordsIn(closed)).toContain('That rating is closed')
  expect(await kept(all)).toEqual({ start: [{ skill: 'Handover', rating: 2 }] })
})

test('in a short pair whoever has just rated is not asked again within days', async () => {
  const all = await two(['Handover'], { ends_on: '2027-01-29' })
  hospital.at('2027-01-19T10:00:00Z')
  await rate(all, 'start', { Handover: '2' })
  hospital.at('2027-01-22T10:00:00Z')

  await ask(all, 'end')
  const form = await formAt(all.mentee, 'skills.rate', `${all.pair.id}:end`)

  expect(await sent()).toEqual([])
  expect(form.about).toBe(`${all.pair.id}:start`)
})
