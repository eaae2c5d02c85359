import { afterAll, beforeAll, expect, test } from 'vitest'
import { importPeople } from '../../../src/app/program/import-people.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Form } from '../../../src/core/message/form.ts'
import type { Outcome } from '../../../src/core/message/intent.ts'
import { parseRosterRow } from '../../../src/core/people/roster.ts'
import { listedById } from '../../../src/store/roster.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
beforeAll(async () => {
  hospital = await openHospital()
})
afterAll(() => hospital.close())

const cellsOf = async (id: string) => (await hospital.within((scope) => listedById(scope, id)))?.cells

function formIn(outcome: Outcome): Form {
  if (outcome.kind !== 'form') throw new Error(`${outcome.kind} is no form`)
  return outcome.form
}

const namesIn = (form: Form) => form.parts.flatMap((part) => (part.kind === 'field' ? [part.field.name] : []))

test.each(['slack', 'teams'] as const)('a profile is changed in two short forms on %s', async (platform) => {
  const { id: programId } = await hospital.program()
  const person = await hospital.person({ platform, profile: { profession: 'nurse', aims: ['Lead a ward'] } })
  await hospital.enroll(programId, person, { role: 'both' })
  const acting = hospital.as(person)

  const work = formIn(await acting.press('profile.work'))
  const mentoring = formIn(await acting.press('profile.mentoring'))
  const card = await acting.submit('profile.save', mentoring.about, {
    aims: 'Lead a ward round\nTeach, and learn by it',
    skills_sought: 'triage; wound care',
    skills_offered: '',
    capacity: '2',
    contact_style: 'video',
  })

  expect(namesIn(work)).toEqual(['profession', 'grade', 'specialty', 'sites', 'registered_on', 'languages'])
  expect(namesIn(mentoring)).toEqual(['aims', 'skills_sought', 'skills_offered', 'capacity', 'contact_style'])
  expect(await cellsOf(person.id)).toMatchObject({
    profession: 'nurse',
    aims: ['Lead a ward round', 'Teach, and learn by it'],
    skills_sought: ['triage', 'wound care'],
    capacity: 2,
    contact_style: 'video',
  })
  expect(wordsIn(card)).toContain('triage · wound care')
})

test('a mentor alone is not asked for aims, nor a mentee for a capacity', async () => {
  const { id: programId } = await hospital.program()
  const [mentor, mentee] = [await hospital.person(), await hospital.person()]
  await hospital.enroll(programId, mentor, { role: 'mentor' })
  await hospital.enroll(programId, mentee)

  const forMentor = formIn(await hospital.as(mentor).press('profile.mentoring'))
  const forMentee = formIn(await hospital.as(mentee).press('profile.mentoring'))
  const forged = await hospital.as(mentee).submit('profile.save', 'capacity', { capacity: '20' })

  expect(namesIn(forMentor)).toEqual(['skills_offered', 'capacity', 'contact_style'])
  expect(namesIn(forMentee)).toEqual(['aims', 'skills_sought', 'contact_style'])
  expect(wordsIn(forged)).toContain('cannot find that part of your profile')
  expect(await cellsOf(mentee.id)).not.toHaveProperty('capacity')
})

test('a new staff list keeps what somebody set themselves, also what they emptied', async () => {
  const { id: programId } = await hospital.program()
  const person = await hospital.person({
    email: 'kept@example.org',
    profile: { specialty: 'surgery', grade: 5 },
  })
  const acting = hospital.as(person)
  const { about } = formIn(await acting.press('profile.work'))
  await acting.submit('profile.save', about, { profession: 'midwife', specialty: '', grade: '5' })

  const row = { name: 'Kept', role: 'mentee', profession: 'nurse', specialty: 'surgery', grade: '6' }
  const parsed = parseRosterRow({ line: 2, cells: { ...row, email: person.email } })
  const rows = 'row' in parsed ? [parsed.row] : []
  const report = await hospital.within((scope) =>
    importPeople(scope, { programId, rows, overwrite: false, actor: 'command line' }),
  )

  const cells = await cellsOf(person.id)
  expect(cells).toMatchObject({ profession: 'midwife', grade: 6 })
  expect(cells).not.toHaveProperty('specialty')
  expect(report.kept).toMatchObject([{ columns: ['profession', 'specialty'] }])
})

test.each([
  ['capacity', '21', 'up to 20'],
  ['registered_on', '2027-01-05', 'still to come'],
  ['registered_on', '1850-01-05', 'from 1940 on'],
  ['grade', 'senior', 'not a number'],
  ['languages', 'x'.repeat(121), 'at most 120'],
  ['sites', Array.from({ length: 51 }, (_, at) => `site ${at}`).join('\n'), 'at most 50'],
  ['profession', 'NHS number 943 476 5919', '943'],
])('%s cannot be %s', async (field, value, words) => {
  const { id: programId } = await hospital.program()
  const person = await hospital.person({ profile: { profession: 'nurse' } })
  await hospital.enroll(programId, person, { role: 'mentor' })

  const outcome = await hospital.as(person).submit('profile.save', field, { [field]: value })

  expect(outcome).toMatchObject({ kind: 'errors', errors: { [field]: expect.stringContaining(words) } })
  expect((await cellsOf(person.id))?.['profession']).toBe('nurse')
})

test('of two forms open at once each changes only what was changed in it', async () => {
  const person = await hospital.person({ profile: { profession: 'nurse', specialty: 'surgery', grade: 5 } })
  const acting = hospital.as(person)
  const [first, second] = [
    formIn(await acting.press('profile.work')),
    formIn(await acting.press('profile.work')),
  ]
  const unchanged = { profession: 'nurse', specialty: 'surgery', grade: '5' }

  await acting.submit('profile.save', first.about, { ...unchanged, specialty: 'oncology' })
  await acting.submit('profile.save', second.about, { ...unchanged, grade: '6' })

  expect(await cellsOf(person.id)).toMatchObject({ specialty: 'oncology', grade: 6 })
})

test('who joins an open program is led to what it still needs, and can go on a week later', async () => {
  const { id: programId } = await hospital.program({ name: 'Open doors', join: 'open' })
  const person = await hospital.person({ profile: { profession: 'nurse' } })
  const acting = hospital.as(person)

  const joined = await acting.submit('program.join-save', programId, { role: 'mentee' })
  hospital.at({ days: 7 })
  const overview = await acting.command('')
  const again = await acting.command('join')
  const { about } = formIn(await acting.press('profile.missing', 'aims,skills_sought'))
  await acting.submit('profile.save', about, { aims: 'Feel at home on the ward', skills_sought: 'handover' })
  const complete = await acting.command('')

  for (const shown of [joined, overview, again])
    expect(wordsIn(shown)).toContain('What would you like to get out of Open doors?')
  expect(wordsIn(complete)).not.toContain('get out of Open doors')
})

test('whoever is in no program yet sees a profile, too', async () => {
  const person = await hospital.person({ platform: 'teams' })

  const card = await hospital.as(person).command('profile')

  expect(wordsIn(card)).toContain('There is nothing in it yet.')
})
