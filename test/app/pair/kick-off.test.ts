import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellGaveUp } from '../../../src/app/digest/gave-up.ts'
import { addPair } from '../../../src/app/pair/add-pair.ts'
import { makePairs } from '../../../src/app/pair/make-pairs.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { changeEnrollment, enrollmentsOfPeople } from '../../../src/store/enrollments.ts'
import { programsById } from '../../../src/store/programs.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let program: { id: string; program: { slug: string } }

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
  program = await hospital.program()
})
afterAll(() => hospital.close())

type Given = Parameters<Hospital['person']>[0] & { state?: 'invited' | 'active' }

async function member(
  role: 'mentor' | 'mentee',
  { state = 'active', ...given }: Given = {},
): Promise<Person> {
  const person = await hospital.person(given)
  const enrollmentId = await hospital.enroll(program.id, person, { role, state })
  await hospital.within((scope) => changeEnrollment(scope, enrollmentId, { noticedAt: scope.now }))
  return person
}

async function pairUp(mentor: Person, mentee: Person): Promise<string> {
  const added = await hospital.within((scope) =>
    addPair(scope, {
      program: program.program.slug,
      mentor: mentor.email,
      mentee: mentee.email,
      actor: 'command line',
    }),
  )
  if (!added.ok) throw new Error(added.problems.join())
  return added.pairId
}

async function sent(pairId: string) {
  return (await hospital.outbox()).filter(({ key }) => key.startsWith(`pair:${pairId}:`))
}

async function toPerson(pairId: string, person: Person, part = ''): Promise<string> {
  const user = person.accounts[0]?.user
  const mine = (await sent(pairId)).filter((entry) => entry.user === user && entry.key.includes(part))
  return wordsIn(mine.map(({ message }) => message))
}

async function inGroup(pairId: string): Promise<{ users: string[]; words: string }[]> {
  const rows = await hospital.within(({ tx }) =>
    tx.outboxEntry.findMany({ where: { key: `pair:${pairId}:group` } }),
  )
  const messages = (await sent(pairId)).filter(({ key }) => key.endsWith(':group'))
  return rows.map(({ users }, at) => ({ users, words: wordsIn(messages[at]?.message) }))
}

test('two on one workspace are introduced to one another in a conversation with both', async () => {
  const mentor = await member('mentor', { name: 'Amira Haddad' })
  const mentee = await member('mentee', { name: 'Priya Shah' })
  const [stored] = await hospital.within((scope) => programsById(scope, [program.id]))
  if (!stored) throw new Error('no program')

  const [pairId = ''] = await hospital.within(async (scope) =>
    makePairs(scope, {
      stored,
      twos: [
        {
          mentor,
          mentee,
          reasons: ['offers leadership, which they seek', 'they named them as a preference'],
        },
      ],
      places: await enrollmentsOfPeople(scope, [mentor.id, mentee.id]),
      actor: 'test',
      details: {},
    }),
  )

  const [group, ...more] = await inGroup(pairId)
  expect(more).toEqual([])
  expect(group?.users.toSorted()).toEqual(
    [mentor, mentee].map(({ accounts }) => accounts[0]?.user).toSorted(),
  )
  expect(group?.words).toContain('Amira Haddad offers leadership, which Priya Shah seeks')
  expect(group?.words).not.toContain('preference')
  expect(group?.words).not.toContain('19 January')
  expect(await toPerson(pairId, mentee)).toContain('Tue 19 January at 09:00')
})

test('two on Teams get a link to their own chat, in which Rounds is not', async () => {
  const mentor = await member('mentor', { platform: 'teams', email: 'amira@example.org' })
  const mentee = await member('mentee', { platform: 'teams', email: 'priya+s@example.org' })

  const pairId = await pairUp(mentor, mentee)

  const link = 'https://teams.microsoft.com/l/chat/0/0?users=priya%2Bs%40example.org,amira%40example.org'
  for (const person of [mentor, mentee]) {
    const words = await toPerson(pairId, person)
    expect(words).toContain(link)
    expect(words).toContain('I am not in it')
  }
  expect(await inGroup(pairId)).toEqual([])
})

test('two who have no platform in common write by way of Rounds', async () => {
  const mentor = await member('mentor', { platform: 'teams', name: 'Amira Haddad' })
  const mentee = await member('mentee', { name: 'Priya Shah' })

  const pairId = await pairUp(mentor, mentee)

  expect(await toPerson(pairId, mentee)).toContain('Write to Amira Haddad')
  expect(await toPerson(pairId, mentor)).toContain('Write to Priya Shah')
  expect(await inGroup(pairId)).toEqual([])
})

test('each side gets the card for the first meeting in words for their side, and any time again', async () => {
  const [mentor, mentee] = [await member('mentor'), await member('mentee')]

  const pairId = await pairUp(mentor, mentee)

  const [forMentor, forMentee] = [await toPerson(pairId, mentor), await toPerson(pairId, mentee)]
  expect(forMentor).toContain('Ask what they hope for')
  expect(forMentee).toContain('Say what you would like to be different')
  expect(forMentee).not.toContain('Ask what they hope for')
  const again = await hospital.as(mentee).press('pair.first-meeting', pairId)
  expect(wordsIn(again)).toContain('Say what you would like to be different')
  const stranger = await hospital.as(await member('mentee')).press('pair.first-meeting', pairId)
  expect(wordsIn(stranger)).not.toContain('Say what you would like to be different')
})

test('nobody is brought together before both have joined, and once the second has, both are', async () => {
  const mentor = await member('mentor')
  const mentee = await member('mentee', { state: 'invited' })
  const pairId = await pairUp(mentor, mentee)
  const before = await inGroup(pairId)
  const heard = await toPerson(pairId, mentor)

  await hospital.as(mentee).command('join')

  expect(before).toEqual([])
  expect(heard).not.toContain('Your first meeting')
  expect(await inGroup(pairId)).toHaveLength(1)
  expect(await toPerson(pairId, mentor, ':begun:')).toContain('you can begin')
  expect(await toPerson(pairId, mentee, ':begun:')).toContain('Your first meeting')
})

test('the conversation is opened at an hour that suits both', async () => {
  const mentor = await member('mentor', { contact: { days: [1, 2, 3, 4, 5], from: '16:00', to: '19:00' } })
  const mentee = await member('mentee', { leave: ['2027-01-04/2027-01-05'] })

  const pairId = await pairUp(mentor, mentee)

  const due = await hospital.within(
    ({ tx }) => tx.$queryRaw<{ wait: number }[]>`
      select extract(epoch from job.run_at - now())::float8 as wait
      from graphile_worker.jobs job join outbox on outbox.id = job.key where outbox.key = ${`pair:${pairId}:group`}`,
  )
  // From Monday 10:00 to Wednesday 16:00.
  expect(Math.round((due[0]?.wait ?? 0) / 3600)).toBe(54)
})

test('where the conversation cannot be opened, each hears of it in their own chat, once', async () => {
  const mentor = await member('mentor', { name: 'Amira Haddad' })
  const mentee = await member('mentee', { name: 'Priya Shah' })
  const pairId = await pairUp(mentor, mentee)
  const refused = {
    entry: {
      id: 'any',
      organizationId: hospital.organizationId,
      key: `pair:${pairId}:group`,
      platform: 'slack',
      to: { workspace: 'T0HOSPITAL', users: [] },
      kind: 'send',
    },
    why: 'forbidden',
    code: 'missing_scope',
  } as const

  await hospital.within((scope) => tellGaveUp(scope, refused))
  await hospital.within((scope) => tellGaveUp(scope, refused))

  const told = (await sent(pairId)).filter(({ key }) => key.includes(':no-group:'))
  expect(told).toHaveLength(2)
  expect(await toPerson(pairId, mentor, ':no-group:')).toContain('Write to Priya Shah')
})
