import { expect, test } from 'vitest'
import type { FileRef } from '../../src/core/message/file-ref.ts'
import { offering } from '../../src/teams/file-offers.ts'
import { amira, digests, type Hospital, openHospital, tom } from './hospital.ts'

async function sent(hospital: Hospital, file: FileRef, user = amira.id): Promise<string> {
  await hospital.app.messenger.send(
    { workspace: hospital.teams.tenantId, user },
    {
      preview: 'A file for you',
      blocks: [
        { kind: 'text', text: 'Here it is.' },
        { kind: 'file', file },
      ],
    },
    'e1',
  )
  return hospital.teams.tenant.personalChat(user).posts.at(-1)?.id ?? ''
}

const textsOf = (hospital: Hospital, user = amira.id) =>
  JSON.stringify(hospital.teams.tenant.personalChat(user).posts.map(({ activity }) => activity))
const stored = (hospital: Hospital) =>
  [...hospital.teams.tenant.files.values()].map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])

test('a file is offered after its message, and put where its person said, in the place of the question', async () => {
  const hospital = await openHospital()
  const file = hospital.files.keep(amira.id, 'meeting.ics', 'BEGIN:VCALENDAR')
  const question = await sent(hospital, file)
  const before = stored(hospital)

  const { status } = await hospital.teams.as(amira.id).consent(question, 'accept')

  const posts = hospital.teams.tenant.personalChat(amira.id).posts
  expect(status).toBe(200)
  expect([before, stored(hospital)]).toEqual([[], [['meeting.ics', 'BEGIN:VCALENDAR']]])
  expect(posts).toHaveLength(2)
  expect(posts.at(-1)).toMatchObject({
    id: question,
    activity: { attachments: [{ contentType: 'application/vnd.microsoft.teams.card.file.info' }] },
  })
  expect(hospital.files.kept.get(file.id)).toMatchObject({ state: 'handed-over' })
})

test('who wants no file has nothing saved, and is told so kindly', async () => {
  const hospital = await openHospital()
  const question = await sent(hospital, hospital.files.keep(amira.id, 'meeting.ics', 'BEGIN'))

  await hospital.teams.as(amira.id).consent(question, 'decline')

  expect(stored(hospital)).toEqual([])
  expect(textsOf(hospital)).toContain('That is fine, nothing was saved.')
})

test('a file that was taken, or whose week has passed, is answered with one sentence', async () => {
  const hospital = await openHospital()
  const taken = hospital.files.keep(amira.id, 'one.ics', 'BEGIN')
  const late = hospital.files.keep(amira.id, 'two.ics', 'BEGIN')
  const first = await sent(hospital, taken)
  const second = await sent(hospital, late)
  await hospital.files.handedOver(taken.id, 'somewhere')
  hospital.files.kept.delete(late.id)

  await hospital.teams.as(amira.id).consent(first, 'accept')
  await hospital.teams.as(amira.id).consent(second, 'accept')

  expect(stored(hospital)).toEqual([])
  expect(textsOf(hospital)).toContain('You have this file already')
  expect(textsOf(hospital)).toContain('The file is not here any more')
})

test('nobody gets the file of somebody else', async () => {
  const hospital = await openHospital()
  const file = hospital.files.keep(amira.id, 'record.json', 'Private words')
  await sent(hospital, file)
  const context = { file: file.id }
  const uploadUrl = new URL('/upload/x', hospital.teams.serviceUrl).href
  const uploadInfo = { contentUrl: uploadUrl, name: 'a', uploadUrl, uniqueId: 'x', fileType: 'json' }
  const stolen = { type: 'fileUpload', action: 'accept', context, uploadInfo }

  await hospital.teams.deliver(
    hospital.teams.activityOf(tom.id, { type: 'invoke', name: 'fileConsent/invoke', value: stolen }),
  )

  expect(stored(hospital)).toEqual([])
  expect(textsOf(hospital, tom.id)).toContain('The file is not here any more')
})

test('a file goes to no other server than Microsoft’s', async () => {
  const hospital = await openHospital()
  const file = hospital.files.keep(amira.id, 'record.json', 'Private words')
  const question = await sent(hospital, file)
  const uploadUrl = 'https://evil.example/upload'
  const uploadInfo = { contentUrl: uploadUrl, name: 'a', uploadUrl, uniqueId: 'x', fileType: 'json' }
  const value = { type: 'fileUpload', action: 'accept', context: { file: file.id }, uploadInfo }

  await hospital.teams.deliver(
    hospital.teams.activityOf(amira.id, {
      type: 'invoke',
      name: 'fileConsent/invoke',
      replyToId: question,
      value,
    }),
  )

  expect(textsOf(hospital)).toContain('I could not put the file into your OneDrive.')
  expect(hospital.files.kept.get(file.id)?.state).toBe('waiting')
})

test('where the file cannot be put there, the question stays and can be answered once more', async () => {
  const hospital = await openHospital()
  const question = await sent(hospital, hospital.files.keep(amira.id, 'meeting.ics', 'BEGIN'))
  hospital.teams.fault({ kind: 'refuse', status: 500 })

  await hospital.teams.as(amira.id).consent(question, 'accept')
  const between = textsOf(hospital)
  await hospital.teams.as(amira.id).consent(question, 'accept')

  expect(between).toContain('I could not put the file into your OneDrive.')
  expect(stored(hospital)).toEqual([['meeting.ics', 'BEGIN']])
})

test('in a cloud whose Teams takes no files from apps the message says so in words', async () => {
  const { files } = await openHospital()
  const file = files.keep(amira.id, 'meeting.ics', 'BEGIN')
  const account = { platform: 'teams' as const, workspace: 'T', user: amira.id }
  const serviceUrl = 'https://smba.infra.gov.teams.microsoft.us/teams'

  const { message, offered } = await offering(
    { preview: 'A file', blocks: [{ kind: 'file', file }] },
    { files, account, serviceUrl },
  )

  expect(offered).toEqual([])
  expect(JSON.stringify(message)).toContain('takes no files from apps')
})

test('where Teams refuses the question, the message comes once and says that there is no file', async () => {
  const hospital = await openHospital()
  const file = hospital.files.keep(amira.id, 'meeting.ics', 'BEGIN')
  // The chat is opened, and the message posted.
  hospital.teams.fault({ kind: 'slow', milliseconds: 0 }, 2)
  hospital.teams.fault({ kind: 'refuse', status: 403, code: 'Forbidden' })

  await sent(hospital, file)

  expect(hospital.teams.as(amira.id).chat()).toHaveLength(2)
  expect(textsOf(hospital)).toContain('takes no files from apps')
})

test('in a channel no file is offered', async () => {
  const hospital = await openHospital()
  const file = hospital.files.keep(amira.id, 'meeting.ics', 'BEGIN')
  const { messenger } = hospital.app

  await messenger.send(
    { workspace: hospital.teams.tenantId, channel: digests },
    { preview: 'A file', blocks: [{ kind: 'file', file }] },
    'e1',
  )

  const posts = [...hospital.teams.tenant.conversations.values()].flatMap((one) => one.posts)
  expect(JSON.stringify(posts)).toContain('The file is not here any more')
  expect(JSON.stringify(posts)).not.toContain('file.consent')
})

test('a conversation of several people is nothing that Teams gives an app', async () => {
  const { app, teams } = await openHospital()
  const both = { workspace: teams.tenantId, users: [amira.id, tom.id] }

  const sending = app.messenger.send(both, { preview: 'Hello', blocks: [] }, 'e1')

  await expect(sending).rejects.toMatchObject({ kind: 'forbidden', code: 'no-group-chats' })
})
