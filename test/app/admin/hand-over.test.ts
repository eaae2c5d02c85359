import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { wordsIn } from '../../support/hospital.ts'
import { openStage, renew, type Scene } from '../digest/scene.ts'

let hospital: Hospital
let scene: Scene
beforeAll(async () => {
  hospital = await openStage()
})
beforeEach(async () => {
  scene = await renew(hospital)
})
afterAll(() => hospital.close())

const csv = (...lines: string[]) => ({
  name: 'staff.csv',
  bytes: new TextEncoder().encode(lines.join('\r\n')),
})
const one = csv('email,name,role', 'nia.new@example.org,Nia New,mentee')

const enrolled = () => scene.within(({ tx }) => tx.enrollment.count())

test('a roster that is right goes in, with what was done with it', async () => {
  const file = csv('email,name,role,shoe_size', 'nia.new@example.org,Nia New,mentee,38')
  const amira = scene.as(scene.amira)

  const first = wordsIn(await amira.handOver(file))
  const again = wordsIn(await amira.handOver(file))

  expect(first).toContain('The roster for Career mentoring is in.')
  expect(first).toMatch(/New\n1/)
  expect(first).toContain('shoe_size')
  expect(again).toMatch(/As before\n1/)
  const people = await scene.within(({ tx }) =>
    tx.person.findMany({ where: { email: 'nia.new@example.org' }, include: { enrollments: true } }),
  )
  expect(people).toMatchObject([{ name: 'Nia New', enrollments: [{ role: 'mentee', state: 'invited' }] }])
  const noted = await scene.within(({ tx }) => tx.auditEntry.findMany({ where: { action: 'people.import' } }))
  expect(noted).toMatchObject([{ actor: scene.amira.id }, { actor: scene.amira.id }])
})

test('a message delivered twice imports once, and is answered once', async () => {
  const amira = scene.as(scene.amira)

  const first = await amira.handOver(one, '', { key: 'Ev1' })
  const again = await amira.handOver(one, '', { key: 'Ev1' })

  expect([first.kind, again.kind]).toEqual(['show', 'silence'])
  const imports = await scene.within(({ tx }) => tx.auditEntry.count({ where: { action: 'people.import' } }))
  expect(imports).toBe(1)
})

test('a message delivered again while it is still being imported imports once', async () => {
  const amira = scene.as(scene.amira)

  const outcomes = await Promise.all([
    amira.handOver(one, '', { key: 'Ev2' }),
    amira.handOver(one, '', { key: 'Ev2' }),
  ])

  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['show', 'silence'])
  expect(await enrolled()).toBe(3)
})

test('a roster with errors changes nothing and names the first ten with line and column', async () => {
  const bad = Array.from({ length: 12 }, (_, n) => `p${n}@example.org,Person ${n},nurse`)
  const file = csv('email,name,role', 'good@example.org,Gia Good,mentor', ...bad)

  const words = wordsIn(await scene.as(scene.amira).handOver(file))

  expect(words).toContain('has 12 errors. I have changed nothing.')
  expect(words).toContain('Line 3, role:')
  expect(words).toContain('Line 12, role:')
  expect(words).not.toContain('Line 13')
  expect(words).toContain('And 2 more errors.')
  expect(await enrolled()).toBe(2)
})

test('a roster too long to be imported in one go is refused before its rows are read', async () => {
  const rows = Array.from({ length: 5001 }, (_, n) => `p${n}@example.org,Person ${n},mentee`)

  const words = wordsIn(await scene.as(scene.amira).handOver(csv('email,name,role', ...rows)))

  expect(words).toContain('more than 5000 rows: split it into smaller files')
  expect(await enrolled()).toBe(2)
})

test('a file as Excel saves it by default is refused with what to choose instead', async () => {
  const bytes = Buffer.from('email,name,role\r\njose@example.org,Jos\u00e9 Ruiz,mentor\r\n', 'latin1')

  const words = wordsIn(await scene.as(scene.amira).handOver({ name: 'staff.csv', bytes }))

  expect(words).toContain('Windows-1252')
  expect(words).toContain('CSV UTF-8')
  expect(await enrolled()).toBe(2)
})

test('a file from somebody who coordinates nothing is not read', async () => {
  const words = wordsIn(await scene.as(scene.ola).handOver(one))

  expect(words).toContain('Only coordinators can send me a roster')
  expect(await enrolled()).toBe(2)
})

test('with several programs the words sent along say which one the roster is for', async () => {
  const { program, id } = await scene.program({ name: 'Residency', coordinators: [scene.amira.email] })
  const amira = scene.as(scene.amira)

  const asked = wordsIn(await amira.handOver(one))
  const taken = wordsIn(await amira.handOver(one, `for ${program.slug}, please`))

  expect(asked).toContain('I do not know which program it is for')
  expect(asked).toContain(program.slug)
  expect(taken).toContain('The roster for Residency is in.')
  expect(await scene.within(({ tx }) => tx.enrollment.count({ where: { programId: id } }))).toBe(1)
})

test('the words sent along pass the door for text, too', async () => {
  const words = wordsIn(await scene.as(scene.amira).handOver(one, 'with NHS number 943 476 5919 in it'))

  expect(words).not.toContain('The roster')
  expect(words).not.toContain('943 476 5919')
  expect(await enrolled()).toBe(2)
})

test.each([
  ['too-large', 'is larger than 10 MB'],
  ['not-csv', 'is not a CSV file'],
  ['unreachable', 'could not be fetched'],
] as const)('a file that is %s is answered with one clear sentence', async (unread, says) => {
  const shown = await scene.as(scene.amira).handOver({ name: 'staff.xlsx', unread })

  expect(wordsIn(shown)).toContain('staff.xlsx')
  expect(wordsIn(shown)).toContain(says)
  expect(await enrolled()).toBe(2)
})

test('what “admin import” asks for is what is taken: a file, in the chat of the two', async () => {
  const asked = wordsIn(await scene.as(scene.amira).command('admin import'))

  expect(asked).toContain('Send me the roster as a CSV file in our own chat.')
})
