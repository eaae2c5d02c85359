import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPool } from '../../../src/app/match/read-pool.ts'
import { whatHinders } from '../../../src/app/offer/look-again.ts'
import { addPair } from '../../../src/app/pair/add-pair.ts'
import { readCircle } from '../../../src/app/peer/read-circle.ts'
import { problemsIn } from '../../../src/app/peer/show-draft.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { createEligibility } from '../../../src/core/match/eligibility.ts'
import type { Form } from '../../../src/core/message/form.ts'
import type { Outcome } from '../../../src/core/message/intent.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { ownNeverWith } from '../../../src/store/own-never-with.ts'
import { programsById } from '../../../src/store/programs.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
beforeAll(async () => {
  hospital = await openHospital()
})
afterAll(() => hospital.close())

const listOf = ({ id }: Person) => hospital.within((scope) => ownNeverWith(scope, id))
const put = (person: Person, add: string) =>
  hospital.as(person).submit('profile.apart-save', undefined, { add })

function formIn(outcome: Outcome): Form {
  if (outcome.kind !== 'form') throw new Error(`${outcome.kind} is no form`)
  return outcome.form
}

async function twoIn(programId: string, role: 'mentor' | 'both' = 'mentor') {
  const mentor = await hospital.person({ profile: { capacity: 1 } })
  const mentee = await hospital.person()
  await hospital.enroll(programId, mentor, { role })
  await hospital.enroll(programId, mentee, { role: role === 'both' ? 'both' : 'mentee' })
  return { mentor, mentee }
}

async function stored(programId: string) {
  const [found] = await hospital.within((scope) => programsById(scope, [programId]))
  if (!found) throw new Error('the program is gone')
  return found
}

test.each(['slack', 'teams'] as const)(
  'people are put on the list by name or address, and taken off again, on %s',
  async (platform) => {
    const person = await hospital.person({ platform })
    const one = await hospital.person({ name: `Zoë  Adeyemi-Clarke ${platform}` })
    const other = await hospital.person()

    const kept = await put(person, `zoë adeyemi-clarke ${platform}\n${other.email.toUpperCase()}`)
    const form = formIn(await hospital.as(person).press('profile.apart'))
    const two = await listOf(person)
    await hospital.as(person).submit('profile.apart-save', undefined, { off: [one.id] })
    const left = await listOf(person)
    await hospital.as(person).submit('profile.apart-save', undefined, { off: [other.id] })

    expect(two).toEqual([one.id, other.id])
    expect(wordsIn(form)).toContain(other.email)
    expect(left).toEqual([other.id])
    expect(await listOf(person)).toEqual([])
    expect(wordsIn(kept)).toContain('“rematch”')
    expect(wordsIn(kept)).not.toContain(other.name)
  },
)

test.each([
  ['their own name', (person: Person) => person.name, 'that is yourself'],
  ['their own address', (person: Person) => person.email, 'that is yourself'],
  ['nobody', () => 'Nobody Atall', 'nobody in the staff list has the name or address “Nobody Atall”'],
  ['two of one name', () => 'Same Name', 'Please write the e-mail address'],
])('%s on the list is told apart in one sentence, and nothing is stored', async (_, typed, words) => {
  const person = await hospital.person()
  await hospital.person({ name: 'Same Name' })
  await hospital.person({ name: 'same  name' })

  const outcome = await put(person, typed(person))

  expect(outcome).toMatchObject({ kind: 'errors', errors: { add: expect.stringContaining(words) } })
  expect(await listOf(person)).toEqual([])
})

test('of two forms open at once neither takes off what the other put on', async () => {
  const person = await hospital.person()
  const [one, other] = [await hospital.person(), await hospital.person()]
  await hospital.as(person).press('profile.apart')

  await put(person, one.email)
  await put(person, other.email)

  expect(await listOf(person)).toEqual([one.id, other.id])
})

test.each(['mentor', 'mentee'] as const)(
  'a %s’s list keeps both apart in matching, and is not named',
  async (side) => {
    const { id: programId } = await hospital.program()
    const two = await twoIn(programId)
    const author = two[side]
    await put(author, two[side === 'mentor' ? 'mentee' : 'mentor'].email)

    const { pool } = await hospital.within(async (scope) => readPool(scope, await stored(programId)))
    const eligibility = createEligibility(pool)
    const at = pool.mentees.findIndex(({ id }) => id === two.mentee.id)
    const mentorAt = pool.mentors.findIndex(({ id }) => id === two.mentor.id)

    expect(eligibility.isApart(at, mentorAt)).toBe(true)
    expect(eligibility.objections(at, mentorAt)).toEqual([])
  },
)

test('by hand such a pair is refused in the words for a full mentor', async () => {
  const { id: programId } = await hospital.program()
  const [listed, full] = [await twoIn(programId), await twoIn(programId)]
  await put(listed.mentee, listed.mentor.email)
  await hospital.pair(programId, full.mentor, await hospital.person())
  const add = ({ mentor, mentee }: typeof listed) =>
    hospital.within((scope) =>
      addPair(scope, {
        program: programId,
        mentor: mentor.email,
        mentee: mentee.email,
        actor: 'command line',
      }),
    )

  const [kept, taken] = [await add(listed), await add(full)]

  expect(kept).toMatchObject({ ok: false, problems: [`${listed.mentor.name} is not free this time`] })
  expect(taken).toMatchObject({ ok: false, problems: [`${full.mentor.name} is not free this time`] })
})

test('in `find` whom a list excludes looks the same to everybody, and may be wished for', async () => {
  const { id: programId } = await hospital.program()
  const { mentor, mentee } = await twoIn(programId)
  const other = await hospital.person()
  await hospital.enroll(programId, other)
  await put(mentor, mentee.email)

  const [seen, alike] = [await hospital.as(mentee).command('find'), await hospital.as(other).command('find')]
  const wished = await hospital.as(mentee).press('find.like', `${programId}:${mentor.id}`)

  expect(wordsIn(seen)).toContain(`${mentor.name}`)
  expect(wordsIn(seen)).toEqual(wordsIn(alike))
  expect(wordsIn(wished)).toContain(mentor.name)
})

test('peers who are kept apart are not in one group, and no reason is known', async () => {
  const { id: programId } = await hospital.program({ type: 'peer', cadence: undefined })
  const { mentor: one, mentee: other } = await twoIn(programId, 'both')
  await put(other, one.email)

  const circle = await hospital.within(async (scope) => readCircle(scope, await stored(programId)))

  expect(circle.facts.apart.map((two) => [...two].sort())).toEqual([[one.id, other.id].sort()])
  expect(circle.whyApart(one.id, other.id)).toBeUndefined()
})

test('a draft of a round that a list overtakes does not say that there is a list', async () => {
  const { id: programId } = await hospital.program({ type: 'peer', cadence: undefined })
  const { mentor: one, mentee: other } = await twoIn(programId, 'both')
  await put(other, one.email)
  const circle = await hospital.within(async (scope) => readCircle(scope, await stored(programId)))

  const [problem] = problemsIn(circle, { groups: [[one.id, other.id]] } as never)

  expect(problem).toBe('Something has changed since it was made.')
})

test('an offer that a list overtakes ends like one that a rule overtakes', async () => {
  const { id: programId } = await hospital.program()
  const { mentor, mentee } = await twoIn(programId)
  await put(mentee, mentor.email)
  const { program } = await stored(programId)
  const offer = { programId, mentorId: mentor.id, menteeId: mentee.id }

  const hindrance = await hospital.within(async (scope) =>
    whatHinders(scope, { offer, program, mentor, mentee, stored: await stored(programId) } as never),
  )

  expect(hindrance).toEqual({ kind: 'apart' })
})

test('nothing of the list stands in the open: not in the table, not in the audit', async () => {
  const person = await hospital.person()
  const other = await hospital.person()
  await put(person, other.email)
  await hospital.as(person).submit('profile.save', 'profession', { profession: '' })

  const { row, deeds } = await hospital.within(async ({ tx }) => ({
    row: await tx.ownNeverWith.findUniqueOrThrow({ where: { personId: person.id } }),
    deeds: await tx.auditEntry.findMany({ where: { actor: person.id } }),
  }))

  expect(Buffer.from(row.sealed).toString('latin1')).not.toContain(other.id)
  const [list, profile] = deeds.map(({ action, subject, details }) => ({ action, subject, details }))
  expect(list).toEqual(profile)
  expect(JSON.stringify(deeds)).not.toContain(other.id)
})

test('a pair that stands is not ended by it', async () => {
  const { id: programId } = await hospital.program()
  const [mentor, mentee] = [await hospital.person(), await hospital.person()]
  const pair = await hospital.pair(programId, mentor, mentee)

  await put(mentee, mentor.email)

  const now = await hospital.within(({ tx }) => tx.pair.findUniqueOrThrow({ where: { id: pair.id } }))
  expect(now.state).toBe('active')
})
