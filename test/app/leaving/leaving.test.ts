import { afterEach, beforeEach, expect, test } from 'vitest'
import { handleEvent } from '../../../src/app/handle-event.ts'
import { beatFor } from '../../../src/app/heartbeat.ts'
import { readPool } from '../../../src/app/match/read-pool.ts'
import { makePairs } from '../../../src/app/pair/make-pairs.ts'
import { importPeople } from '../../../src/app/program/import-people.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { parseRosterRow } from '../../../src/core/people/roster.ts'
import { enrollmentsOfPerson } from '../../../src/store/enrollments.ts'
import { programsById } from '../../../src/store/programs.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let programId: string
let mentor: Person
let mentee: Person
let coordinator: Person
let pairId: string

beforeEach(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
  coordinator = await hospital.person({ name: 'Cora Dale' })
  programId = (await hospital.program({ coordinators: [coordinator.email] })).id
  mentor = await hospital.person({ name: 'Mona Reed' })
  mentee = await hospital.person({ name: 'Theo Lark', profile: { aims: ['Feel at home'] } })
  pairId = (await hospital.pair(programId, mentor, mentee)).id
})
afterEach(() => hospital.close())

const beat = () => beatFor(hospital.world, hospital.organizationId)
const leaves = ({ id }: Person, day: string) =>
  hospital.within(({ tx }) => tx.person.update({ where: { id }, data: { leavesOn: new Date(day) } }))
const pairNow = () => hospital.within(({ tx }) => tx.pair.findUniqueOrThrow({ where: { id: pairId } }))
const stateOf = async ({ id }: Person) =>
  (await hospital.within((scope) => enrollmentsOfPerson(scope, id))).map(({ state }) => state)
const sentTo = async ({ accounts }: Person, start: string) =>
  (await hospital.outbox()).filter(({ key, user }) => key.startsWith(start) && user === accounts[0]?.user)

function deactivate(person: Person) {
  const [account] = person.accounts
  if (!account) throw new Error('no account')
  return handleEvent(hospital.world, {
    key: `gone:${person.id}`,
    kind: 'deactivated',
    user: account.user,
    workspace: { platform: account.platform, id: account.workspace },
  })
}

test('fourteen days before their last day somebody is told, offered their record, and the closing talk opens', async () => {
  await hospital.within((scope) => addMeeting(scope))
  await leaves(mentor, '2027-01-29')
  await beat()
  const early = await sentTo(mentor, 'farewell')
  hospital.at('2027-01-15T10:00:00Z')

  const failed = [...(await beat()), ...(await beat())]

  const [told, ...more] = await sentTo(mentor, 'farewell')
  const reviews = await hospital.within(({ tx }) => tx.review.findMany({ where: { pairId, moment: 'end' } }))
  expect(failed).toEqual([])
  expect(early).toEqual([])
  expect(more).toEqual([])
  expect(wordsIn(told)).toContain('Theo Lark')
  expect(wordsIn(told)).toContain('person.export')
  expect(reviews).toHaveLength(2)
  expect((await pairNow()).endsOn?.toISOString().slice(0, 10)).toBe('2027-01-29')
})

test('after their last day their pair ends kindly for the other, who waits anew', async () => {
  await leaves(mentor, '2027-01-08')
  hospital.at('2027-01-08T22:00:00Z')
  await beat()
  const onTheDay = (await pairNow()).state
  hospital.at('2027-01-09T10:00:00Z')

  await beat()

  const [told] = await sentTo(mentee, `pair:${pairId}:ended`)
  expect(onTheDay).toBe('active')
  expect(await pairNow()).toMatchObject({ state: 'closed', endedBy: 'left' })
  expect(await stateOf(mentor)).toEqual(['left'])
  expect(await stateOf(mentee)).toEqual(['active'])
  expect(wordsIn(told)).toContain('Mona Reed')
})

test('west of Greenwich the last day lasts until its own midnight', async () => {
  const there = await hospital.person({ zone: 'America/Los_Angeles' })
  await hospital.enroll(programId, there)
  await leaves(there, '2027-01-08')
  hospital.at('2027-01-09T06:00:00Z')
  await beat()
  const still = await stateOf(there)
  hospital.at('2027-01-09T09:00:00Z')
  await beat()

  expect(still).toEqual(['active'])
  expect(await stateOf(there)).toEqual(['left'])
})

test('whoever comes back and joins is not put out again by the old date', async () => {
  await leaves(mentor, '2027-01-08')
  hospital.at('2027-01-11T10:00:00Z')
  await beat()

  await hospital.as(mentor).command('join')
  await beat()

  expect(await stateOf(mentor)).toEqual(['active'])
})

test('a contract that is prolonged by a new staff list ends nothing, and is spoken of again in its time', async () => {
  await leaves(mentor, '2027-01-15')
  await beat()
  const before = (await pairNow()).endsOn?.toISOString().slice(0, 10)

  const cells = { email: mentor.email, name: mentor.name, role: 'mentor', leaves_on: '2027-03-31' }
  const parsed = parseRosterRow({ line: 2, cells })
  const rows = 'row' in parsed ? [parsed.row] : []
  await hospital.within((scope) =>
    importPeople(scope, { programId, rows, overwrite: false, actor: 'command line' }),
  )
  const after = (await pairNow()).endsOn?.toISOString().slice(0, 10)
  hospital.at('2027-01-18T10:00:00Z')
  await beat()
  const still = (await pairNow()).state
  hospital.at('2027-03-17T10:00:00Z')
  await beat()

  expect([before, after, still]).toEqual(['2027-01-15', '2027-03-31', 'active'])
  expect(await sentTo(mentor, 'farewell')).toHaveLength(2)
})

test('a pair with a locum ends with the contract, where that is before the program does', async () => {
  const [locum, newcomer] = [await hospital.person(), await hospital.person()]
  await leaves(locum, '2027-06-30')
  const [found] = await hospital.within((scope) => programsById(scope, [programId]))
  if (!found) throw new Error('the program is gone')

  const [id] = await hospital.within((scope) =>
    makePairs(scope, {
      stored: found,
      twos: [{ mentor: locum, mentee: newcomer }],
      places: [],
      actor: 'command line',
      details: {},
    }),
  )

  const pair = await hospital.within(({ tx }) => tx.pair.findUniqueOrThrow({ where: { id: id ?? '' } }))
  expect(pair.endsOn?.toISOString().slice(0, 10)).toBe('2027-06-30')
})

test('whoever leaves within eight weeks is proposed for no new pair, and that is said', async () => {
  const [soon, later, newcomer] = [
    await hospital.person(),
    await hospital.person(),
    await hospital.person({ profile: { aims: ['Learn'] } }),
  ]
  await hospital.enroll(programId, soon, { role: 'mentor' })
  await hospital.enroll(programId, later, { role: 'mentor' })
  await hospital.enroll(programId, newcomer)
  await leaves(soon, '2027-02-28')
  await leaves(later, '2027-03-01')
  await leaves(newcomer, '2027-02-01')
  const [found] = await hospital.within((scope) => programsById(scope, [programId]))
  if (!found) throw new Error('the program is gone')

  const { pool, places } = await hospital.within((scope) => readPool(scope, found))

  const mentors = pool.mentors.map(({ id }) => id)
  expect(mentors).toContain(later.id)
  expect(mentors).not.toContain(soon.id)
  expect(places.get(soon.email)?.leavesSoon).toBe(true)
  expect(pool.heldBack).toEqual([{ menteeId: newcomer.id, why: 'leaving' }])
})

test('a closed account is told to the coordinators at once, and ends the pair only after seven days', async () => {
  await deactivate(mentor)
  const failed = [...(await beat()), ...(await beat())]
  const words = (await sentTo(coordinator, 'gone')).map(wordsIn)
  hospital.at({ days: 6, hours: 23 })
  await beat()
  const before = (await pairNow()).state
  hospital.at({ hours: 2 })
  await beat()

  expect(failed).toEqual([])
  expect(words).toEqual([expect.stringContaining('I cannot write to Mona Reed any more')])
  expect(words[0]).toContain('Theo Lark')
  expect(before).toBe('active')
  expect(await pairNow()).toMatchObject({ state: 'closed', endedBy: 'deactivated' })
  expect(await stateOf(mentor)).toEqual(['left'])
  expect(await sentTo(mentee, `pair:${pairId}:ended`)).toHaveLength(1)
})

test('an account that speaks again within that time keeps everything', async () => {
  await deactivate(mentor)
  hospital.at({ days: 3 })
  await beat()
  await hospital.as(mentor).command('hours')
  await hospital.as(mentor).submit('goal.list', undefined, {})
  hospital.at({ days: 8 })
  await beat()

  expect((await pairNow()).state).toBe('active')
})

test('whoever comes back after that can join again', async () => {
  await deactivate(mentor)
  hospital.at({ days: 8 })
  await beat()

  await hospital.as(mentor).command('join')
  await beat()

  expect(await stateOf(mentor)).toEqual(['active'])
})

test('a workspace that the bot is taken out of ends nobody’s pair', async () => {
  const [account] = mentor.accounts
  await deactivate(mentor)
  await handleEvent(hospital.world, {
    key: 'uninstalled',
    kind: 'uninstalled',
    workspace: { platform: 'slack', id: account?.workspace ?? '' },
  })
  hospital.at({ days: 8 })
  await beat()

  expect((await pairNow()).state).toBe('active')
})

test('who has another account is not lost', async () => {
  const both = await hospital.person({ platform: 'both' })
  const newcomer = await hospital.person()
  const pair = await hospital.pair(programId, both, newcomer)
  await deactivate(both)
  hospital.at({ days: 8 })
  await beat()

  const now = await hospital.within(({ tx }) => tx.pair.findUniqueOrThrow({ where: { id: pair.id } }))
  expect(now.state).toBe('active')
})

async function addMeeting(scope: Parameters<Parameters<Hospital['within']>[0]>[0]): Promise<void> {
  await scope.tx.meeting.create({
    data: {
      id: 'm1',
      organizationId: scope.organizationId,
      pairId,
      heldOn: new Date('2027-01-04'),
      minutes: 45,
      loggedBy: mentor.id,
      loggedAt: new Date('2027-01-04T10:00:00Z'),
    },
  })
}

test('a partner whose time zone nobody knows keeps no other leaver here', async () => {
  await leaves(mentor, '2027-01-07')
  const [one, other] = [await hospital.person(), await hospital.person()]
  const next = await hospital.pair(programId, one, other)
  await leaves(other, '2027-01-08')
  await hospital.within(({ tx }) =>
    tx.person.update({ where: { id: mentee.id }, data: { timeZone: 'Mars/Olympus' } }),
  )
  hospital.at('2027-01-11T10:00:00Z')

  await beat()

  const ended = await hospital.within(({ tx }) => tx.pair.findUniqueOrThrow({ where: { id: next.id } }))
  expect(ended.state).toBe('closed')
  expect(await stateOf(other)).toEqual(['left'])
})
