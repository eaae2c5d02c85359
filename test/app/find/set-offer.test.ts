import { afterAll, beforeAll, expect, test } from 'vitest'
import { importPeople } from '../../../src/app/program/import-people.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Values } from '../../../src/core/message/form.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { parseRosterRow } from '../../../src/core/people/roster.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'
import { buttonsOf, mentorsOn, openProgram } from './scene.ts'

let hospital: Hospital

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
})
afterAll(() => hospital.close())

const usual = { capacity: '2', skills: 'wound care\ntriage', shows: ['skills'] }

async function mentorIn(given: Record<string, unknown> = {}) {
  const program = await openProgram(hospital, given)
  const mentor = await program.mentor('Amira Haddad', { skills_offered: ['audit'], specialty: 'Cardiology' })
  const [place] = await placesOf(mentor)
  if (!place) throw new Error('not enrolled')
  return {
    ...program,
    amira: mentor,
    enrollmentId: place.id,
    save: (values: Values) =>
      hospital.as(mentor).submit('find.offer-save', place.id, { ...usual, ...values }),
  }
}

function placesOf({ id: personId }: Person) {
  return hospital.within(({ tx }) => tx.enrollment.findMany({ where: { personId } }))
}

function rowOf({ id }: Person) {
  return hospital.within(({ tx }) => tx.person.findUniqueOrThrow({ where: { id } }))
}

test('the form shows what holds, and what is saved is what mentees see', async () => {
  const { amira, mentee, save } = await mentorIn()

  const form = await hospital.as(amira).command('offer')
  const outcome = await save({ shows: ['skills', 'specialty'] })
  const found = await hospital.as(mentee).command('find')

  expect(JSON.stringify(form)).toContain('"value":"1"')
  expect(wordsIn(form)).toContain('audit')
  expect(JSON.stringify(form)).toContain('"values":["skills"]')
  expect(wordsIn(outcome)).toMatch(
    /You take up to 2 mentees.*\n[\s\S]*Offers wound care and triage · Cardiology/,
  )
  expect(wordsIn(found)).toContain('2 places left')
  expect(wordsIn(found)).toContain('Offers wound care and triage, which you seek · Cardiology')
})

test('who shows nothing is not found, and reads that they can still be proposed', async () => {
  const { mentee, save } = await mentorIn()

  const outcome = await save({ shows: [] })

  expect(wordsIn(outcome)).toContain('do not find you by “find”. You can still be proposed')
  expect(mentorsOn(await hospital.as(mentee).command('find'))).toEqual([])
})

test('what was changed is the person’s own: an import leaves it and says so, and the rest stays the staff list’s', async () => {
  const { amira, save, id } = await mentorIn()
  await save({ skills: 'audit', capacity: '3' })

  const cells = { name: 'Amira Haddad', role: 'mentor', capacity: '7', skills_offered: ['teaching'] }
  const parsed = parseRosterRow({ line: 2, cells: { email: amira.email, ...cells } })
  if (!('row' in parsed)) throw new Error('not a row')
  const rows = [parsed.row]
  const imported = await hospital.within((scope) =>
    importPeople(scope, { programId: id, rows, overwrite: false, actor: 'command line' }),
  )

  const row = await rowOf(amira)
  expect(row.edited).toEqual(['capacity'])
  expect(row.profile).toMatchObject({ capacity: 3, skills_offered: ['teaching'] })
  expect(JSON.stringify(imported)).toContain('capacity')
})

test('nothing changed is nothing of one’s own, and no row of the audit', async () => {
  const { amira, save } = await mentorIn()

  await save({ capacity: '1', skills: ' audit ' })

  const audited = await hospital.within(({ tx }) => tx.auditEntry.findMany({ where: { actor: amira.id } }))
  expect((await rowOf(amira)).edited).toEqual([])
  expect(audited).toEqual([])
})

test('fewer places than pairs move nobody: the pairs stay, an open offer stands, and no more are added', async () => {
  const { amira, mentee, id, save } = await mentorIn()
  for (const name of ['Ben Cole', 'Cleo Dunn']) {
    await hospital.pair(id, amira, await hospital.person({ name }))
  }
  const at = new Date('2027-01-04T10:00:00Z')
  await hospital.within(({ tx, organizationId }) =>
    tx.offer.create({
      data: {
        id: `offer-${amira.id}`,
        organizationId,
        programId: id,
        mentorId: amira.id,
        menteeId: mentee.id,
        state: 'open',
        asked: 'mentor',
        reasons: [],
        score: 1,
        publishedBy: 'command line',
        offeredAt: at,
        expiresAt: at,
      },
    }),
  )

  const outcome = await save({ capacity: '0' })

  const pairs = await hospital.within(({ tx }) => tx.pair.findMany({ where: { mentorId: amira.id } }))
  expect(pairs.map(({ state }) => state)).toEqual(['active', 'active'])
  expect(wordsIn(outcome)).toContain(
    'You take no mentees for now. The 2 pairs that you have stay, and no more are added. What you have been asked already stands until it is answered.',
  )
  expect(wordsIn(await hospital.as(mentee).command('find'))).toContain('no place left at the moment')
})

test.each([
  ['capacity', '21', 'up to 20'],
  ['capacity', '-1', 'from 0 on'],
  ['capacity', '1.5', 'whole number'],
  ['capacity', 'two', 'not a number'],
  ['capacity', '', 'fill this in'],
  ['skills', 'x'.repeat(121), 'at most 120 characters'],
  ['skills', Array.from({ length: 51 }, (_, at) => `skill ${at}`).join('\n'), 'at most 50'],
  ['skills', 'NHS number 943 476 5919', 'patient'],
])('%s that cannot be is refused at the field, and nothing is stored', async (field, value, words) => {
  const { amira, save } = await mentorIn()

  const outcome = await save({ [field]: value })

  expect(outcome).toMatchObject({ kind: 'errors', errors: { [field]: expect.stringContaining(words) } })
  expect(await rowOf(amira)).toMatchObject({ edited: [], profile: { skills_offered: ['audit'] } })
})

test('skills come one a line or with commas, each once; one that holds a comma already stays whole', async () => {
  const { amira, save } = await mentorIn()
  await hospital.within(({ tx }) =>
    tx.person.update({ where: { id: amira.id }, data: { profile: { skills_offered: ['lines, central'] } } }),
  )

  await save({ skills: 'lines, central\ntriage, Wound care;  wound  care\n\n' })

  expect((await rowOf(amira)).profile).toMatchObject({
    skills_offered: ['lines, central', 'triage', 'wound care'],
  })
})

test('what is shown is chosen for each program by itself', async () => {
  const one = await mentorIn({ name: 'Career' })
  const two = await hospital.program({ name: 'Newcomers' })
  await hospital.enroll(two.id, one.amira, { role: 'both' })

  const asked = await hospital.as(one.amira).command('offer')
  await one.save({ shows: ['languages'] })

  expect(buttonsOf(asked).map(({ label }) => label)).toEqual(expect.arrayContaining(['Career', 'Newcomers']))
  const shows = new Map((await placesOf(one.amira)).map((place) => [place.programId, place.shows]))
  expect(shows.get(one.id)).toEqual(['languages'])
  expect(shows.get(two.id)).toEqual(['skills'])
})

test('somebody else’s enrollment takes nothing, and hands back what was typed', async () => {
  const { enrollmentId, mentee, amira } = await mentorIn()
  const other = await mentorIn()

  const byMentee = await hospital.as(mentee).submit('find.offer-save', enrollmentId, usual)
  const byMentor = await hospital.as(other.amira).submit('find.offer-save', enrollmentId, usual)

  expect(wordsIn(byMentee)).toContain('is for mentors')
  expect(wordsIn([byMentee, byMentor])).toContain('wound care')
  expect((await rowOf(amira)).edited).toEqual([])
  expect((await rowOf(other.amira)).edited).toEqual([])
})

test.each([
  [{ role: 'mentee', state: 'active' }, {}, 'is for mentors'],
  [{ role: 'mentor', state: 'invited' }, {}, 'as soon as you have joined'],
  [{ role: 'mentor', state: 'left' }, {}, 'is for mentors'],
  [{ role: 'both', state: 'active' }, { type: 'peer', cadence: undefined }, 'nothing to offer beforehand'],
] as const)('%o in a program %o offers nothing, and one sentence says why', async (how, given, words) => {
  const { id } = await hospital.program(given)
  const person = await hospital.person()
  await hospital.enroll(id, person, how)

  expect(wordsIn(await hospital.as(person).command('offer'))).toContain(words)
})
