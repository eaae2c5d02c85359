import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Hospital } from '../../src/catalogue/hospital.ts'
import { changeEnrollment } from '../../src/store/enrollments.ts'
import { activePairsOfProgram } from '../../src/store/pairs.ts'
import { openHospital } from '../support/hospital.ts'
import { type CommandLine, openCommandLine } from './command-line.ts'

// Several processes a test, each of which opens the database.
vi.setConfig({ testTimeout: 60_000 })

let hospital: Hospital
let rounds: CommandLine
let programId: string

beforeAll(async () => {
  hospital = await openHospital()
  rounds = await openCommandLine({ DATABASE_URL: hospital.url })
  const program = await hospital.program({ slug: 'circle', name: 'Peer circle', type: 'peer' })
  programId = program.id
  for (const name of ['Ann Lee', 'Bo Li', 'Cy Da', 'Di Fo', 'Ed Go']) {
    const person = await hospital.person({ name, email: `${name.slice(0, 2).toLowerCase()}@example.org` })
    const id = await hospital.enroll(programId, person, { role: 'both' })
    await hospital.within((scope) => changeEnrollment(scope, id, { noticedAt: scope.now }))
  }
})

afterAll(async () => {
  await rounds.close()
  await hospital.close()
})

function match(...words: string[]) {
  return rounds.run('match', '--program', 'circle', ...words)
}

test('a round of a peer program is shown first and published by the same command', async () => {
  const shown = await match()
  const asData = await match('--json')
  const published = await rounds.spawn('match', '--program', 'circle', '--publish', '--json')

  expect(shown.out).toContain('Round 1: 5 people in 2 groups, 0 repeats, 0 left out.')
  const { number, groups, repeats, leftOut } = JSON.parse(asData.out)
  expect({ number, repeats, leftOut }).toEqual({ number: 1, repeats: 0, leftOut: [] })
  expect(groups.map((group: string[]) => group.length).sort()).toEqual([2, 3])
  expect(JSON.parse(published.out)).toMatchObject({ number: 1, groups, published: 2 })
  const pairs = await hospital.within((scope) => activePairsOfProgram(scope, programId))
  expect(pairs).toHaveLength(4)
  expect((await hospital.outbox()).filter(({ key }) => key.startsWith('round:'))).toHaveLength(5)
})

test('scores and drafts are refused in one sentence, since a peer program has neither', async () => {
  const { exitCode, err, out } = await match('--scores', '/tmp/scores.csv', '--publish')

  expect(exitCode).toBe(1)
  expect(err).toBe(
    '--scores and --draft are for programs with mentors: Peer circle has rounds of peers, without scores.\n',
  )
  expect(out).toBe('')
})
