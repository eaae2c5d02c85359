import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeRecord } from '../../../src/app/record/send-record.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Person } from '../../../src/core/people/person.ts'
import type { PersonalRecord } from '../../../src/core/record/record.ts'
import { recordAsHtml } from '../../../src/files/record.ts'
import { openHospital } from '../../support/hospital.ts'
import { type LivedYear, liveAYear, marks } from '../../support/lived-year.ts'

let hospital: Hospital
let lived: LivedYear
beforeAll(async () => {
  hospital = await openHospital()
  lived = await liveAYear(hospital, 'slack')
}, 120_000)
afterAll(() => hospital.close())

const recordOf = (person: Person) =>
  hospital.within((scope) => takeRecord(scope, { person, reason: 'a test' }))

test('the page says everything in words: no codes, no ids, no dates of machines', async () => {
  const page = recordAsHtml(await recordOf(lived.mentee), lived.mentee)

  const text = page.replace(/<style>.*<\/style>/s, '').replaceAll(/<[^>]+>/g, ' ')
  expect(text).not.toMatch(/only-me|pair-and-coordinator|in-person|yes-no|\{|\}|undefined|\[object/)
  expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}|\dT\d|[0-9a-f]{8}-[0-9a-f]{4}-/)
  expect(text).toContain('Tue 19 January 2027')
})

test('all that its author wrote and that is kept is in it', async () => {
  const record = JSON.stringify(await recordOf(lived.mentee))

  const kept = Object.values(marks).filter((word) => word !== marks.relayed)
  expect(kept.filter((word) => !record.includes(word))).toEqual([])
})

test.each([
  ['mentee', 'did not come about', 'over-for-you'],
  ['mentor', 'declined', 'declined'],
  ['colleague', 'declined', 'declined'],
] as const)('an introduction that a colleague declined: as the %s reads it, %s', async (who, _, state) => {
  const colleague = await hospital.person({ name: 'Cora Colleague' })
  await hospital.as(lived.mentor).submit('intro.save', lived.pairId, {
    colleague: colleague.email,
    why: 'You two share a ward',
  })
  const { id } = await hospital.within(({ tx }) =>
    tx.introduction.findFirstOrThrow({ where: { colleagueId: colleague.id } }),
  )
  await hospital.as(lived.mentee).press('intro.yes', id)
  await hospital.as(colleague).press('intro.no', id)

  const record = await recordOf({ ...lived, colleague }[who])

  expect(rowsOf(record, 'introductions').at(-1)?.['state']).toBe(state)
})

/** Tables that name a person and are not in the record, each with the reason. */
const leftOut: Readonly<Record<string, string>> = {
  own_never_with: 'never exported',
  link_codes: 'a secret of minutes, and only its hash',
  handed_out_files: 'the record itself, and copies of what is in it',
  conversations: 'the question asked last',
  nudges: 'when messages are due',
  reader_choices: 'who reads the last answers, which are in it',
  draft_rows: 'what coordinators consider before anything is offered',
  draft_changes: 'what coordinators consider before anything is offered',
  match_runs: 'that a coordinator asked for a run: in what was noted',
  peer_rounds: 'the pairs that came of it are in it',
  rejections: 'that somebody else said no is theirs',
  published_averages: 'whose answers an average was made of',
  outbox: 'copies of messages that the person has in their chat',
}

test('every table that names a person is in their record, or is left out for a reason', async () => {
  const columns = await hospital.within(
    ({ tx }) => tx.$queryRaw<{ table: string }[]>`
      select distinct c.table_name as table from information_schema.columns c
      where c.table_schema = 'public' and c.column_name in ('person_id', 'mentor_id', 'mentee_id', 'owner_id',
        'author_id', 'from_id', 'to_id', 'colleague_id', 'logged_by', 'written_by', 'ticked_by', 'proposed_by',
        'asked_by', 'people', 'groups', 'actor')`,
  )
  const { readFile } = await import('node:fs/promises')
  const queries = await readFile('src/store/record-rows.ts', 'utf8')

  const missing = columns.filter(
    ({ table }) => !new RegExp(`(from|join) ${table}\\b`).test(queries) && !(table in leftOut),
  )

  expect(missing).toEqual([])
})

function rowsOf({ parts }: PersonalRecord, name: string) {
  return parts.find((part) => part.name === name)?.rows ?? []
}
