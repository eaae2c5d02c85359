import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishPairs } from '../../../src/app/match/publish-pairs.ts'
import { type Hospital, slackTeam } from '../../../src/catalogue/hospital.ts'
import { changeDraft, draftOf, openDraft } from '../../../src/store/drafts.ts'
import { linkAccount, personById } from '../../../src/store/people.ts'
import { openHospital } from '../../support/hospital.ts'
import { answered, openStage, toldTo } from './stage.ts'

let hospital: Hospital

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
})
afterAll(() => hospital.close())

test('what is published leaves the draft, and another coordinator can see who did it; the rest stays', async () => {
  const stage = await openStage(hospital)
  const mentor = await stage.enrolled('mentor', { profile: { capacity: 2 } })
  const [one, other] = [await stage.enrolled('mentee'), await stage.enrolled('mentee')]
  const row = { mentorId: mentor.id, proposedId: mentor.id, standing: 'open', score: 1, reasons: [] } as const
  await hospital.within(async (scope) => {
    const rows = [one, other].map(({ id }) => ({ ...row, menteeId: id }))
    await changeDraft(scope, await openDraft(scope, stage.programId), { actor: 'rounds', kind: 'run', rows })
  })

  await stage.offered(mentor, one)

  const draft = await hospital.within((scope) => draftOf(scope, stage.programId))
  expect(draft?.rows.map(({ menteeId }) => menteeId)).toEqual([other.id])
  const change = await hospital.within(({ tx }) => tx.draftChange.findFirst({ where: { kind: 'publish' } }))
  expect(change).toMatchObject({ actor: stage.coordinator.id, menteeId: one.id, version: draft?.version })
})

test('a mentor does not learn who named them, although it counts', async () => {
  const stage = await openStage(hospital)
  const [mentor, mentee] = [await stage.enrolled('mentor'), await stage.enrolled('mentee')]
  await hospital.within(({ tx, organizationId }) =>
    tx.preference.create({
      data: {
        ...{ organizationId, programId: stage.programId, rank: 1 },
        ...{ menteeId: mentee.id, mentorId: mentor.id },
      },
    }),
  )

  const offer = await stage.offered(mentor, mentee)

  expect(offer.score).toBeGreaterThan(0)
  expect(await toldTo(stage, mentor)).toContain('would you be the mentor of')
  expect(await toldTo(stage, mentor)).not.toMatch(/prefer|named|asked for/)
})

test('a mentor without an account is marked in the list of open offers, and finds the question once there is one', async () => {
  const stage = await openStage(hospital)
  const mentor = await stage.enrolled('mentor', { platform: 'none' })
  await stage.offered(mentor, await stage.enrolled('mentee'))

  const listed = await hospital.as(stage.coordinator).press('offer.list', stage.programId)

  const account = { platform: 'slack', workspace: slackTeam, user: 'U0LATECOMER' } as const
  await hospital.within((scope) => linkAccount(scope, { personId: mentor.id, account }))
  const arrived = await hospital.within((scope) => personById(scope, mentor.id))
  const overview = arrived && (await hospital.as(arrived).command(''))

  expect(answered(listed)).toContain('They have no account that I can write to')
  expect(JSON.stringify(overview)).toContain('offer.accept')
})

test('whoever is offered or is full because of an offer cannot be offered again', async () => {
  const stage = await openStage(hospital)
  const [mentor, mentee] = [await stage.enrolled('mentor'), await stage.enrolled('mentee')]
  const [another, waiting] = [await stage.enrolled('mentor'), await stage.enrolled('mentee')]
  await stage.offered(mentor, mentee)
  const publish = (pair: { mentor: string; mentee: string }) =>
    hospital.within((scope) =>
      publishPairs(scope, { programId: stage.programId, pairs: [pair], actor: 'command line' }),
    )

  const twice = await publish({ mentor: another.email, mentee: mentee.email })
  const full = await publish({ mentor: mentor.email, mentee: waiting.email })

  expect(twice).toEqual({ ok: false, problems: [expect.stringContaining('has been offered to a mentor')] })
  expect(full).toEqual({ ok: false, problems: [expect.stringContaining('is not free this time')] })
})
