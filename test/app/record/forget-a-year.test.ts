import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Scope } from '../../../src/store/scope.ts'
import { delivered } from '../../support/answer-form.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'
import { type LivedYear, liveAYear, marks, ofMentor } from '../../support/lived-year.ts'

let hospital: Hospital
let lived: LivedYear
let before: readonly Cell[]
let after: readonly Cell[]
let sentBefore: Awaited<ReturnType<Hospital['outbox']>>
beforeAll(async () => {
  hospital = await openHospital()
  lived = await liveAYear(hospital, 'slack')
  const { mentee, mentor, pairId } = lived
  await hospital.as(mentor).command('export')
  await hospital.as(mentee).command('export')
  await hospital.as(mentor).submit('profile.apart-save', undefined, { add: mentee.email })
  await delivered(hospital)
  // Waits until the morning.
  hospital.at('2027-04-19T21:00:00Z')
  await hospital.as(mentee).submit('thanks.save', pairId, { words: `Once more, ${marks.thanks}` })
  before = await everyCell()
  sentBefore = await hospital.outbox()
  await hospital.as(mentee).submit('person.forget-save', undefined, { sure: 'yes' })
  after = await everyCell()
}, 120_000)
afterAll(() => hospital.close())

/** A value of the database, opened where it is sealed. */
interface Cell {
  readonly where: string
  readonly text: string
}

function everyCell(): Promise<Cell[]> {
  return hospital.within(async (scope) => {
    const columns = await scope.tx.$queryRaw<{ table: string; column: string; type: string }[]>`
      select c.table_name as table, c.column_name as column, c.data_type as type
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where table_schema = 'public' and table_type = 'BASE TABLE'`
    const tables = [...Map.groupBy(columns, ({ table }) => table)]
    const cells = await Promise.all(tables.map(([table, own]) => cellsOf(scope, table, own)))
    return cells.flat()
  })
}

async function cellsOf(
  scope: Scope,
  table: string,
  columns: readonly { readonly column: string; readonly type: string }[],
): Promise<Cell[]> {
  const rows = await scope.tx.$queryRawUnsafe<Record<string, unknown>[]>(`select * from "${table}"`)
  return rows.flatMap((row) =>
    columns.map(({ column, type }) => ({
      where: `${table}.${column}`,
      text: type === 'bytea' ? opened(scope, { table, column, row }) : (JSON.stringify(row[column]) ?? ''),
    })),
  )
}

/** Whatever is sealed opens with the id of its row, or the ids that stand for it. */
function opened(
  scope: Scope,
  {
    table,
    column,
    row,
  }: { readonly table: string; readonly column: string; readonly row: Record<string, unknown> },
): string {
  const sealed = row[column]
  if (!(sealed instanceof Uint8Array) || sealed.length === 0) return ''
  const text = scope.seal.open(sealed, {
    table,
    column,
    row: (places[table] ?? ['id']).map((one) => row[one]).join(':'),
  })
  return table === 'handed_out_files' ? Buffer.from(text, 'base64').toString() : text
}

const places: Readonly<Record<string, readonly string[]>> = {
  briefings: ['enrollment_id', 'side'],
  skill_ratings: ['pair_id', 'person_id', 'moment'],
  published_averages: ['program_id', 'name'],
  own_never_with: ['person_id'],
}

/** Where a word stands, each place once. */
const whereIs = (cells: readonly Cell[], word: string) =>
  [...new Set(cells.filter(({ text }) => text.includes(word)).map(({ where }) => where))].toSorted()

test.each(Object.entries(marks).filter(([name]) => name !== 'relayed'))(
  'what they wrote stands nowhere any more, opened or not: %s',
  (_, word) => {
    expect(whereIs(before, word)).not.toEqual([])
    expect(whereIs(after, word)).toEqual([])
  },
)

test('neither their id nor their address nor the account is left in any column', () => {
  const { id, email, accounts } = lived.mentee

  for (const trace of [id, email, accounts[0]?.user ?? 'nobody']) {
    expect(whereIs(before, trace)).not.toEqual([])
    expect(whereIs(after, trace)).toEqual([])
  }
})

test('their name is left only where others are told that the pair has ended', () => {
  const left = after.filter(({ text }) => text.includes(lived.mentee.name))

  expect(left.filter(({ where }) => where !== 'outbox.body')).toEqual([])
})

test.each(Object.entries(ofMentor))(
  'the other person in the pair keeps what they wrote themselves: %s',
  (_, word) => {
    expect(whereIs(before, word)).not.toEqual([])
    expect(whereIs(after, word)).not.toEqual([])
  },
)

test('the agreement keeps the part of the other, and its days', () => {
  const versions = after.filter(({ where }) => where === 'agreements.sealed')
  const terms = versions.find(({ text }) => text.includes('support'))?.text ?? '{}'

  expect(JSON.parse(terms)).toMatchObject({ support: ofMentor.support, until: '2027-07-01' })
  expect(JSON.parse(terms).aims).toContain('Removed')
})

test('each message that carries their words is changed to “Removed” once, and no other', async () => {
  const carrying = sentBefore.filter(
    ({ kind, user, message, key }) =>
      kind === 'send' &&
      user !== lived.mentee.accounts[0]?.user &&
      !key.startsWith('record:') &&
      Object.values(marks).some((word) => wordsIn(message).includes(word)),
  )

  const queued = await hospital.outbox()
  const fresh = queued.filter(({ key }) => !sentBefore.some((one) => one.key === key))
  const removed = fresh.filter(({ kind, message }) => kind === 'update' && message?.preview === 'Removed')

  const waiting = (await unsent()).filter(({ fault }) => fault === 'forgotten').map(({ key }) => key)
  const shown = carrying.map(({ key }) => key).filter((key) => !waiting.includes(key))
  const toOthers = removed.filter(({ user }) => user !== null).map(({ target }) => target)
  expect(toOthers.map(withoutFirstId).toSorted()).toEqual(shown.map(withoutFirstId).toSorted())
  expect(new Set(toOthers).size).toBe(toOthers.length)
})

test('what waits with their words is never sent', async () => {
  const waiting = (await unsent()).filter(({ key }) => key.startsWith('thanks:'))

  expect(waiting).toMatchObject([{ state: 'abandoned', fault: 'forgotten' }])
})

/** The key of relayed words names who wrote them: that is somebody else now. */
function withoutFirstId(key: string | null): string {
  return key?.replace(/^tell:[^:]+/, 'tell') ?? ''
}

function unsent() {
  return hospital.within(({ tx }) => tx.outboxEntry.findMany({ where: { sentAt: null, kind: 'send' } }))
}
