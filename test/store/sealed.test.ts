import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSeal, SealError, type SealKey } from '../../src/store/sealed.ts'
import { loadKeys } from '../../src/store/sealed-keys.ts'

const first: SealKey = { id: 'first', key: Buffer.alloc(32, 1) }
const second: SealKey = { id: 'second', key: Buffer.alloc(32, 2) }
const place = { table: 'answers', row: 'row-1', column: 'text' }
const words = 'Ich habe gelernt, früher zu fragen. 🌱'

function reasonOf(open: () => string): string {
  try {
    open()
  } catch (error) {
    if (error instanceof SealError) return error.reason
    throw error
  }
  return 'opened'
}

describe('a sealed text', () => {
  test.each(['', words, 'x'.repeat(100_000)])('opens as it was written', (text) => {
    const seal = createSeal([first])

    expect(seal.open(seal.seal(text, place), place)).toBe(text)
  })

  test('shows nothing of what it holds, and is never twice the same', () => {
    const seal = createSeal([first])

    const once = Buffer.from(seal.seal(words, place))
    const again = Buffer.from(seal.seal(words, place))

    expect(once.toString('latin1')).not.toContain('gelernt')
    expect(once.equals(again)).toBe(false)
  })

  test.each([
    ['row', { ...place, row: 'row-2' }],
    ['column', { ...place, column: 'note' }],
    ['table', { ...place, table: 'goals' }],
    ['row and column with the same letters', { table: 'answers', row: 'row-1","te', column: 'xt' }],
  ])('stays closed in another %s', (_, elsewhere) => {
    const seal = createSeal([first])
    const sealed = seal.seal(words, place)

    expect(reasonOf(() => seal.open(sealed, elsewhere))).toBe('altered')
  })

  test('stays closed when any bit of it was changed', () => {
    const seal = createSeal([first])
    const sealed = seal.seal('no', place)

    const reasons = Array.from({ length: sealed.length * 8 }, (_, bit) => {
      const changed = Uint8Array.from(sealed)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      return reasonOf(() => seal.open(changed, place))
    })

    expect(reasons).not.toContain('opened')
  })

  test('stays closed when it was cut off anywhere', () => {
    const seal = createSeal([first])
    const sealed = seal.seal(words, place)

    const reasons = Array.from({ length: sealed.length }, (_, length) =>
      reasonOf(() => seal.open(sealed.slice(0, length), place)),
    )

    expect(reasons).not.toContain('opened')
  })

  test('stays closed under another key of the same name', () => {
    const sealed = createSeal([first]).seal(words, place)

    const other = createSeal([{ id: 'first', key: second.key }])

    expect(reasonOf(() => other.open(sealed, place))).toBe('altered')
  })

  test('says so when its key is not configured', () => {
    const sealed = createSeal([first]).seal(words, place)

    expect(reasonOf(() => createSeal([second]).open(sealed, place))).toBe('unknown-key')
  })
})

test('after a change of keys old texts still open, and new ones need the new key', () => {
  const old = createSeal([first]).seal('old', place)
  const rotated = createSeal([second, first])

  const fresh = rotated.seal('fresh', place)

  expect(rotated.open(old, place)).toBe('old')
  expect(createSeal([second]).open(fresh, place)).toBe('fresh')
  expect(reasonOf(() => createSeal([first]).open(fresh, place))).toBe('unknown-key')
})

describe('the key file', () => {
  let dataDir = ''
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'rounds-keys-'))
  })
  afterEach(() => rm(dataDir, { recursive: true }))

  test('is made at the first start, for its owner only, and used again', async () => {
    const made = await loadKeys({ keys: 'generate', dataDir })

    const { mode } = await stat(join(dataDir, 'keys'))
    expect(mode & 0o777).toBe(0o600)
    expect(made).toHaveLength(1)
    expect(await loadKeys({ keys: 'generate', dataDir })).toEqual(made)
  })

  test('is the same for processes that start at once', async () => {
    const starts = Array.from({ length: 8 }, () => loadKeys({ keys: 'generate', dataDir }))

    const [one, ...others] = await Promise.all(starts)

    for (const other of others) expect(other).toEqual(one)
  })

  test('is left alone where keys are configured', async () => {
    expect(await loadKeys({ keys: [first], dataDir })).toEqual([first])
    await expect(stat(join(dataDir, 'keys'))).rejects.toThrow('ENOENT')
  })

  test('is never replaced when it is damaged', async () => {
    await writeFile(join(dataDir, 'keys'), 'damaged')

    await expect(loadKeys({ keys: 'generate', dataDir })).rejects.toThrow(/is damaged/)
    expect(await readFile(join(dataDir, 'keys'), 'utf8')).toBe('damaged')
  })
})
