import { afterEach, beforeEach, expect, test } from 'vitest'
import { carryOutRuns } from '../../../src/app/match/carry-out-runs.ts'
import { runOf } from '../../../src/store/match-runs.ts'
import { programsById, saveProgram } from '../../../src/store/programs.ts'
import { wordsIn } from '../../support/hospital.ts'
import { openRuns, type Runs } from './runs.ts'

let runs: Runs
let hospital: Runs['hospital']
let programId: string

beforeEach(async () => {
  runs = await openRuns()
  ;({ hospital, programId } = runs)
})
afterEach(() => hospital.close())

test('the pairs that are found stand in the draft with their reasons, and whoever asked is told', async () => {
  const grace = await runs.mentor('Grace', { skills_offered: ['wound care'] })
  const ana = await runs.mentee('Ana', { skills_sought: ['wound care'] })
  const ben = await runs.mentee('Ben')
  await runs.ask()

  await carryOutRuns(hospital.world, hospital.organizationId)

  const draft = await runs.theDraft()
  const row = (id: string) => draft.rows.find(({ menteeId }) => menteeId === id)
  expect(row(ana.id)).toMatchObject({ mentorId: grace.id, proposedId: grace.id, standing: 'open' })
  expect(row(ana.id)?.reasons[0]).toBe('offers wound care, which they seek')
  expect(row(ben.id)).toMatchObject({
    mentorId: undefined,
    score: undefined,
    reasons: ['the one mentor they may have is not free: 2 mentees for 1 place'],
  })
  expect(draft.proof?.total).toBe(draft.proof?.bound)
  expect(await hospital.within((scope) => runOf(scope, programId))).toMatchObject({
    state: 'done',
    percent: 100,
  })
  const [told] = await hospital.outbox()
  expect(told?.key).toMatch(/^match-run:.*:ready$/)
  expect(told?.user).toBe(runs.coordinator.accounts[0]?.user)
  expect(wordsIn(told?.message)).toContain(
    'I propose 1 pair. 1 mentee is left over: nobody whom the rules allow is free.',
  )
  expect(wordsIn(told?.message)).toContain('no other choice gives more people a mentor')
  expect(wordsIn(told?.message)).toContain(`match.review\n${programId}`)
})

test('where the rules allow nobody, the word says which of them excludes how many', async () => {
  const { id: strict } = await hospital.program({
    match: { require: ['same-profession'] },
    coordinators: ['dana@example.org'],
  })
  await runs.mentor('Grace', { profession: 'nurse' }, strict)
  await runs.mentee('Ana', { profession: 'midwife' }, { into: strict })
  await runs.ask(strict)

  await carryOutRuns(hospital.world, hospital.organizationId)

  expect(await runs.wordsTold()).toContain('1 of 1 pair: not the same profession')
})

test('what is locked stays, who is set aside stays so, and what is open gives way', async () => {
  const [grace, hugo] = [
    await runs.mentor('Grace', { skills_offered: ['wound care'] }),
    await runs.mentor('Hugo', { skills_offered: ['rotas'] }),
  ]
  const ana = await runs.mentee('Ana', { skills_sought: ['rotas'] })
  const ben = await runs.mentee('Ben', { skills_sought: ['rotas'] })
  const cleo = await runs.mentee('Cleo')
  await runs.decide([
    { mentee: ana, mentor: grace, standing: 'locked' },
    { mentee: ben, mentor: grace, standing: 'open' },
    { mentee: cleo, standing: 'set-aside' },
  ])
  await runs.ask()

  await carryOutRuns(hospital.world, hospital.organizationId)

  expect(await runs.rows()).toEqual({
    Ana: ['Grace', 'locked'],
    Ben: ['Hugo', 'open'],
    Cleo: [undefined, 'set-aside'],
  })
  expect(hugo.name).toBe('Hugo')
  expect((await runs.theDraft()).proof?.moved).toBe(1)
  expect(await runs.wordsTold()).toContain('Around what is locked (1 pair) it is proved')
})

test('a row that comes out of a run as it went in keeps its version', async () => {
  await runs.mentor('Grace')
  await runs.mentee('Ana')
  await runs.mentee('Ben')
  await runs.ask()
  await carryOutRuns(hospital.world, hospital.organizationId)
  await runs.ask()
  await carryOutRuns(hospital.world, hospital.organizationId)
  const before = await runs.theDraft()
  await runs.ask()

  await carryOutRuns(hospital.world, hospital.organizationId)

  const after = await runs.theDraft()
  expect(after.version).toBe(before.version + 1)
  expect(after.rows).toEqual(before.rows)
})

test('locked pairs that do not hold any more are let go and named; who is gone leaves the draft', async () => {
  const [grace, hugo, ines] = [
    await runs.mentor('Grace'),
    await runs.mentor('Hugo'),
    await runs.mentor('Ines'),
  ]
  const [ana, ben, cleo] = [await runs.mentee('Ana'), await runs.mentee('Ben'), await runs.mentee('Cleo')]
  await runs.decide([
    { mentee: ana, mentor: grace, standing: 'locked' },
    { mentee: ben, mentor: hugo, standing: 'locked', score: 9 },
    { mentee: cleo, mentor: hugo, standing: 'locked', score: 5 },
  ])
  await runs.leaves(ana)
  await runs.ask()

  await carryOutRuns(hospital.world, hospital.organizationId)

  const found = await runs.rows()
  expect(found['Ana']).toBeUndefined()
  expect(found['Ben']).toEqual(['Hugo', 'locked'])
  expect(found['Cleo']?.[1]).toBe('open')
  expect([grace.name, ines.name]).toContain(found['Cleo']?.[0])
  const words = await runs.wordsTold()
  expect(words).toContain('Ana with Grace: Ana has left Career mentoring')
  expect(words).toContain('Cleo with Hugo: Hugo is not free this time')
})

test('of a locked pair that whoever asked is too close to, only the number is told', async () => {
  const grace = await runs.mentor('Grace')
  const ana = await runs.mentee('Ana', {}, { managerEmail: 'dana@example.org' })
  await runs.mentee('Ben')
  await runs.decide([{ mentee: ana, mentor: grace, standing: 'locked' }])
  await runs.leaves(ana)
  await runs.ask()

  await carryOutRuns(hospital.world, hospital.organizationId)

  expect(await runs.wordsTold()).not.toContain('Ana')
  expect(await runs.wordsTold()).toContain('1 pair of people close to you')
})

test('whoever asked and does not coordinate the program any more is told nothing of what was found', async () => {
  await runs.mentor('Grace')
  await runs.mentee('Ana')
  const matcher = runs.meanwhile(async () => {
    const [stored] = await hospital.within((scope) => programsById(scope, [programId]))
    if (!stored) throw new Error('there is no program')
    const program = { ...stored.program, coordinators: [] }
    await hospital.within((scope) => saveProgram(scope, { program, nextDigestAt: undefined }))
  })
  await runs.ask()

  await carryOutRuns({ ...hospital.world, matcher }, hospital.organizationId)

  expect(await runs.rows()).toEqual({ Ana: ['Grace', 'open'] })
  expect(await hospital.outbox()).toEqual([])
})
