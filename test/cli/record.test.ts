import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Hospital } from '../../src/catalogue/hospital.ts'
import type { Person } from '../../src/core/people/person.ts'
import { openHospital, wordsIn } from '../support/hospital.ts'
import { type CommandLine, openCommandLine } from './command-line.ts'

// Each command opens the database.
vi.setConfig({ testTimeout: 60_000 })

let hospital: Hospital
let rounds: CommandLine
let ann: Person
beforeAll(async () => {
  hospital = await openHospital()
  rounds = await openCommandLine({ DATABASE_URL: hospital.url })
}, 60_000)
beforeEach(async () => {
  ann = await hospital.person({ name: 'Ann Moss' })
  await hospital.as(ann).submit('reflect.save', 'open', { what: 'quokka alone' })
})
afterAll(async () => {
  await rounds.close()
  await hospital.close()
})

const sentTo = async ({ accounts }: Person) =>
  (await hospital.outbox()).filter(({ user }) => user === accounts[0]?.user)
const auditOf = ({ id }: Person) =>
  hospital.within(async ({ tx }) =>
    (await tx.auditEntry.findMany({ where: { subject: id } })).map(({ actor, action }) => [actor, action]),
  )

test('export sends a person their own record into their chat, and shows it to nobody here', async () => {
  const said = await rounds.run('export', '--person', ann.email.toUpperCase())

  expect(said).toMatchObject({ exitCode: 0, err: '' })
  expect(said.out).not.toContain('quokka')
  expect((await sentTo(ann)).map(({ message }) => message.preview)).toEqual(['Your record', 'Your record'])
  expect(await auditOf(ann)).toContainEqual(['command line', 'record.export'])
})

test.each([
  ['record.html', '<!doctype html>'],
  ['record.json', '{'],
])('with --out and a reason it is written to %s, and the person reads why', async (name, start) => {
  const said = await rounds.run('export', '--person', ann.email, '--out', name, '--reason', 'A court order')

  const file = join(rounds.folder, name)
  expect(said).toMatchObject({ exitCode: 0, err: '' })
  const content = await readFile(file, 'utf8')
  expect(content.startsWith(start)).toBe(true)
  expect(content).toContain('quokka alone')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const told = (await sentTo(ann)).map(({ message }) => wordsIn(message)).join()
  expect(told).toContain('A court order')
  expect(await auditOf(ann)).toContainEqual(['command line', 'record.take'])
})

test.each([
  ['a file without a reason', ['--out', 'alone.json'], 'go together'],
  ['a file with an empty reason', ['--out', 'alone.json', '--reason', ' '], 'Say why'],
  ['a reason without a file', ['--reason', 'Because'], 'go together'],
])('%s is wrong usage: nothing is written, nothing noted, nobody told', async (_, words, why) => {
  const said = await rounds.run('export', '--person', ann.email, ...words)

  expect(said).toMatchObject({ exitCode: 2, err: expect.stringContaining(why) })
  await expect(stat(join(rounds.folder, 'alone.json'))).rejects.toThrow('ENOENT')
  expect(await sentTo(ann)).toEqual([])
  expect(await auditOf(ann)).not.toContainEqual(['command line', 'record.take'])
})

test('a file that cannot be written is refused: nothing is noted, nobody told', async () => {
  const where = ['--out', 'no/such/folder/record.json', '--reason', 'Because']

  const said = await rounds.run('export', '--person', ann.email, ...where)

  expect(said.exitCode).toBe(1)
  expect(said.err).toContain('no/such/folder/record.json cannot be written: there is no such folder.')
  expect(await sentTo(ann)).toEqual([])
  expect(await auditOf(ann)).not.toContainEqual(['command line', 'record.take'])
})

test('a file that was there for everybody to read is for its owner alone once it holds a record', async () => {
  const file = join(rounds.folder, 'open.json')
  await writeFile(file, 'old', { mode: 0o644 })

  await rounds.run('export', '--person', ann.email, '--out', 'open.json', '--reason', 'A court order')

  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('somebody without an account gets a file or nothing', async () => {
  const { email } = await hospital.person({ platform: 'none' })

  const said = await rounds.run('export', '--person', email)

  expect(said.exitCode).not.toBe(0)
  expect(said.err).toContain('--out FILE --reason TEXT')
})

test('forget leaves nothing of a person; a second time there is nobody', async () => {
  const said = await rounds.run('forget', '--person', ann.email)
  const again = await rounds.run('forget', '--person', ann.email)

  expect(said).toMatchObject({ exitCode: 0, err: '' })
  const left = await hospital.within(({ tx }) =>
    Promise.all([
      tx.person.count({ where: { id: ann.id } }),
      tx.reflection.count({ where: { personId: ann.id } }),
    ]),
  )
  expect(left).toEqual([0, 0])
  expect(again.exitCode).not.toBe(0)
  expect(again.err).toContain('Nobody in the staff list')
})

test.each([['export'], ['forget']])('%s of nobody says so', async (command) => {
  const said = await rounds.run(command, '--person', 'nobody@example.org')

  expect(said.exitCode).not.toBe(0)
  expect(said.err).toContain('Nobody in the staff list has the address nobody@example.org.')
})
