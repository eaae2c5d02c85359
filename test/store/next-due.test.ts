import { afterAll, beforeAll, expect, test } from 'vitest'
import { reschedule } from '../../src/app/checkin/schedule.ts'
import { beatFor } from '../../src/app/heartbeat.ts'
import { logMeeting } from '../../src/app/pair/log-meeting.ts'
import type { Hospital } from '../../src/catalogue/hospital.ts'
import type { Person } from '../../src/core/people/person.ts'
import { nextDueAt } from '../../src/store/next-due.ts'
import { markGone } from '../../src/store/people.ts'
import { agreeOn } from '../app/meeting/scene.ts'
import { openHospital } from '../support/hospital.ts'

let hospital: Hospital
beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
})
afterAll(() => hospital.close())

/** A pair for whom as much as can be is due within weeks, and people about whom something else is. */
async function busyPeople(): Promise<void> {
  const coordinator = await hospital.person({ name: 'Carla Costa' })
  const { id: programId } = await hospital.program({
    ends_on: '2027-03-02',
    coordinators: [coordinator.email],
  })
  const mentor = await hospital.person({ name: 'Amira Haddad', zone: 'America/New_York' })
  const mentee = await hospital.person({ name: 'Priya Shah', profile: { skills_sought: ['Handover'] } })
  const pair = await hospital.pair(programId, mentor, mentee)
  for (const person of [mentor, mentee]) await hospital.within((scope) => reschedule(scope, person))
  const colleague = await hospital.person({ name: 'Tom Hale' })
  const by = hospital.as(mentee)
  await agreeOn(hospital, { mentor, mentee, pair, programId }, '2027-01-14 15:00')
  await by.submit('opportunity.save', pair.id, { kind: 'shadowing', title: 'A ward day', on: '2027-01-12' })
  await by.submit('plan.add-save', pair.id, { title: 'Read the guideline', owner: 'me', dueOn: '2027-01-20' })
  await by.submit('help.save', pair.id, { words: 'I find no time', urgent: 'no' })
  await hospital.as(mentor).submit('intro.save', pair.id, {
    colleague: colleague.email,
    why: 'Both care about delirium',
  })
  await hospital.within((scope) =>
    logMeeting(scope, {
      pair,
      loggedBy: mentor.id,
      heldOn: Temporal.PlainDate.from('2027-01-04'),
      minutes: 60,
    }),
  )
  await takesABreak(programId)
  await leaves(programId)
  await isLost(programId)
}

async function another(programId: string, name: string): Promise<Person> {
  const mentor = await hospital.person({ name: `Mentor of ${name}` })
  const mentee = await hospital.person({ name, zone: 'America/Los_Angeles' })
  await hospital.pair(programId, mentor, mentee)
  return mentee
}

async function takesABreak(programId: string): Promise<void> {
  await hospital.as(await another(programId, 'Ben Break')).command('pause until 2027-01-16')
}

async function leaves(programId: string): Promise<void> {
  const { id } = await another(programId, 'Lea Leaver')
  await hospital.within(({ tx }) =>
    tx.person.update({ where: { id }, data: { leavesOn: new Date('2027-01-28') } }),
  )
}

async function isLost(programId: string): Promise<void> {
  const [account] = (await another(programId, 'Lou Lost')).accounts
  if (account) await hospital.within((scope) => markGone(scope, account))
}

interface Done {
  readonly what: string
  readonly at: string
}

/** What stands in the outbox and in the audit: all that a beat can be seen by. */
async function traces(): Promise<string[]> {
  return await hospital.within(async ({ tx }) => {
    const entries = await tx.outboxEntry.findMany({ select: { key: true } })
    const audited = await tx.auditEntry.findMany({ select: { id: true, action: true } })
    return [...entries.map(({ key }) => key), ...audited.map(({ id, action }) => `${action} ${id}`)]
  })
}

test('whatever the heartbeat does by itself was announced, over five weeks', async () => {
  await busyPeople()
  await beatFor(hospital.world, hospital.organizationId)
  const unannounced: Done[] = []
  let known = new Set(await traces())
  for (let beats = 0; beats < 36 * 3; beats += 1) {
    const due = await hospital.within(nextDueAt)
    hospital.at({ hours: 8 })
    const at = await hospital.within(({ now }) => Promise.resolve(now))
    await beatFor(hospital.world, hospital.organizationId)
    const found = await traces()
    const done = found.filter((one) => !known.has(one))
    known = new Set(found)
    if (!due || Temporal.Instant.compare(due, at) > 0)
      unannounced.push(...done.map((what) => ({ what, at: `${at}, announced was ${due}` })))
  }

  expect(unannounced).toEqual([])
  const kinds = [...known].map((key) => key.replace(/[0-9a-f-]{36}/g, '#'))
  for (const kind of [
    /^nudge:/,
    /^meeting:.*agenda/,
    /^opportunity:#:outcome/,
    /^plan-reminder:/,
    /^help-remind:/,
    /^intro.expired/,
    /^skills:/,
    /^agreement:/,
    /^review:/,
    /^farewell:/,
    /^program.resume/,
    /^pair:#:ended:/,
  ])
    expect(
      kinds.some((key) => kind.test(key)),
      `nothing like ${kind} among ${[...new Set(kinds)].join(', ')}`,
    ).toBe(true)
}, 180_000)
