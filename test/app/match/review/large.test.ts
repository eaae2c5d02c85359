import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Acting, Hospital } from '../../../../src/catalogue/hospital.ts'
import { openHospital } from '../../../support/hospital.ts'
import { buttonsIn, openStage, pressOf, type Stage, words } from './stage.ts'

const mentees = 300
const mentors = 150

let hospital: Hospital
let stage: Stage
let as: Acting

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:30:00Z')
  stage = await openStage(hospital)
  as = hospital.as(stage.carla)
  await hospital.within(
    ({ tx, organizationId }) =>
      tx.$executeRaw`
      with people as (
        insert into people (id, organization_id, email, name, time_zone, contact_days, contact_from, contact_to, profile)
        select gen_random_uuid()::text, ${organizationId}, 'p' || n || '@example.org', 'Person ' || n, 'Europe/London',
          '{1,2,3,4,5}', '09:00', '19:00', jsonb_build_object('profession', 'nurse', 'grade', 4 + n % 4, 'capacity', 2,
            'sites', jsonb_build_array('Site ' || n % 5), 'skills_offered', jsonb_build_array('skill ' || n % 40),
            'skills_sought', jsonb_build_array('skill ' || n % 37))
        from generate_series(1, ${mentees + mentors}::int) n
        returning id, name)
      insert into enrollments (id, organization_id, program_id, person_id, role, state)
      select gen_random_uuid()::text, ${organizationId}, ${stage.programId}, id,
        case when split_part(name, ' ', 2)::int <= ${mentors} then 'mentor' else 'mentee' end, 'active'
      from people`,
  )
  await stage.propose()
}, 60_000)
afterAll(() => hospital.close())

/** What this process works for it, without waiting for anything: other work on the machine does not count. */
async function worked(deed: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await deed()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

test('a draft of 300 pairs is paged through to the end, each row once', async () => {
  const rows: string[] = []
  let page = await as.command('admin review')
  for (;;) {
    rows.push(...(words(page).match(/.+ ← .+/g) ?? []))
    if (!buttonsIn(page).some(({ label }) => label === 'Next')) break
    page = await as.press(...pressOf(page, 'Next'))
  }

  expect(rows).toHaveLength(mentees)
  expect(new Set(rows).size).toBe(mentees)
  expect(buttonsIn(page).map(({ label }) => label)).toContain('Back')
}, 60_000)

test('a row that leaves a page while it is open makes nobody be passed over', async () => {
  const page = await as.command('admin review')
  const shown: readonly string[] = words(page).match(/.+ ← .+/g) ?? []
  const row = await as.press(...pressOf(page, /^Open/))
  await as.press(...pressOf(row, 'Lock'))

  const next = await as.press(...pressOf(page, 'Next'))

  expect(words(page)).toContain(`1 to 6 of ${mentees}`)
  expect(
    words(next)
      .match(/.+ ← .+/g)
      ?.filter((line) => shown.includes(line)),
  ).toEqual([])
  expect(words(next)).toContain(`6 to 11 of ${mentees}`)
})

test('each page, row and menu of 300 pairs takes less than 200 ms of work', async () => {
  const [first] = (await stage.draft()).rows
  const looks = {
    page: () => as.press('match.review', `${stage.programId}:pairs:120`),
    row: () => as.press('match.row', `${stage.programId}:${first?.menteeId}`),
    menu: () => as.press('match.menu', stage.programId),
    search: () => as.command('admin review Person 31'),
  }

  const times: Record<string, number> = {}
  for (const [name, look] of Object.entries(looks)) {
    await look()
    times[name] = Math.min(await worked(look), await worked(look), await worked(look))
  }

  expect(Object.entries(times).filter(([, milliseconds]) => milliseconds > 200)).toEqual([])
})

test('publishing all asks every mentor', async () => {
  const asked = await as.press(...pressOf(await as.command('admin match'), 'Publish all'))

  const done = await as.press(...pressOf(asked, 'Yes, publish'), { key: randomUUID() })

  expect(words(asked)).toContain(`Publish ${mentees} pairs`)
  expect(words(done)).toContain(`${mentees} offers are on the way`)
}, 60_000)
