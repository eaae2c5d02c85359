import { afterEach, beforeEach, expect, test } from 'vitest'
import { tellGaveUp } from '../../../src/app/digest/gave-up.ts'
import { closeWithWords } from '../../../src/app/pair/close-pair.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Pair } from '../../../src/core/pair/pair.ts'
import type { Person } from '../../../src/core/people/person.ts'
import type { GaveUp } from '../../../src/delivery/give-up.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let programId: string
let mentor: Person
let mentee: Person
let pair: Pair

beforeEach(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
  programId = (await hospital.program()).id
  mentor = await hospital.person({ name: 'Amira Haddad', platform: 'teams' })
  mentee = await hospital.person({ name: 'Priya Shah' })
  pair = await hospital.pair(programId, mentor, mentee)
})
afterEach(() => hospital.close())

async function relayed() {
  return (await hospital.outbox()).filter(({ key }) => key.startsWith('tell:'))
}

test('what one writes reaches the other in their own chat, and they answer by the same form', async () => {
  const form = await hospital.as(mentee).command('tell amira')

  const receipt = await hospital.as(mentee).submit('relay.send', pair.id, { words: 'May we meet on Friday?' })
  const [message] = await relayed()
  const answer = await hospital.as(mentor).press('relay.write', pair.id)
  await hospital.as(mentor).submit('relay.send', pair.id, { words: 'Gladly.' })

  expect(form).toMatchObject({ kind: 'form', form: { verb: 'relay.send', about: pair.id } })
  expect(wordsIn(form)).toContain('only Amira Haddad')
  expect(wordsIn(receipt)).toContain('Amira Haddad')
  expect(message?.user).toBe(mentor.accounts[0]?.user)
  expect(wordsIn(message?.message)).toContain('May we meet on Friday?')
  expect(wordsIn(message?.message)).toContain('Priya Shah')
  expect(message?.message.preview).not.toContain('Friday')
  expect(answer.kind).toBe('form')
  const back = (await relayed()).find(({ user }) => user === mentee.accounts[0]?.user)
  expect(wordsIn(back?.message)).toContain('Gladly.')
})

test('nothing of it is kept beside the message on its way', async () => {
  await hospital.as(mentee).submit('relay.send', pair.id, { words: 'quokka words' })

  const audited = await hospital.within(({ tx }) =>
    tx.auditEntry.findMany({ where: { action: 'relay.tell' } }),
  )

  expect(audited).toHaveLength(1)
  expect(JSON.stringify(audited)).not.toContain('quokka')
})

test('a patient’s number does not get into a message', async () => {
  const sent = await hospital.as(mentee).submit('relay.send', pair.id, { words: 'NHS number 943 476 5919' })

  expect(sent.kind).toBe('errors')
  expect(await relayed()).toEqual([])
})

test('an unknown name is answered with those who can be written to, and several with a choice', async () => {
  const second = await hospital.person({ name: 'Amir Karim' })
  const other = await hospital.pair(programId, second, mentee)

  const unknown = await hospital.as(mentee).command('tell zzzzzz')
  const both = await hospital.as(mentee).command('tell ami')
  const all = await hospital.as(mentee).command('tell')
  const one = await hospital.as(mentee).command('tell karim')
  await hospital.as(mentee).submit('relay.send', undefined, { pair: other.id, words: 'Hello' })

  expect(wordsIn(unknown)).toContain('Write to Amira Haddad')
  for (const form of [both, all]) expect(wordsIn(form)).toContain('To whom?')
  expect(one).toMatchObject({ kind: 'form', form: { about: other.id } })
  expect((await relayed())[0]?.user).toBe(second.accounts[0]?.user)
})

test('somebody who is in no pair with them is not reached, whatever the request says', async () => {
  const stranger = await hospital.person()

  const sent = await hospital.as(stranger).submit('relay.send', pair.id, { words: 'Let me in' })
  const noPair = await hospital.as(stranger).command('tell amira')

  expect(wordsIn(sent)).toContain('no longer active')
  expect(wordsIn(sent)).toContain('Let me in')
  expect(wordsIn(noPair)).toContain('no mentor or mentee yet')
  expect(await relayed()).toEqual([])
})

test('where the pair was closed while the form was open, the words come back', async () => {
  await hospital.as(mentee).command('tell amira')
  await hospital.within((scope) => closeWithWords(scope, pair, { actor: 'test', by: 'coordinator' }))

  const sent = await hospital.as(mentee).submit('relay.send', pair.id, { words: 'See you on Friday' })

  expect(wordsIn(sent)).toContain('See you on Friday')
  expect(await relayed()).toEqual([])
})

test('the twenty-first of a day has to wait, with its words given back', async () => {
  for (let count = 0; count < 20; count += 1) {
    await hospital.as(mentee).submit('relay.send', pair.id, { words: `number ${count}` })
  }

  const more = await hospital.as(mentee).submit('relay.send', pair.id, { words: 'one too many' })
  hospital.at({ hours: 25 })
  await hospital.as(mentee).submit('relay.send', pair.id, { words: 'the next day' })

  expect(wordsIn(more)).toContain('one too many')
  expect(wordsIn(more)).toContain('20 messages a day')
  expect(await relayed()).toHaveLength(21)
})

test('nobody is written to by way of Rounds before they have joined', async () => {
  await hospital.within(({ tx }) =>
    tx.enrollment.updateMany({ where: { personId: mentor.id }, data: { state: 'invited' } }),
  )

  const sent = await hospital.as(mentee).submit('relay.send', pair.id, { words: 'Hello there' })

  expect(wordsIn(sent)).toContain('has not joined yet')
  expect(await relayed()).toEqual([])
})

test('whose message did not arrive for good gets their words back, and the copy is erased', async () => {
  await hospital.as(mentee).submit('relay.send', pair.id, { words: 'May we meet?' })
  const row = await hospital.within(({ tx }) =>
    tx.outboxEntry.findFirstOrThrow({ where: { authorId: mentee.id } }),
  )
  const gaveUp: GaveUp = {
    entry: {
      id: row.id,
      organizationId: hospital.organizationId,
      key: row.key,
      platform: 'teams',
      to: { workspace: row.workspace, user: row.user ?? '' },
      kind: 'send',
    },
    why: 'gone',
    code: 'user_gone',
  }

  await hospital.within((scope) => tellGaveUp(scope, gaveUp))

  const told = (await hospital.outbox()).find(({ key }) => key.startsWith('gave-up:tell:'))
  expect(told?.user).toBe(mentee.accounts[0]?.user)
  expect(wordsIn(told?.message)).toContain('May we meet?')
  expect(told?.message.preview).not.toContain('May we meet?')
  expect((await relayed())[0]?.message).toBeNull()
})

test('what waits for the morning is not delivered once the pair has ended, and its author gets it back', async () => {
  hospital.at('2027-01-04T22:00:00Z')
  await hospital.as(mentee).submit('relay.send', pair.id, { words: 'quokka words' })

  await hospital.within((scope) => closeWithWords(scope, pair, { actor: 'test', by: 'coordinator' }))

  const told = (await hospital.outbox()).filter(({ key }) => key.startsWith('relay-back:'))
  const waiting = await hospital.within(({ tx }) =>
    tx.outboxEntry.findMany({ where: { key: { startsWith: 'tell:' } } }),
  )
  expect(waiting).toMatchObject([{ state: 'abandoned', body: null }])
  expect(told.map(({ user }) => user)).toEqual([mentee.accounts[0]?.user])
  expect(wordsIn(told)).toContain('Your message to Amira Haddad did not go out: your pair had ended by then.')
  expect(wordsIn(told)).toContain('quokka words')
})

test('what one of another pair wrote is delivered all the same', async () => {
  const other = await hospital.person({ name: 'Ola Berg' })
  const second = await hospital.pair(programId, mentor, other)
  hospital.at('2027-01-04T22:00:00Z')
  await hospital.as(other).submit('relay.send', second.id, { words: 'Until Friday' })

  await hospital.within((scope) => closeWithWords(scope, pair, { actor: 'test', by: 'coordinator' }))

  const waiting = await hospital.within(({ tx }) =>
    tx.outboxEntry.findMany({ where: { key: { startsWith: 'tell:' } } }),
  )
  expect(waiting).toMatchObject([{ state: 'ready' }])
})
