import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FileRef } from '../../src/core/message/file-ref.ts'
import type { Recipient } from '../../src/ports/messenger.ts'
import { type Bot, COORDINATORS, MENTEE, startBot } from './bot.ts'

let bot: Bot
beforeEach(async () => {
  bot = await startBot()
})
afterEach(() => bot.close())

const workspace = 'T0HOSPITAL'
const start = Temporal.Now.instant()
const send = (file: FileRef, to: Recipient = { workspace, user: MENTEE }, entry = 'e1') =>
  bot.slack.messenger.send(
    to,
    {
      preview: 'A file for you',
      blocks: [
        { kind: 'text', text: 'Here it is.' },
        { kind: 'file', file },
      ],
    },
    entry,
  )
const chat = () => bot.workspace.as(MENTEE).messages
const completed = () => bot.workspace.calls.filter(({ method }) => method === 'files.completeUploadExternal')

test('a file is shared in the chat of its person, once, by a message that can be found', async () => {
  const receipt = await send(bot.files.keep(MENTEE, 'meeting.ics', 'BEGIN:VCALENDAR'))

  const [post, ...others] = chat()
  const [id = ''] = post?.files ?? []
  const file = bot.workspace.world.files.get(id)
  expect(others).toEqual([])
  expect([file?.name, file?.title]).toEqual(['meeting.ics', 'Your meeting, for your calendar'])
  expect(Buffer.from(file?.bytes ?? []).toString()).toBe('BEGIN:VCALENDAR')
  expect(JSON.stringify(post?.blocks)).toContain('Here it is.')
  expect(await bot.slack.messenger.find({ workspace, user: MENTEE }, 'e1', start)).toEqual(receipt)
})

test('a message that is tried again shares the file that is uploaded already', async () => {
  const file = bot.files.keep(MENTEE, 'meeting.ics', 'BEGIN:VCALENDAR')
  bot.workspace.fail({ method: 'chat.postMessage', how: { kind: 'refused', code: 'ratelimited' }, times: 1 })

  const first = await send(file).catch((fault: { kind: string }) => fault.kind)
  await send(file)

  expect(first).toBe('rate-limited')
  expect(completed()).toHaveLength(1)
  expect(chat().map(({ files }) => files?.length)).toEqual([1])
})

test.each(['files.getUploadURLExternal', 'upload', 'files.completeUploadExternal'])(
  'where %s fails nothing was sent, so that all of it can be tried again',
  async (method) => {
    const file = bot.files.keep(MENTEE, 'meeting.ics', 'BEGIN:VCALENDAR')
    bot.workspace.fail({ method, how: { kind: 'broken' }, times: 1 })

    const fault = await send(file).catch(({ kind }: { kind: string }) => kind)
    const between = chat().length
    await send(file)

    expect([fault, between]).toEqual(['unreachable', 0])
    expect(chat().map(({ files }) => files?.length)).toEqual([1])
  },
)

test('where the workspace lets no files in, the message says so', async () => {
  const file = bot.files.keep(MENTEE, 'meeting.ics', 'BEGIN:VCALENDAR')
  bot.workspace.fail({
    method: 'files.getUploadURLExternal',
    how: { kind: 'refused', code: 'file_uploads_disabled' },
    times: 1,
  })

  await send(file)

  expect(JSON.stringify(chat())).toContain('does not let me hand files over')
})

test('a file of somebody else, or for a channel, is not handed over', async () => {
  const file = bot.files.keep('U0AMIRA', 'record.json', 'Private words')

  await send(file)
  await send(file, { workspace, channel: COORDINATORS }, 'e2')

  expect(completed()).toEqual([])
  expect(JSON.stringify(chat())).toContain('not here any more')
})
