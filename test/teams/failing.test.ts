import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import type { Form } from '../../src/core/message/form.ts'
import type { Message } from '../../src/core/message/message.ts'
import { amira, openHospital, saying, showing } from './hospital.ts'

const form: Form = { verb: 'goal.save', title: 'A goal', submit: 'Save', parts: [] }
const buttons: Message = {
  preview: 'A check-in is open',
  blocks: [{ kind: 'buttons', buttons: [{ label: 'We met', verb: 'checkin.met', about: 'c1' }] }],
}

test('a message that could not be stored is left to be delivered again', async () => {
  const { teams, answers, logged } = await openHospital()
  answers(() => Promise.reject(new Error('the database is away')))

  const failed = await teams.as(amira.id).say('my private words')
  answers(() => showing('Now it is stored'))
  const again = await teams.as(amira.id).say('my private words')

  expect(failed).toMatchObject({ status: 503, body: '', posts: [] })
  expect(again.posts.map((post) => post.words)).toEqual(['Now it is stored'])
  expect(logged.join()).not.toContain('my private words')
})

test('a press whose deed fails is answered with the apology', async () => {
  const { teams, answers } = await openHospital()
  answers(() => ({ kind: 'show', message: buttons }))
  const person = teams.as(amira.id)
  const [card] = (await person.say('checkin')).posts
  answers(() => Promise.reject(new Error('the database is away')))

  const seen = card && (await person.press(card, 'We met'))

  expect(seen).toMatchObject({ status: 200 })
  expect(person.chat().at(-1)?.words).toBe('Nothing was stored.')
})

test('a dialog whose deed fails shows the apology inside the dialog', async () => {
  const { teams, answers } = await openHospital()
  answers(() => ({ kind: 'form', form }))
  const person = teams.as(amira.id)
  await person.runExtension('goal')
  answers(() => {
    throw new Error('the database is away')
  })

  const seen = await person.submitDialog({})

  expect(seen).toMatchObject({ status: 200, posts: [] })
  expect(seen.dialog?.words).toBe('Nothing was stored.')
})

test.each([{ value: null }, { value: { data: {} } }, { value: { action: { verb: 7 } } }, { value: 'text' }])(
  'an invoke that makes no sense (%j) is answered with what to do instead',
  async (more) => {
    const { teams, deeds } = await openHospital()

    for (const name of ['adaptiveCard/action', 'task/fetch', 'task/submit', 'composeExtension/fetchTask']) {
      const { status, body } = await teams.deliver(
        teams.activityOf(amira.id, { type: 'invoke', name, ...more }),
      )

      expect(status).toBe(200)
      expect(JSON.stringify(body)).toContain('does not work any more')
    }
    expect(deeds).toEqual([])
  },
)

test('a message that takes too long is given back, and its answer still comes', async () => {
  const { teams, answers, app } = await openHospital({ patienceMs: 50 })
  answers(async () => {
    await wait(150)
    return showing('At last')
  })
  const person = teams.as(amira.id)

  const seen = await person.say('slow')
  await app.stop()

  expect(seen.status).toBe(503)
  expect(person.chat().map((post) => post.words)).toEqual(['At last'])
})

test('a dialog that takes too long says so, and its answer comes by message', async () => {
  const { teams, answers, app } = await openHospital({ patienceMs: 50 })
  answers(async () => {
    await wait(150)
    return showing('At last')
  })
  const person = teams.as(amira.id)

  const seen = await person.runExtension('checkin')
  await app.stop()

  expect(seen.notice).toMatch(/takes longer than usual/)
  expect(person.chat().map((post) => post.words)).toEqual(['At last'])
})

test('a dialog that fails too late never brings what was entered into the chat', async () => {
  const { teams, answers, app } = await openHospital({ patienceMs: 50 })
  answers(() => ({ kind: 'form', form }))
  const person = teams.as(amira.id)
  await person.runExtension('goal')
  answers(async () => {
    await wait(150)
    return { ...showing('Nothing was stored. My private words'), holdsTyped: true }
  })

  await person.submitDialog({})
  await app.stop()

  expect(person.chat().at(-1)?.words).toMatch(/could not save/)
  expect(JSON.stringify(person.chat())).not.toContain('private words')
})

test('a press whose answer Teams takes slowly is not kept waiting for it', async () => {
  const { teams, answers } = await openHospital({ patienceMs: 1_000 })
  answers(() => ({ kind: 'show', message: buttons }))
  const person = teams.as(amira.id)
  const [card] = (await person.say('checkin')).posts
  teams.fault({ kind: 'slow', milliseconds: 1_500 })

  const seen = card && (await person.press(card, 'We met'))

  expect(seen?.notice).toMatch(/takes longer than usual/)
})

test('what was stored is not given back because its answer could not be shown', async () => {
  const { teams, answers, deeds } = await openHospital()
  answers(() => showing('Stored'))
  teams.fault({ kind: 'refuse', status: 403, code: 'MessageWritesBlocked' })

  const seen = await teams.as(amira.id).say('hello')

  expect(seen).toMatchObject({ status: 200, posts: [] })
  expect(deeds).toHaveLength(1)
})

test('a short refusal of Teams is waited out', async () => {
  const { teams, answers } = await openHospital()
  answers(() => showing('Here I am'))
  teams.fault({ kind: 'refuse', status: 412 })

  const seen = await teams.as(amira.id).say('hello')

  expect(seen.posts.map((post) => post.words)).toEqual(['Here I am'])
})

test('an answer that may have been shown is not shown twice', async () => {
  const { teams, answers } = await openHospital()
  answers(() => ({ kind: 'show', message: saying('Once') }))
  teams.fault({ kind: 'fail-after-storing', status: 502 })

  const seen = await teams.as(amira.id).say('hello')

  expect(seen.status).toBe(200)
  expect(seen.posts.map((post) => post.words)).toEqual(['Once'])
})

test('a stop waits for what is under way and takes nothing new', async () => {
  const { teams, answers, app, deeds } = await openHospital()
  const release = Promise.withResolvers<undefined>()
  answers(async () => {
    await release.promise
    return showing('Finished')
  })
  const person = teams.as(amira.id)
  const earlier = person.say('before the stop')
  await vi.waitFor(() => expect(deeds).toHaveLength(1))

  const stopping = app.stop()
  const refused = await teams.as(amira.id).say('after the stop')
  release.resolve(undefined)
  await stopping

  expect(refused.status).toBe(503)
  expect((await earlier).status).toBe(200)
  expect(person.chat().map((post) => post.words)).toEqual(['Finished'])
})
