import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDue } from '../../../src/app/checkin/open-due.ts'
import { addPair } from '../../../src/app/pair/add-pair.ts'
import { invitePeople, unreachable } from '../../../src/app/people/invite-people.ts'
import { type Hospital, slackTeam } from '../../../src/catalogue/hospital.ts'
import type { Person } from '../../../src/core/people/person.ts'
import type { Directory } from '../../../src/ports/directory.ts'
import { PlatformFault } from '../../../src/ports/messenger.ts'
import { personById } from '../../../src/store/people.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
})
afterAll(() => hospital.close())

/** A directory that knows these addresses, and counts how often it is asked. */
function directory(known: Record<string, string>, asked: string[] = []): Directory {
  return {
    platform: 'slack',
    member: () => Promise.resolve(undefined),
    channel: () => Promise.resolve(undefined),
    doNotDisturb: () => Promise.resolve(new Map()),
    findByEmail: (workspace, email) => {
      asked.push(email)
      const user = known[email]
      return Promise.resolve(user === undefined ? undefined : { platform: 'slack', workspace, user })
    },
  }
}

function invite(slack: Directory = directory({})): Promise<number> {
  return invitePeople({ ...hospital.world, directories: { slack } }, hospital.organizationId)
}

async function noticesFor(person: Person) {
  const users = (await hospital.within((scope) => personById(scope, person.id)))?.accounts.map(
    ({ user }) => user,
  )
  return (await hospital.outbox()).filter(
    ({ key, user }) => key.startsWith('notice:') && users?.includes(user ?? ''),
  )
}

test('everybody who is invited gets the notice, once, with join and not now', async () => {
  const person = await hospital.person()
  const { id } = await hospital.program()
  await hospital.enroll(id, person, { role: 'mentee', state: 'invited' })

  await invite()
  await invite()

  const notices = await noticesFor(person)
  expect(notices).toHaveLength(1)
  expect(wordsIn(notices[0]?.message)).toMatch(/Join[\s\S]*Not now/)
  expect(notices[0]?.message.preview).not.toContain('Career')
})

test.each([
  ['mentor', {}, true],
  ['both', {}, true],
  ['mentee', {}, false],
  ['both', { type: 'peer', cadence: undefined }, false],
] as const)('a %s in a program %o reads whether mentees are shown them: %s', async (role, given, isTold) => {
  const person = await hospital.person()
  const { id } = await hospital.program(given)
  await hospital.enroll(id, person, { role, state: 'invited' })

  await invite()

  const words = wordsIn((await noticesFor(person))[0]?.message)
  expect(words.includes('shown to mentees of the program, with the skills you offer')).toBe(isTold)
})

test('where taking part is a condition of work, the notice asks for understood', async () => {
  const person = await hospital.person()
  const { id } = await hospital.program({ join: 'required', routes: { wellbeing: 'Ring 5556' } })
  await hospital.enroll(id, person, { role: 'mentee' })

  await invite()

  const words = wordsIn((await noticesFor(person))[0]?.message)
  expect(words).toContain('Understood')
  expect(words).toContain('Ring 5556')
  expect(words).not.toContain('Not now')
})

test('a notice that falls into the night is sent when the person’s hours begin', async () => {
  const person = await hospital.person({ zone: 'Australia/Sydney' })
  const { id } = await hospital.program()
  const enrollmentId = await hospital.enroll(id, person, { role: 'mentee', state: 'invited' })

  await invite()

  const [job] = await hospital.within(
    ({ tx }) => tx.$queryRaw<{ hours: number }[]>`
      select extract(epoch from j.run_at - now())::float8 / 3600 as hours
      from outbox o join graphile_worker.jobs j on j.key = o.id where o.key = ${`notice:${enrollmentId}`}`,
  )
  expect(job?.hours).toBeCloseTo(12, 1)
})

test('who has a check-in coming gets the notice with it, and never twice', async () => {
  const [mentor, mentee] = [await hospital.person(), await hospital.person()]
  const { id } = await hospital.program({ starts_on: '2026-12-07' })
  await hospital.enroll(id, mentor, { role: 'mentor', state: 'invited' })
  await hospital.enroll(id, mentee, { role: 'mentee', state: 'invited' })
  await hospital.within((scope) =>
    addPair(scope, { program: id, mentor: mentor.email, mentee: mentee.email, actor: 'command line' }),
  )

  await invite()
  expect(await noticesFor(mentee)).toHaveLength(0)
  hospital.at('2027-01-19T10:00:00Z')
  await openDue(hospital.world, hospital.organizationId)
  await invite()

  expect(await noticesFor(mentee)).toHaveLength(0)
  const nudge = (await hospital.outbox()).find(
    ({ key, user }) => key.startsWith('nudge:') && user === mentee.accounts[0]?.user,
  )
  const words = wordsIn(nudge?.message)
  expect(words.indexOf('retention and legal access')).toBeGreaterThan(0)
  expect(words.indexOf('retention and legal access')).toBeLessThan(words.indexOf('a short check-in'))
  hospital.at('2027-01-04T10:00:00Z')
})

test('whoever said not now is not asked again', async () => {
  const person = await hospital.person()
  const { id } = await hospital.program()
  const enrollmentId = await hospital.enroll(id, person, { role: 'mentee', state: 'invited' })
  await hospital.as(person).press('program.not-now', enrollmentId)

  await invite()

  expect(await noticesFor(person)).toHaveLength(0)
})

test('a person without an account is found in the directory by e-mail, linked and told', async () => {
  const person = await hospital.person({ platform: 'none' })
  const { id } = await hospital.program()
  await hospital.enroll(id, person, { role: 'mentee', state: 'invited' })

  await invite(directory({ [person.email]: 'UFOUND1' }))

  const found = await hospital.within((scope) => personById(scope, person.id))
  expect(found?.accounts).toEqual([{ platform: 'slack', workspace: slackTeam, user: 'UFOUND1' }])
  expect(await noticesFor(person)).toHaveLength(1)
})

test('an account that is somebody else’s is never taken over', async () => {
  const owner = await hospital.person()
  const other = await hospital.person({ platform: 'none' })
  const { id } = await hospital.program()
  await hospital.enroll(id, other, { role: 'mentee', state: 'invited' })

  await invite(directory({ [other.email]: owner.accounts[0]?.user ?? '' }))

  expect(await hospital.within((scope) => personById(scope, other.id))).toMatchObject({ accounts: [] })
})

test('at most twenty people are looked for at once, everybody comes to their turn, and nobody twice a day', async () => {
  const { id } = await hospital.program()
  const emails: string[] = []
  for (let count = 0; count < 25; count += 1) {
    const person = await hospital.person({ platform: 'none', name: `Missing ${count}` })
    await hospital.enroll(id, person, { role: 'mentee', state: 'invited' })
    emails.push(person.email)
  }
  const asked: string[] = []
  const nobody = directory({}, asked)

  await invite(nobody)
  const first = asked.length
  await invite(nobody)
  await invite(nobody)

  expect(first).toBe(20)
  expect(new Set(asked).size).toBe(asked.length)
  expect(emails.filter((email) => !asked.includes(email))).toEqual([])
  const names = (await hospital.within(unreachable)).map(({ name }) => name)
  expect(names).toContain('Missing 7')
})

test('a directory that does not answer stops nobody from being told, and is asked again', async () => {
  const [reached, sought] = [await hospital.person(), await hospital.person({ platform: 'none' })]
  const { id } = await hospital.program()
  await hospital.enroll(id, reached, { role: 'mentee', state: 'invited' })
  await hospital.enroll(id, sought, { role: 'mentee', state: 'invited' })
  const mute: Directory = {
    ...directory({}),
    findByEmail: () => Promise.reject(new PlatformFault('rate-limited', { code: 'ratelimited' })),
  }

  await invite(mute)
  await invite(directory({ [sought.email]: 'UFOUND2' }))

  expect(await noticesFor(reached)).toHaveLength(1)
  expect(await noticesFor(sought)).toHaveLength(1)
})
