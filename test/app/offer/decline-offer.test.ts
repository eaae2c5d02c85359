import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishPairs } from '../../../src/app/match/publish-pairs.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { textIn } from '../../../src/core/message/form.ts'
import { openHospital } from '../../support/hospital.ts'
import { answered, openStage, proseOf, toldTo } from './stage.ts'

let hospital: Hospital

const why = 'We used to live next door to one another'

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
})
afterAll(() => hospital.close())

test('a no opens a form in which a reason may stand, and beside it who will read it', async () => {
  const stage = await openStage(hospital)
  const mentor = await stage.enrolled('mentor')
  const offer = await stage.offered(mentor, await stage.enrolled('mentee', { name: 'Priya Shah' }))

  const outcome = await hospital.as(mentor).press('offer.decline', offer.id)

  const form = outcome.kind === 'form' ? outcome.form : undefined
  const words = proseOf(form)
  expect(form?.verb).toBe('offer.decline-save')
  expect(words).toContain('no reason is needed')
  expect(words).toContain('Priya Shah never hears of it')
  expect(words).toContain('Who will read it: only the coordinators of this program')
})

test('a no ends the offer: the two are never proposed again, the mentee is back in the draft and hears nothing', async () => {
  const stage = await openStage(hospital)
  const mentor = await stage.enrolled('mentor', { name: 'Amira Haddad' })
  const mentee = await stage.enrolled('mentee')
  const next = await stage.enrolled('mentor')
  const offer = await stage.offered(mentor, mentee)
  await stage.delivered()

  const outcome = await hospital.as(mentor).submit('offer.decline-save', offer.id, {})

  expect(answered(outcome)).toContain('Thank you for telling me')
  expect(await stage.stateOf(offer)).toBe('declined')
  const rejected = await hospital.within(({ tx }) =>
    tx.rejection.findMany({ where: { programId: stage.programId } }),
  )
  expect(rejected).toMatchObject([{ mentorId: mentor.id, menteeId: mentee.id, by: 'mentor' }])
  expect(await stage.drafted()).toMatchObject([{ menteeId: mentee.id, mentorId: next.id }])
  expect(await stage.to(mentee)).toEqual([])
  const [changed] = (await stage.to(mentor)).filter(({ kind }) => kind === 'update')
  expect(JSON.stringify(changed?.message)).not.toContain('"verb"')
  expect(await toldTo(stage, stage.coordinator)).toContain(
    'Amira Haddad said “not this time”, without a reason',
  )
})

test('the reason is sealed, and only coordinators without a conflict read it', async () => {
  const manager = await hospital.person({ name: 'Max Manager' })
  const outsider = await hospital.person()
  const stage = await openStage(hospital)
  const { id: programId } = await hospital.program({
    coordinators: [stage.coordinator.email, manager.email],
  })
  const mentor = await stage.enrolled('mentor')
  const mentee = await stage.enrolled('mentee', { managerEmail: manager.email })
  for (const [person, role] of [
    [mentor, 'mentor'],
    [mentee, 'mentee'],
  ] as const)
    await hospital.enroll(programId, person, { role })
  const offer = await publishThere(programId, { mentor: mentor.email, mentee: mentee.email })

  await hospital.as(mentor).submit('offer.decline-save', offer, { why })

  const row = await hospital.within(({ tx }) => tx.offer.findUniqueOrThrow({ where: { id: offer } }))
  expect(Buffer.from(row.why ?? []).toString('latin1')).not.toContain('next door')
  const place = { table: 'offers', row: offer, column: 'why' }
  expect(row.why && hospital.world.store.seal.open(row.why, place)).toBe(why)
  const told = await toldTo(stage, stage.coordinator)
  expect(told).toContain(`“${why}”`)
  for (const other of [manager, mentee, mentor, outsider])
    expect(await toldTo(stage, other)).not.toContain('next door')
  const audited = await hospital.within(({ tx }) => tx.auditEntry.findMany({ where: { subject: offer } }))
  expect(JSON.stringify(audited)).not.toContain('next door')
  const drafts = await hospital.within(({ tx }) => tx.draftRow.findMany({ where: { draft: { programId } } }))
  expect(JSON.stringify(drafts)).not.toContain('next door')
})

test('a reason that holds a patient’s number is refused at its field, and the offer stays open', async () => {
  const stage = await openStage(hospital)
  const mentor = await stage.enrolled('mentor')
  const offer = await stage.offered(mentor, await stage.enrolled('mentee'))

  const outcome = await hospital
    .as(mentor)
    .submit('offer.decline-save', offer.id, { why: 'NHS number 943 476 5919 keeps me busy' })

  expect(outcome.kind).toBe('errors')
  expect(outcome.kind === 'errors' && textIn(outcome.errors, 'why')).toBeTruthy()
  expect(await stage.stateOf(offer)).toBe('open')
})

test('a form that was sent for an offer answered meanwhile gives back what was typed', async () => {
  const stage = await openStage(hospital)
  const mentor = await stage.enrolled('mentor')
  const offer = await stage.offered(mentor, await stage.enrolled('mentee'))
  await hospital.as(mentor).press('offer.accept', offer.id)

  const outcome = await hospital.as(mentor).submit('offer.decline-save', offer.id, { why })

  expect(answered(outcome)).toContain('You have said yes')
  expect(answered(outcome)).toContain(why)
  expect(await stage.stateOf(offer)).toBe('accepted')
})

/** In another program than that of the stage. */
async function publishThere(programId: string, pair: { mentor: string; mentee: string }): Promise<string> {
  await hospital.within((scope) => publishPairs(scope, { programId, pairs: [pair], actor: 'command line' }))
  return hospital.within(async ({ tx }) => (await tx.offer.findFirst({ where: { programId } }))?.id ?? '')
}
