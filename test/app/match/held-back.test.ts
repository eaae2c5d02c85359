import { afterEach, beforeEach, expect, test } from 'vitest'
import { beatFor } from '../../../src/app/heartbeat.ts'
import { readRun } from '../../../src/app/match/propose-pairs.ts'
import { addPair } from '../../../src/app/pair/add-pair.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { describeLeftOver } from '../../../src/core/match/left-over.ts'
import { propose } from '../../../src/core/match/propose.ts'
import { weightsOf } from '../../../src/core/match/score.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { programsById } from '../../../src/store/programs.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let programId: string
let mentor: Person
beforeEach(async () => {
  hospital = await openHospital()
  const coordinator = await hospital.person()
  programId = (await hospital.program({ join: 'open', coordinators: [coordinator.email] })).id
  mentor = await hospital.person({ profile: { capacity: 3 } })
  await hospital.enroll(programId, mentor, { role: 'mentor' })
})
afterEach(() => hospital.close())

const said = { aims: ['Lead a ward round'], skills_sought: ['triage'], profession: 'nurse' }

async function run() {
  return await hospital.within(async (scope) => {
    const [stored] = await programsById(scope, [programId])
    const found = stored && (await readRun(scope, stored))
    if (!found || 'problem' in found) throw new Error('there is no run')
    const scoring = { weights: weightsOf(found.stored.program), preferences: new Map(), standing: [] }
    return propose(found.pool, { kept: [], setAside: new Set(), scoring: scoring as never })
  })
}

async function mentee(profile?: typeof said) {
  const person = await hospital.person(profile ? { profile } : {})
  await hospital.enroll(programId, person)
  return person
}

test('a run finds nobody for who joined by themselves and has not said their aims, and says so', async () => {
  const [silent, named] = [await mentee(), await mentee(said)]

  const { pairs, leftOver } = await run()

  expect(pairs.map(({ mentee: one }) => one.id)).toEqual([named.id])
  expect(leftOver.map(({ mentee: one, reason }) => [one.id, describeLeftOver(reason)])).toEqual([
    [silent.id, 'they have not said yet what they want to get out of it'],
  ])
})

test('once they have said it, they are placed beside the pairs that were found before', async () => {
  await hospital.pair(programId, mentor, await mentee(said))
  await hospital.within(({ tx }) =>
    tx.program.update({ where: { id: programId }, data: { publishedAt: new Date('2027-01-04T09:00:00Z') } }),
  )
  const silent = await mentee()
  await beatFor(hospital.world, hospital.organizationId)

  await hospital.as(silent).submit('profile.save', 'aims', { aims: 'Lead a ward round' })
  await beatFor(hospital.world, hospital.organizationId)

  const row = await hospital.within(({ tx }) => tx.draftRow.findFirst({ where: { menteeId: silent.id } }))
  expect(row?.mentorId).toBe(mentor.id)
})

test('a coordinator may pair them by hand all the same', async () => {
  const silent = await mentee()

  const added = await hospital.within((scope) =>
    addPair(scope, { program: programId, mentor: mentor.email, mentee: silent.email, actor: 'command line' }),
  )

  expect(added.ok).toBe(true)
})

test('the weekly word asks for the aims, and for nothing else that is known', async () => {
  const [silent, named] = [await mentee(), await mentee(said)]
  for (const days of [0, 7]) {
    hospital.at({ days })
    await beatFor(hospital.world, hospital.organizationId)
  }

  const outbox = await hospital.outbox()
  const wordTo = ({ accounts }: Person) =>
    wordsIn(outbox.filter(({ key, user }) => key.startsWith('waiting') && user === accounts[0]?.user))

  expect(wordTo(silent)).toContain('What would you like to get out of Career mentoring?')
  expect(wordTo(named)).not.toContain('What would you like to get out of')
})

test('whom a coordinator has brought in is matched, with or without aims', async () => {
  const { id } = await hospital.program()
  programId = id
  await hospital.enroll(id, mentor, { role: 'mentor' })
  const silent = await mentee()

  const { pairs } = await run()

  expect(pairs.map(({ mentee: one }) => one.id)).toEqual([silent.id])
})
