import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CommandLine, openCommandLine } from './command-line.ts'

let rounds: CommandLine
let capacities: string

beforeAll(async () => {
  rounds = await openCommandLine()
  capacities = await rounds.file('capacities.csv', 'mentor,capacity\ngrace,1\njoseph,2\n')
})

afterAll(() => rounds.close())

test('it prints the pairs of the highest total with the proof', async () => {
  const scores = await rounds.file(
    'scores.csv',
    'mentee,mentor,score\npriya,grace,90\npriya,joseph,80\nabena,grace,85\nabena,joseph,20\n',
  )

  const { exitCode, out } = await rounds.run(
    'match',
    'solve',
    '--scores',
    scores,
    '--capacities',
    capacities,
    '--json',
  )

  expect(exitCode).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    pairs: [
      { mentee: 'abena', mentor: 'grace', score: 85 },
      { mentee: 'priya', mentor: 'joseph', score: 80 },
    ],
    leftOver: [],
    total: 165,
    bound: 165,
    gap: 0,
    unmatched: -181,
    prices: { joseph: 0 },
  })
})

test('the order of the files does not matter', async () => {
  const rows = ['priya,grace,5', 'abena,grace,5', 'ella,grace,5', 'ella,joseph,5', 'callum,joseph,5']
  const there = await rounds.file('there.csv', ['mentee,mentor,score', ...rows].join('\n'))
  const back = await rounds.file('back.csv', ['mentee,mentor,score', ...rows.toReversed()].join('\n'))

  const words = ['--capacities', capacities, '--json']
  const first = await rounds.run('match', 'solve', '--scores', there, ...words)
  const second = await rounds.run('match', 'solve', '--scores', back, ...words)

  expect(JSON.parse(first.out).pairs).toEqual(JSON.parse(second.out).pairs)
})

test('a mentee without a mentor has the value that is given', async () => {
  const scores = await rounds.file('low.csv', 'score,mentor,mentee\n3,grace,priya\n9,grace,abena\n')

  const { out } = await rounds.run(
    ...['match', 'solve', '--scores', scores, '--capacities', capacities, '--unmatched', '4'],
  )

  expect(out).toMatch(
    /abena – grace: 9\npriya: nobody\n1 pairs, 1 without a mentor, total 13, bound 13, gap 0/,
  )
})

test('everything that is wrong in both files is said at once, by line', async () => {
  const scores = await rounds.file(
    'bad.csv',
    'mentee,mentor,score\npriya,grace,high\n,joseph,3\nabena,joseph,2.5\n',
  )
  const places = await rounds.file('bad-places.csv', 'mentor,capacity\ngrace,many\n')

  const { exitCode, out, err } = await rounds.run(
    'match',
    'solve',
    '--scores',
    scores,
    '--capacities',
    places,
  )

  expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' })
  expect(err.replaceAll(`${rounds.folder}/`, '')).toBe(
    [
      'bad.csv, line 2: score must be a whole number.',
      'bad.csv, line 3: mentee is empty.',
      'bad.csv, line 4: score must be a whole number.',
      'bad-places.csv, line 2: capacity must be a whole number.\n',
    ].join('\n'),
  )
})

test.each([
  {
    scores: 'mentee,mentor,score\npriya,nobody,3\n',
    says: 'line 2: nobody has no capacity in the other file.',
  },
  { scores: 'mentee,mentor,score\na,grace,3\na,grace,4\n', says: 'line 3: a and grace stand there twice.' },
  { scores: 'mentee,score\na,3\n', says: 'line 1: the header has no column mentor.' },
  { scores: '', says: 'line 1: the header has no column mentee and no column mentor and no column score.' },
])('a table that is none ($says) is refused', async ({ scores, says }) => {
  const file = await rounds.file('refused.csv', scores)

  const { exitCode, err } = await rounds.run('match', 'solve', '--scores', file, '--capacities', capacities)

  expect(exitCode).toBe(1)
  expect(err).toContain(says)
})
