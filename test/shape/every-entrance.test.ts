import { beforeAll, expect, test, vi } from 'vitest'
import { onSubmit } from '../../src/app/deeds.ts'
import { plain } from '../../src/catalogue/cast.ts'
import { collect } from '../../src/catalogue/collect.ts'
import type { Database } from '../../src/catalogue/hospital.ts'
import { fieldsOf } from '../../src/core/message/check-values.ts'
import type { Field, Form } from '../../src/core/message/form.ts'
import { openStore } from '../../src/store/database.ts'
import { createSeal } from '../../src/store/sealed.ts'
import { freshDatabase } from '../support/database.ts'
import { wordsIn } from '../support/hospital.ts'
import { type Attempt, secret } from './tempted-handler.ts'

const seen = vi.hoisted(() => ({ attempts: [] as Attempt[], sealed: [] as string[] }))

vi.mock(import('../../src/app/handle-intent.ts'), async (load) => {
  const real = await load()
  const { temptedHandler } = await import('./tempted-handler.ts')

  return { createIntentHandler: (world) => temptedHandler(real.createIntentHandler(world), seen.attempts) }
})

vi.mock(import('../../src/store/sealed.ts'), async (load) => {
  const real = await load()
  const createListeningSeal: typeof real.createSeal = (keys) => {
    const seal = real.createSeal(keys)

    return {
      ...seal,
      seal: (text, place) => {
        seen.sealed.push(text)

        return seal.seal(text, place)
      },
    }
  }

  return { ...real, createSeal: createListeningSeal }
})

const number = /943\D{0,3}476\D{0,3}5919/
const rows: string[] = []

/** The whole story of the catalogue, in which everything that is typed is tried with a patient's number first. */
beforeAll(async () => {
  await collect(plain, async () => keptAtTheEnd(await freshDatabase()))
}, 240_000)

/** A database whose rows are read before it is thrown away. */
function keptAtTheEnd(database: Database): Database {
  return {
    url: database.url,
    drop: async () => {
      rows.push(...(await rowsOf(database.url)))
      await database.drop()
    },
  }
}

async function rowsOf(url: string): Promise<string[]> {
  const store = openStore(url, createSeal([{ id: 'test', key: Buffer.alloc(32, 7) }]))
  const found = await store.transaction(async (tx) => {
    const tables = await tx.$queryRaw<{ name: string }[]>`
      select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
      where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`
    const texts: string[] = []
    for (const { name } of tables) {
      const read = await tx.$queryRawUnsafe<{ row: string }[]>(`select t::text as row from ${name} t`)
      texts.push(...read.map(({ row }) => row))
    }

    return texts
  })
  await store.close()

  return found
}

const submits = () => seen.attempts.filter(({ kind }) => kind === 'submit')
const refusals = () =>
  submits().flatMap(({ what, fields, outcome }) =>
    outcome.kind === 'errors' ? [{ what, ...outcome, fields: triedOf(outcome.form, fields) }] : [],
  )

/** Forms grow with what is chosen in them: the fields that were there when it was tried, and still are. */
function triedOf(form: Form, names: readonly string[]): readonly Field[] {
  return fieldsOf(form).filter((field) => names.includes(field.name) && !isLetGo(field))
}

/** A point that may have left the orientation list meanwhile is let go without a word, and stored nowhere. */
function isLetGo(field: Field): boolean {
  return field.kind === 'choices' && field.options.some(({ value }) => value === secret)
}

/** A form of a pair that is over, a stranger: it is answered as it would be with any words. */
function isAnsweredAsEver({ outcome, told }: Attempt): boolean {
  return outcome.kind === 'show' && told.kind === 'show' && outcome.message.preview === told.message.preview
}

test('every form that is sent in the story is tried and refused, if there is something to fill in', () => {
  const refused = new Set(refusals().map(({ what }) => what))
  const toFillIn = submits().filter((attempt) => attempt.fields.length > 0 && !isAnsweredAsEver(attempt))

  expect(toFillIn.filter(({ what }) => !refused.has(what))).toEqual([])
  expect(refused.size).toBeGreaterThan(Object.keys(onSubmit).length * 0.9)
})

test('a patient’s number is refused at every field of every form, whatever its kind', () => {
  const taken = refusals().flatMap(({ what, fields, errors }) =>
    fields.flatMap(({ name }) => (errors[name] === undefined ? [`${what} ${name}`] : [])),
  )

  expect(taken).toEqual([])
})

test('at a field of free words it is shown masked, and what was typed stays there to be put right', () => {
  // The code of a stranger is looked up and not kept.
  const kept = refusals().filter(({ what }) => what !== 'account.code-save')
  const words = kept.flatMap(({ fields, errors }) =>
    fields.flatMap((field) =>
      field.kind === 'text' && field.maxLength > secret.length ? [{ field, error: errors[field.name] }] : [],
    ),
  )

  expect(words.length).toBeGreaterThan(50)
  for (const { field, error } of words) {
    expect(error).toContain('an NHS number (943 ••• ••19)')
    expect(field.value).toMatch(number)
  }
})

test('no form is taken with a patient’s number in it', () => {
  const taken = submits().filter(
    (attempt) => attempt.fields.length > 0 && attempt.outcome.kind !== 'errors' && !isAnsweredAsEver(attempt),
  )

  expect(taken.map(({ what, outcome }) => `${what}: ${wordsIn(outcome)}`)).toEqual([])
})

test.each(['command', 'say', 'edit', 'hand-over'] as const)(
  'a %s with a patient’s number is refused, shown masked',
  (kind) => {
    const attempts = seen.attempts.filter((attempt) => attempt.kind === kind && !isAnsweredAsEver(attempt))

    const other = attempts.filter(({ outcome }) => !wordsIn(outcome).includes('an NHS number (943 ••• ••19)'))
    expect(attempts.length).toBeGreaterThan(0)
    expect(other.map(({ what, outcome }) => `${what}: ${wordsIn(outcome)}`)).toEqual([])
    expect(attempts.filter(({ outcome }) => number.test(wordsIn(outcome)))).toEqual([])
  },
)

test('nothing of it is stored, sealed or not', () => {
  expect(rows.length).toBeGreaterThan(1000)
  expect(rows.filter((row) => number.test(row))).toEqual([])
  expect(seen.sealed.length).toBeGreaterThan(100)
  expect(seen.sealed.filter((text) => number.test(text))).toEqual([])
})
