import { afterAll, beforeAll, expect, test } from 'vitest'
import { inOrganization } from '../../../src/app/world.ts'
import { everybody } from '../../../src/store/everybody.ts'
import { teamsPeople } from '../../whole/cast.ts'
import { deed, type FarSide, openFarSide } from './far-side.ts'

let far: FarSide
beforeAll(async () => {
  far = await openFarSide()
})
afterAll(() => far.close())

const yaml = (lines: readonly string[] = []) =>
  [
    'slug: nurses',
    'name: New nurses',
    'type: career',
    'starts_on: 2027-01-04',
    'time_zone: Europe/London',
    'join: invited',
    'cadence: { every: 2 weeks, weekday: tuesday, at: "09:00" }',
    'coordinators: [amira.haddad@stmarys.example, new.boss@stmarys.example]',
    'digest: { platform: slack, channel: C0NURSES01, weekday: monday, at: "08:30" }',
    ...lines,
  ].join('\n')
const bringProgram = (text: string) =>
  deed(far.address, { deed: 'bring-program', base64: Buffer.from(text).toString('base64') })
const bringPeople = (text: string | Buffer, program = 'nurses') =>
  deed(far.address, { deed: 'bring-people', program, base64: Buffer.from(text).toString('base64') })
const listed = () => inOrganization(far.stage.running.world, far.stage.running.organizationId, everybody)
const slackUsers = () => [...far.stage.slack.world.users.values()]

test('people cannot come before there is a program', async () => {
  const answer = await bringPeople('email,name,role\na@stmarys.example,Ada,mentor\n')

  expect(answer).toEqual({ ok: false, reason: 'There is no program yet: bring one first.' })
})

test('a program with errors is refused with all of them, line by line, and nothing is changed', async () => {
  const answer = await bringProgram('slug: Not A Slug\nname: N\ntype: nonsense\n')

  expect(answer).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/^This file has \d+ problems\. Nothing/),
  })
  expect(answer['problems']).toContainEqual(expect.stringMatching(/^line 1: slug: /))
  expect(answer['problems']).toContainEqual(expect.stringMatching(/^line 3: type: /))
  expect(await listed()).toEqual([])
})

test('a program is applied, its coordinators get accounts, and the digest’s channel has them in it', async () => {
  const answer = await bringProgram(yaml(['pulse: monthly']))
  const again = await bringProgram(yaml())

  expect(answer).toMatchObject({
    ok: true,
    said: expect.stringContaining('The program “New nurses” (nurses) is there.'),
  })
  expect(again).toEqual({ ok: true, said: 'Nothing changes in the program “New nurses” (nurses).' })
  const boss = slackUsers().find(({ email }) => email === 'new.boss@stmarys.example')
  expect(boss?.name).toBe('New Boss')
  expect(far.stage.slack.world.channels.get('C0NURSES01')).toMatchObject({
    kind: 'private',
    members: ['U0AMIRA001', boss?.id, 'U0ROUNDS'],
  })
})

test('a digest in Teams gets a team with its coordinators, to which later ones are added', async () => {
  const text = yaml()
    .replace('slug: nurses', 'slug: therapists')
    .replace('slack, channel: C0NURSES01', 'teams, channel: "19:therapy@thread.tacv2"')
    .replace('amira.haddad', 'tom.okafor')

  await bringProgram(text.replace('tom.okafor', 'leo.novak'))
  await bringProgram(text)

  const team = far.stage.teams.tenant.teams.find(({ id }) => id === '19:therapy@thread.tacv2')
  expect(team).toMatchObject({ name: 'New nurses', members: [teamsPeople[2]?.id, teamsPeople[0]?.id] })
})

test('people with errors are refused with all of them, by line and column, and nothing is changed', async () => {
  const answer = await bringPeople('email,name,role\nada@stmarys.example,Ada,boss\nnobody,,mentor\n')

  expect(answer).toMatchObject({ ok: false, reason: 'This file has 3 problems. Nothing was changed.' })
  expect(answer['problems']).toEqual([
    expect.stringMatching(/^line 2, role: /),
    expect.stringMatching(/^line 3, email: /),
    expect.stringMatching(/^line 3, name: /),
  ])
  expect(slackUsers().some(({ name }) => name === 'Ada')).toBe(false)
})

test('people come in, each with the account of the file or one of their own, and unknown columns are told', async () => {
  const answer = await bringPeople(
    [
      'email,name,role,slack_user_id,teams_user_id,shoe_size',
      'ada@wards.example,Ada Lovelace,mentor,,,38',
      'bea@wards.example,Bea Arthur,mentee,U0BEA00001,,39',
      'cal@wards.example,Cal Newport,mentee,,0a1b2c3d-0000-4000-8000-0000000000aa,40',
    ].join('\n'),
  )

  expect(answer['said']).toBe(
    'The people of “New nurses” are in: 3 new, 0 changed, 0 as before. 1 got an account of their own. The column “shoe_size” is not known, and ignored.',
  )
  expect(slackUsers().find(({ email }) => email === 'ada@wards.example')).toMatchObject({
    name: 'Ada Lovelace',
  })
  expect(far.stage.slack.world.users.get('U0BEA00001')).toMatchObject({ name: 'Bea Arthur' })
  expect(far.stage.teams.tenant.people).toContainEqual(expect.objectContaining({ name: 'Cal Newport' }))
})

test('the bot finds them there, and invites them', async () => {
  await far.stage.beat()

  const ada = slackUsers().find(({ email }) => email === 'ada@wards.example')?.id ?? ''
  expect(far.stage.slack.as(ada).messages).toHaveLength(1)
  expect(far.stage.slack.as('U0BEA00001').messages).toHaveLength(1)
  expect(far.stage.teams.as('0a1b2c3d-0000-4000-8000-0000000000aa').chat()).toHaveLength(1)
})

test('a coordinator whose account was made up takes the one of the file, also in the channel', async () => {
  await bringPeople('email,name,role,slack_user_id\nnew.boss@stmarys.example,New Boss,mentor,U0BOSS0001\n')

  const accounts = slackUsers().filter(({ email }) => email === 'new.boss@stmarys.example')
  expect(accounts.map(({ id }) => id)).toEqual(['U0BOSS0001'])
  expect(far.stage.slack.world.channels.get('C0NURSES01')?.members).toEqual([
    'U0AMIRA001',
    'U0BOSS0001',
    'U0ROUNDS',
  ])
})

test('an account that is somebody else’s on the platform is refused', async () => {
  const answer = await bringPeople(
    'email,name,role,slack_user_id\nmallory@wards.example,Mallory,mentor,U0OLA001\n',
  )

  expect(answer['problems']).toEqual(['line 2, slack_user_id: this account belongs to somebody else already'])
})

test('two are paired by name or address; who cannot be is told why', async () => {
  const pair = (mentor: string, mentee: string, program = 'nurses') =>
    deed(far.address, { deed: 'pair', program, mentor, mentee })

  const unknown = await pair('Nobody Here', 'bea@wards.example')
  const wrong = await pair('ada lovelace', 'bea@wards.example', 'nurse')
  const swapped = await pair('bea@wards.example', 'ada@wards.example')
  const paired = await pair('Ada Lovelace', 'bea@wards.example')

  expect(unknown).toMatchObject({
    ok: false,
    reason: expect.stringContaining('Nobody here is called Nobody Here'),
  })
  expect(wrong).toMatchObject({ ok: false, reason: 'There is no program “nurse”: did you mean nurses?' })
  expect(swapped).toMatchObject({ ok: false })
  expect(paired).toEqual({ ok: true, said: 'Ada Lovelace and bea@wards.example are a pair now.' })
})

test('two who are brought and paired at once hear of it at the moment that is said, in one message', async () => {
  await bringPeople(
    'email,name,role\ngil@wards.example,Gil Scott,mentor\nhal@wards.example,Hal Jordan,mentee\n',
  )
  const chats = () =>
    ['gil@wards.example', 'hal@wards.example'].map((address) => {
      const id = slackUsers().find(({ email }) => email === address)?.id ?? ''
      return far.stage.slack.as(id).messages
    })

  const paired = await deed(far.address, {
    deed: 'pair',
    program: 'nurses',
    mentor: 'Gil Scott',
    mentee: 'Hal Jordan',
  })
  await far.stage.beat()
  far.stage.at('2027-01-19T08:59:00Z')
  await far.stage.beat()
  const before = chats()
  far.stage.at('2027-01-19T09:00:00Z')
  await far.stage.beat()

  expect(paired['said']).toMatch(
    /^Gil Scott and Hal Jordan are a pair now\. Gil Scott and Hal Jordan hear of it on Tue 19 January at 09:00: /,
  )
  expect(before).toEqual([[], []])
  for (const messages of chats()) {
    expect(messages).toHaveLength(1)
    expect(JSON.stringify(messages[0]?.blocks)).toMatch(/who reads it[\s\S]*Answer here/)
  }
})

test.each<[string, string | Buffer]>([
  ['an empty file', ''],
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x00])],
  ['a zip', Buffer.from('PK\u0003\u0004 not a spreadsheet')],
  ['one open quote', `email,name,role\n"${'x'.repeat(400_000)}`],
  ['a huge cell', `email,name,role\na@wards.example,${'x'.repeat(200_000)},mentor\n`],
  [
    'too many rows',
    `email,name,role\n${Array.from({ length: 5001 }, (_, n) => `p${n}@w.example,P,mentor`).join('\n')}`,
  ],
])('%s is refused with a reason, and changes nothing', async (_what, file) => {
  const before = await listed()

  const answer = await bringPeople(file)

  expect(answer).toMatchObject({ ok: false, reason: expect.stringContaining('Nothing was changed') })
  expect(await listed()).toEqual(before)
})

test('formulas and HTML in cells are words like any others', async () => {
  const answer = await bringPeople(
    'email,name,role,profession\nhtml@wards.example,<img src=x onerror=alert(1)>,mentor,"=HYPERLINK(""http://evil.example"")"\n',
  )

  expect(answer).toMatchObject({ ok: true })
  expect(slackUsers().find(({ email }) => email === 'html@wards.example')?.name).toBe(
    '<img src=x onerror=alert(1)>',
  )
})
