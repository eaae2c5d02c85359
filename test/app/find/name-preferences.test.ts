import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askForRun } from '../../../src/app/match/ask-run.ts'
import { carryOutRuns } from '../../../src/app/match/carry-out-runs.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'
import { buttonsOf, openProgram, optionsOf } from './scene.ts'

let hospital: Hospital

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
})
afterAll(() => hospital.close())

async function withMentors(...names: string[]) {
  const program = await openProgram(hospital)
  const mentors = await Promise.all(names.map((name) => program.mentor(name)))
  const as = hospital.as(program.mentee)
  return {
    ...program,
    mentors,
    ids: mentors.map(({ id }) => id),
    as,
    like: (id: string | undefined) => as.press('find.like', `${program.id}:${id}`),
    save: (values: Record<string, string>) => as.submit('find.prefer-save', program.id, values),
  }
}

describe('by the form', () => {
  test('three are named in order, and read when it counts and who hears of it', async () => {
    const program = await withMentors('Amira Haddad', 'Ben Cole', 'Cleo Dunn')
    const [amira = '', ben = '', cleo = ''] = program.ids

    const outcome = await program.save({ first: cleo, second: amira, third: ben })

    expect(await program.preferences()).toEqual([cleo, amira, ben])
    expect(wordsIn(outcome)).toContain('Cleo Dunn, your first choice\nAmira Haddad, your second choice')
    expect(wordsIn(outcome)).toContain('the next time pairs are proposed, and is a wish, no promise')
    expect(await hospital.outbox()).toEqual([])
  })

  test('they are changed, put in another order, left out and taken back', async () => {
    const program = await withMentors('Amira Haddad', 'Ben Cole', 'Cleo Dunn')
    const [amira = '', ben = '', cleo = ''] = program.ids
    await program.save({ first: amira, second: ben, third: cleo })

    const form = await program.as.press('find.prefer', program.id)
    await program.save({ first: 'nobody', second: cleo, third: amira })
    const reordered = await program.preferences()
    const outcome = await program.save({ first: 'nobody', second: 'nobody' })

    expect(JSON.stringify(form)).toContain(`"name":"third"`)
    expect(JSON.stringify(form)).toMatch(new RegExp(`"value":"${cleo}","optional":true`))
    expect(reordered).toEqual([cleo, amira])
    expect(await program.preferences()).toEqual([])
    expect(wordsIn(outcome)).toContain('nobody in particular')
  })

  test('the options are the mentors listed, best fitting first, a hundred with nobody at most', async () => {
    const program = await withMentors('Zoe Adams', 'Ben Cole')
    await hospital.within(({ tx }) =>
      tx.person.update({
        where: { id: program.ids[0] ?? '' },
        data: { profile: { skills_offered: ['triage'] } },
      }),
    )

    const few = await program.as.press('find.prefer', program.id)
    await hospital.within(async ({ tx, organizationId }) => {
      const people = Array.from({ length: 120 }, (_, at) => ({
        id: `${program.id}-${at}`,
        organizationId,
        email: `${program.id}-${at}@example.org`,
        name: `Aaron ${String(at).padStart(3, '0')}`,
        timeZone: 'Europe/London',
        contactDays: [1],
        contactFrom: '09:00',
        contactTo: '17:00',
      }))
      await tx.person.createMany({ data: people })
      await tx.enrollment.createMany({
        data: people.map(({ id }) => ({
          id: `e-${id}`,
          organizationId,
          programId: program.id,
          personId: id,
          role: 'mentor',
          state: 'active',
        })),
      })
    })
    await program.like(program.ids[1])
    const many = await program.as.press('find.prefer', program.id)

    expect(optionsOf(few, 'second').map(({ label }) => label)).toEqual([
      'Nobody in particular',
      'Zoe Adams · 1 place left',
      'Ben Cole · 1 place left',
    ])
    expect(optionsOf(few, 'third')).toEqual([])
    expect(optionsOf(many, 'first')).toHaveLength(100)
    expect(optionsOf(many, 'first').map(({ value }) => value)).toContain(program.ids[1])
  })

  test('somebody twice, somebody who has left and somebody of another program are refused at the field', async () => {
    const program = await withMentors('Amira Haddad', 'Ben Cole')
    const other = await openProgram(hospital)
    const stranger = await other.mentor('Zoe Adams')
    const [amira = '', ben = ''] = program.ids
    await program.save({ first: amira })

    const twice = await program.save({ first: ben, second: ben })
    await hospital.within(({ tx }) =>
      tx.enrollment.updateMany({ where: { personId: ben }, data: { state: 'left' } }),
    )
    const left = await program.save({ first: ben })
    const foreign = await program.save({ first: stranger.id })
    const oneself = await program.save({ first: program.mentee.id })

    expect(twice).toMatchObject({
      kind: 'errors',
      errors: { second: expect.stringContaining('above already') },
    })
    expect(left).toMatchObject({
      kind: 'errors',
      errors: { first: expect.stringContaining('not to be found') },
    })
    expect(foreign).toMatchObject({
      kind: 'errors',
      errors: { first: expect.stringContaining('not to be found') },
    })
    expect(oneself).toMatchObject({
      kind: 'errors',
      errors: { first: expect.stringContaining('not to be found') },
    })
    expect(wordsIn([left, foreign])).not.toContain('Zoe')
    expect(await program.preferences()).toEqual([amira])
  })

  test('a program that is not theirs, and one in which they have a mentor by now, take none', async () => {
    const program = await withMentors('Amira Haddad')
    const [mentor] = program.mentors
    const stranger = await hospital.person()
    if (!mentor) throw new Error('no mentor')

    const foreign = await hospital.as(stranger).submit('find.prefer-save', program.id, { first: mentor.id })
    await hospital.pair(program.id, mentor, program.mentee)
    const late = await program.save({ first: mentor.id })

    expect(wordsIn(foreign)).toContain('cannot find that among your programs')
    expect(wordsIn(late)).toContain('Amira Haddad is your mentor')
    expect(await program.preferences()).toEqual([])
  })

  test('who was named and cannot be found at the moment is named above the form, and keeps their place until it is saved', async () => {
    const program = await withMentors('Amira Haddad', 'Ben Cole')
    const [amira = '', ben = ''] = program.ids
    await program.save({ first: amira })
    await hospital.within(({ tx }) =>
      tx.enrollment.updateMany({ where: { personId: amira }, data: { state: 'paused' } }),
    )

    const form = await program.as.press('find.prefer', program.id)
    const liked = await program.like(ben)

    expect(wordsIn(form)).toContain('Not to be found here at the moment: Amira Haddad')
    expect(wordsIn(liked)).toContain('Ben Cole, your second choice')
    expect(await program.preferences()).toEqual([amira, ben])
  })
})

describe('by a button in the list', () => {
  test('each becomes the next, the list says so, and a fourth is refused', async () => {
    const program = await withMentors('Amira Haddad', 'Ben Cole', 'Cleo Dunn', 'Dara Evans')
    const [amira, ben, cleo, dara] = program.ids

    for (const id of [ben, amira, cleo]) await program.like(id)
    const again = await program.like(amira)
    const fourth = await program.like(dara)
    const list = await program.as.command('find')

    expect(await program.preferences()).toEqual([ben, amira, cleo])
    expect(wordsIn(again)).toContain('Amira Haddad is your second choice already')
    expect(wordsIn(fourth)).toContain('You have named three already: Ben Cole, Amira Haddad and Cleo Dunn')
    expect(wordsIn(list)).toContain('Your second choice.')
    expect(
      buttonsOf(list)
        .filter(({ verb }) => verb === 'find.like')
        .map(({ label }) => label),
    ).toEqual(['Wish for Dara Evans'])
  })

  test('a mentor who has left since is not named', async () => {
    const program = await withMentors('Amira Haddad', 'Ben Cole')
    await hospital.within(({ tx }) =>
      tx.enrollment.updateMany({ where: { personId: program.ids[0] ?? '' }, data: { state: 'left' } }),
    )

    const outcome = await program.like(program.ids[0])

    expect(wordsIn(outcome)).toContain('not to be found here any more')
    expect(await program.preferences()).toEqual([])
  })
})

test('the next run reads them: who is named is proposed, the reason and a count are for the coordinator', async () => {
  const coordinator = await hospital.person()
  const program = await openProgram(hospital, { coordinators: [coordinator.email] })
  await program.mentor('Amira Haddad')
  const cleo = await program.mentor('Cleo Dunn')
  await hospital.as(program.mentee).press('find.like', `${program.id}:${cleo.id}`)

  await hospital.within((scope) => askForRun(scope, { programId: program.id, askedBy: coordinator.id }))
  await carryOutRuns(hospital.world, hospital.organizationId)

  const [row] = await hospital.within(({ tx }) =>
    tx.draftRow.findMany({ where: { menteeId: program.mentee.id } }),
  )
  const told = await hospital.outbox()
  expect(row).toMatchObject({
    mentorId: cleo.id,
    reasons: expect.arrayContaining(['they named them as a preference']),
  })
  expect(told.map(({ user }) => user)).toEqual([coordinator.accounts[0]?.user])
  expect(wordsIn(told[0]?.message)).toContain(
    '1 mentee named whom they would like; 1 of them would get one whom they named.',
  )
})

test('the audit holds how many were named, not whom', async () => {
  const program = await withMentors('Amira Haddad')

  await program.like(program.ids[0])

  const [row] = await hospital.within(({ tx }) =>
    tx.auditEntry.findMany({ where: { action: 'find.prefer', actor: program.mentee.id } }),
  )
  expect(row).toMatchObject({ subject: program.id, details: { preferences: 1 } })
})
