import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { slackStateOf } from '../../src/playground/slack/person-state.ts'
import { teamsStateOf } from '../../src/playground/teams/person-state.ts'
import type { AccountKey, Happening, Shown } from '../../src/playground/wire.ts'
import { openLife } from './open-life.ts'

vi.setConfig({ testTimeout: 60_000 })

// One life, lived from one test to the next: each moves the clock on.
let life: Awaited<ReturnType<typeof openLife>>

beforeAll(async () => {
  life = await openLife('demonstration')
}, 90_000)

afterAll(() => life.end())

const fatima: AccountKey = 'slack:U0DEMO09'
const joseph: AccountKey = 'slack:U0DEMO05'

function deedsOf(name: string): string[] {
  return life.hospital.timeline
    .filter(({ kind, who }) => kind === 'deed' && who === name)
    .map(({ text }) => text)
}

/** The message that a line of the timeline leads to, where its person sees it. */
function messageOf({ link }: Happening): Shown | undefined {
  const [platform, id = ''] = link?.account.split(':') ?? []
  const { slack, teams } = life.hospital.stage
  const { places } = platform === 'slack' ? slackStateOf(slack, id) : teamsStateOf(teams, id)
  return places.find((one) => one.id === link?.place)?.messages.find((one) => one.id === link?.message)
}

test('a visitor comes when the first check-ins are open and the first of them is answered', () => {
  const { hospital } = life
  const people = hospital.people()
  const nurse = people.find(({ key }) => key === fatima)

  expect(hospital.clock().now).toMatch(/^2027-01-19T09:0[45]/)
  expect(people).toHaveLength(64)
  expect(nurse).toMatchObject({ name: 'Fatima Zahra El Amrani', pairedWith: [joseph], reachable: true })
  expect(nurse?.line).toBe('Mentee · nurse · surgery')
  expect(nurse?.messages).toBeGreaterThan(0)
  expect(hospital.programs().map(({ slug }) => slug)).toEqual(['career-2027', 'new-nurses-2027'])
  expect(hospital.timeline.some(({ kind, who }) => kind === 'nudge' && who === nurse?.name)).toBe(true)
  expect(deedsOf('Joseph Mathew')).toEqual(['Fills in the check-in form'])
  expect(hospital.timeline.every(({ at }) => at >= '2027-01-18')).toBe(true)
})

test('on to the next event: the clock stands where somebody does something', async () => {
  const { hospital } = life
  await expect.poll(() => hospital.clock().next).toBeDefined()
  const { next = '' } = hospital.clock()

  const refusal = await hospital.advance({ by: 'next' })

  expect(refusal).toBeUndefined()
  expect(hospital.clock().now.slice(0, 16)).toBe(next.slice(0, 16))
  expect(hospital.timeline.at(-1)).toMatchObject({ kind: 'deed', who: 'Grace Mensah' })
})

test('whoever is on an open page does nothing by themselves, the others go on', async () => {
  const { hospital } = life
  hospital.playedBy(() => new Set([fatima]))

  await hospital.advance({ by: 'day' })

  hospital.playedBy(() => new Set())
  expect(deedsOf('Fatima Zahra El Amrani')).toEqual([])
  expect(deedsOf('Abena Owusu')).toContain('Answers the check-in in the chat')
  expect(deedsOf('Marcus Delgado')).toEqual(['Fills in the check-in form'])
  expect(deedsOf('Callum Reid')).toEqual([])
})

test('after a week people have answered, are reminded and read; the digest says who needs attention', async () => {
  const { hospital } = life

  await hospital.advance({ by: 'week' })

  const kinds = new Set(hospital.timeline.map(({ kind }) => kind))
  expect([...kinds]).toEqual(expect.arrayContaining(['nudge', 'reminder', 'digest', 'message', 'deed']))
  expect(deedsOf('Jasmine Whitaker').filter((deed) => /check-in|goal/.test(deed))).toEqual([
    'Puts the check-in off until tomorrow',
    'Fills in the check-in form',
    expect.stringMatching(/^Sets a goal/),
  ])
  expect(deedsOf('Amira Haddad')).toContain('Reads the digest')
  const digest = hospital.timeline.findLast(({ kind, platform }) => kind === 'digest' && platform === 'slack')
  const words = JSON.stringify(digest && messageOf(digest)?.blocks)
  expect(words).toContain('Needs attention')
  expect(words).toContain('Ella Thornton asked the coordinator to get in touch')
})

test('meanwhile pairs live their lives beside their check-ins, each at their own pace, and some stay silent', () => {
  const { timeline } = life.hospital
  const done = new Set(timeline.filter(({ kind }) => kind === 'deed').map(({ text }) => text))

  expect([...done]).toEqual(
    expect.arrayContaining([
      'Reads the briefing, and confirms it',
      'Writes the first part of the agreement',
      'Adds to the agreement, and confirms it',
      'Ticks off points of the orientation list',
      'Rates their own skills',
    ]),
  )
  expect([...deedsOf('Callum Reid'), ...deedsOf('Bronwen Llewellyn')]).toEqual([])
})

test('what the bot says by itself arrives in Teams, whose port another program has taken meanwhile', () => {
  const { stage, timeline } = life.hospital

  const arrived = timeline.filter(({ kind, who }) => kind === 'reminder' && who === 'Jasmine Whitaker')

  expect(stage.teams.port).not.toBe(life.takenPort)
  expect(arrived.map(({ platform }) => platform)).toContain('teams')
})

test('every message of the timeline leads to where its person sees it', () => {
  const messages = life.hospital.timeline.filter(({ kind }) =>
    ['nudge', 'reminder', 'digest', 'message'].includes(kind),
  )

  const lost = messages.filter((happening) => messageOf(happening) === undefined)

  expect(messages.length).toBeGreaterThan(20)
  expect(lost).toEqual([])
})

test('nobody lives their own life while that is switched off', async () => {
  const { hospital } = life
  hospital.setAlive(false)
  const before = hospital.timeline.filter(({ kind }) => kind === 'deed').length

  await hospital.advance({ by: 'week' })

  const after = hospital.timeline.filter(({ kind }) => kind === 'deed').length
  expect(after).toBe(before)
  expect(hospital.clock().alive).toBe(false)
  expect(hospital.timeline.filter(({ kind, at }) => kind === 'nudge' && at > '2027-02-02')).not.toEqual([])
})

test('a platform that refuses is told of once, and what waits arrives when it is mended', async () => {
  const { hospital } = life
  hospital.setFault('slack', 'broken')

  await hospital.advance({ at: '2027-02-04T12:30:00Z' })

  const trouble = hospital.timeline.filter(({ kind }) => kind === 'trouble')
  expect(trouble).toHaveLength(1)
  expect(trouble[0]).toMatchObject({ who: 'Slack', platform: 'slack' })
  expect(hospital.waiting()).toBeGreaterThan(0)

  hospital.setFault('slack', 'none')
  await hospital.advance({ by: 'hour' })

  const late = hospital.timeline.filter(({ kind, at }) => kind === 'reminder' && at > '2027-02-04T12:30')
  expect(hospital.waiting()).toBe(0)
  expect(late.map(({ who }) => who)).toContain('Fatima Zahra El Amrani')
})

test('an account that is gone shows as not reachable, and is back when it is back', async () => {
  const { hospital } = life
  const reachable = () => hospital.people().filter(({ key }) => key === joseph)[0]?.reachable

  await hospital.setGone(joseph, true)
  const gone = reachable()
  await hospital.setGone(joseph, false)

  expect([gone, reachable()]).toEqual([false, true])
})
