import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Hospital } from '../../../../src/catalogue/hospital.ts'
import { openHospital } from '../../../support/hospital.ts'
import { buttonsIn, openStage, pressOf, type Stage, words } from './stage.ts'

let hospital: Hospital
let stage: Stage

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:30:00Z')
})
afterAll(() => hospital.close())

beforeEach(async () => {
  stage = await openStage(hospital)
})

const nurse = { profession: 'nurse', sites: ['North'] }

/** Two mentors with a place each, three mentees: one is left over. */
async function fill() {
  const bea = await stage.join('mentor', 'Bea Fox', { ...nurse, grade: 7, skills_offered: ['wound care'] })
  const cyrus = await stage.join('mentor', 'Cyrus Dale', { ...nurse, skills_offered: ['audit'] })
  const ana = await stage.join('mentee', 'Ana Bell', { ...nurse, grade: 5, skills_sought: ['wound care'] })
  const bo = await stage.join('mentee', 'Bo Ray', { profession: 'nurse', skills_sought: ['audit'] })
  const lee = await stage.join('mentee', 'Lee Moss')
  return { bea, cyrus, ana, bo, lee }
}

test('whoever coordinates nothing is told so, and shown nothing', async () => {
  const { ana, bea } = await fill()
  await stage.propose()
  const as = hospital.as(ana)

  const answers = [
    await as.command('admin match'),
    await as.command('admin review'),
    await as.press('match.menu', stage.programId),
    await as.press('match.review', stage.programId),
    await as.press('match.row', `${stage.programId}:${ana.id}`),
    await as.press('match.publish', `${stage.programId}:none:all`),
  ]

  for (const answer of answers) {
    expect(words(answer)).toMatch(/coordinator/)
    expect(words(answer)).not.toContain(bea.name)
  }
})

test('before anything was proposed the menu says who waits, and offers to propose', async () => {
  await fill()
  const { programId } = stage
  await hospital.enroll(programId, await hospital.person(), { state: 'invited' })
  await hospital.enroll(programId, await hospital.person(), { state: 'paused' })

  const menu = await hospital.as(stage.carla).command('admin match')

  expect(words(menu)).toContain('3 mentees')
  expect(words(menu)).toContain('2 mentors, 2 places')
  expect(words(menu)).toContain('1 invited, not joined yet, 1 on a break')
  expect(words(menu)).toContain('nobody hears of it before you publish')
  expect(buttonsIn(menu).map(({ label }) => label)).toEqual(['Propose pairs', 'Refresh'])
})

test('with a draft the menu says what is in it, why somebody is left over, and what was proved', async () => {
  await fill()
  await stage.propose()

  const menu = await hospital.as(stage.carla).command('admin match')

  expect(words(menu)).toContain('2 pairs, 1 left over, proposed Mon 4 January at 10:30')
  expect(words(menu)).toContain(
    '1 left over: none of the 2 mentors they may have is free: 3 mentees for 2 places',
  )
  expect(words(menu)).toMatch(/The worst-off pair scores [\d,]+ of 10,000/)
  expect(words(menu)).toContain('no other choice gives more people a mentor')
  expect(buttonsIn(menu).map(({ label }) => label)).toEqual([
    'Review',
    'Propose again',
    'Publish all',
    'Throw away',
    'Refresh',
  ])
})

test('a run under way shows how far it is and can be cancelled, once', async () => {
  await fill()
  const as = hospital.as(stage.carla)
  const menu = await as.command('admin match')

  const asked = await as.press(...pressOf(menu, 'Propose pairs'))
  const again = await as.press(...pressOf(menu, 'Propose pairs'))
  const cancelled = await as.press(...pressOf(asked, 'Cancel'))
  const tooLate = await as.press(...pressOf(asked, 'Cancel'))

  expect(words(asked)).toContain('I am looking for the best pairs')
  expect(words(asked)).toContain('0%')
  expect(words(again)).toContain('You asked for these pairs already')
  expect(words(cancelled)).toContain('I have stopped looking')
  expect(buttonsIn(cancelled).map(({ label }) => label)).toContain('Propose pairs')
  expect(words(tooLate)).toContain('That run is over already')
})

test('a page has the least sure pair first, with its reasons, and those left over in a list of their own', async () => {
  await fill()
  await stage.propose()
  const as = hospital.as(stage.carla)

  const page = await as.command('admin review')
  const left = await as.press(...pressOf(page, 'Left over (1)'))

  const rows = words(page).match(/.+ ← .+/g)
  expect(rows).toEqual(['Bo Ray ← Cyrus Dale', 'Ana Bell ← Bea Fox'])
  expect(words(page)).toContain('offers wound care, which they seek')
  expect(words(left)).toContain('Lee Moss')
  expect(words(left)).toContain('is free')
  expect(words(left)).not.toContain('Ana Bell')
})

test('a row shows both side by side, the reasons, how contested the mentor is, and who else would fit', async () => {
  await fill()
  await stage.propose()
  const as = hospital.as(stage.carla)

  const row = await as.press(...pressOf(await as.command('admin review'), 'Open Ana Bell'))

  expect(words(row)).toContain('both nurse')
  expect(words(row)).toContain('Ana: 5 · Bea: 7')
  expect(words(row)).toMatch(/Cyrus Dale · [\d,]+ · full/)
  expect(words(row)).toContain('2 more mentees could have Bea Fox, who has no place left in this draft')
})

test('a name opens the row, or lists all that fit; a name that nobody has gets a suggestion', async () => {
  await fill()
  await stage.propose()
  const as = hospital.as(stage.carla)

  const one = await as.command('admin review lee')
  const byMentor = await as.command(`admin review ${stage.slug} Bea Fox`)
  const some = await as.command('admin review B')
  const nobody = await as.command('admin review Ana Bel!')

  expect(words(one)).toContain('Lee Moss has nobody')
  expect(words(byMentor)).toContain('Ana Bell ← Bea Fox')
  expect(words(some)).toContain('2 rows fit that name')
  expect(words(nobody)).toContain('Did you mean Ana Bell?')
})

test('whoever coordinates several programs chooses one, and may name it', async () => {
  await fill()
  await stage.propose()
  const { carla, slug } = stage
  const { program } = await hospital.program({ name: 'Second', coordinators: [carla.email] })
  const as = hospital.as(carla)

  const which = await as.command('admin match')
  const second = await as.press(...pressOf(which, 'Second'))
  const named = await as.command(`admin match ${slug}`)
  const onlyDraft = await as.command('admin review')
  const without = await as.command(`admin review ${program.slug}`)

  expect(words(which)).toContain('Matching in which program?')
  expect(words(second)).toContain('Matching: Second')
  expect(words(named)).toContain('2 pairs')
  expect(words(onlyDraft)).toContain('Ana Bell')
  expect(words(without)).toContain('There is no draft to review')
})

test('a program that is over is not asked about any more', async () => {
  await fill()
  await stage.propose()
  const { carla } = stage
  await hospital.program({
    name: 'Long ago',
    coordinators: [carla.email],
    starts_on: '2026-01-05',
    ends_on: '2026-12-18',
  })

  const shown = await hospital.as(carla).command('admin match')

  expect(words(shown)).toContain('Matching: ')
  expect(words(shown)).not.toContain('Long ago')
})

test('a pair in which the coordinator is, or of which they manage one, is another’s to look at', async () => {
  const { carla, tom, programId } = stage
  await fill()
  const mo = await hospital.person({ name: 'Mo Kerr', managerEmail: carla.email })
  await hospital.enroll(programId, mo, { role: 'mentor' })
  const ola = await stage.join('mentee', 'Ola Reed', { skills_sought: ['audit'] })
  await stage.propose()
  const mine = (await stage.draft()).rows.find(({ mentorId }) => mentorId === mo.id)
  if (!mine) throw new Error('nobody got Mo')
  const her = hospital.as(carla)

  const seen = {
    menu: await her.command('admin match'),
    page: await her.command('admin review'),
    row: await her.press('match.row', `${programId}:${mine.menteeId}`),
    locked: await her.press('match.lock', `${programId}:${mine.menteeId}:x`),
  }
  const found = await her.command('admin review Mo Kerr')
  const his = await hospital.as(tom).command('admin review Mo Kerr')

  for (const answer of Object.values(seen)) expect(words(answer)).not.toContain(mo.name)
  expect(words(seen.menu)).toContain('1 row is shown to another coordinator')
  expect(words(seen.page)).toContain('1 row is shown to another coordinator')
  expect(words(seen.row)).toContain('another coordinator has to look at it')
  expect(words(found)).toContain('Nobody in the draft is called')
  expect(words(his)).toContain('← Mo Kerr')
  expect((await stage.draft()).rows.filter(({ standing }) => standing === 'locked')).toEqual([])
  expect(ola).toBeDefined()
})

test('every look at people is noted, with ids only', async () => {
  const { ana, bea } = await fill()
  await stage.propose()
  const as = hospital.as(stage.carla)

  await as.press(...pressOf(await as.command('admin review'), 'Open Ana Bell'))

  const noted = await hospital.within(({ tx }) =>
    tx.auditEntry.findMany({
      where: { action: { in: ['match.review', 'match.row'] }, subject: stage.programId },
    }),
  )
  const looks = new Map(noted.map(({ action, details }) => [action, JSON.stringify(details)]))
  expect(looks.get('match.row')).toBe(JSON.stringify({ people: [ana.id, bea.id] }))
  expect(looks.get('match.review')).toContain(ana.id)
  expect(JSON.stringify(noted)).not.toContain('Ana')
})

test('ids that nobody has, and pages beyond the end, get a clear answer', async () => {
  await fill()
  await stage.propose()
  const { programId, carla } = stage
  const as = hospital.as(carla)

  const beyond = await as.press('match.review', `${programId}:pairs:600`)
  const odd = await as.press('match.review', `${programId}:nonsense:-1:x`)
  const nobody = await as.press('match.row', `${programId}:nobody`)
  const elsewhere = await as.press('match.menu', 'no-such-program')

  expect(words(beyond)).toContain('1 to 2 of 2')
  expect(words(odd)).toContain('1 to 2 of 2')
  expect(words(nobody)).toContain('not in the draft any more')
  expect(words(elsewhere)).toContain('Only the coordinators')
})

test('in a program of peers there is nothing to propose or review', async () => {
  const { carla } = stage
  const { id, program } = await hospital.program({ type: 'peer', coordinators: [carla.email] })
  const as = hospital.as(carla)

  const menu = await as.command(`admin match ${program.slug}`)
  const review = await as.command(`admin review ${program.slug}`)
  const pressed = await as.press('match.propose', id)

  expect(words(menu)).toMatch(/rounds/i)
  expect(words(pressed)).toMatch(/rounds/i)
  expect(words(review)).toMatch(/rounds/i)
})
