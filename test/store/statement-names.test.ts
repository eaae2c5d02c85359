import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/catalogue/hospital.ts'
import { openStore, type Store } from '../../src/store/database.ts'
import { createSeal } from '../../src/store/sealed.ts'
import { nameStatements } from '../../src/store/statement-names.ts'
import { freshDatabase } from '../support/database.ts'

const seal = createSeal([{ id: 'test', key: Buffer.alloc(32, 1) }])
let database: Database
let store: Store
beforeAll(async () => {
  database = await freshDatabase()
  store = openStore(database.url, seal)
})
afterAll(async () => {
  await store.close()
  await database.drop()
})

const find = (slug: string) =>
  store.transaction((tx) => tx.organization.findUniqueOrThrow({ where: { slug } }))

const findAll = (slug: string) =>
  store.transaction((tx) => tx.$queryRaw<object[]>`select * from organizations where slug = ${slug}`)

/** How often the text was run on the connection that did the last piece of work. */
const prepared = (start: string) =>
  store.transaction(
    (tx) => tx.$queryRaw<{ statement: string; runs: number }[]>`
      select statement, (generic_plans + custom_plans)::int as runs from pg_prepared_statements
      where starts_with(statement, ${start})`,
  )

test('what is asked again is not read again by the database', async () => {
  await store.transaction((tx) =>
    tx.organization.createMany({ data: ['a', 'b', 'c'].map((id) => ({ id, slug: id, name: id })) }),
  )

  const found = [await find('a'), await find('b'), await find('c')]

  expect(found.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(await prepared('SELECT "public"."organizations"')).toMatchObject([{ runs: 3 }])
})

test('a column that a newer release adds meanwhile disturbs nobody', async () => {
  await store.transaction((tx) => tx.organization.create({ data: { id: 'd', slug: 'd', name: 'd' } }))
  const before = [await find('d'), ...(await findAll('d'))]

  await store.transaction((tx) => tx.$executeRaw`alter table organizations add column newer int`)

  const after = [await find('d'), ...(await findAll('d'))]
  expect(after).toMatchObject(before)
})

test('a text has one name, and two texts have two', () => {
  const name = nameStatements()

  const [first, second] = ['select $1', 'select $1::int'].map((sql) => name({ sql, args: [1] }))

  expect(first).not.toBe('')
  expect(second).not.toBe(first)
  expect(name({ sql: 'select $1', args: [2] })).toBe(first)
})

test.each([
  ['has no parameters', 'begin', []],
  ['has one for each of many rows', 'select $1', Array.from({ length: 51 }, () => 1)],
  ['asks for all columns', 'select p.*, $1 from people p', [1]],
])('a text that %s has none', (_, sql, args) => {
  expect(nameStatements()({ sql, args })).toBe('')
})

test('there is an end to names', () => {
  const name = nameStatements()

  const names = Array.from({ length: 500 }, (_, n) => name({ sql: `select $1 + ${n}`, args: [1] }))

  expect(new Set(names).size).toBe(401)
})
