import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/core/message/intent.ts'
import { type Bot, COORDINATORS, form, MENTEE, show, startBot, words } from './bot.ts'

/** The same listeners hear Slack over HTTP and over its socket, so each sentence holds for both. */
describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  let bot: Bot

  beforeAll(async () => {
    bot = await startBot(mode, 120)
  })
  afterAll(() => bot.close())
  beforeEach(() => {
    bot.handler.intents.length = 0
    bot.handler.reads = false
    bot.handler.answer = () => ({ kind: 'silence' })
    mentee().dismiss()
  })

  const mentee = () => bot.workspace.as(MENTEE)
  const answer = (outcome: Outcome) => {
    bot.handler.answer = () => outcome
  }
  /** A message of the bot in the mentee's chat, or in a channel, with one button. */
  const posted = (channel = mentee().chat) =>
    bot.workspace.world.post({
      channel,
      author: 'U0ROUNDS',
      text: 'How was it?',
      blocks: [
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              text: { type: 'plain_text', text: 'We met' },
              action_id: 'checkin.met:1',
              value: 'c1',
            },
          ],
        },
      ],
    })
  const openForm = async () => {
    answer(form('aim', 'step'))
    const { window } = await mentee().command('/mentor', 'goal')
    if (window === undefined) throw new Error('no form opened')
    return window
  }

  test.each([true, false])('a command is answered to its person alone (it only reads: %s)', async (reads) => {
    bot.handler.reads = reads
    answer(show('Your overview'))

    const seen = await mentee().command('/mentor', '  progress 2 60% R&amp;D ', COORDINATORS)

    expect(bot.handler.intents).toMatchObject([
      {
        kind: 'command',
        words: 'progress 2 60% R&D',
        account: { platform: 'slack', workspace: 'T0HOSPITAL', user: MENTEE },
        place: { kind: 'shared', channel: COORDINATORS },
      },
    ])
    expect(seen.acknowledged).toBe(true)
    expect(seen.posts).toEqual([])
    expect(JSON.stringify(seen.whispers)).toContain('Your overview')
  })

  test('a command that fails says that nothing was stored, with what was typed', async () => {
    bot.handler.answer = () => Promise.reject(new Error('the database is away'))

    const seen = await mentee().command('/mentor', 'met 45 today')

    expect(JSON.stringify(seen.whispers)).toContain('This was not stored. You wrote: met 45 today')
  })

  test.each([true, false])('a command opens a form (it only reads: %s)', async (reads) => {
    bot.handler.reads = reads
    answer(form('aim'))

    const seen = await mentee().command('/mentor', 'goal')

    expect(seen.window?.content).toMatchObject({ callback_id: 'goal.save', private_metadata: 'g1' })
  })

  test('a press in the personal chat names its verb and row, and may replace what was pressed', async () => {
    answer({ kind: 'show', message: words('Noted: you met.'), replace: true })
    const post = posted()

    const seen = await mentee().press(post, 'We met')

    expect(bot.handler.intents).toMatchObject([
      { kind: 'press', verb: 'checkin.met', about: 'c1', place: { kind: 'personal' } },
    ])
    expect(bot.handler.intents[0]?.key).toMatch(/^T0HOSPITAL:U0MENTEE:checkin\.met:1:\d+\.\d+$/)
    expect(seen.whispers).toEqual([])
    expect(seen.posts).toMatchObject([{ ts: post.ts }])
    expect(JSON.stringify(seen.posts)).toContain('Noted: you met.')
  })

  test('a press in a channel is answered to its person alone, and leaves the message as it is', async () => {
    answer({ kind: 'show', message: words('The list'), replace: true })

    const seen = await mentee().press(posted(COORDINATORS), 'We met')

    expect(seen.posts).toEqual([])
    expect(JSON.stringify(seen.whispers)).toContain('The list')
    expect(bot.handler.intents[0]?.place).toEqual({ kind: 'shared', channel: COORDINATORS })
  })

  test('a press on what only its person sees may replace that, also in a channel', async () => {
    answer(show('Your overview'))
    const { whispers } = await mentee().command('/mentor', '', COORDINATORS)
    const [whisper] = whispers
    const withButton = { ...posted(COORDINATORS), ...whisper, blocks: posted().blocks }
    answer({ kind: 'show', message: words('Replaced'), replace: true })

    await mentee().press(withButton, 'We met')

    expect(JSON.stringify(bot.workspace.world.find(COORDINATORS, withButton.ts))).toContain('Replaced')
  })

  test('a press that fails says that nothing was stored', async () => {
    bot.handler.answer = () => Promise.reject(new Error('the database is away'))

    const seen = await mentee().press(posted(), 'We met')

    expect(seen.acknowledged).toBe(true)
    expect(JSON.stringify(seen.whispers)).toContain('This was not stored.')
  })

  test('a press opens a form, from a form one on top of it', async () => {
    const below = await openForm()
    bot.workspace.world.windows.redraw(below.id, { ...below.content, blocks: posted().blocks })
    answer(form('more'))

    const seen = await mentee().press(mentee().windows[0] ?? below, 'We met')

    expect(mentee().windows).toHaveLength(2)
    expect(JSON.stringify(seen.window?.content)).toContain('The more')
  })

  test('a press in the Home tab is answered in a window', async () => {
    answer({ kind: 'home', message: words('Home') })
    await mentee().openHome()
    const home = bot.workspace.world.windows.publishHome(MENTEE, { type: 'home', blocks: posted().blocks })
    answer(show('Only for you'))

    const seen = await mentee().press(home, 'We met')

    expect(bot.handler.intents.at(-1)?.place).toEqual({ kind: 'home' })
    expect(JSON.stringify(seen.window?.content)).toContain('Only for you')
  })

  test('a press on a link asks for nothing', async () => {
    const post = posted()
    const link = JSON.parse(JSON.stringify(post).replace('checkin.met:1', 'link.follow:1'))

    const seen = await mentee().press(link, 'We met')

    expect(seen.acknowledged).toBe(true)
    expect(bot.handler.intents).toEqual([])
  })

  test('a submitted form brings its values by field, and closes where there is nothing to say', async () => {
    const window = await openForm()
    answer({ kind: 'silence' })

    const seen = await mentee().submit(window, { aim: 'Run the <audit> & learn', step: 'Ask *Amira*' })

    expect(bot.handler.intents.at(-1)).toMatchObject({
      key: `${window.id}:${window.hash}`,
      kind: 'submit',
      verb: 'goal.save',
      about: 'g1',
      values: { aim: 'Run the <audit> & learn', step: 'Ask *Amira*' },
    })
    expect(seen.window).toBeUndefined()
  })

  test('a submitted form is answered in its window', async () => {
    const window = await openForm()
    answer(show('Your goal stands.'))

    const seen = await mentee().submit(window, { aim: 'a', step: 'b' })

    expect(JSON.stringify(seen.window?.content)).toContain('Your goal stands.')
    expect(seen.window?.content).not.toHaveProperty('submit')
  })

  test('a submitted form may lead to the next one in the same window', async () => {
    const window = await openForm()
    answer(form('measure'))

    const seen = await mentee().submit(window, { aim: 'a', step: 'b' })

    expect(mentee().windows).toHaveLength(1)
    expect(JSON.stringify(seen.window?.content)).toContain('The measure')
  })

  test('errors stand at their fields, and the form stays', async () => {
    const window = await openForm()
    answer({
      kind: 'errors',
      errors: { step: 'By when?', elsewhere: 'Which pair?' },
      form: form('aim', 'step').form,
    })

    const seen = await mentee().submit(window, { aim: 'a', step: 'b' })

    expect(seen.errors).toEqual({ step: 'By when?', aim: 'Which pair?' })
    expect(seen.window?.id).toBe(window.id)
  })

  test('a form that could not be stored stays on the screen with the reason', async () => {
    const window = await openForm()
    bot.handler.answer = () => Promise.reject(new Error('the database is away'))

    const seen = await mentee().submit(window, { aim: 'a', step: 'b' })

    expect(seen.errors?.['aim']).toContain('This was not stored.')
    expect(seen.window?.id).toBe(window.id)
  })

  test('a submission may redraw the Home tab', async () => {
    const window = await openForm()
    answer({ kind: 'home', message: words('One goal') })

    const seen = await mentee().submit(window, { aim: 'a', step: 'b' })

    expect(JSON.stringify(seen.home?.content)).toContain('One goal')
    expect(seen.window).toBeUndefined()
  })

  test('opening the Home tab shows the overview', async () => {
    answer({ kind: 'home', message: words('Your overview') })

    const seen = await mentee().openHome()

    expect(bot.handler.intents).toMatchObject([{ kind: 'open-home', place: { kind: 'home' } }])
    expect(JSON.stringify(seen.home?.content)).toContain('Your overview')
  })

  test('opening the chat is an arrival while nothing was said in it', async () => {
    answer(show('Welcome'))
    const newcomer = bot.workspace.as('U0AMIRA')
    if (newcomer.messages.length > 0) bot.workspace.world.posts.length = 0

    const first = await newcomer.openMessages()
    await newcomer.openMessages()

    expect(bot.handler.intents).toMatchObject([{ kind: 'arrive', place: { kind: 'personal' } }])
    expect(JSON.stringify(first.posts)).toContain('Welcome')
  })

  test('words in the chat are heard as they were typed and answered there', async () => {
    answer(show('Noted.'))

    const seen = await mentee().say('We met & <talked>')

    expect(bot.handler.intents).toMatchObject([
      { kind: 'say', text: 'We met & <talked>', place: { kind: 'personal' } },
    ])
    expect(JSON.stringify(seen.posts)).toContain('Noted.')
  })

  test('a form in answer to words becomes a hint, for Slack opens none there', async () => {
    answer(form('aim'))

    const seen = await mentee().say('hello')

    expect(JSON.stringify(seen.posts)).toContain('Type /mentor')
  })

  test('an edited and a deleted message name the message that was said', async () => {
    const post = bot.workspace.world.post({
      channel: mentee().chat,
      author: MENTEE,
      text: 'before',
      blocks: [],
    })

    await mentee().editMessage(post, 'after')
    await mentee().deleteMessage(bot.workspace.world.find(post.channel, post.ts))

    const message = `${post.channel}:${post.ts}`
    expect(bot.handler.intents).toMatchObject([
      { kind: 'edit', text: 'after', message },
      { kind: 'unsay', message },
    ])
  })

  test("the bot's own messages and their edits are nobody's words", async () => {
    const own = { user: 'U0ROUNDS', bot_id: 'B0ROUNDS', text: 'hello', ts: '1.2', edited: { ts: '1.3' } }
    const chat = { type: 'message', channel: mentee().chat, channel_type: 'im' }

    await bot.workspace.event({ ...chat, ...own })
    await bot.workspace.event({
      ...chat,
      subtype: 'message_changed',
      message: own,
      previous_message: { text: 'x' },
    })

    expect(bot.handler.intents).toEqual([])
  })

  test('a link preview that Slack adds to a message is no edit', async () => {
    const theirs = { user: MENTEE, text: 'see https://example.org', ts: '1.2' }
    const chat = { type: 'message', channel: mentee().chat, channel_type: 'im' }

    await bot.workspace.event({
      ...chat,
      subtype: 'message_changed',
      message: theirs,
      previous_message: theirs,
    })

    expect(bot.handler.intents).toEqual([])
  })

  test('somebody of another organization is not taken for one of ours', async () => {
    await bot.workspace.as('U0OTHER').press(posted(COORDINATORS), 'We met')

    expect(bot.handler.intents[0]?.account).toEqual({
      platform: 'slack',
      workspace: 'T0ELSEWHERE',
      user: 'U0OTHER',
    })
  })

  test('the same deed delivered again keeps its key', async () => {
    await mentee().command('/mentor', 'met')
    const delivery = bot.workspace.deliveries.at(-1)
    if (delivery === undefined) throw new Error('nothing was delivered')

    await bot.workspace.again(delivery)

    const [first, second] = bot.handler.intents
    expect(second?.key).toBe(first?.key)
  })

  test('what happens to people, channels and the app is passed on', async () => {
    bot.handler.events.length = 0

    await bot.workspace.join('U0GUEST', COORDINATORS)
    await bot.workspace.deactivate('U0GUEST')
    await bot.workspace.event({ type: 'tokens_revoked', tokens: { oauth: ['U1'] } })
    await bot.workspace.event({ type: 'tokens_revoked', tokens: { bot: ['U0ROUNDS'] } })

    const workspace = { platform: 'slack', id: 'T0HOSPITAL' }
    expect(bot.handler.events).toMatchObject([
      { kind: 'members-changed', channel: COORDINATORS, workspace },
      { kind: 'deactivated', user: 'U0GUEST', workspace },
      { kind: 'uninstalled', workspace },
    ])
  })

  test('logs hold nothing of what people wrote', async () => {
    bot.handler.answer = () => Promise.reject(new Error('secret words in an error'))

    await mentee().command('/mentor', 'reflect private words')
    await mentee().press(posted(), 'We met')

    expect(bot.logged.length).toBeGreaterThan(0)
    expect(bot.logged.join('')).not.toContain('private words')
  })
})
