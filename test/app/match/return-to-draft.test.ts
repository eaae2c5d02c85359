import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { returnAllToDraft } from '../../../src/app/match/return-to-draft.ts'
import { smallRun } from '../../../src/app/match/small-run.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { EnrollmentState, Role } from '../../../src/core/people/enrollment.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { changeDraft, draftOf, openDraft } from '../../../src/store/drafts.ts'
import { programsById } from '../../../src/store/programs.ts'
import { reject } from '../../../src/store/rejections.ts'
import { openHospital } from '../../support/hospital.ts'

let hospital: Hospital
let programId: string

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
})
afterAll(() => hospital.close())
beforeEach(async () => {
  programId = (await hospital.program()).id
})

async function enrolled(role: Role, profile: object = {}, state: EnrollmentState = 'active') {
  const person = await hospital.person()
  await hospital.within(({ tx }) => tx.person.update({ where: { id: person.id }, data: { profile } }))
  await hospital.enroll(programId, person, { role, state })
  return person
}

function draft() {
  return hospital.within((scope) => draftOf(scope, programId))
}

function giveBack(mentee: Person, why = 'their offer was not taken up'): Promise<unknown> {
  return hospital.within(async (scope) => {
    const [stored] = await programsById(scope, [programId])
    return stored && returnAllToDraft(scope, stored, [{ menteeId: mentee.id, why }])
  })
}

/** The draft promises this mentor to this mentee. */
function promise(mentor: Person, mentee: Person): Promise<unknown> {
  return hospital.within(async (scope) =>
    changeDraft(scope, await openDraft(scope, programId), {
      actor: 'rounds',
      kind: 'run',
      rows: [
        {
          menteeId: mentee.id,
          mentorId: mentor.id,
          proposedId: mentor.id,
          standing: 'open',
          score: 1,
          reasons: [],
        },
      ],
    }),
  )
}

test('a mentee who comes back is proposed the next best, and why they are back stands first', async () => {
  const mentee = await enrolled('mentee', { skills_sought: ['wound care'] })
  const best = await enrolled('mentor', { skills_offered: ['wound care'] })
  const next = await enrolled('mentor')
  await hospital.within((scope) =>
    reject(scope, programId, { mentorId: best.id, menteeId: mentee.id, by: 'mentor' }),
  )

  await giveBack(mentee)

  const rows = (await draft())?.rows
  expect(rows).toHaveLength(1)
  expect(rows?.[0]).toMatchObject({
    menteeId: mentee.id,
    mentorId: next.id,
    proposedId: next.id,
    standing: 'open',
  })
  expect(rows?.[0]?.reasons[0]).toBe('their offer was not taken up')
  expect(rows?.[0]?.reasons.length).toBeGreaterThan(1)
})

test('nobody is moved: what the draft promises to others is not free', async () => {
  const [mentor, first, second] = [
    await enrolled('mentor'),
    await enrolled('mentee'),
    await enrolled('mentee'),
  ]
  await promise(mentor, first)

  await giveBack(second, 'joined late')

  const rows = (await draft())?.rows ?? []
  expect(rows.find(({ menteeId }) => menteeId === first.id)?.mentorId).toBe(mentor.id)
  expect(rows.find(({ menteeId }) => menteeId === second.id)).toMatchObject({
    mentorId: undefined,
    standing: 'open',
    reasons: ['joined late', 'the one mentor they may have is not free'],
  })
})

test('what the draft promises to somebody who cannot be matched any more is free again', async () => {
  const [mentor, gone, late] = [await enrolled('mentor'), await enrolled('mentee'), await enrolled('mentee')]
  await promise(mentor, gone)
  await hospital.within(({ tx }) =>
    tx.enrollment.updateMany({ where: { personId: gone.id }, data: { state: 'left' } }),
  )

  await giveBack(late)

  const row = (await draft())?.rows.find(({ menteeId }) => menteeId === late.id)
  expect(row?.mentorId).toBe(mentor.id)
})

test('whoever cannot be matched now is not put into a draft', async () => {
  await enrolled('mentor')

  await giveBack(await enrolled('mentee', {}, 'paused'))

  expect(await draft()).toBeUndefined()
})

test('a small run stores nothing, and gives each free place once', async () => {
  const mentor = await enrolled('mentor', { capacity: 2 })
  const mentees = [await enrolled('mentee'), await enrolled('mentee'), await enrolled('mentee')]

  const pairs = await hospital.within(async (scope) => {
    const [stored] = await programsById(scope, [programId])
    const ids = mentees.map(({ id }) => id)
    return stored ? smallRun(scope, stored, ids) : []
  })

  expect(pairs.map((pair) => pair.mentor.id)).toEqual([mentor.id, mentor.id])
  expect(await draft()).toBeUndefined()
})
