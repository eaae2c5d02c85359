import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Acting, Hospital } from '../../../../src/catalogue/hospital.ts'
import type { Outcome } from '../../../../src/core/message/intent.ts'
import type { Person } from '../../../../src/core/people/person.ts'
import { openHospital } from '../../../support/hospital.ts'
import { openStage, pressOf, type Stage, words } from './stage.ts'

let hospital: Hospital
let stage: Stage
let her: Acting
let his: Acting
let bea: Person
let dee: Person
let ana: Person
let bo: Person

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:30:00Z')
})
afterAll(() => hospital.close())

beforeEach(async () => {
  hospital.at('2027-01-04T10:30:00Z')
  stage = await openStage(hospital)
  her = hospital.as(stage.carla)
  his = hospital.as(stage.tom)
  bea = await stage.join('mentor', 'Bea Fox', { skills_offered: ['wound care'] })
  await stage.join('mentor', 'Cyrus Dale', { skills_offered: ['audit'] })
  dee = await stage.join('mentor', 'Dee Munro', { capacity: 2 })
  ana = await stage.join('mentee', 'Ana Bell', { skills_sought: ['wound care'] })
  bo = await stage.join('mentee', 'Bo Ray', { skills_sought: ['audit'] })
  await stage.propose()
  hospital.at({ minutes: 12 })
})

function open(by: Acting, mentee: Person): Promise<Outcome> {
  return by.press('match.row', `${stage.programId}:${mentee.id}`)
}

async function moveForm(by: Acting, mentee: Person) {
  const form = await by.press(...pressOf(await open(by, mentee), 'Move to…'))
  if (form.kind !== 'form') throw new Error('no form')
  return form.form
}

test('a press on an older row does nothing, says who changed what and when, and shows the row of now', async () => {
  const seen = await open(her, ana)
  await his.press(...pressOf(await open(his, ana), 'Lock'))

  const late = await her.press(...pressOf(seen, 'Take out'))

  expect(words(late)).toContain('Nothing was done')
  expect(words(late)).toContain('Tom Okafor locked Ana Bell and Bea Fox at 10:42.')
  expect(words(late)).toContain('Unlock')
  expect(await stage.rowOf(ana)).toMatchObject({ mentorId: bea.id, standing: 'locked' })
})

test('a change on another day is told with its day', async () => {
  const seen = await open(her, ana)
  await his.press(...pressOf(await open(his, ana), 'Lock'))
  hospital.at({ days: 1 })

  const late = await her.press(...pressOf(seen, 'Lock'))

  expect(words(late)).toContain('locked Ana Bell and Bea Fox on Mon 4 January at 10:42.')
})

test('the row of another mentee may change meanwhile', async () => {
  const seen = await open(her, ana)
  await his.press(...pressOf(await open(his, bo), 'Lock'))

  const locked = await her.press(...pressOf(seen, 'Lock'))

  expect(words(locked)).toContain('no run changes Ana Bell')
})

test('a move on an older row changes nothing and keeps what was typed, with who did what', async () => {
  const form = await moveForm(her, ana)
  await his.press(...pressOf(await open(his, ana), 'Take out'))

  const late = await her.submit(form.verb, form.about, { typed: 'Dee Munro' })

  expect(late.kind).toBe('errors')
  expect(words(late)).toContain('Tom Okafor took Ana Bell out at 10:42.')
  expect(words(late)).toContain('It is Ana Bell now.')
  expect(words(late)).toContain('Dee Munro')
  expect(await stage.rowOf(ana)).toMatchObject({ mentorId: undefined, standing: 'set-aside' })
})

test('a swap is not made where the other row changed since the form was opened', async () => {
  const form = await her.press(...pressOf(await open(her, ana), 'Swap with…'))
  if (form.kind !== 'form') throw new Error('no form')
  const theirs = await moveForm(his, bo)
  await his.submit(theirs.verb, theirs.about, { choice: dee.id })

  const late = await her.submit(form.form.verb, form.form.about, { typed: 'Bo Ray' })

  expect(words(late)).toContain('Tom Okafor moved Bo Ray from Cyrus Dale to Dee Munro at 10:42.')
  expect((await stage.rowOf(ana))?.mentorId).toBe(bea.id)
})

test('who published a row is said to whoever still has it open', async () => {
  const seen = await open(her, ana)
  const asked = await his.press(...pressOf(await open(his, ana), 'Publish this pair'))
  await his.press(...pressOf(asked, 'Yes, publish'))

  const late = await her.press(...pressOf(seen, 'Lock'))

  expect(words(late)).toContain('Tom Okafor published')
  expect(words(late)).toContain('not in the draft any more')
})

test('a form about a row that was published meanwhile gives back what was written, and no ids', async () => {
  const form = await moveForm(her, ana)
  const asked = await his.press(...pressOf(await open(his, ana), 'Publish this pair'))
  await his.press(...pressOf(asked, 'Yes, publish'))

  const typed = await her.submit(form.verb, form.about, { typed: 'Dee Munro' })
  const chosen = await her.submit(form.verb, form.about, { choice: dee.id })

  expect(words(typed)).toContain('not in the draft any more')
  expect(words(typed)).toContain('Dee Munro')
  expect(words(chosen)).not.toContain(dee.id)
})

test('publishing all is not done on an older look: what changed, and the menu of now', async () => {
  const asked = await her.press(...pressOf(await her.command('admin match'), 'Publish all'))
  await his.press(...pressOf(await open(his, ana), 'Lock'))

  const late = await her.press(...pressOf(asked, 'Yes, publish'))

  expect(words(late)).toContain('Tom Okafor locked Ana Bell and Bea Fox at 10:42.')
  expect(words(late)).toContain('1 locked')
  expect(await hospital.within(({ tx }) => tx.offer.count({ where: { programId: stage.programId } }))).toBe(0)
})

test('throwing away and proposing again are not done on an older look either; one’s own changes are known', async () => {
  const menu = await her.command('admin match')
  await her.press(...pressOf(await open(her, bo), 'Lock'))
  const own = await her.press(...pressOf(menu, 'Throw away'))
  await his.press(...pressOf(await open(his, ana), 'Lock'))

  const discard = await her.press(...pressOf(menu, 'Throw away'))
  const really = await her.press(...pressOf(own, 'Yes, throw away'))
  const propose = await her.press(...pressOf(menu, 'Propose again'))

  expect(words(own)).toContain('Throw the draft of Career mentoring away')
  for (const late of [discard, really, propose]) expect(words(late)).toContain('Tom Okafor locked Ana Bell')
  expect((await stage.draft()).rows).toHaveLength(2)
  expect(await hospital.within(({ tx }) => tx.matchRun.count({ where: { state: 'waiting' } }))).toBe(0)
})

test('a draft that was thrown away and made anew is another: nothing is done by an old press', async () => {
  const seen = await open(her, ana)
  const menu = await her.command('admin match')
  const asked = await his.press(...pressOf(await his.command('admin match'), 'Throw away'))
  const gone = await his.press(...pressOf(asked, 'Yes, throw away'))
  const without = await her.press(...pressOf(seen, 'Lock'))
  await stage.propose()

  const late = await her.press(...pressOf(seen, 'Lock'))
  const publish = await her.press(...pressOf(menu, 'Publish all'))

  expect(words(gone)).toContain('The draft is gone')
  expect(words(without)).toContain('There is no draft to review')
  expect(words(late)).toContain('That was another draft')
  expect(words(publish)).toContain('That was another draft')
  expect(await stage.rowOf(ana)).toMatchObject({ standing: 'open' })
})

test('of two who press at the same moment one is first, and the other is told', async () => {
  const [mine, theirs] = [await open(her, ana), await open(his, ana)]

  const answers = await Promise.all([
    her.press(...pressOf(mine, 'Lock')),
    his.press(...pressOf(theirs, 'Take out')),
  ])

  const told = answers.map(words).filter((text) => text.includes('Nothing was done'))
  expect(told).toHaveLength(1)
  expect((await stage.draft()).version).toBe(3)
})

test('the same press delivered twice is done once', async () => {
  const seen = await open(her, ana)
  const [verb, about] = pressOf(seen, 'Lock')

  await her.press(verb, about, { key: `twice-${stage.programId}` })
  const again = await her.press(verb, about, { key: `twice-${stage.programId}` })
  const old = await her.press(verb, about)

  expect(again.kind).toBe('silence')
  expect(words(old)).toContain('Carla Jones locked Ana Bell and Bea Fox at 10:42.')
  expect((await stage.draft()).version).toBe(3)
})

test('what changed names nobody to whom the reader is too close', async () => {
  await hospital.within(({ tx }) =>
    tx.person.update({ where: { id: bea.id }, data: { managerEmail: stage.carla.email } }),
  )
  const menu = await her.command('admin match')
  const form = await moveForm(his, ana)
  await his.submit(form.verb, form.about, { typed: dee.email })

  const late = await her.press(...pressOf(menu, 'Publish all'))

  expect(words(late)).toContain('Tom Okafor changed what the draft has for Ana Bell at 10:42.')
  expect(words(late)).not.toContain('Bea')
})
