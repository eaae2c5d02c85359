import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Acting, Hospital } from '../../../../src/catalogue/hospital.ts'
import type { Outcome } from '../../../../src/core/message/intent.ts'
import type { Person } from '../../../../src/core/people/person.ts'
import { openHospital } from '../../../support/hospital.ts'
import { buttonsIn, openStage, pressOf, type Stage, words } from './stage.ts'

let hospital: Hospital
let stage: Stage
let as: Acting

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:30:00Z')
})
afterAll(() => hospital.close())

/** So many mentees, one place fewer, all alike. */
async function open(mentees: number, settings = {}): Promise<Person[]> {
  stage = await openStage(hospital, settings)
  as = hospital.as(stage.carla)
  await stage.join('mentor', 'Bea Fox', { capacity: mentees - 1 })
  const people: Person[] = []
  for (let number = 1; number <= mentees; number += 1) {
    people.push(await stage.join('mentee', `Mentee ${String(number).padStart(2, '0')}`))
  }
  await stage.propose()
  return people
}

beforeEach(() => hospital.at('2027-01-04T10:30:00Z'))

async function publishAll(): Promise<{ asked: Outcome; done: Outcome }> {
  const asked = await as.press(...pressOf(await as.command('admin match'), 'Publish all'))
  return { asked, done: await as.press(...pressOf(asked, 'Yes, publish')) }
}

function offers(): Promise<number> {
  return hospital.within(({ tx }) => tx.offer.count({ where: { programId: stage.programId, state: 'open' } }))
}

test('publishing all asks once more with what will happen, and then asks the mentors', async () => {
  await open(3)

  const { asked, done } = await publishAll()

  expect(words(asked)).toContain('Publish 2 pairs in Career mentoring?')
  expect(words(asked)).toContain('1 mentor will be asked by message and has 5 days to answer')
  expect(words(asked)).toContain('Nobody has been told anything yet')
  expect(words(asked)).toContain('1 mentee stays in the draft without a mentor')
  expect(words(asked)).toContain('every week')
  expect(words(done)).toContain('2 offers are on the way')
  expect(await offers()).toBe(2)
  expect((await stage.draft()).rows).toHaveLength(1)
})

test('published once, an old press publishes nothing again', async () => {
  await open(2)
  const menu = await as.command('admin match')
  const { asked } = await publishAll()

  const again = await as.press(...pressOf(asked, 'Yes, publish'))
  const first = await as.press(...pressOf(menu, 'Publish all'))

  expect(words(again)).toContain('Carla Jones published')
  expect(words(first)).toContain('There is nothing to publish')
  expect(await offers()).toBe(1)
})

test('where nobody is asked the pairs begin at once, and the question says so', async () => {
  await open(2, { match: { offers: 'none' } })

  const { asked, done } = await publishAll()

  expect(words(asked)).toContain('The pair begins at once')
  expect(words(done)).toContain('1 pair begins')
  expect(await offers()).toBe(0)
})

test('a single pair is published from its row', async () => {
  await open(3)
  const first = await paired()
  const row = await as.press('match.row', `${stage.programId}:${first}`)

  const asked = await as.press(...pressOf(row, 'Publish this pair'))
  await as.press(...pressOf(asked, 'Yes, publish'))

  expect(words(asked)).toMatch(/Publish Mentee 0\d and Bea Fox in Career mentoring\?/)
  expect(await offers()).toBe(1)
  expect((await stage.draft()).rows.map(({ menteeId }) => menteeId)).not.toContain(first)
})

test('the rows of a page are published together, and the rest stays', async () => {
  await open(9)
  const page = await as.command('admin review')

  const asked = await as.press(...pressOf(page, 'Publish this page'))
  await as.press(...pressOf(asked, 'Yes, publish'))

  expect(words(asked)).toContain('Publish 6 pairs')
  expect(await offers()).toBe(6)
  expect((await stage.draft()).rows).toHaveLength(3)
})

test('what is locked is published by itself', async () => {
  await open(4)
  const first = await paired()
  const row = await as.press('match.row', `${stage.programId}:${first}`)
  await as.press(...pressOf(row, 'Lock'))
  const locked = await as.press(...pressOf(await as.command('admin review'), 'Locked (1)'))

  const asked = await as.press(...pressOf(locked, 'Publish what is locked'))
  await as.press(...pressOf(asked, 'Yes, publish'))

  expect(await offers()).toBe(1)
  expect((await stage.draft()).rows.map(({ menteeId }) => menteeId)).not.toContain(first)
})

test('pairs that a coordinator may not see are published with all, and with nothing less', async () => {
  await open(2)
  const own = await hospital.person({ name: 'Ola Reed', managerEmail: stage.carla.email })
  await hospital.enroll(stage.programId, own, { role: 'mentor' })
  await stage.propose()
  const hidden = (await stage.draft()).rows.find(({ mentorId }) => mentorId === own.id)

  const forged = await as.press(
    'match.publish',
    `${stage.programId}:${await stamp()}:some:${hidden?.menteeId}`,
  )
  const { asked } = await publishAll()

  expect(words(forged)).toContain('There is nothing to publish there')
  expect(words(asked)).toContain('1 of them is not shown to you')
  expect(words(asked)).not.toContain('Ola Reed')
  expect(await offers()).toBe(2)
})

test('ids of nobody, or of another program’s draft, publish nothing', async () => {
  const [first] = await open(2)
  const foreign = { programId: stage.programId, stamp: await stamp() }
  await open(2)

  const nobody = await as.press('match.publish-some', `${stage.programId}:${await stamp()}:some:nobody`)
  const theirs = await as.press('match.publish-some', `${foreign.programId}:${foreign.stamp}:all`)
  const mixed = await as.press('match.publish-some', `${stage.programId}:${await stamp()}:some:${first?.id}`)
  const bare = await as.press('match.publish-some', stage.programId)

  expect(words(nobody)).toMatch(/nothing to publish|It has changed|changed/)
  expect(words(theirs)).toContain('Only the coordinators')
  expect(words(mixed)).toMatch(/nothing to publish|changed/)
  expect(words(bare)).toContain('another draft')
  expect(await offers()).toBe(0)
})

test('after publishing the menu shows the open offers and until when they stand', async () => {
  await open(2)
  await publishAll()

  const menu = await as.command('admin match')

  expect(words(menu)).toMatch(/1, the last until \w{3} \d+ January at/)
  expect(buttonsIn(menu).map(({ label }) => label)).toContain('Open offers')
})

/** Somebody who was proposed a mentor. */
async function paired(): Promise<string> {
  const row = (await stage.draft()).rows.find(({ mentorId }) => mentorId !== undefined)
  if (!row) throw new Error('nobody has a mentor')
  return row.menteeId
}

async function stamp(): Promise<string> {
  const { id, version } = await stage.draft()
  return `${id}.${version}`
}
