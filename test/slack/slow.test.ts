import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/core/message/intent.ts'
import { type Bot, form, show, startBot } from './bot.ts'

const silence: Outcome = { kind: 'silence' }

/** Each waits for seconds, so all run side by side, each with a person of its own. */
describe.concurrent.each(['http', 'socket'] as const)('over %s', (mode) => {
  let bot: Bot
  const answers = new Map<string, () => Promise<Outcome>>()
  const readers = new Set<string>()

  beforeAll(async () => {
    bot = await startBot(mode, 2000)
    bot.handler.answer = async ({ account }) => (await answers.get(account.user)?.()) ?? silence
    bot.handler.stores = ({ account }) => !readers.has(account.user)
  })
  afterAll(() => bot.close())

  /** Somebody whose deeds take so long and come to this. */
  const somebody = (milliseconds: number, outcome: Outcome | Error) => {
    const person = bot.workspace.as(bot.workspace.world.id('U'))
    const takes = (duration: number, result: Outcome | Error) =>
      answers.set(person.id, async () => {
        await wait(duration)
        if (result instanceof Error) throw result
        return result
      })
    takes(milliseconds, outcome)
    return { person, takes }
  }

  test('a message is acknowledged after it was stored, not before', async () => {
    const { person } = somebody(0, silence)
    let stored = false
    answers.set(person.id, async () => {
      await wait(300)
      stored = true
      return silence
    })

    const acknowledging = person.say('we met')
    await wait(100)
    const early = stored
    const { acknowledged } = await acknowledging

    expect({ acknowledged, early, stored }).toEqual({ acknowledged: true, early: false, stored: true })
  })

  test('a message that could not be stored is not acknowledged, and is taken when it comes again', async () => {
    const { person, takes } = somebody(0, new Error('the database is away'))
    const first = await person.say('we met')
    takes(0, silence)
    const delivery = bot.workspace.deliveries.find(({ body }) => JSON.stringify(body).includes(person.id))

    const second = delivery === undefined ? undefined : await bot.workspace.again(delivery)

    expect([first.acknowledged, second?.acknowledged]).toEqual([false, true])
    const keys = bot.handler.intents.filter(({ account }) => account.user === person.id).map(({ key }) => key)
    expect(keys).toEqual([delivery?.body['event_id'], delivery?.body['event_id']])
  })

  test('a message that takes too long is not acknowledged', async () => {
    const { person } = somebody(2700, silence)

    const { acknowledged } = await person.say('we met')

    expect(acknowledged).toBe(false)
  })

  test('a slow form is announced by a window while there is time', async () => {
    const { person } = somebody(3200, form('aim'))
    readers.add(person.id)

    const first = await person.command('/mentor', 'goal')
    await wait(1900)

    expect(JSON.stringify(first.window?.content)).toContain('One moment')
    expect(person.windows).toHaveLength(1)
    expect(JSON.stringify(person.windows[0]?.content)).toContain('The aim')
  })

  test('a form that comes too late to open says so', async () => {
    const { person } = somebody(3100, form('aim'))

    const seen = await person.command('/mentor', 'goal')
    await wait(400)

    expect(seen.acknowledged).toBe(false)
    expect(JSON.stringify(person.messages.at(-1))).toContain('did not let the form open in time')
  })

  test('a command that takes long is answered afterwards', async () => {
    const { person } = somebody(3100, show('Stored after all.'))

    await person.command('/mentor', 'met')
    await wait(400)

    expect(JSON.stringify(person.messages.at(-1))).toContain('Stored after all.')
  })

  test('a form that takes long to store stays with a word, and changes once it is stored', async () => {
    const { person, takes } = somebody(0, form('aim'))
    const { window } = await person.command('/mentor', 'goal')
    if (window === undefined) throw new Error('no form opened')
    takes(2900, show('Your goal stands.'))

    const seen = await person.submit(window, { aim: 'a' })
    await wait(700)

    expect(seen.errors?.['aim']).toContain('This takes longer than usual.')
    expect(JSON.stringify(person.windows.at(-1)?.content)).toContain('Your goal stands.')
  })
})
