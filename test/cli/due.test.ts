import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { scheduleFirst } from '../../src/app/checkin/schedule.ts'
import { type Hospital, slackTeam } from '../../src/catalogue/hospital.ts'
import type { Person } from '../../src/core/people/person.ts'
import { type SlackStandIn, startSlack } from '../../src/playground/slack/server.ts'
import { openHospital } from '../support/hospital.ts'
import { type CommandLine, openCommandLine } from './command-line.ts'

// A pair across an ocean: 09:00 on Tuesday 19 January comes to London five hours before New York.
const londonMorning = '2027-01-19T09:00:00Z'
const newYorkMorning = '2027-01-19T14:00:00Z'
const channel = 'G0COORDS'

// Several processes a test, each of which opens the database.
vi.setConfig({ testTimeout: 60_000 })

let hospital: Hospital
let slack: SlackStandIn
/** Without any platform. */
let offline: CommandLine
/** With the stand-in for Slack. */
let online: CommandLine
let ann: Person
let cy: Person

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T09:00:00Z')
  const amira = await hospital.person({ name: 'Amira Haddad', email: 'amira@example.org' })
  ann = await hospital.person({ name: 'Ann Moss' })
  cy = await hospital.person({ name: 'Cy Ray', zone: 'America/New_York' })
  const { id, program } = await hospital.program({
    slug: 'career',
    coordinators: ['amira@example.org'],
    digest: { platform: 'slack', channel, weekday: 'monday', at: '08:30' },
  })
  const pair = await hospital.pair(id, ann, cy)
  await hospital.within(async (scope) => {
    for (const person of [ann, cy]) await scheduleFirst(scope, person, { pair, program })
  })
  const users = [amira, ann, cy].map(({ name, email, accounts }) => ({
    id: accounts[0]?.user ?? '',
    name,
    email,
  }))
  slack = await startSlack({
    team: slackTeam,
    users,
    channels: [
      { id: channel, name: 'coordinators', kind: 'private', members: ['U0ROUNDS', users[0]?.id ?? ''] },
    ],
  })
  const { apiUrl, botToken, signingSecret } = slack.credentials
  offline = await openCommandLine({ DATABASE_URL: hospital.url })
  online = await openCommandLine({
    DATABASE_URL: hospital.url,
    SLACK_API_URL: apiUrl,
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
  })
})

afterAll(async () => {
  await Promise.all([offline.close(), online.close(), slack.close()])
  await hospital.close()
})

/** All that a heartbeat could have changed. */
function state(): Promise<unknown> {
  return hospital.within(async ({ tx }) => ({
    checkIns: await tx.checkIn.findMany({ orderBy: { id: 'asc' } }),
    nudges: await tx.nudge.count(),
    outbox: await tx.outboxEntry.count(),
    audit: await tx.auditEntry.count(),
    jobs: await tx.$queryRaw`select count(*)::int as count from graphile_worker.jobs`,
  }))
}

test('the right person is due at the right hour, and to list it changes nothing', async () => {
  const before = await state()

  const early = await offline.run('due', '--at', '2027-01-19T08:59:00Z')
  const london = await offline.run('due', '--at', londonMorning, '--json')
  const both = await offline.run('due', '--at', newYorkMorning)

  expect(early).toMatchObject({ exitCode: 0 })
  expect(early.out).not.toContain('Ann Moss')
  expect(london).toMatchObject({ exitCode: 0 })
  expect(JSON.parse(london.out)).toMatchObject({ at: londonMorning })
  expect(JSON.parse(london.out).due).toContainEqual({ kind: 'check-in', who: 'Ann Moss', platform: 'slack' })
  const cyInLondon = JSON.parse(london.out).due.filter(({ who }: { who: string }) => who === 'Cy Ray')
  expect(cyInLondon).toEqual([
    expect.objectContaining({ kind: 'question about skills', notBefore: newYorkMorning }),
  ])
  expect(both.out).toContain('  Ann Moss: check-in (Slack)\n  Cy Ray: check-in (Slack)\n')
  expect(await state()).toEqual(before)
})

test('doctor asks the platform whether the digest has its channel', async () => {
  const { out } = await online.run('doctor')

  expect(out).toContain('ok       program career: its digest goes to coordinators')
})

test('nothing is sent before its time to people of a platform’s own address, nor in production', async () => {
  const future = Temporal.Now.instant().add({ hours: 24 }).toString()
  const real = await openCommandLine({
    DATABASE_URL: hospital.url,
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_SIGNING_SECRET: 's',
  })
  const production = await openCommandLine({ DATABASE_URL: hospital.url, NODE_ENV: 'production' })
  const before = await state()

  const answers = [
    await real.run('due', '--at', future, '--send'),
    await real.run('digest', '--program', 'career', '--at', future, '--send'),
    await production.run('due', '--at', future, '--send'),
  ]

  for (const { exitCode, err } of answers) {
    expect(exitCode).toBe(1)
    expect(err).toContain('is in the future')
  }
  expect(await state()).toEqual(before)
  await Promise.all([real.close(), production.close()])
})

test('nothing is sent from where a platform of the organization is not configured', async () => {
  const before = await state()

  const { exitCode, err } = await online.run('due', '--at', londonMorning, '--send')

  expect(exitCode).toBe(1)
  expect(err).toContain('This organization is on Teams, which is not configured here')
  expect(await state()).toEqual(before)
})

test('what is due is sent once, through the platform, and the digest into its channel', async () => {
  await hospital.within(({ tx }) => tx.workspace.deleteMany({ where: { platform: 'teams' } }))

  const sent = await online.spawn('due', '--at', newYorkMorning, '--send')
  const again = await online.run('due', '--at', newYorkMorning, '--send', '--json')
  const preview = await online.run('digest', '--program', 'career', '--at', newYorkMorning)
  const posted = await online.run('digest', '--program', 'career', '--at', '2027-01-19T15:00:00Z', '--send')

  expect(sent).toMatchObject({ exitCode: 0, err: '' })
  expect(sent.out).toMatch(
    /Ann Moss: check-in \(Slack\)\n {2}Cy Ray: check-in \(Slack\)[\s\S]*Messages: \d sent\./,
  )
  expect(JSON.parse(again.out)).toMatchObject({ due: [], delivered: { sent: 0, waiting: 0, failed: 0 } })
  expect(preview).toMatchObject({ exitCode: 0, err: '' })
  expect(preview.out).toContain('Active pairs: 1')
  expect(posted).toMatchObject({ exitCode: 0, out: 'The digest is posted. Messages: 1 sent.\n' })
  const posts = slack.calls.filter(({ method }) => method === 'chat.postMessage')
  const inChannel = posts.filter(({ given }) => given['channel'] === channel)
  expect(inChannel.length).toBeGreaterThan(0)
  // Their check-ins, and what the mentee is asked about skills.
  expect(posts.length - inChannel.length).toBe(3)
})
