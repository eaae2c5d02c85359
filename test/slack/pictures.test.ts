import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Message } from '../../src/core/message/message.ts'
import { aChart, pixel } from '../support/pictures-and-files.ts'
import { type Bot, MENTEE, startBot } from './bot.ts'

let bot: Bot
beforeEach(async () => {
  bot = await startBot()
})
afterEach(() => bot.close())

const alt = 'From 0% on 1 September to 60% on 2 November; the plan is 59%.'
const withChart: Message = {
  preview: 'How it goes',
  blocks: [
    { kind: 'text', text: 'How it goes' },
    { kind: 'chart', chart: aChart, alt },
  ],
}
const send = (entry = 'e1') =>
  bot.slack.messenger.send({ workspace: 'T0HOSPITAL', user: MENTEE }, withChart, entry)
const blocks = () => bot.workspace.as(MENTEE).messages.at(-1)?.blocks ?? []
const uploads = () => bot.workspace.calls.filter(({ method }) => method === 'files.completeUploadExternal')

test('a chart is shown as a picture, with all its words for who cannot see it', async () => {
  await send()

  const [file] = bot.workspace.world.files.values()
  expect(blocks()).toContainEqual(
    expect.objectContaining({ type: 'image', slack_file: { id: file?.id }, alt_text: alt }),
  )
  expect(Buffer.from(file?.bytes ?? []).equals(pixel)).toBe(true)
  expect(bot.workspace.as(MENTEE).messages).toHaveLength(1)
})

test('the same chart is uploaded once, whatever it is shown in', async () => {
  bot.handler.answer = () => ({ kind: 'show', message: withChart })
  await send('e1')
  await send('e2')

  const { whispers } = await bot.workspace.as(MENTEE).command('/mentor', 'goal')

  expect(uploads()).toHaveLength(1)
  expect(JSON.stringify(whispers)).toContain('slack_file')
})

test('the Home tab shows charts', async () => {
  bot.handler.reads = true
  bot.handler.answer = () => ({ kind: 'home', message: withChart })

  const { home } = await bot.workspace.as(MENTEE).openHome()

  expect(JSON.stringify(home)).toContain('slack_file')
})

test.each(['files.getUploadURLExternal', 'upload', 'files.completeUploadExternal', 'files.info'])(
  'where %s fails, the message goes out with the words of its chart',
  async (method) => {
    bot.workspace.fail({ method, how: { kind: 'broken' }, times: 1 })

    await send()

    expect(JSON.stringify(blocks())).toContain(alt)
    expect(JSON.stringify(blocks())).not.toContain('slack_file')
  },
)

test('a picture that Slack does not find after all gives way to its words', async () => {
  bot.workspace.fail({
    method: 'chat.postMessage',
    how: { kind: 'refused', code: 'invalid_blocks' },
    times: 1,
  })

  await send()

  expect(JSON.stringify(blocks())).toContain(alt)
  expect(bot.workspace.as(MENTEE).messages).toHaveLength(1)
})

test('a chart that cannot be drawn is told in words, and tried again the next time', async () => {
  bot.painter.fails = true
  await send('e1')
  const first = JSON.stringify(blocks())
  bot.painter.fails = false

  await send('e2')

  expect(first).toContain(alt)
  expect(JSON.stringify(blocks())).toContain('slack_file')
})

test('who waits for an answer does not wait for its pictures', async () => {
  bot.handler.answer = () => ({ kind: 'show', message: withChart })
  bot.workspace.fail({ method: 'upload', how: { kind: 'slow', milliseconds: 1800 }, times: 1 })

  const { acknowledged, whispers } = await bot.workspace.as(MENTEE).command('/mentor', 'goal')

  expect(acknowledged).toBe(true)
  expect(JSON.stringify(whispers)).toContain(alt)
})
