import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AddedPair, addPair } from '../../../src/app/pair/add-pair.ts'
import { endPair } from '../../../src/app/pair/end-pair.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { waitingCheckInsOf } from '../../../src/store/check-ins.ts'
import { changeEnrollment, enrollmentsOfPerson } from '../../../src/store/enrollments.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let program: { id: string; program: { slug: string } }

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
  program = await hospital.program()
})
afterAll(() => hospital.close())

async function member(
  role: 'mentor' | 'mentee' | 'both',
  given: Parameters<Hospital['person']>[0] & { state?: 'invited' | 'active' | 'left'; told?: boolean } = {},
): Promise<Person & { enrollmentId: string }> {
  const { state = 'active', told = true, ...rest } = given
  const person = await hospital.person(rest)
  const enrollmentId = await hospital.enroll(program.id, person, { role, state })
  if (told) await hospital.within((scope) => changeEnrollment(scope, enrollmentId, { noticedAt: scope.now }))
  return { ...person, enrollmentId }
}

function add(mentor: string, mentee: string, anyway?: string): Promise<AddedPair> {
  return hospital.within((scope) =>
    addPair(scope, {
      program: program.program.slug,
      mentor,
      mentee,
      actor: 'command line',
      ...(anyway !== undefined && { anyway }),
    }),
  )
}

async function messagesTo(person: Person, part: string) {
  const user = person.accounts[0]?.user
  return (await hospital.outbox()).filter((entry) => entry.user === user && entry.key.includes(part))
}

test('both of a new pair are introduced and have their first check-in planned', async () => {
  const mentor = await member('mentor', { name: 'Amira Haddad' })
  const mentee = await member('mentee', { name: 'Priya Shah', platform: 'teams' })

  const added = await add(mentor.email, mentee.email.toUpperCase())

  expect(added).toMatchObject({ ok: true, overridden: [] })
  expect(wordsIn((await messagesTo(mentor, ':made:'))[0]?.message)).toContain('Priya Shah')
  const toMentee = wordsIn((await messagesTo(mentee, ':made:'))[0]?.message)
  expect(toMentee).toContain('Amira Haddad')
  expect(toMentee).toContain('Tue 19 January at 09:00')
  expect(await hospital.within((scope) => waitingCheckInsOf(scope, [mentor.id, mentee.id]))).toHaveLength(2)
})

test('whoever has not been told what is kept gets no introduction before the notice', async () => {
  const mentor = await member('mentor')
  const mentee = await member('mentee', { state: 'invited', told: false })

  await add(mentor.email, mentee.email)

  expect(await messagesTo(mentee, ':made:')).toEqual([])
  expect(await messagesTo(mentor, ':made:')).toHaveLength(1)
})

test('whoever is invited and has been told what is kept can join where they are introduced', async () => {
  const mentee = await member('mentee', { state: 'invited' })
  await add((await member('mentor')).email, mentee.email)
  const [told] = await messagesTo(mentee, ':made:')

  await hospital.as(mentee).press('command.run', 'join')

  const [place] = await hospital.within((scope) => enrollmentsOfPerson(scope, mentee.id))
  expect(wordsIn(told?.message)).toContain('Join\ncommand.run\njoin')
  expect(place?.state).toBe('active')
})

test('whoever pairs people by hand learns when those hear of it who have not been told what is kept', async () => {
  const told = await member('mentor')
  const ada = await member('mentor', { name: 'Ada Love', state: 'invited', told: false })
  const [bea, cleo] = [
    await member('mentee', { name: 'Bea Arthur', state: 'invited', told: false }),
    await member('mentee', { name: 'Cleo Byrd', state: 'invited', told: false }),
  ]

  const both = await add(ada.email, bea.email)
  const one = await add(told.email, cleo.email)
  const none = await add((await member('mentor')).email, (await member('mentee')).email)

  expect(both).toMatchObject({
    notes: [expect.stringMatching(/^Ada Love and Bea Arthur hear of it on Tue 19 January at 09:00: /)],
  })
  expect(one).toMatchObject({ notes: [expect.stringMatching(/^Cleo Byrd hears of it on Tue 19 January/)] })
  expect(none).toMatchObject({ notes: [] })
})

test('an unknown address is refused with the nearest known one', async () => {
  const mentor = await member('mentor', { email: 'amira.haddad@example.org' })

  const refused = await add('amira.hadad@example.org', mentor.email)

  expect(refused).toMatchObject({
    ok: false,
    problems: [expect.stringContaining(`did you mean ${mentor.email}?`)],
  })
})

test.each<[string, () => Promise<[string, string]>]>([
  ['is not in', async () => [(await member('mentor')).email, (await hospital.person()).email]],
  ['as mentee only', async () => [(await member('mentee')).email, (await member('mentee')).email]],
  ['their own mentor', async () => Array<string>(2).fill((await member('both')).email) as [string, string]],
  [
    'has left',
    async () => [(await member('mentor', { state: 'left' })).email, (await member('mentee')).email],
  ],
])('a pair is refused where somebody %s, whatever the reason given', async (words, two) => {
  const [mentor, mentee] = await two()

  const refused = await add(mentor, mentee, 'we want it')

  expect(refused).toMatchObject({ ok: false, needsReason: false, problems: [expect.stringContaining(words)] })
})

test('whoever said not now is not paired', async () => {
  const mentor = await member('mentor')
  const mentee = await member('mentee', { state: 'invited' })
  await hospital.as(mentee).press('program.not-now', mentee.enrollmentId)

  const refused = await add(mentor.email, mentee.email, 'please')

  expect(refused).toMatchObject({ ok: false, problems: [expect.stringContaining('not now')] })
})

test('the same two are paired once', async () => {
  const [mentor, mentee] = [await member('mentor'), await member('mentee')]
  await add(mentor.email, mentee.email)

  const again = await add(mentor.email, mentee.email, 'again')

  expect(again).toMatchObject({ ok: false, problems: [expect.stringContaining('already')] })
})

test('a full mentor, a line manager and a never-with list need a reason, which is audited', async () => {
  const mentor = await member('mentor')
  const [first, mentee] = [await member('mentee'), await member('mentee', { managerEmail: mentor.email })]
  await add(mentor.email, first.email)
  await hospital.within(({ tx }) =>
    tx.person.update({ where: { id: mentee.id }, data: { profile: { never_with: [mentor.email] } } }),
  )

  const refused = await add(mentor.email, mentee.email)
  const added = await add(mentor.email, mentee.email, 'Both asked for it')

  expect(refused).toMatchObject({ ok: false, needsReason: true, problems: { length: 3 } })
  expect(added).toMatchObject({ ok: true, overridden: { length: 3 } })
  const row = await hospital.within(({ tx }) =>
    tx.auditEntry.findFirst({ where: { action: 'pair.add', subject: added.ok ? added.pairId : '' } }),
  )
  expect(row?.details).toMatchObject({ anyway: 'Both asked for it' })
})

test('a reason with a patient’s number in it is refused', async () => {
  const mentor = await member('mentor')
  const mentee = await member('mentee', { managerEmail: mentor.email })

  const refused = await add(mentor.email, mentee.email, 'NHS number 943 476 5919')

  expect(refused.ok).toBe(false)
})

test('a pair of a program that is still to come starts with it', async () => {
  const { id, program: later } = await hospital.program({ starts_on: '2027-03-01' })
  const [mentor, mentee] = [await hospital.person(), await hospital.person()]
  await hospital.enroll(id, mentor, { role: 'mentor' })
  await hospital.enroll(id, mentee, { role: 'mentee' })

  await hospital.within((scope) =>
    addPair(scope, {
      program: later.slug,
      mentor: mentor.email,
      mentee: mentee.email,
      actor: 'command line',
    }),
  )

  const [first] = await hospital.within((scope) => waitingCheckInsOf(scope, [mentee.id]))
  expect(first?.dueOn.toString()).toBe('2027-03-16')
})

test('ending a pair stops its check-ins and tells both; it is not there any more', async () => {
  const [mentor, mentee] = [await member('mentor'), await member('mentee')]
  await add(mentor.email, mentee.email)
  const end = () =>
    hospital.within((scope) =>
      endPair(scope, {
        program: program.id,
        mentor: mentor.email,
        mentee: mentee.email,
        actor: 'command line',
      }),
    )

  const ended = await end()
  const again = await end()

  expect(ended.ok).toBe(true)
  expect(again).toMatchObject({ ok: false, problems: [expect.stringContaining('no pair')] })
  expect(await hospital.within((scope) => waitingCheckInsOf(scope, [mentor.id, mentee.id]))).toEqual([])
  for (const person of [mentor, mentee]) expect(await messagesTo(person, ':ended:')).toHaveLength(1)
})
