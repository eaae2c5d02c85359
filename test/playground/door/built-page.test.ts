import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { builtPage } from '../../../src/playground/door/built-page.ts'

let cache: string
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'rounds-test-'))
})
afterEach(() => rm(cache, { recursive: true, force: true }))

test('the page is built once, and taken as it was built the next time; the process stays as it was', async () => {
  const environment = process.env['NODE_ENV']
  const first = await builtPage(cache)
  const mark = join(cache, `page-${first.id}`, 'mark.txt')
  await writeFile(mark, 'the same build')

  const second = await builtPage(cache)

  expect([...first.files.keys()]).toContain('/index.html')
  expect(second.id).toBe(first.id)
  expect(process.env['NODE_ENV']).toBe(environment)
  expect(second.files.get('/mark.txt')?.toString()).toBe('the same build')
})

test('two processes that build at once do not hurt each other, and leave one build', async () => {
  const [one, other] = await Promise.all([builtPage(cache), builtPage(cache)])

  expect([...one.files.keys()]).toEqual([...other.files.keys()])
  expect(await readdir(cache)).toEqual([`page-${one.id}`])
})

test('what earlier builds left is removed, what another process is building is not', async () => {
  for (const name of ['page-old', 'building-new', 'building-abandoned', 'of-somebody-else'])
    await mkdir(join(cache, name))
  await utimes(join(cache, 'building-abandoned'), 0, 0)

  const { id } = await builtPage(cache)

  expect((await readdir(cache)).sort()).toEqual(['building-new', 'of-somebody-else', `page-${id}`])
})

test('half a page is not taken for one, and makes room for a whole one', async () => {
  const { id } = await builtPage()
  const kept = join(cache, `page-${id}`)
  await mkdir(kept)
  await writeFile(join(kept, 'half.js'), '')

  const { files } = await builtPage(cache)

  expect(files.has('/index.html')).toBe(true)
  expect(await readdir(kept)).toContain('index.html')
})

test('where nothing can be kept the page is built all the same', async () => {
  const file = join(cache, 'a-file')
  await writeFile(file, '')

  const { files } = await builtPage(join(file, 'cache'))

  expect(files.has('/index.html')).toBe(true)
})
