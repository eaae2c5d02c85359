import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { beat } from '../../../src/app/heartbeat.ts'
import { publishPairs } from '../../../src/app/match/publish-pairs.ts'
import { settleOffers } from '../../../src/app/offer/settle-offers.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { openHospital } from '../../support/hospital.ts'
import { answered, type OfferStage, openStage, proseOf, toldTo } from './stage.ts'

let hospital: Hospital

// A Monday.
const start = '2027-01-04T10:00:00Z'

beforeAll(async () => {
  hospital = await openHospital(start)
})
afterAll(() => hospital.close())
beforeEach(() => hospital.at(start))

function settle(): Promise<void> {
  return settleOffers(hospital.world, hospital.organizationId)
}

async function keysTo(stage: OfferStage, person: Parameters<OfferStage['to']>[0]): Promise<string[]> {
  return (await stage.to(person)).map(({ key }) => key.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID'))
}

function rejections({ programId }: OfferStage) {
  return hospital.within(({ tx }) =>
    tx.rejection.findMany({ where: { programId }, select: { mentorId: true, menteeId: true, by: true } }),
  )
}

test('a mentor is reminded once, half-way, at an hour that suits', async () => {
  const stage = await openStage(hospital)
  const mentor = await stage.enrolled('mentor')
  await stage.offered(mentor, await stage.enrolled('mentee', { name: 'Priya Shah' }))
  await stage.delivered()
  // Monday 10:00 to Monday 09:00 is the time for it: half-way is Thursday 21:30, and then it is Friday morning.
  hospital.at('2027-01-07T21:31:00Z')
  await settle()
  const before = await keysTo(stage, mentor)
  hospital.at('2027-01-08T09:00:00Z')

  await settle()
  await settle()

  expect(before).toEqual(['offer:ID:asked:mentor'])
  expect(await keysTo(stage, mentor)).toEqual(['offer:ID:asked:mentor', 'offer:ID:reminder:mentor'])
  expect(await toldTo(stage, mentor)).toContain('Still open: ')
})

test('with a day to answer there is no reminder', async () => {
  const stage = await openStage(hospital, { match: { offer_expires_days: '1' } })
  const mentor = await stage.enrolled('mentor')
  const offer = await stage.offered(mentor, await stage.enrolled('mentee'))
  await stage.delivered()

  hospital.at({ hours: 23 })
  await settle()
  const open = await stage.stateOf(offer)
  hospital.at({ hours: 1 })
  await settle()

  expect(open).toBe('open')
  expect(await stage.stateOf(offer)).toBe('expired')
  expect(await keysTo(stage, mentor)).not.toContain('offer:ID:reminder:mentor')
})

test('an offer that nobody answers expires: its buttons are gone, the two are rejected by silence, the mentee is back in the draft', async () => {
  const stage = await openStage(hospital)
  const mentor = await stage.enrolled('mentor', { name: 'Amira Haddad' })
  const mentee = await stage.enrolled('mentee', { name: 'Priya Shah' })
  const offer = await stage.offered(mentor, mentee)
  await stage.delivered()
  hospital.at('2027-01-11T09:00:00Z')

  await beat(hospital.world)

  expect(await stage.stateOf(offer)).toBe('expired')
  expect(await rejections(stage)).toEqual([{ mentorId: mentor.id, menteeId: mentee.id, by: 'silence' }])
  expect(await stage.drafted()).toEqual([
    {
      menteeId: mentee.id,
      mentorId: null,
      reasons: ['an earlier offer was not taken up', expect.anything()],
    },
  ])
  const [changed] = (await stage.to(mentor)).filter(({ kind }) => kind === 'update')
  expect(proseOf(changed?.message)).toContain('The time for an answer is over')
  expect(JSON.stringify(changed?.message)).not.toContain('"verb"')
  expect(await toldTo(stage, stage.coordinator)).toContain(
    'Amira Haddad has not answered in time. Back in the draft.',
  )
  const answer = await hospital.as(mentor).press('offer.accept', offer.id)
  expect(answered(answer)).toContain('The time for an answer is over')
  expect(await stage.pairs()).toBe(0)
})

test('several that expire at one beat are one message to each coordinator', async () => {
  const stage = await openStage(hospital)
  for (const name of ['Priya Shah', 'Sam Lee', 'Noor Khan'])
    await stage.offered(await stage.enrolled('mentor'), await stage.enrolled('mentee', { name }))
  hospital.at('2027-01-11T09:00:00Z')

  await settle()
  await settle()

  const told = await stage.to(stage.coordinator)
  expect(told).toHaveLength(1)
  const words = proseOf(told[0]?.message)
  expect(words).toContain('3 offers were not taken up')
  for (const name of ['Priya Shah', 'Sam Lee', 'Noor Khan']) expect(words).toContain(name)
})

test('more than one transaction takes are still one message to each coordinator', async () => {
  const stage = await openStage(hospital)
  const mentor = await stage.enrolled('mentor', { profile: { capacity: 300 } })
  const mentees = Array.from({ length: 120 }, (_, number) => `many-${number}-${stage.programId}`)
  await hospital.within(async ({ tx, organizationId }) => {
    const people = mentees.map((id) => ({
      ...{ id, organizationId, name: id, email: `${id}@example.org`, timeZone: 'Europe/London' },
      ...{ contactDays: [1, 2, 3, 4, 5], contactFrom: '09:00', contactTo: '19:00', leave: [] },
    }))
    await tx.person.createMany({ data: people })
    await tx.enrollment.createMany({
      data: mentees.map((personId) => ({
        ...{ id: personId, organizationId, personId, programId: stage.programId },
        ...{ role: 'mentee', state: 'active' },
      })),
    })
  })
  const pairs = mentees.map((id) => ({ mentor: mentor.email, mentee: `${id}@example.org` }))
  const { programId } = stage
  const published = await hospital.within((scope) =>
    publishPairs(scope, { programId, pairs, actor: 'command line' }),
  )
  hospital.at('2027-01-11T09:00:00Z')

  await settle()

  expect(published).toEqual({ ok: true, offers: 120, pairs: 0 })
  const told = await stage.to(stage.coordinator)
  expect(told).toHaveLength(1)
  expect(proseOf(told[0]?.message)).toContain('120 offers were not taken up')
  expect(await stage.drafted()).toHaveLength(120)
})

test('where the process ends between the expiry and what follows, the next beat goes on, and nothing comes twice', async () => {
  const stage = await openStage(hospital)
  const mentor = await stage.enrolled('mentor')
  const offer = await stage.offered(mentor, await stage.enrolled('mentee'))
  hospital.at('2027-01-11T09:00:00Z')
  const { store } = hospital.world
  let transactions = 0
  const dying = {
    ...hospital.world,
    store: {
      ...store,
      transaction: ((work) => {
        transactions += 1
        if (transactions > 2) throw new Error('the process has ended')
        return store.transaction(work)
      }) as typeof store.transaction,
    },
  }
  await settleOffers(dying, hospital.organizationId).catch(() => undefined)
  const then = { state: await stage.stateOf(offer), drafted: await stage.drafted() }

  await settle()
  await settle()

  expect(then).toEqual({ state: 'expired', drafted: [] })
  expect(await stage.drafted()).toHaveLength(1)
  expect(await stage.to(stage.coordinator)).toHaveLength(1)
})

test('two processes that settle at once do it once', async () => {
  const stage = await openStage(hospital)
  const mentor = await stage.enrolled('mentor')
  await stage.offered(mentor, await stage.enrolled('mentee'))
  hospital.at('2027-01-11T09:00:00Z')

  await Promise.all([settle(), settle()])

  expect(await stage.drafted()).toHaveLength(1)
  expect(await stage.to(stage.coordinator)).toHaveLength(1)
})

test('the time for an answer is counted on the mentor’s own clock, also where it is put forward meanwhile', async () => {
  hospital.at('2027-03-24T10:00:00Z')
  const stage = await openStage(hospital, { match: { offer_expires_days: '5' } })
  const contact = { days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '19:00' }
  const mentor = await stage.enrolled('mentor', { contact })
  const offer = await stage.offered(mentor, await stage.enrolled('mentee'))
  const asked = await toldTo(stage, mentor)
  // The clocks go forward on Sunday 28 March: 10:00 is an hour earlier from then on.
  hospital.at('2027-03-29T08:59:00Z')
  await settle()
  const before = await stage.stateOf(offer)
  hospital.at('2027-03-29T09:00:00Z')

  await settle()

  expect(before).toBe('open')
  expect(await stage.stateOf(offer)).toBe('expired')
  expect(asked).toContain('Please answer by Mon 29 March at 10:00')
})

test('with automatic offers the next best is asked at once, and the coordinators are told whom', async () => {
  const stage = await openStage(hospital, { match: { offers: 'automatic' } })
  const mentee = await stage.enrolled('mentee', { name: 'Priya Shah', profile: { skills_sought: ['IV'] } })
  const best = await stage.enrolled('mentor', { profile: { skills_offered: ['IV'] } })
  const next = await stage.enrolled('mentor', { name: 'Bea Kim' })
  const offer = await stage.offered(best, mentee)
  hospital.at('2027-01-11T09:00:00Z')

  await settle()

  expect(await stage.stateOf(offer)).toBe('expired')
  expect(await toldTo(stage, next)).toContain('would you be the mentor of Priya Shah')
  expect(await toldTo(stage, stage.coordinator)).toContain('I have asked Bea Kim instead')
  expect(await stage.drafted()).toEqual([])
})

test('where there is nobody else to ask, the mentee returns to the draft, also with automatic offers', async () => {
  const stage = await openStage(hospital, { match: { offers: 'automatic' } })
  const mentee = await stage.enrolled('mentee')
  const mentor = await stage.enrolled('mentor')
  const offer = await stage.offered(mentor, mentee)

  await hospital.as(mentor).submit('offer.decline-save', offer.id, {})

  expect((await stage.drafted()).map(({ menteeId }) => menteeId)).toEqual([mentee.id])
  expect(await toldTo(stage, stage.coordinator)).toContain('Back in the draft')
})

test('a mentee who does not answer ends it like a no, and the mentor who had said yes is told kindly', async () => {
  const stage = await openStage(hospital, { match: { mentee_consent: 'yes' } })
  const mentor = await stage.enrolled('mentor')
  const mentee = await stage.enrolled('mentee', { name: 'Priya Shah' })
  const offer = await stage.offered(mentor, mentee)
  await stage.delivered()
  await hospital.as(mentor).press('offer.accept', offer.id)
  await stage.delivered()
  hospital.at({ days: 14 })

  await settle()

  expect(await stage.stateOf(offer)).toBe('expired')
  expect(await toldTo(stage, mentor)).toContain('there will be no pair with Priya Shah')
  expect(await toldTo(stage, mentee)).toContain('The time for an answer is over')
  expect(await toldTo(stage, stage.coordinator)).toContain('Priya Shah has not answered in time')
})
