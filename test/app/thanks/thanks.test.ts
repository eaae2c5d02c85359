import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { previewDigest } from '../../../src/app/digest/digest-by-hand.ts'
import { forgetPerson } from '../../../src/app/record/forget-me.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Pair } from '../../../src/core/pair/pair.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { closePairs } from '../../../src/store/pairs.ts'
import { thanksOf } from '../../../src/store/thanks.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let amira: Person
let priya: Person
let pair: Pair
let programId: string
let slug: string

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
})
afterAll(() => hospital.close())
beforeEach(async () => {
  hospital.at('2027-01-04T10:00:00Z')
  amira = await hospital.person({ name: 'Amira Haddad' })
  priya = await hospital.person({ name: 'Priya Shah' })
  const made = await hospital.program({})
  programId = made.id
  slug = made.program.slug
  pair = await hospital.pair(programId, amira, priya)
})

const say = (words: string, more: Record<string, readonly string[]> = {}) =>
  hospital.as(priya).submit('thanks.save', pair.id, { words, ...more })

async function toldAmira(): Promise<string[]> {
  const told = (await hospital.outbox()).filter(({ user }) => user === amira.accounts[0]?.user)
  return told.map(({ message }) => wordsIn(message))
}

async function digest(): Promise<string> {
  const { world, organizationId } = hospital
  const shown = await previewDigest(world, { organizationId, slug, at: world.now() })
  return wordsIn(shown?.message)
}

test('the words go to the other person in the pair, and the preview names nobody', async () => {
  const said = await say('You stayed late for me')

  const [told = ''] = await toldAmira()
  expect(told).toContain('says thank you:')
  expect(told).toContain('You stayed late for me')
  expect(told.split('\n')[0]).toBe('Somebody thanks you')
  expect(wordsIn(said)).toContain('on their way to Amira Haddad')
})

test('the digest counts those that may be counted, and quotes none', async () => {
  await say('You stayed late for me', { counted: ['yes'] })
  await say('And for the cake', { counted: ['yes'] })
  await say('Between us')
  hospital.at({ minutes: 1 })

  const words = await digest()

  expect(words).toContain('Thanks given\n2')
  expect(words).not.toMatch(/late for me|cake|Between us/)
})

test('no thanks are counted where nobody wants them to be', async () => {
  await say('Between us')
  hospital.at({ minutes: 1 })

  expect(await digest()).not.toContain('Thanks given')
})

test('the same words sent twice arrive once', async () => {
  await say('You stayed late for me')
  const again = await say('You stayed late for me')

  expect(wordsIn(again)).toContain('I sent them once')
  expect(await toldAmira()).toHaveLength(1)
})

test('thanks to oneself are declined kindly, and a stranger’s name with those who could be thanked', async () => {
  const oneself = wordsIn(await hospital.as(priya).command('thanks Priya'))
  const stranger = wordsIn(await hospital.as(priya).command('thanks Zebedee'))

  expect(oneself).toContain('That is you')
  expect(stranger).toContain('no pair with “Zebedee”')
  expect(stranger).toContain('Amira Haddad')
})

test('words after the command stand in the form, and nothing is sent yet', async () => {
  const form = await hospital.as(priya).command('thanks for staying late with me')

  expect(form.kind).toBe('form')
  expect(wordsIn(form)).toContain('for staying late with me')
  expect(await toldAmira()).toEqual([])
})

test('with several pairs a name picks one, and without a name the form asks whom', async () => {
  const tom = await hospital.person({ name: 'Tom Okafor' })
  await hospital.pair(programId, tom, priya)

  const named = await hospital.as(priya).command('thanks amira')
  const open = await hospital.as(priya).command('thanks')

  expect(named).toMatchObject({ kind: 'form', form: { about: pair.id } })
  expect(wordsIn(open)).toContain('Whom would you like to thank?')
})

test('after a pair has closed there are four weeks left for thanks', async () => {
  await hospital.within((scope) => closePairs(scope, [pair.id], 'date'))
  hospital.at({ days: 27 })
  await say('For the whole year')
  const intime = (await toldAmira()).length
  hospital.at({ days: 2 })

  const late = await say('One more thing')

  expect(intime).toBe(1)
  expect(wordsIn(late)).toContain('That pair is over')
  expect(wordsIn(late)).toContain('One more thing')
  expect(await toldAmira()).toHaveLength(1)
})

test('where the other cannot be reached the words come back, and nothing is kept', async () => {
  await hospital.within(({ tx }) => tx.account.deleteMany({ where: { personId: amira.id } }))

  const said = await say('You stayed late for me')

  expect(wordsIn(said)).toContain('You stayed late for me')
  expect(said).toMatchObject({ holdsTyped: true })
  expect(await hospital.within((scope) => thanksOf(scope, priya.id))).toEqual([])
})

test('nobody says thanks in a pair that is not theirs, or without one', async () => {
  const stranger = hospital.as(await hospital.person())

  expect(wordsIn(await stranger.submit('thanks.save', pair.id, { words: 'Hello' }))).toContain(
    'That pair is over',
  )
  expect(wordsIn(await stranger.command('thanks'))).toContain('You have no pair right now')
  expect(await toldAmira()).toEqual([])
})

test('nobody is offered to be thanked who has had everything forgotten; their record still names the pair', async () => {
  await hospital.within((scope) => forgetPerson(scope, amira))

  const form = await hospital.as(priya).command('thanks')
  const pressed = await say('You stayed late for me')
  const record = wordsIn(await hospital.as(priya).press('pair.record', pair.id))

  expect(form.kind).toBe('show')
  expect(wordsIn(pressed)).toContain('You stayed late for me')
  expect(record).toContain('a former member')
})
