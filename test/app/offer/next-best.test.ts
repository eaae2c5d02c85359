import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { settleOffers } from '../../../src/app/offer/settle-offers.ts'
import { loseAccount } from '../../../src/app/people/lose-account.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { openOffersOf } from '../../../src/store/offers.ts'
import { openHospital } from '../../support/hospital.ts'
import { answered, openStage, toldTo } from './stage.ts'

let hospital: Hospital

// A Monday.
const start = '2027-01-04T10:00:00Z'
const automatic = { match: { offers: 'automatic' } }

beforeAll(async () => {
  hospital = await openHospital(start)
})
afterAll(() => hospital.close())
beforeEach(() => hospital.at(start))

function decline(mentor: Person, { id }: { id: string }) {
  return hospital.as(mentor).submit('offer.decline-save', id, {})
}

function openOffersTo({ id }: Person) {
  return hospital.within((scope) => openOffersOf(scope, id))
}

test('who was offered before, and how it ended, does not stand in the draft: whoever manages that mentor reads it, too', async () => {
  const stage = await openStage(hospital)
  const earlier = await stage.enrolled('mentor', {
    name: 'Amira Haddad',
    managerEmail: stage.coordinator.email,
  })
  await stage.enrolled('mentor', { name: 'Bea Kim', profile: { capacity: 3 } })
  const declined = await stage.enrolled('mentee', { name: 'Priya Shah' })
  await decline(earlier, await stage.offered(earlier, declined))

  const review = await hospital.as(stage.coordinator).command('admin review priya')

  expect(answered(review)).toContain('an earlier offer was not taken up')
  expect(answered(review)).not.toMatch(/Amira|Haddad|declined|expired/)
})

test('whom the next best is stays unsaid to a coordinator who manages them', async () => {
  const stage = await openStage(hospital, automatic)
  const first = await stage.enrolled('mentor', { profile: { skills_offered: ['IV'] } })
  const mentee = await stage.enrolled('mentee', { profile: { skills_sought: ['IV'] } })
  const offer = await stage.offered(first, mentee)
  const next = await stage.enrolled('mentor', { name: 'Bea Kim', managerEmail: stage.coordinator.email })

  await decline(first, offer)

  expect(await openOffersTo(next)).toHaveLength(1)
  expect(await toldTo(stage, stage.coordinator)).toContain('I have asked somebody else instead')
  expect(await toldTo(stage, stage.coordinator)).not.toContain('Bea Kim')
})

test('once a program is over nobody is reminded of an offer, and nobody else is asked', async () => {
  const stage = await openStage(hospital, { ...automatic, ends_on: '2027-01-05' })
  const first = await stage.enrolled('mentor')
  const mentee = await stage.enrolled('mentee')
  const next = await stage.enrolled('mentor')
  const offer = await stage.offered(first, mentee)
  await stage.delivered()

  hospital.at('2027-01-08T09:00:00Z')
  await settleOffers(hospital.world, hospital.organizationId)
  hospital.at('2027-01-11T09:00:00Z')
  await settleOffers(hospital.world, hospital.organizationId)

  expect(await stage.stateOf(offer)).toBe('expired')
  expect(await toldTo(stage, first)).not.toContain('Still open')
  expect(await stage.to(next)).toEqual([])
  expect(await openOffersTo(mentee)).toEqual([])
})

test('nobody is asked who cannot be written to, least of all whose account is lost', async () => {
  const stage = await openStage(hospital, automatic)
  const best = { profile: { skills_offered: ['IV'] } }
  const lost = await stage.enrolled('mentor', best)
  const without = await stage.enrolled('mentor', { ...best, platform: 'none' })
  const other = await stage.enrolled('mentor')
  const mentee = await stage.enrolled('mentee', { profile: { skills_sought: ['IV'] } })
  await stage.offered(lost, mentee)
  const [account] = lost.accounts
  if (!account) throw new Error('there is no account')

  await hospital.within((scope) => loseAccount(scope, account))

  expect(await openOffersTo(lost)).toEqual([])
  expect(await openOffersTo(without)).toEqual([])
  expect(await openOffersTo(other)).toHaveLength(1)
})

test('two who are turned down at the same moment are not both offered to a mentor with one place', async () => {
  const stage = await openStage(hospital, automatic)
  const [one, two] = [await stage.enrolled('mentor'), await stage.enrolled('mentor')]
  const [ana, ben] = [await stage.enrolled('mentee'), await stage.enrolled('mentee')]
  const [offers] = [[await stage.offered(one, ana), await stage.offered(two, ben)]]
  const last = await stage.enrolled('mentor')
  await hospital.within(({ tx }) =>
    tx.enrollment.updateMany({
      where: { programId: stage.programId, personId: { in: [one.id, two.id] } },
      data: { role: 'mentee' },
    }),
  )

  await Promise.all([decline(one, offers[0] ?? { id: '' }), decline(two, offers[1] ?? { id: '' })])

  expect(await openOffersTo(last)).toHaveLength(1)
})

test('nobody is asked for a mentee who cannot be written to: they are back in the draft', async () => {
  const stage = await openStage(hospital, automatic)
  const first = await stage.enrolled('mentor')
  const mentee = await stage.enrolled('mentee')
  await stage.offered(first, mentee)
  await stage.enrolled('mentor')
  const [account] = mentee.accounts
  if (!account) throw new Error('there is no account')

  await hospital.within((scope) => loseAccount(scope, account))

  expect(await openOffersTo(mentee)).toEqual([])
  expect((await stage.drafted()).map(({ menteeId }) => menteeId)).toEqual([mentee.id])
})

test('an offer of which one of the two is gone is over, and keeps no other waiting', async () => {
  const stage = await openStage(hospital)
  const gone = await stage.enrolled('mentee')
  const offer = await stage.offered(await stage.enrolled('mentor'), gone)
  await hospital.within(({ tx }) => tx.person.delete({ where: { id: gone.id } }))
  hospital.at('2027-01-11T09:00:00Z')

  await settleOffers(hospital.world, hospital.organizationId)

  expect(await stage.stateOf(offer)).toBe('withdrawn')
})
