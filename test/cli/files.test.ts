import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Hospital } from '../../src/catalogue/hospital.ts'
import { openHospital } from '../support/hospital.ts'
import { type CommandLine, openCommandLine } from './command-line.ts'

// Several processes a test, each of which opens the database.
vi.setConfig({ testTimeout: 60_000 })

let hospital: Hospital
let rounds: CommandLine

const program = `slug: new-nurses
name: New nurses
type: career
starts_on: 2027-01-04
coordinators: [amira@example.org]
`

beforeAll(async () => {
  hospital = await openHospital()
  rounds = await openCommandLine({ DATABASE_URL: hospital.url })
})

afterAll(async () => {
  await rounds.close()
  await hospital.close()
})

function people(): Promise<{ email: string; name: string }[]> {
  return hospital.within(({ tx }) =>
    tx.person.findMany({ select: { email: true, name: true }, orderBy: { email: 'asc' } }),
  )
}

test('a program is created, then changed, each with its difference; the same file changes nothing', async () => {
  const file = await rounds.file('program.yaml', program)

  const created = await rounds.spawn('program', 'apply', file)
  const again = await rounds.run('program', 'apply', file)
  await rounds.file('program.yaml', `${program}blackouts: [2027-04-02/2027-04-05]\nretention: later\n`)
  const changed = await rounds.run('program', 'apply', file)

  expect(created).toMatchObject({ exitCode: 0, err: '' })
  expect(created.out).toMatch(
    /^new-nurses: a new program\n[\s\S]*coordinators: amira@example.org[\s\S]*Created/,
  )
  expect(again).toMatchObject({ exitCode: 0, out: 'new-nurses: nothing changes.\n' })
  expect(changed.out).toMatch(
    /^new-nurses: changes\n {2}blackouts: none → 2027-04-02\/2027-04-05\nUpdated new-nurses.\n.*retention/,
  )
})

test('a program with mistakes is refused with their lines, and nothing is stored', async () => {
  const file = await rounds.file(
    'wrong.yaml',
    'slug: wrong\nname: Wrong\ntype: carer\nstarts_on: 03/04/2027\ncoordinater: [x]\n',
  )

  const { exitCode, out, err } = await rounds.run('program', 'apply', file)

  expect(exitCode).toBe(1)
  expect(out).toBe('')
  expect(err).toContain(`${file}:3: type: `)
  expect(err).toContain(`${file}:4: starts_on: `)
  expect(err).toMatch(/:5: .*coordinators/)
  expect(err).toContain('Nothing was changed.')
  const stored = await hospital.within(({ tx }) => tx.program.count({ where: { slug: 'wrong' } }))
  expect(stored).toBe(0)
})

test('what a program says to people passes the door for text', async () => {
  const file = await rounds.file(
    'identifier.yaml',
    `${program}routes:\n  wellbeing: "NHS number 943 476 5919"\n`,
  )

  const { exitCode, err } = await rounds.run('program', 'apply', file)

  expect(exitCode).toBe(1)
  expect(err).toContain(':7: routes.wellbeing: this seems to hold an NHS number')
  expect(err).not.toContain('943 476 5919')
})

test('a roster with bad rows is refused with line and column, and nothing is stored', async () => {
  const before = await people()
  const file = await rounds.file(
    'people.csv',
    'email,name,role,aims\nann@example.org,Ann Moss,mentor,\nnobody,Bo,boss,\ncy@example.org,Cy Ray,mentee,"MRN: 12345678"\n',
  )

  const refused = await rounds.run('people', 'import', file, '--program', 'new-nurses')

  expect(refused.exitCode).toBe(1)
  expect(refused.out).toBe('')
  expect(refused.err).toContain('line 3, column email: ')
  expect(refused.err).toContain('line 3, column role: ')
  expect(refused.err).toContain('line 4, column aims: this seems to hold a hospital or medical record number')
  expect(refused.err).not.toContain('12345678')
  expect(refused.err).toContain('Nothing was changed. 1 row is good: --apply-good applies it.')
  expect(await people()).toEqual(before)
})

test('the good rows go in when it is asked for, and the same file twice changes nothing', async () => {
  const good =
    'email;name;role;skils_offered\nann@example.org;Ann Moss;mentor;x\ncy@example.org;Cy Ray;mentee;\n'
  const file = await rounds.file('good.csv', `${good}nobody;Bo;mentee;\n`)

  const partly = await rounds.run('people', 'import', file, '--program', 'new-nurses', '--apply-good')
  await rounds.file('good.csv', good)
  const again = await rounds.run('people', 'import', file, '--program', 'new-nurses', '--json')

  expect(partly.exitCode).toBe(1)
  expect(partly.out).toContain('People: 2 created, 0 updated, 0 unchanged.')
  expect(partly.out).toContain('The column “skils_offered” is not known, and ignored: perhaps skills_offered')
  expect(partly.err).toContain('line 4, column email: ')
  expect(again.exitCode).toBe(0)
  expect(JSON.parse(again.out)).toMatchObject({ created: 0, updated: 0, unchanged: 2, kept: [] })
  expect(await people()).toMatchObject([{ name: 'Amira' }, { name: 'Ann Moss' }, { name: 'Cy Ray' }])
})

test('a file or program that is not there is said, with the nearest that is', async () => {
  const file = await rounds.file('one.csv', 'email,name,role\nann@example.org,Ann Moss,mentor\n')

  const noFile = await rounds.run('people', 'import', 'nowhere.csv', '--program', 'new-nurses')
  const noProgram = await rounds.run('people', 'import', file, '--program', 'new-nurse')
  const noOrganization = await rounds.run('program', 'apply', file, '--org', 'elsewhere')

  expect(noFile).toMatchObject({ exitCode: 1, err: 'nowhere.csv: there is no such file\n' })
  expect(noProgram).toMatchObject({
    exitCode: 1,
    err: 'There is no program “new-nurse”: did you mean new-nurses?\n',
  })
  expect(noOrganization.exitCode).toBe(1)
})

test('two are paired once, and not against the rules of their enrollment; a pair ends once', async () => {
  const two = ['--program', 'new-nurses', '--mentor', 'ann@example.org', '--mentee', 'cy@example.org']

  const unknown = await rounds.run('pair', 'add', ...two.slice(0, -1), 'cyy@example.org')
  const paired = await rounds.run('pair', 'add', ...two, '--json')
  const twice = await rounds.run('pair', 'add', ...two)
  const ended = await rounds.run('pair', 'end', ...two)
  const endedTwice = await rounds.run('pair', 'end', ...two)

  expect(unknown).toMatchObject({
    exitCode: 1,
    err: 'Nobody has the address cyy@example.org: did you mean cy@example.org?\n',
  })
  expect(paired).toMatchObject({ exitCode: 0, err: '' })
  expect(JSON.parse(paired.out)).toMatchObject({ pair: expect.any(String), overridden: [] })
  expect(twice.exitCode).toBe(1)
  expect(ended).toMatchObject({ exitCode: 0, out: 'Ended the pair of ann@example.org and cy@example.org.\n' })
  expect(endedTwice.exitCode).toBe(1)
  const states = await hospital.within(({ tx }) => tx.pair.findMany({ select: { state: true } }))
  expect(states).toEqual([{ state: 'closed' }])
})
