import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { beat } from '../../../src/app/heartbeat.ts'
import { settleIn } from '../../../src/app/orientation/settle-in.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Form } from '../../../src/core/message/form.ts'
import type { Pair } from '../../../src/core/pair/pair.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { prismaFolder } from '../../../src/store/migrate-files.ts'
import { ticksOf } from '../../../src/store/orientation-ticks.ts'
import { closePairs } from '../../../src/store/pairs.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

const hospitals: Hospital[] = []
let hospital: Hospital
beforeEach(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
  hospitals.push(hospital)
})
afterAll(() => Promise.all(hospitals.map((one) => one.close())))

const points = [
  { id: 'manager', group: 'who', text: 'Meet the manager' },
  { id: 'rota', group: 'how', text: 'Read the rota' },
]

interface Two {
  readonly pair: Pair
  readonly mentor: Person
  readonly mentee: Person
  readonly slug: string
}

async function newcomers(settings: Record<string, unknown> = {}): Promise<Two> {
  const mentor = await hospital.person({ name: 'Amira Haddad' })
  const mentee = await hospital.person({ name: 'Priya Shah', platform: 'teams' })
  const { id, program } = await hospital.program({ type: 'residency', orientation: points, ...settings })
  return { pair: await hospital.pair(id, mentor, mentee), mentor, mentee, slug: program.slug }
}

async function opened(person: Person, { pair }: Two): Promise<Form> {
  const outcome = await hospital.as(person).press('orientation.tick', pair.id)
  if (outcome.kind !== 'form') throw new Error(wordsIn(outcome))
  return outcome.form
}

function save(person: Person, form: Form, values: Record<string, string[]>) {
  return hospital.as(person).submit('orientation.save', form.about, values)
}

async function ticked({ pair }: Two): Promise<string[]> {
  return [...(await hospital.within((scope) => ticksOf(scope, pair.id)))].toSorted()
}

async function keysWith(part: string): Promise<string[]> {
  return (await hospital.outbox()).map(({ key }) => key).filter((key) => key.includes(part))
}

test('both of a newcomer’s pair get the list once, a day after they were paired', async () => {
  const two = await newcomers()
  await beat(hospital.world)
  const atOnce = await keysWith(':list:')

  for (let day = 0; day < 3; day += 1) {
    hospital.at({ days: 1 })
    await beat(hospital.world)
  }

  const lists = (await hospital.outbox()).filter(({ key }) => key.includes(':list:'))
  expect(atOnce).toEqual([])
  expect(lists.map(({ user }) => user).toSorted()).toEqual(
    [two.mentor, two.mentee].map(({ accounts }) => accounts[0]?.user).toSorted(),
  )
  expect(wordsIn(lists[0]?.message)).toContain('Meet the manager')
})

test.each([
  ['a career program has no list', { type: 'career', orientation: undefined }],
  ['a program may have none', { orientation: 'none' }],
])('%s', async (_, settings) => {
  const two = await newcomers(settings)
  hospital.at({ days: 1 })
  await settleIn(hospital.world, hospital.organizationId)

  expect(await keysWith('orientation:')).toEqual([])
  expect(wordsIn(await hospital.as(two.mentee).press('orientation.list'))).toContain('no orientation list')
})

test('two who have met already are past it', async () => {
  const two = await newcomers()
  await hospital.as(two.mentee).command('met 30')
  hospital.at({ days: 1 })
  await settleIn(hospital.world, hospital.organizationId)

  expect(await keysWith(':list:')).toEqual([])
})

test('what one ticks off the other sees at once', async () => {
  const two = await newcomers()
  hospital.at({ days: 1 })
  await settleIn(hospital.world, hospital.organizationId)

  const saved = await save(two.mentee, await opened(two.mentee, two), { who: ['manager'] })

  expect(wordsIn(saved)).toContain('1 of 2 are done; Amira Haddad sees the same')
  const updates = (await hospital.outbox()).filter(({ kind }) => kind === 'update')
  expect(updates.map(({ user }) => user).toSorted()).toEqual(
    [two.mentor, two.mentee].map(({ accounts }) => accounts[0]?.user).toSorted(),
  )
  expect(updates.every(({ message }) => wordsIn(message).includes('✓ \nMeet the manager'))).toBe(true)
})

test('two who tick at the same time lose nothing of one another, and are told once that all is done', async () => {
  const two = await newcomers()
  const [one, other] = [await opened(two.mentor, two), await opened(two.mentee, two)]

  await Promise.all([
    save(two.mentor, one, { who: ['manager'] }),
    save(two.mentee, other, { who: ['manager'], how: ['rota'] }),
  ])

  expect(await ticked(two)).toEqual(['manager', 'rota'])
  expect(await keysWith(':done:')).toHaveLength(2)
})

test('a tick is taken back by whoever sees that it was too early', async () => {
  const two = await newcomers()
  await save(two.mentee, await opened(two.mentee, two), { who: ['manager'], how: ['rota'] })

  await save(two.mentor, await opened(two.mentor, two), { how: ['rota'] })
  await save(two.mentor, await opened(two.mentor, two), { who: ['manager'], how: ['rota'] })

  expect(await ticked(two)).toEqual(['manager', 'rota'])
  expect(await keysWith(':done:')).toHaveLength(2)
})

test('a point that the program takes off the list while the form is open is nobody’s error, and does not count', async () => {
  const two = await newcomers()
  const form = await opened(two.mentee, two)
  await hospital.program({ slug: two.slug, type: 'residency', orientation: [points[1]] })

  const saved = await save(two.mentee, form, { who: ['manager'], how: ['rota'] })

  expect(wordsIn(saved)).toContain('Everything on the list is done')
  expect(await ticked(two)).toEqual(['rota'])
})

test('a pair that is over, or somebody else’s, has no list', async () => {
  const two = await newcomers()
  const form = await opened(two.mentee, two)
  const stranger = await hospital.as(await hospital.person()).press('orientation.tick', two.pair.id)
  await hospital.within((scope) => closePairs(scope, [two.pair.id], 'coordinator'))

  const late = await save(two.mentee, form, { who: ['manager'] })

  expect(wordsIn([stranger, late])).toContain('no orientation list for that pair')
  expect(await ticked(two)).toEqual([])
})

test('with several pairs one chooses', async () => {
  const two = await newcomers()
  const second = await hospital.person({ name: 'Noor Aziz' })
  await hospital.pair(two.pair.programId, two.mentor, second)

  const which = await hospital.as(two.mentor).press('orientation.list')

  expect(wordsIn(which)).toContain('Noor Aziz')
  expect(wordsIn(which)).toContain('Priya Shah')
})

test('where nobody knows somebody’s time zone the list waits, without a fault, until it is put right', async () => {
  const { mentee } = await newcomers()
  const live = (timeZone: string) =>
    hospital.within(({ tx }) => tx.person.update({ where: { id: mentee.id }, data: { timeZone } }))
  await live('Mars/Olympus')
  hospital.at({ days: 1 })

  await settleIn(hospital.world, hospital.organizationId)
  const before = await keysWith(':list:')
  await live('Europe/London')
  hospital.at({ days: 1 })
  await settleIn(hospital.world, hospital.organizationId)

  expect(before).toEqual([])
  expect(await keysWith(':list:')).toHaveLength(2)
})

/** As a pair stands that began before there were lists, when the release with them is first started. */
async function fromBefore({ pair }: Two): Promise<void> {
  const folder = join(prismaFolder, 'migrations', '20261122140430_beginnings_of_earlier_pairs')
  const script = await readFile(join(folder, 'migration.sql'), 'utf8')
  await hospital.within(async ({ tx, now }) => {
    await tx.pair.updateMany({ where: { id: pair.id }, data: { settleAt: null } })
    await tx.$executeRawUnsafe(script)
    // The migration goes by the machine's clock, the hospital by its own.
    await tx.pair.updateMany({
      where: { id: pair.id, settleAt: { not: null } },
      data: { settleAt: new Date(now.epochMilliseconds) },
    })
  })
}

test('a pair from before there were lists gets one while it is new, and once', async () => {
  const two = await newcomers()
  hospital.at({ days: 5 })
  await fromBefore(two)
  await settleIn(hospital.world, hospital.organizationId)
  await fromBefore(two)

  await settleIn(hospital.world, hospital.organizationId)

  expect(await keysWith(':list:')).toHaveLength(2)
})

test('one that has been under way for long gets none, but its mentee is asked about skills once', async () => {
  const two = await newcomers({ ends_on: '2027-12-17' })
  await hospital.within(({ tx }) =>
    tx.person.update({ where: { id: two.mentee.id }, data: { profile: { skills_sought: ['Handover'] } } }),
  )
  hospital.at({ days: 60 })
  await fromBefore(two)

  await settleIn(hospital.world, hospital.organizationId)

  expect(await keysWith(':list:')).toEqual([])
  expect(await keysWith('skills:')).toEqual([`skills:${two.pair.id}:start`])
})
