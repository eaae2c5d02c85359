import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CommandLine, openCommandLine } from './command-line.ts'

let rounds: CommandLine

beforeAll(async () => {
  rounds = await openCommandLine()
})

afterAll(() => rounds.close())

test('help names the commands of this release and no others', async () => {
  const { exitCode, out } = await rounds.run('--help')

  expect(exitCode).toBe(0)
  const named = [...out.matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name)
  expect(named).toEqual([
    'serve',
    'migrate',
    'program',
    'people',
    'pair',
    'match',
    'due',
    'digest',
    'catalogue',
    'export',
    'forget',
    'manifest',
    'doctor',
  ])
})

test.each([
  ['serve'],
  ['migrate'],
  ['program', 'apply'],
  ['people', 'import'],
  ['pair', 'add'],
  ['pair', 'end'],
  ['match'],
  ['match', 'solve'],
  ['due'],
  ['catalogue'],
  ['export'],
  ['forget'],
  ['digest'],
  ['manifest', 'slack'],
  ['manifest', 'teams'],
  ['manifest', 'verbs'],
  ['doctor'],
])('%s %s has help of its own', async (...command) => {
  const { exitCode, out } = await rounds.run(...command, '--help')

  expect(exitCode).toBe(0)
  expect(out).toContain(`Usage: rounds ${command.join(' ')}`)
})

test.each([
  { words: [], says: 'Usage: rounds' },
  { words: ['deu'], says: 'Did you mean due?' },
  { words: ['people', 'imprt'], says: 'Did you mean import?' },
  { words: ['due', '--at', 'tomorrow'], says: 'Write an instant with its offset' },
  { words: ['pair', 'add', '--program', 'x'], says: "required option '--mentor <email>'" },
  { words: ['match', '--publish'], says: "required option '--program <slug>'" },
  { words: ['due', '--sned'], says: 'Did you mean --send?' },
])('wrong usage ($words) says what is wrong and ends with 2', async ({ words, says }) => {
  const { exitCode, out, err } = await rounds.run(...words)

  expect(exitCode).toBe(2)
  expect(err).toContain(says)
  expect(out).toBe('')
})

test.each([
  { words: ['due', '--help'], exitCode: 0, out: /^Usage: rounds due/, err: /^$/ },
  { words: ['report'], exitCode: 1, out: /^$/, err: /^report: not available yet\n$/ },
  { words: ['deu'], exitCode: 2, out: /^$/, err: /Did you mean due\?/ },
])('a process of its own answers $words likewise: words, streams and exit code', async (given) => {
  const said = await rounds.spawn(...given.words)

  expect(said.exitCode).toBe(given.exitCode)
  expect(said.out).toMatch(given.out)
  expect(said.err).toMatch(given.err)
})

test.each([
  ['org', 'add', 'x'],
  ['report', '--help'],
  ['keys', 'rotate'],
])('a command of a later release (%s) answers that it is not available yet', async (...words) => {
  const { exitCode, err } = await rounds.run(...words)

  expect(exitCode).toBe(1)
  expect(err).toBe(`${words[0]}: not available yet\n`)
})

test('an unusable configuration is refused with every reason at once, and no value', async () => {
  const wrong = await openCommandLine({
    PORT: 'secret-port',
    SLACK_BOT_TOKEN: 'xoxb-secret',
    LOG_LEVEL: 'loud',
  })

  const { exitCode, err } = await wrong.run('due')

  expect(exitCode).toBe(1)
  expect(err).toContain('PORT must be')
  expect(err).toContain('LOG_LEVEL must be')
  expect(err).toContain('SLACK_SIGNING_SECRET or SLACK_APP_TOKEN is missing')
  expect(err).not.toContain('secret-port')
  expect(err).not.toContain('xoxb-secret')
  await wrong.close()
})

test('a database that does not answer is named in one sentence, without its password', async () => {
  const alone = await openCommandLine({ DATABASE_URL: 'postgresql://rounds:hidden@127.0.0.1:1/rounds' })

  const { exitCode, err } = await alone.run('migrate')

  expect(exitCode).toBe(1)
  expect(err).toBe(
    'The database does not answer (ECONNREFUSED): see that it runs, and that DATABASE_URL names it.\n',
  )
  await alone.close()
})
