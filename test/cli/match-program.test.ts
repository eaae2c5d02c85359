import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Hospital } from '../../src/catalogue/hospital.ts'
import { readRoster } from '../../src/files/roster.ts'
import { openHospital } from '../support/hospital.ts'
import { type CommandLine, openCommandLine } from './command-line.ts'

// Several processes a test, each of which opens the database.
vi.setConfig({ testTimeout: 60_000 })

interface Printed {
  readonly pairs: readonly {
    readonly mentee: string
    readonly mentor: string
    readonly score: number
    readonly reasons: string[]
    readonly kept: boolean
  }[]
  readonly leftOver: readonly { readonly mentee: string; readonly reason: string }[]
  readonly total: number
  readonly bound: number
  readonly gap: number
  readonly unmatched: number
  readonly prices: Readonly<Record<string, number>>
  readonly capacities: Readonly<Record<string, number>>
  readonly moved: readonly string[]
  readonly published?: number
}

let hospital: Hospital
let rounds: CommandLine

const demo = join(import.meta.dirname, '../../demo')
const slug = 'new-nurses-2027'
const { rows: roster } = readRoster(await readFile(join(demo, 'people.csv')))
const listed = new Map(roster.map((row) => [row.email, row]))

beforeAll(async () => {
  hospital = await openHospital()
  rounds = await openCommandLine({ DATABASE_URL: hospital.url })
  const program = await readFile(join(demo, 'new-nurses.yaml'), 'utf8')
  // Far enough ahead for a program that does not end while this is tested.
  const ahead = program.replace('2027-01-04', '2099-01-05').replace('2027-07-30', '2099-07-30')
  await rounds.run('program', 'apply', await rounds.file('program.yaml', ahead))
  await rounds.run('people', 'import', join(demo, 'people.csv'), '--program', slug)
  await everybodyIs('active')
})

afterAll(async () => {
  await rounds.close()
  await hospital.close()
})

function match(...words: string[]) {
  return rounds.run('match', '--program', slug, ...words)
}

async function matchAsData(...words: string[]): Promise<Printed> {
  const { out, err, exitCode } = await match(...words, '--json')
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
  return JSON.parse(out)
}

async function everybodyIs(state: 'invited' | 'active'): Promise<void> {
  await hospital.within(({ tx }) => tx.enrollment.updateMany({ data: { state, noticedAt: new Date(0) } }))
}

function fileIn(name: string): string {
  return join(rounds.folder, name)
}

test('nobody is matched without their word: who has not joined is counted', async () => {
  await everybodyIs('invited')

  const { exitCode, out, err } = await match()

  await everybodyIs('active')

  expect({ exitCode, out }).toEqual({
    exitCode: 0,
    out: 'Nobody in New nurses 2027 waits for a mentor.\n',
  })
  expect(err).toContain('60 invited, not joined yet')
})

test('of the demonstration hospital every mentee gets somebody or a reason, and no hard rule is broken', async () => {
  const mentees = roster.filter(({ role }) => role !== 'mentor').map(({ email }) => email)

  const { pairs, leftOver, total, bound, gap } = await matchAsData()

  const named = [...pairs, ...leftOver].map(({ mentee }) => mentee)
  expect(named.toSorted()).toEqual(mentees.toSorted())
  expect(leftOver.every(({ reason }) => reason.length > 0)).toBe(true)
  expect({ bound, gap }).toEqual({ bound: total, gap: 0 })
  for (const pair of pairs) {
    const [mentee, mentor] = [listed.get(pair.mentee), listed.get(pair.mentor)]
    expect(mentor?.profession).toBe(mentee?.profession)
    expect(mentor?.trainedOn).toBeDefined()
    expect(mentee?.managerEmail).not.toBe(pair.mentor)
    expect([...(mentee?.neverWith ?? []), ...(mentor?.neverWith ?? [])]).not.toContain(pair.mentor)
    expect(pairs.filter(({ mentor: other }) => other === pair.mentor).length).toBeLessThanOrEqual(
      mentor?.capacity ?? 1,
    )
    expect(pair.reasons.length).toBeGreaterThan(0)
  }
})

test('for people it prints pairs with score and reasons, who is left over and why, the tail and the proof', async () => {
  const { out } = await rounds.spawn('match', '--program', slug)

  expect(out).toMatch(
    /^Priya Raman – Grace Mensah: \d+ \(offers deteriorating patient and [^)]+, which they seek; /m,
  )
  expect(out).toMatch(/^Without a mentor:$/m)
  expect(out).toMatch(
    /^ {2}Isla McTavish: nobody may be their mentor: of 32 mentors, 32 have another profession/m,
  )
  expect(out).toMatch(/^\d+ pairs, \d+ without a mentor\.$/m)
  expect(out).toMatch(/^Worst off: .+, \d+\. 5th percentile: \d+\./m)
  expect(out).toMatch(/^Proof that no choice is better: total (-?\d+), bound \1, gap 0/m)
})

test('the scores that it writes give the solver alone the same total', async () => {
  const scores = fileIn('scores.csv')
  const proposed = await matchAsData('--scores', scores)
  const places = Object.entries(proposed.capacities).map(([mentor, free]) => `${mentor},${free}`)
  const capacities = await rounds.file('capacities.csv', ['mentor,capacity', ...places].join('\n'))

  const solved = await rounds.run(
    ...['match', 'solve', '--scores', scores, '--capacities', capacities],
    ...['--unmatched', String(proposed.unmatched), '--json'],
  )

  expect(solved.err).toBe('')
  const { total, pairs } = JSON.parse(solved.out)
  expect(total).toBe(proposed.total)
  expect(pairs).toHaveLength(proposed.pairs.length)
})

test('a draft that is written, edited and read back keeps what was set and moves the rest around it', async () => {
  const draft = fileIn('draft.csv')
  const written = await matchAsData('--draft', draft)
  const untouched = await matchAsData('--draft', draft)
  const text = await readFile(draft, 'utf8')
  const line = (email: string) => text.split('\n').find((row) => row.startsWith(email)) ?? ''
  const moved = line('priya.raman@').replace(',grace.mensah@', ',joseph.mathew@')
  const out = line('ella.thornton@').replace('bronwen.llewellyn@stmarys.example', '')
  const edited = text.replace(line('priya.raman@'), moved).replace(line('ella.thornton@'), out)
  await rounds.file('draft.csv', edited)

  const again = await matchAsData('--draft', draft)

  expect(untouched.pairs.map(({ mentee, mentor }) => [mentee, mentor])).toEqual(
    written.pairs.map(({ mentee, mentor }) => [mentee, mentor]),
  )
  expect(untouched.moved).toEqual([])
  expect(again.pairs.find(({ mentee }) => mentee.startsWith('priya'))).toMatchObject({
    mentor: 'joseph.mathew@stmarys.example',
    kept: true,
  })
  expect(again.leftOver.find(({ mentee }) => mentee.startsWith('ella'))?.reason).toBe(
    'taken out of the draft',
  )
  expect(again.pairs.filter(({ mentor }) => mentor.startsWith('joseph'))).toHaveLength(2)
  expect(again.moved.length).toBeGreaterThan(0)
  expect(again.gap).toBe(0)
  expect(await readFile(draft, 'utf8')).toBe(edited)
})

test('everything that is wrong with a draft is said at once, by line, and nothing is published', async () => {
  const draft = await rounds.file(
    'wrong.csv',
    [
      'mentee,mentor,locked',
      'priya.ramon@stmarys.example,grace.mensah@stmarys.example,',
      'abena.owusu@stmarys.example,eleanor.whitcombe@stmarys.example,yes',
      'abena.owusu@stmarys.example,grace.mensah@stmarys.example,',
      'callum.reid@stmarys.example,priya.raman@stmarys.example,',
    ].join('\n'),
  )

  const { exitCode, out, err } = await match('--draft', draft, '--publish')

  expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' })
  expect(err.replaceAll(`${rounds.folder}/`, '').trim().split('\n')).toEqual([
    'wrong.csv: line 2: nobody in New nurses 2027 has the address priya.ramon@stmarys.example: did you mean priya.raman@stmarys.example?',
    'wrong.csv: line 3: Eleanor Whitcombe and Abena Owusu are not known to have the same profession',
    'wrong.csv: line 3: Eleanor Whitcombe is not known to be trained',
    'wrong.csv: line 3: Eleanor Whitcombe is the line manager of Abena Owusu',
    'wrong.csv: line 4: abena.owusu@stmarys.example stands already in line 3',
    'wrong.csv: line 5: Priya Raman is in New nurses 2027 as mentee only',
  ])
  expect(await countPairs()).toBe(0)
})

test('a file that cannot be written has published nothing', async () => {
  const { exitCode, err } = await match('--publish', '--draft', fileIn('no-such-folder/draft.csv'))

  expect(exitCode).toBe(1)
  expect(err).toContain('cannot be written: there is no such folder. Nothing was published')
  expect(await countPairs()).toBe(0)
})

test('publishing asks each mentor; what is offered is left alone by the next run', async () => {
  const proposed = await matchAsData()

  const { exitCode, out } = await match('--publish')

  expect(exitCode).toBe(0)
  expect(out).toContain(
    `Published ${proposed.pairs.length} pairs: each mentor is asked in private, with 5 days to answer.`,
  )
  const offers = await hospital.within(({ tx }) => tx.offer.findMany({ where: { state: 'open' } }))
  expect(offers).toHaveLength(proposed.pairs.length)
  expect(await countPairs()).toBe(0)
  const next = await matchAsData('--publish')
  expect(next.published).toBe(0)
  expect(next.leftOver.map(({ mentee }) => mentee)).toEqual(proposed.leftOver.map(({ mentee }) => mentee))
})

test('where nobody is asked, publishing makes the pairs and tells both of each', async () => {
  await hospital.within(async ({ tx }) => {
    await tx.offer.deleteMany()
    await tx.$executeRaw`update programs set settings = jsonb_set(settings, '{match,offers}', '"none"')`
  })
  const proposed = await matchAsData()

  const published = await matchAsData('--publish')

  expect(published.published).toBe(proposed.pairs.length)
  const rows = await hospital.within(({ tx }) => tx.pair.findMany({ where: { state: 'active' } }))
  expect(rows).toHaveLength(proposed.pairs.length)
  const told = (await hospital.outbox()).filter(({ key }) => /^pair:.+:made:/.test(key))
  expect(told).toHaveLength(2 * proposed.pairs.length)
})

test.each([
  { words: ['--program', 'new-nurse-2027'], says: 'did you mean new-nurses-2027?' },
  { words: ['--program', 'no-such'], says: 'There is no program “no-such”' },
])('a program that is not there is refused ($words)', async ({ words, says }) => {
  const { exitCode, err } = await rounds.run('match', ...words, '--scores', fileIn('none.csv'))

  expect(exitCode).toBe(1)
  expect(err).toContain(says)
  await expect(access(fileIn('none.csv'))).rejects.toThrow()
})

test('where the rules allow nobody at all, it is said which excludes how many', async () => {
  const { id, program } = await hospital.program({
    ...{ starts_on: '2099-01-05', match: { require: ['trained', 'same-area'] } },
  })
  for (const role of ['mentor', 'mentor', 'mentee'] as const) {
    await hospital.enroll(id, await hospital.person(), { role })
  }

  const { out } = await rounds.run('match', '--program', program.slug)

  expect(out).toContain(
    'No pair at all is allowed by the rules of this program:\n  2 of 2 pairs: not the same area\n  2 of 2 pairs: the mentor is not trained\n',
  )
  expect(out).toContain('0 pairs, 1 without a mentor.')
})

test('a round of peers needs two people', async () => {
  const { program } = await hospital.program({ type: 'peer', cadence: { every: 'round' } })

  const { exitCode, err } = await rounds.run('match', '--program', program.slug)

  expect(exitCode).toBe(1)
  expect(err).toContain('A round needs at least two people')
})

function countPairs(): Promise<number> {
  return hospital.within(({ tx }) => tx.pair.count())
}
