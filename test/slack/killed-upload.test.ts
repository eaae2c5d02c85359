import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Hospital } from '../../src/catalogue/hospital.ts'
import { createDelivery, type Delivery } from '../../src/delivery/deliver.ts'
import type { HandedOut } from '../../src/ports/handed-out.ts'
import { createSlack } from '../../src/slack/app.ts'
import { handedOutFrom, handOut } from '../../src/store/handed-out-files.ts'
import { queue } from '../../src/store/outbox.ts'
import { announce, type Presence } from '../../src/store/presence.ts'
import { openHospital } from '../support/hospital.ts'
import { playedPainter } from '../support/pictures-and-files.ts'
import { type Bot, startBot } from './bot.ts'

let hospital: Hospital
let bot: Bot
beforeAll(async () => {
  hospital = await openHospital()
  bot = await startBot()
})
afterAll(async () => {
  await bot.close()
  await hospital.close()
})

const log = pino({ level: 'silent' })
const never = () => Promise.reject(new Error('not expected here'))

/** A process that delivers with these files. */
async function delivering(presence: Presence, files: HandedOut): Promise<Delivery> {
  const { apiUrl, botToken, signingSecret } = bot.workspace.credentials
  const slack = await createSlack({
    config: { mode: 'http', apiUrl, botToken, signingSecret },
    handler: { handle: never, stores: () => true, apologise: () => ({ kind: 'silence' }), happened: never },
    painter: playedPainter(),
    files,
    log,
    refused: () => undefined,
  })
  const { store, now } = hospital.world
  return createDelivery({
    store,
    presence,
    messengers: new Map([['slack', slack.messenger]]),
    directories: new Map(),
    gaveUp: () => Promise.resolve(),
    now,
    log,
    rules: {
      settleMs: 0,
      paces: { slack: { lane: 0, conversation: 0 }, teams: { lane: 0, conversation: 0 } },
    },
  })
}

test('a process that dies between upload and message leaves one file, which the next process shares', async () => {
  const person = await hospital.person({ platform: 'slack' })
  const [account] = person.accounts
  if (account === undefined) throw new Error('nobody to write to')
  const { user, workspace } = account
  bot.workspace.addUser({ id: user, name: person.name })
  const { store, now } = hospital.world
  const files = handedOutFrom(store, now)
  const entry = await hospital.within(async (scope) => {
    const content = 'BEGIN:VCALENDAR'
    const file = await handOut(scope, {
      personId: person.id,
      name: 'meeting.ics',
      mediaType: 'text/calendar',
      title: 'Your meeting',
      content,
    })
    const message = { preview: 'Your meeting', blocks: [{ kind: 'file' as const, file }] }
    const key = 'file:test'
    await queue(scope, [
      { key, platform: 'slack', to: { workspace, user }, kind: 'send', repeat: 'once', message },
    ])
    return (await scope.tx.outboxEntry.findUniqueOrThrow({ where: { key } })).id
  })
  const uploaded = Promise.withResolvers<void>()
  const dying = await announce(hospital.url, 'dying')
  const first = await delivering(dying, {
    ...files,
    handedOver: async (id, as) => {
      await files.handedOver(id, as)
      uploaded.resolve()
      await new Promise<never>(() => undefined)
    },
  })
  first.deliver(entry).catch(() => undefined)
  await uploaded.promise
  await dying.leave()
  const between = bot.workspace.as(user).messages.length

  const living = await announce(hospital.url, 'living')
  const second = await delivering(living, files)
  await second.sweep()
  for (let n = 0; n < 3; n += 1) await second.deliver(entry)
  await living.leave()

  const uploads = bot.workspace.calls.filter(({ method }) => method === 'files.completeUploadExternal')
  expect(between).toBe(0)
  expect(uploads).toHaveLength(1)
  expect(bot.workspace.as(user).messages.map((post) => post.files?.length)).toEqual([1])
})
