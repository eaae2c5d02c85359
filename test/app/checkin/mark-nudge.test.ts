import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDue } from '../../../src/app/checkin/open-due.ts'
import { scheduleFirst } from '../../../src/app/checkin/schedule.ts'
import type { Hospital, Queued } from '../../../src/catalogue/hospital.ts'
import type { Person } from '../../../src/core/people/person.ts'
import type { Program } from '../../../src/core/program/program.ts'
import { changeEnrollment } from '../../../src/store/enrollments.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'
import { aboutOf } from './conversation-stage.ts'

let hospital: Hospital
let program: { id: string; program: Program }
let mentor: Person

beforeAll(async () => {
  hospital = await openHospital()
  program = await hospital.program()
})
beforeEach(async () => {
  hospital.at('2027-01-04T08:00:00Z')
  mentor = await hospital.person({ name: 'Amira Haddad' })
})
afterAll(() => hospital.close())

async function pairedWith(name: string, how: { told: boolean } = { told: true }): Promise<void> {
  const mentee = await hospital.person({ name })
  const pair = await hospital.pair(program.id, mentor, mentee)
  await hospital.within(async (scope) => {
    if (!how.told) {
      const place = await scope.tx.enrollment.findFirstOrThrow({ where: { personId: mentor.id } })
      await changeEnrollment(scope, place.id, { state: 'invited' })
      await scope.tx.enrollment.update({ where: { id: place.id }, data: { noticedAt: null } })
    }
    await scheduleFirst(scope, mentor, { pair, program: program.program })
  })
}

async function nudge(): Promise<void> {
  hospital.at('2027-01-19T09:00:00Z')
  await openDue(hospital.world, hospital.organizationId)
}

/** What has been put in the place of the nudge, in order. */
async function changes(): Promise<Queued[]> {
  const user = mentor.accounts[0]?.user
  return (await hospital.outbox()).filter((entry) => entry.user === user && entry.kind === 'update')
}

async function checkInAbout(name: string): Promise<string> {
  return await hospital.within(async ({ tx }) => {
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      select c.id from check_ins c join pairs on pairs.id = c.pair_id join people on people.id = pairs.mentee_id
      where c.person_id = ${mentor.id} and people.name = ${name} and c.state = 'open'`
    if (!row) throw new Error(`no check-in about ${name} is open`)
    return row.id
  })
}

async function fillIn(name: string): Promise<void> {
  const acting = hospital.as(mentor)
  const form = await acting.press('checkin.form', await checkInAbout(name))
  await acting.submit('checkin.save', aboutOf(form), { met: 'no', how: '4' })
}

test('a nudge whose check-in was answered in the form says so, and asks no more', async () => {
  await pairedWith('Priya Shah')
  await nudge()

  await fillIn('Priya Shah')

  const [change, ...more] = await changes()
  expect(more).toEqual([])
  expect(change?.target).toMatch(/^nudge:.+:1$/)
  const words = wordsIn(change?.message)
  expect(words).toContain('Answered. Thank you.')
  expect(words).toContain('Change an answer')
  expect(words).not.toMatch(/Answer here|Open form|Later/)
})

test('of two pairs in one nudge the other can still be answered there', async () => {
  await pairedWith('Priya Shah')
  await pairedWith('Tom Okafor')
  await nudge()

  await fillIn('Priya Shah')
  await hospital.as(mentor).press('checkin.skip', await checkInAbout('Tom Okafor'))

  const [first, second] = await changes()
  expect(wordsIn(first?.message)).toMatch(
    /Priya Shah[\s\S]*Answered[\s\S]*Tom Okafor[\s\S]*Answer here|Tom Okafor[\s\S]*Answer here[\s\S]*Priya Shah[\s\S]*Answered/,
  )
  expect(wordsIn(second?.message)).toContain('Skipped this time.')
  expect(wordsIn(second?.message)).not.toContain('Answer here')
})

test('where the check-in is answered in the chat, the conversation stands in the place of the nudge', async () => {
  await pairedWith('Priya Shah')
  await nudge()
  const acting = hospital.as(mentor)
  const about = await checkInAbout('Priya Shah')

  await acting.press('checkin.not-met', about)
  for (const question of ['how', 'learned', 'in-the-way', 'next-step', 'coordinator'])
    await acting.press('checkin.pass', `${about}:${question}`)

  expect(await changes()).toEqual([])
  await expect(checkInAbout('Priya Shah')).rejects.toThrow('is open')
})

test('the notice that stood before the question stays, without its buttons', async () => {
  await pairedWith('Priya Shah', { told: false })
  await nudge()

  await fillIn('Priya Shah')

  const words = wordsIn((await changes())[0]?.message)
  expect(words).toContain('retention and legal access')
  expect(words).not.toContain('Not now')
})
