import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'
import { buttonsOf, mentorsOn, openProgram } from './scene.ts'

let hospital: Hospital

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
})
afterAll(() => hospital.close())

describe('the mentors of one’s program', () => {
  test('those who offer most of what is sought come first, then by name, with places in words and never a score', async () => {
    const program = await openProgram(hospital)
    await program.mentor('Zoe Adams', { skills_offered: ['wound care', 'Triage'], capacity: 2 })
    await program.mentor('Ben Cole', { skills_offered: ['teaching'] })
    await program.mentor('Amira Haddad', { skills_offered: ['audit', 'wound care'], capacity: 0 })
    await program.mentor('Ada Brown')

    const outcome = await hospital.as(program.mentee).command('find')

    const words = wordsIn(outcome)
    expect(mentorsOn(outcome)).toEqual(['Zoe Adams', 'Amira Haddad', 'Ada Brown', 'Ben Cole'])
    expect(words).toContain('2 of these 4 mentors offer something that you seek')
    expect(words).toContain('2 places left')
    expect(words).toContain('no place left at the moment')
    expect(words).toContain('Offers wound care, which you seek · also offers audit')
    expect(words.replace(/[0-9a-f-]{36}/g, '')).not.toMatch(/score|points|\d{2}/i)
  })

  test('each shows what they chose to show; order and search know no more than that', async () => {
    const program = await openProgram(hospital)
    const profile = {
      skills_offered: ['wound care'],
      specialty: 'Cardiology',
      sites: ['North Wing'],
      languages: ['Polish'],
      registered_on: '2015-01-04',
    }
    await program.mentor('Amira Haddad', {})
    await program.mentor('Ben Cole', profile, ['languages', 'experience'])
    await program.mentor('Cleo Dunn', profile, [])
    await program.mentor('Dara Evans', profile, ['specialty', 'sites'])

    const all = await hospital.as(program.mentee).command('find')
    const bySkill = await hospital.as(program.mentee).command('find wound')
    const bySpecialty = await hospital.as(program.mentee).command('find cardió')

    expect(mentorsOn(all)).toEqual(['Amira Haddad', 'Ben Cole', 'Dara Evans'])
    expect(wordsIn(all)).toContain('speaks Polish · 12 years in the profession')
    expect(wordsIn(all)).toContain('Cardiology · North Wing')
    expect(wordsIn(all)).not.toContain('wound care')
    expect(wordsIn(bySkill)).toContain('I find nobody for “wound”')
    expect(mentorsOn(bySpecialty)).toEqual(['Dara Evans'])
  })

  test('nobody who is invited, takes a break or has left is there, and not oneself', async () => {
    const program = await openProgram(hospital)
    for (const state of ['invited', 'paused', 'left'] as const) {
      await hospital.enroll(program.id, await hospital.person({ name: state }), { role: 'mentor', state })
    }
    const both = await hospital.person({ name: 'Amira Haddad' })
    await hospital.enroll(program.id, both, { role: 'both' })
    await program.mentor('Ben Cole')

    expect(mentorsOn(await hospital.as(program.mentee).command('find'))).toEqual(['Amira Haddad', 'Ben Cole'])
    expect(mentorsOn(await hospital.as(both).command('find'))).toEqual(['Ben Cole'])
  })

  test('whom a rule or a list keeps away is not there, and nothing says so; whoever said no stays, so that it does not show', async () => {
    const program = await openProgram(hospital, { match: { require: ['same-profession'] } })
    const { mentee } = program
    await hospital.within(({ tx }) =>
      tx.person.update({
        where: { id: mentee.id },
        data: { profile: { profession: 'nurse' }, managerEmail: 'boss@example.org' },
      }),
    )
    await program.mentor('Amira Haddad', { profession: 'Nurse' })
    await program.mentor('Porter', { profession: 'porter' })
    const listed = await program.mentor('Listed', { profession: 'nurse', never_with: [mentee.email] })
    const saidNo = await program.mentor('Cora Said', { profession: 'nurse' })
    const boss = await hospital.person({
      name: 'Boss',
      email: 'boss@example.org',
      profile: { profession: 'nurse' },
    })
    await hospital.enroll(program.id, boss, { role: 'mentor' })
    await hospital.within(({ tx, organizationId }) =>
      tx.rejection.create({
        data: {
          organizationId,
          programId: program.id,
          menteeId: mentee.id,
          mentorId: saidNo.id,
          by: 'mentor',
          at: new Date(0),
        },
      }),
    )

    const outcome = await hospital.as(mentee).command('find')
    const byName = await hospital.as(mentee).command('find Listed')
    const byNobody = await hospital.as(mentee).command('find Nobody')
    const liked = await hospital.as(mentee).press('find.like', `${program.id}:${listed.id}`)
    const stranger = await hospital.as(mentee).press('find.like', `${program.id}:no-such-id`)

    expect(mentorsOn(outcome)).toEqual(['Amira Haddad', 'Cora Said'])
    expect(wordsIn(outcome)).not.toMatch(/rule|never|reject|exclud|manager|profession/i)
    expect(wordsIn(byName)).toBe(wordsIn(byNobody).replaceAll('Nobody”', 'Listed”'))
    expect(wordsIn(liked)).toBe(wordsIn(stranger))
    expect(await program.preferences()).toEqual([])
  })

  test('a long list has pages, also for a word with a colon, and a page beyond the end begins anew', async () => {
    const program = await openProgram(hospital)
    for (let number = 10; number < 23; number += 1) {
      await program.mentor(`Mentor ${number}`, { skills_offered: ['ward: night'] })
    }
    const as = hospital.as(program.mentee)

    const first = await as.command('find ward: night')
    const next = buttonsOf(first).find(({ label }) => label === 'Next')
    const second = await as.press('find.browse', next?.about)
    const third = await as.press(
      'find.browse',
      buttonsOf(second).find(({ label }) => label === 'Next')?.about,
    )
    const beyond = await as.press('find.browse', `${program.id}:600`)

    expect(mentorsOn(first)).toHaveLength(6)
    expect(buttonsOf(first).map(({ label }) => label)).not.toContain('Back')
    expect(second).toMatchObject({ replace: true })
    expect(mentorsOn(third)).toEqual(['Mentor 22'])
    expect(wordsIn(third)).toContain('13 to 13 of 13')
    expect(buttonsOf(third).map(({ label }) => label)).not.toContain('Next')
    expect(mentorsOn(beyond)[0]).toBe('Mentor 10')
  })
})

describe('where there is nothing to find, one sentence says why', () => {
  test('with a mentor already, who it is', async () => {
    const program = await openProgram(hospital)
    await hospital.pair(program.id, await program.mentor('Amira Haddad'), program.mentee)

    const outcome = await hospital.as(program.mentee).command('find')

    expect(wordsIn(outcome)).toContain('Amira Haddad is your mentor in Career mentoring')
  })

  test.each([
    ['invited', 'Once you have joined'],
    ['paused', 'command.run\nresume'],
    ['left', 'not in a mentoring program'],
  ] as const)('%s', async (state, words) => {
    const { id } = await hospital.program()
    const person = await hospital.person()
    await hospital.enroll(id, person, { state })

    expect(wordsIn(await hospital.as(person).command('find'))).toContain(words)
  })

  test('in a peer program, as a mentor, and in a program without mentors', async () => {
    const peer = await openProgram(hospital, { type: 'peer', cadence: undefined })
    const empty = await openProgram(hospital)
    const mentor = await empty.mentor('Amira Haddad', {}, [])

    expect(wordsIn(await hospital.as(peer.mentee).command('find'))).toContain('nobody has to be found')
    expect(wordsIn(await hospital.as(empty.mentee).command('find'))).toContain('nobody to choose from')
    expect(wordsIn(await hospital.as(mentor).command('find'))).toContain('is for mentees')
  })
})

test('in several programs one says in which, and the word goes along; a program that is not theirs shows nothing', async () => {
  const one = await openProgram(hospital, { name: 'Career' })
  const two = await openProgram(hospital, { name: 'Newcomers' })
  const foreign = await openProgram(hospital)
  await hospital.enroll(two.id, one.mentee)
  await one.mentor('Amira Haddad')
  await two.mentor('Ben Cole')
  await two.mentor('Cleo Dunn')
  await foreign.mentor('Zoe Adams')

  const asked = await hospital.as(one.mentee).command('find cole')
  const chosen = buttonsOf(asked).find(({ label }) => label === 'Newcomers')
  const outcome = await hospital.as(one.mentee).press('find.browse', chosen?.about)
  const elsewhere = await hospital.as(one.mentee).press('find.browse', foreign.id)

  expect(buttonsOf(asked).map(({ label }) => label)).toEqual(expect.arrayContaining(['Career', 'Newcomers']))
  expect(mentorsOn(outcome)).toEqual(['Ben Cole'])
  expect(wordsIn(elsewhere)).toContain('cannot find that among your programs')
  expect(wordsIn(elsewhere)).not.toContain('Zoe')
})

test('an open offer takes a place, and does not keep the mentee from looking', async () => {
  const program = await openProgram(hospital)
  const mentor = await program.mentor('Amira Haddad', { capacity: 2 })
  const at = new Date('2027-01-04T10:00:00Z')
  await hospital.within(({ tx, organizationId }) =>
    tx.offer.create({
      data: {
        id: 'offer-1',
        organizationId,
        programId: program.id,
        mentorId: mentor.id,
        menteeId: program.mentee.id,
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

  const outcome = await hospital.as(program.mentee).command('find')

  expect(wordsIn(outcome)).toContain('1 place left')
  expect(wordsIn(outcome)).not.toMatch(/offered to|asked/)
})
