import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Acting, Hospital } from '../../../../src/catalogue/hospital.ts'
import type { Outcome } from '../../../../src/core/message/intent.ts'
import type { Person } from '../../../../src/core/people/person.ts'
import { rejectionsIn } from '../../../../src/store/rejections.ts'
import { openHospital } from '../../../support/hospital.ts'
import { buttonsIn, openStage, pressOf, type Stage, words } from './stage.ts'

let hospital: Hospital
let stage: Stage
let as: Acting
let bea: Person
let cyrus: Person
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
  bea = await stage.join('mentor', 'Bea Fox', { profession: 'nurse', skills_offered: ['wound care'] })
  cyrus = await stage.join('mentor', 'Cyrus Dale', { profession: 'nurse', skills_offered: ['audit'] })
  dee = await stage.join('mentor', 'Dee Munro', { profession: 'nurse', capacity: 2 })
  ana = await stage.join('mentee', 'Ana Bell', { profession: 'nurse', skills_sought: ['wound care'] })
  bo = await stage.join('mentee', 'Bo Ray', { profession: 'nurse', skills_sought: ['audit'] })
  await stage.propose()
})

function open(mentee: Person): Promise<Outcome> {
  return as.press('match.row', `${stage.programId}:${mentee.id}`)
}

/** Opens the form behind a button of a row and sends it in. */
async function fillIn(mentee: Person, label: string, values: Record<string, string>): Promise<Outcome> {
  const form = await as.press(...pressOf(await open(mentee), label))
  if (form.kind !== 'form') throw new Error(`no form: ${JSON.stringify(form)}`)
  return as.submit(form.form.verb, form.form.about, values)
}

test('a locked pair outlasts the next run; unlocked it is the run’s again', async () => {
  const row = await open(ana)

  const locked = await as.press(...pressOf(row, 'Lock'))
  await stage.propose()
  const kept = await stage.rowOf(ana)
  const unlocked = await as.press(...pressOf(await open(ana), 'Unlock'))

  expect(words(locked)).toContain('no run changes Ana Bell and Bea Fox')
  expect(kept).toMatchObject({ mentorId: bea.id, standing: 'locked' })
  expect(words(unlocked)).toContain('the next run may change this pair')
  expect(await stage.rowOf(ana)).toMatchObject({ mentorId: bea.id, standing: 'open' })
})

test('who is taken out gets nobody in the next run either, until somebody looks for them again', async () => {
  const out = await as.press(...pressOf(await open(ana), 'Take out'))
  await stage.propose()
  const still = await stage.rowOf(ana)
  await as.press(...pressOf(await open(ana), 'Look for somebody'))
  await stage.propose()

  expect(words(out)).toContain('Ana Bell gets nobody this time')
  expect(words(out)).toContain('told every week')
  expect(still).toMatchObject({ mentorId: undefined, standing: 'set-aside' })
  expect(await stage.rowOf(ana)).toMatchObject({ mentorId: bea.id, standing: 'open' })
})

test('rejecting for good asks once more; then no run proposes the two again', async () => {
  const asked = await as.press(...pressOf(await open(ana), 'Reject for good'))
  const before = await hospital.within((scope) => rejectionsIn(scope, stage.programId))
  const done = await as.press(...pressOf(asked, 'Reject for good'))
  await stage.propose()

  expect(words(asked)).toContain('Never propose Ana Bell and Bea Fox to one another again')
  expect(before).toEqual([])
  expect(words(done)).toContain('not proposed to one another again')
  expect((await stage.rowOf(ana))?.mentorId).toBe(dee.id)
})

test('moving stores the pair as locked, with the score and the reasons of the new pair', async () => {
  const before = await stage.rowOf(ana)

  const moved = await fillIn(ana, 'Move to…', { choice: dee.id })

  const row = await stage.rowOf(ana)
  expect(words(moved)).toContain('Ana Bell is with Dee Munro now, and locked')
  expect(row).toMatchObject({ mentorId: dee.id, standing: 'locked' })
  expect(row?.score).toBeLessThan(before?.score ?? 0)
  expect(row?.reasons.join()).not.toContain('wound care')
})

test('the form of a move offers the likeliest mentors with their score and places', async () => {
  const form = await as.press(...pressOf(await open(ana), 'Move to…'))

  expect(words(form)).toMatch(/Dee Munro · [\d,]+ · 2 left/)
  expect(words(form)).toMatch(/Cyrus Dale · [\d,]+ · full/)
  expect(words(form)).not.toContain('Bea Fox ·')
})

test.each([
  ['nothing at all', {}, 'choose one, or write a name'],
  [
    'a name that nobody has',
    { typed: 'Zed' },
    'Nobody among the mentors of Career mentoring is called “Zed”',
  ],
  ['a name slightly wrong', { typed: 'Dee Monro' }, 'Did you mean Dee Munro?'],
  ['the mentor they have', { typed: 'bea fox' }, 'Ana Bell is with Bea Fox already'],
  ['a mentee', { typed: 'Bo Ray' }, 'Nobody among the mentors'],
])('a move to %s is refused with one sentence, and nothing is changed', async (_, values, sentence) => {
  const before = await stage.draft()

  const refused = await fillIn(ana, 'Move to…', values)

  expect(refused.kind).toBe('errors')
  expect(words(refused)).toContain(sentence)
  expect(await stage.draft()).toEqual(before)
})

test('choosing and writing at once is refused, as is an id that was not offered', async () => {
  const both = await fillIn(ana, 'Move to…', { choice: dee.id, typed: 'Cyrus Dale' })
  const forged = await fillIn(ana, 'Move to…', { choice: bo.id })

  expect(words(both)).toContain('either choose one or write a name')
  expect(words(forged)).toContain('choose one of the options')
  expect((await stage.rowOf(ana))?.mentorId).toBe(bea.id)
})

test('a hard rule is not broken by hand either: the sentence names it', async () => {
  const midwife = await stage.join('mentor', 'Mia Stone', { profession: 'midwife', capacity: 3 })

  const refused = await fillIn(ana, 'Move to…', { typed: midwife.email })

  expect(words(refused)).toContain('Mia Stone and Ana Bell are not known to have the same profession')
  expect((await stage.rowOf(ana))?.mentorId).toBe(bea.id)
})

test('a full mentor: who has the place, and a swap by one press', async () => {
  const full = await fillIn(ana, 'Move to…', { typed: 'Cyrus Dale' })
  const swapped = await as.press(...pressOf(full, 'Swap with Bo Ray'))

  expect(words(full)).toContain('Cyrus Dale has no place left: the draft gives them Bo Ray')
  expect(words(swapped)).toContain('Ana Bell is with Cyrus Dale now, and Bo Ray with Bea Fox')
  expect(await stage.rowOf(ana)).toMatchObject({ mentorId: cyrus.id, standing: 'locked' })
  expect(await stage.rowOf(bo)).toMatchObject({ mentorId: bea.id, standing: 'locked' })
})

test('a mentor who takes nobody any more is full, and there is nothing to swap', async () => {
  const none = await stage.join('mentor', 'Noa Hill', { profession: 'nurse', capacity: 0 })

  const refused = await fillIn(ana, 'Move to…', { typed: none.email })

  expect(refused.kind).toBe('errors')
  expect(words(refused)).toContain('Noa Hill is not free this time')
})

test('two mentees swap their mentors, both ways checked and both locked', async () => {
  const form = await as.press(...pressOf(await open(ana), 'Swap with…'))
  const swapped = await fillIn(ana, 'Swap with…', { choice: bo.id })

  expect(words(form)).toMatch(/Bo Ray · [\d,]+ less in sum/)
  expect(words(swapped)).toContain('Swapped')
  expect((await stage.rowOf(ana))?.mentorId).toBe(cyrus.id)
  expect((await stage.rowOf(bo))?.mentorId).toBe(bea.id)
})

test('a swap does not touch a pair that is locked', async () => {
  await as.press(...pressOf(await open(bo), 'Lock'))

  const refused = await fillIn(ana, 'Swap with…', { typed: 'Bo Ray' })
  const full = await fillIn(ana, 'Move to…', { typed: 'Cyrus Dale' })

  expect(words(refused)).toContain('Bo Ray and Cyrus Dale are locked. Unlock them first.')
  expect(words(full)).toContain('Bo Ray (locked)')
  expect(buttonsIn(full).map(({ label }) => label)).toEqual(['Back to the pair'])
  expect((await stage.rowOf(ana))?.mentorId).toBe(bea.id)
})

test('who has nobody can be given a mentor, or somebody else’s', async () => {
  await as.press(...pressOf(await open(ana), 'Take out'))
  const given = await fillIn(ana, 'Give a mentor…', { choice: bea.id })
  await as.press(...pressOf(await open(ana), 'Take out'))
  const swapped = await fillIn(ana, 'Swap with…', { typed: 'Bo Ray' })

  expect(words(given)).toContain('Ana Bell is with Bea Fox now')
  expect(words(swapped)).toContain('Ana Bell is with Cyrus Dale now, Bo Ray has nobody')
  expect(await stage.rowOf(bo)).toMatchObject({ mentorId: undefined, standing: 'open' })
})

test('two mentors are compared part by part, and a pair with another pair', async () => {
  const mentors = await fillIn(ana, 'Compare with…', { choice: dee.id })
  const pairs = await fillIn(ana, 'Compare with…', { typed: 'Bo Ray' })

  expect(words(mentors)).toContain('Ana Bell ← Bea Fox')
  expect(words(mentors)).toContain('Ana Bell ← Dee Munro')
  expect(words(mentors)).toMatch(/Skills sought\n[\d,]+ · 0/)
  expect(words(pairs)).toContain('Bo Ray ← Cyrus Dale')
})

test('why not somebody: the rule that forbids it, or what it would cost', async () => {
  const midwife = await stage.join('mentor', 'Mia Stone', { profession: 'midwife', capacity: 3 })

  const forbidden = await fillIn(ana, 'Why not…?', { typed: midwife.email })
  const dearer = await fillIn(ana, 'Why not…?', { choice: cyrus.id })

  expect(words(forbidden)).toContain('Why does Ana Bell not get Mia Stone?')
  expect(words(forbidden)).toContain('same profession')
  expect(words(dearer)).toContain('Cyrus Dale')
})

test('nobody becomes the mentor of a pair that its coordinator would have to decide about', async () => {
  const own = await hospital.person({ name: 'Mo Kerr', managerEmail: stage.carla.email })
  await hospital.enroll(stage.programId, own, { role: 'mentor' })
  await hospital.within(({ tx }) =>
    tx.person.update({ where: { id: own.id }, data: { profile: { profession: 'nurse' } } }),
  )

  const form = await as.press(...pressOf(await open(ana), 'Move to…'))
  const refused = await fillIn(ana, 'Move to…', { typed: 'Mo Kerr' })

  expect(words(form)).not.toContain('Mo Kerr')
  expect(words(refused)).toContain('another coordinator has to do that')
  expect((await stage.rowOf(ana))?.mentorId).toBe(bea.id)
})

test('every change is noted with who made it and whom it concerns, by ids', async () => {
  await as.press(...pressOf(await open(ana), 'Lock'))

  const [noted] = await hospital.within(({ tx }) =>
    tx.auditEntry.findMany({ where: { action: 'match.lock', subject: stage.programId } }),
  )
  expect(noted).toMatchObject({
    actor: stage.carla.id,
    subject: stage.programId,
    details: { rows: [ana.id] },
  })
})
