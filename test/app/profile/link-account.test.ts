import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createIntentHandler } from '../../../src/app/handle-intent.ts'
import { type Hospital, slackTeam, teamsTenant } from '../../../src/catalogue/hospital.ts'
import type { Deed } from '../../../src/core/message/intent.ts'
import type { Account, Platform } from '../../../src/core/people/account.ts'
import type { Person } from '../../../src/core/people/person.ts'
import type { Member } from '../../../src/ports/directory.ts'
import { personById } from '../../../src/store/people.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let member: Member = { standing: 'full' }
beforeAll(async () => {
  hospital = await openHospital()
  for (const platform of ['slack', 'teams'] as const) {
    hospital.world.directories[platform] = {
      platform,
      member: () => Promise.resolve(member),
      findByEmail: () => Promise.resolve(undefined),
      channel: () => Promise.resolve(undefined),
      doNotDisturb: () => Promise.resolve(new Map()),
    }
  }
})
afterAll(() => hospital.close())

const elsewhere = (platform: Platform): Account =>
  platform === 'slack'
    ? { platform, workspace: slackTeam, user: `U${randomUUID().slice(0, 8).toUpperCase()}` }
    : { platform, workspace: teamsTenant, user: randomUUID() }

function unknown(account: Account, deed: Deed, key: string = randomUUID()) {
  const handler = createIntentHandler(hospital.world)
  return handler.handle({ key, account, place: { kind: 'personal' }, ...deed })
}

const type = (account: Account, code: string, key?: string) =>
  unknown(account, { kind: 'submit', verb: 'account.code-save', values: { code } }, key)

async function codeFor(person: Person): Promise<string> {
  const words = wordsIn(await hospital.as(person).press('account.link'))
  const [code] = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(words) ?? []
  if (code === undefined) throw new Error(words)
  return code
}

const accountsOf = async ({ id }: Person) =>
  (await hospital.within((scope) => personById(scope, id)))?.accounts ?? []

/** Another code that begins the same. */
const spoilt = (code: string) => `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`

test.each([
  ['slack', 'teams'],
  ['teams', 'slack'],
] as const)(
  'a person known on %s links an account on %s by a code, and both are told',
  async (known, further) => {
    const person = await hospital.person({ platform: known })
    const account = elsewhere(further)
    const before = await unknown(account, { kind: 'command', words: 'profile' })

    const asked = await unknown(account, { kind: 'press', verb: 'account.code' })
    const code = await codeFor(person)
    const linked = await type(account, ` ${code.toLowerCase().replace('-', ' ')} `)
    const profile = await unknown(account, { kind: 'command', words: 'profile' })

    expect(wordsIn(before)).toContain('account.code')
    expect(asked.kind).toBe('form')
    expect(wordsIn(linked)).toContain('from now on you can use Rounds here')
    expect(wordsIn(profile)).toContain('Your profile')
    expect(await accountsOf(person)).toHaveLength(2)
    const told = (await hospital.outbox()).filter(({ key }) => key.includes(account.user))
    expect(told.map(({ user }) => user).sort()).toEqual([account.user, person.accounts[0]?.user].sort())
  },
)

test('a code is used once', async () => {
  const person = await hospital.person()
  const code = await codeFor(person)
  await type(elsewhere('teams'), code)

  const again = await type(elsewhere('teams'), code)

  expect(wordsIn(again)).toContain('not right, or was used already')
  expect(await accountsOf(person)).toHaveLength(2)
})

test('of two who type the same code at the same moment one is linked', async () => {
  const person = await hospital.person()
  const code = await codeFor(person)

  const outcomes = await Promise.all([type(elsewhere('teams'), code), type(elsewhere('teams'), code)])

  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['errors', 'show'])
  expect(await accountsOf(person)).toHaveLength(2)
})

test('after ten minutes a code is over', async () => {
  const person = await hospital.person()
  const code = await codeFor(person)
  hospital.at({ minutes: 10 })

  const late = await type(elsewhere('teams'), code)

  expect(wordsIn(late)).toContain('ten minutes of this code are over')
  expect(await accountsOf(person)).toHaveLength(1)
})

test('a new code takes the place of the one before', async () => {
  const person = await hospital.person()
  const [first, second] = [await codeFor(person), await codeFor(person)]
  const account = elsewhere('teams')

  const old = await type(account, first)
  const now = await type(account, second)

  expect(old.kind).toBe('errors')
  expect(now.kind).toBe('show')
})

test('five wrong tries at one code are enough, whoever makes them', async () => {
  const person = await hospital.person()
  const code = await codeFor(person)
  for (let tries = 0; tries < 5; tries += 1) await type(elsewhere('teams'), spoilt(code))

  const right = await type(elsewhere('teams'), code)

  expect(wordsIn(right)).toContain('tried too often')
  expect(await accountsOf(person)).toHaveLength(1)
})

test('who guesses burns no code of somebody else, and is stopped for a day', async () => {
  const person = await hospital.person()
  const code = await codeFor(person)
  const guesser = elsewhere('teams')
  const wild = Array.from({ length: 12 }, () => type(guesser, '2222-2222'))

  const guesses = (await Promise.all(wild)).map(wordsIn)
  const theirs = await type(guesser, code)
  const owner = await type(elsewhere('teams'), code)

  expect(guesses.filter((words) => words.includes('none from it for a day'))).toHaveLength(7)
  expect(wordsIn(theirs)).toContain('none from it for a day')
  expect(owner.kind).toBe('show')
})

test('the same form delivered twice is one try', async () => {
  const account = elsewhere('teams')
  const person = await hospital.person()
  const code = await codeFor(person)

  await type(account, code, 'once')
  const again = await type(account, code, 'once')

  expect(again.kind).toBe('silence')
  expect(await accountsOf(person)).toHaveLength(2)
})

test.each(['guest', 'stranger', 'deactivated'] as const)(
  'a %s links nothing, code or no code',
  async (standing) => {
    const person = await hospital.person()
    const code = await codeFor(person)
    member = { standing }

    const outcome = await type(elsewhere('teams'), code)
    member = { standing: 'full' }

    expect(outcome.kind).toBe('show')
    expect(await accountsOf(person)).toHaveLength(1)
  },
)

test('whoever is known has no use for a code, and the code stays good', async () => {
  const [person, other] = [await hospital.person(), await hospital.person()]
  const code = await codeFor(person)

  const outcome = await hospital.as(other).submit('account.code-save', undefined, { code })

  expect(wordsIn(outcome)).toContain('I know this account already')
  expect((await type(elsewhere('teams'), code)).kind).toBe('show')
})

test('only a hash of a code is kept', async () => {
  const person = await hospital.person()
  const code = await codeFor(person)

  const row = await hospital.within(({ tx }) =>
    tx.linkCode.findUniqueOrThrow({ where: { personId: person.id } }),
  )

  expect(row.hash).not.toContain(code)
  expect(row.hash).not.toContain(code.slice(0, 4))
})
