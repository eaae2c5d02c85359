import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { admitProgram } from '../../src/app/program/admit-program.ts'
import { applyProgram } from '../../src/app/program/apply-program.ts'
import type { Arrival } from '../support/arrivals.ts'
import { type Actor, onSlack, onTeams } from './actors.ts'
import { accountOf, amira, castOf300, listed, platformOf, roster, tom } from './roster-of-300.ts'
import { openStage, type Stage } from './stage.ts'

// The tests of this file are one story: each goes on where the one before it ended.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const slug = 'wards-2027'
const why = 'Two of my team are away: quokkawhy'
/** Each of them goes the whole way in the chat of their own platform. */
const coordinators = [amira, tom].map((one) => ({ chat: platformOf(one), one }))

const programFile = [
  `slug: ${slug}`,
  'name: Wards 2027',
  'type: career',
  'starts_on: 2027-01-04',
  'time_zone: Europe/London',
  'join: invited',
  'cadence: { every: 2 weeks, weekday: tuesday, at: "13:30" }',
  `coordinators: [${amira.email}, ${tom.email}]`,
  'match: { offers: reviewed, offer_expires_days: 5, require: [same-profession, trained] }',
].join('\n')

interface Two {
  readonly mentee: string
  readonly mentor: string
}

let stage: Stage
const rejected: Two[] = []
let offered: readonly Two[] = []
let accepted: readonly Two[] = []
let declined: Two

beforeAll(async () => {
  stage = await openStage({ cast: castOf300, patience: 20_000 })
  stage.at('2027-01-04T13:30:00Z')
  const program = admitProgram(Buffer.from(programFile))
  if ('problems' in program) throw new Error(JSON.stringify(program.problems))
  await stage.within((scope) => applyProgram(scope, program.program, { actor: 'command line' }))
})
afterAll(() => stage.close())

const as = (one: { readonly id: string }) =>
  platformOf(one) === 'slack' ? onSlack(stage, accountOf(one)) : onTeams(stage, accountOf(one))

function called(name: string): Actor {
  const found = listed.find((one) => one.name === name)
  if (!found) throw new Error(`${name} is not in the roster`)
  return as(found)
}

const twosIn = (table: 'draft_rows' | 'offers' | 'pairs', where = 'true') =>
  stage.sql<Two>(
    `select mentee.name as mentee, mentor.name as mentor from ${table} t
     join people mentee on mentee.id = t.mentee_id join people mentor on mentor.id = t.mentor_id
     where ${where} order by 1, 2`,
  )

/** What has reached those of the roster since the last time, and what coordinators. */
function arrived() {
  const all = stage.arrivals()
  const isCoordinator = ({ who }: Arrival) => who === amira.name || who === tom.name
  return { staff: all.filter((one) => !isCoordinator(one)), coordinators: all.filter(isCoordinator) }
}

/** Waits for the message that the proposals are there. */
async function proposals(): Promise<Arrival[]> {
  const ready: Arrival[] = []
  await vi.waitUntil(
    () => {
      ready.push(...arrived().coordinators.filter(({ preview }) => /proposals for/.test(preview)))
      return ready.length > 0
    },
    { timeout: 60_000, interval: 20 },
  )
  return ready
}

test.each(coordinators)('the file of 300 is handed over in the chat of $chat', async ({ chat, one }) => {
  const taken = await as(one).handOver('roster.csv', Buffer.from(roster))

  expect(taken.words).toContain('The roster for Wards 2027 is in.')
  const [{ people } = { people: 0 }] = await stage.sql<{ people: number }>(
    'select count(*)::int as people from enrollments',
  )
  expect(people).toBe(300)
  if (chat === 'slack') expect(taken.words).toContain('New: 300')
})

test('everybody is told once what is kept, and all but ten join', async () => {
  await stage.beat()
  const { staff } = arrived()

  const joiners = listed.slice(0, 290)
  for (let from = 0; from < joiners.length; from += 10)
    await Promise.all(joiners.slice(from, from + 10).map((one) => as(one).press('Join')))
  arrived()
  const menu = await as(amira).command('admin match')

  expect(staff).toHaveLength(300)
  expect(new Set(staff.map(({ who }) => who)).size).toBe(300)
  expect(menu.words).toContain('190 mentees')
  expect(menu.words).toContain('10 invited, not joined yet')
})

test.each(coordinators)(
  'pairs are proposed in the chat of $chat, and nobody else hears of it',
  async ({ one }) => {
    await as(one).command('admin match')
    const answer = await as(one).press(one === amira ? 'Propose pairs' : 'Propose again')
    const ready = await proposals()

    expect(answer.words).toContain('I am looking for the best pairs')
    expect(ready.map(({ who }) => who)).toEqual([one.name])
    expect((await twosIn('draft_rows')).length).toBeGreaterThan(100)
  },
)

test.each(coordinators)(
  'in the chat of $chat every pair is on one of the pages, with its reasons',
  async ({ one }) => {
    const pages = [(await as(one).press('Review')).words]
    for (let turned = 1; turned < 60 && !isLast(pages.at(-1) ?? ''); turned += 1)
      pages.push((await as(one).press('Next')).words)

    const rows = pages.flatMap(rowsOn)
    expect(rows.map(({ mentee, mentor }) => ({ mentee, mentor })).sort(byMentee)).toEqual(
      await twosIn('draft_rows'),
    )
    expect(rows.filter(({ reasons }) => !/[a-z]{3}/.test(reasons))).toEqual([])
  },
)

test.each(coordinators)('one is locked and one rejected for good in the chat of $chat', async ({ one }) => {
  const [first, second] = await twosIn('draft_rows', `t.standing = 'open'`)
  if (!first || !second) throw new Error('there are too few pairs')
  rejected.push(second)

  await as(one).command(`admin review ${first.mentee}`)
  const lock = await as(one).press('Lock')
  await as(one).command(`admin review ${second.mentee}`)
  await as(one).press('Reject for good')
  const reject = await as(one).press('Reject for good')

  expect(lock.words).toContain('locked')
  expect(reject.words).toContain(`${second.mentee} has nobody`)
  expect(await twosIn('draft_rows', `t.standing = 'locked'`)).toContainEqual(first)
  expect(await twosIn('draft_rows')).not.toContainEqual(second)
})

test.each(coordinators)('two change mentors in the chat of $chat', async ({ one }) => {
  const [first, second] = await twoAlike()

  await as(one).command(`admin review ${first.mentee}`)
  await as(one).press('Swap with…')
  await as(one).submit({ typed: second.mentee })

  const after = await twosIn('draft_rows', `mentee.name in ('${first.mentee}', '${second.mentee}')`)
  expect(after).toEqual(
    [
      { mentee: first.mentee, mentor: second.mentor },
      { mentee: second.mentee, mentor: first.mentor },
    ].sort(byMentee),
  )
})

/** Two pairs of one profession, so that the rules let them change. */
async function twoAlike(): Promise<[Two, Two]> {
  const alike = await stage.sql<Two & { profession: string }>(
    `select mentee.name as mentee, mentor.name as mentor, mentee.profile ->> 'profession' as profession
     from draft_rows t join people mentee on mentee.id = t.mentee_id join people mentor on mentor.id = t.mentor_id
     where t.standing = 'open' order by 1`,
  )
  const [first] = alike
  const second = alike.find((two) => two.profession === first?.profession && two.mentor !== first?.mentor)
  if (!first || !second) throw new Error('no two can change')
  return [first, second]
}

test.each(coordinators)(
  'one is moved to a mentor whom the page names, in the chat of $chat',
  async ({ one }) => {
    for (const { mentee } of await twosIn('draft_rows', `t.standing = 'open'`)) {
      const page = await as(one).command(`admin review ${mentee}`)
      const mentor = /^(.+?) · [\d,.]+ · \d+ places? left\b/m.exec(page.words)?.[1]
      if (mentor === undefined) continue

      await as(one).press('Move to…')
      await as(one).submit({ typed: mentor })

      expect(await twosIn('draft_rows', `mentee.name = '${mentee}'`)).toEqual([{ mentee, mentor }])
      return
    }
    expect.fail('nobody has a place left')
  },
)

test.each(coordinators)('the chat of $chat compares, and says why not', async ({ one }) => {
  const [row] = await twosIn('draft_rows', `t.standing = 'open'`)
  const page = await as(one).command(`admin review ${row?.mentee}`)
  const mentor = /^(.+?) · [\d,.]+ · (?:full|\d+ places? left)\b/m.exec(page.words)?.[1] ?? ''

  await as(one).press('Compare with…')
  const compared = await as(one).submit({ typed: mentor })
  await as(one).command(`admin review ${row?.mentee}`)
  await as(one).press('Why not…?')
  const answered = await as(one).submit({ typed: mentor })

  expect(compared.words).toContain(`${row?.mentee} ← ${row?.mentor}`)
  expect(compared.words).toContain(`${row?.mentee} ← ${mentor}`)
  expect(answered.words).toContain(`Why does ${row?.mentee} not get ${mentor}?`)
})

test.each(coordinators)(
  'another run, asked for in the chat of $chat, keeps what was decided',
  async ({ one }) => {
    const decided = await twosIn('draft_rows', `t.standing = 'locked'`)

    await as(one).command('admin match')
    await as(one).press('Propose again')
    await proposals()

    const now = await twosIn('draft_rows')
    expect(decided).toHaveLength(8)
    expect(now).toEqual(expect.arrayContaining(decided))
    for (const two of rejected) expect(now).not.toContainEqual(two)
  },
)

test('what is locked is published in the chat of Slack, all the rest in the chat of Teams', async () => {
  const before = arrived().staff
  offered = await twosIn('draft_rows')
  await as(amira).command('admin review')
  await as(amira).press('Locked (8)')
  await as(amira).press('Publish what is locked')
  const locked = await as(amira).press('Yes, publish')
  await as(tom).command('admin match')
  const asked = await as(tom).press('Publish all')
  const rest = await as(tom).press('Yes, publish')

  expect(before).toEqual([])
  expect(asked.words).toContain('Nobody has been told anything yet.')
  expect(locked.words).toContain('8 offers are on the way')
  expect(rest.words).toContain(`${offered.length - 8} offers are on the way`)
  expect(await twosIn('offers')).toEqual(offered)
})

test('each mentor is asked in private, with the reasons; mentees hear nothing yet', async () => {
  await stage.settled()
  stage.at('2027-01-04T15:00:00Z')
  await stage.beat()

  const { staff } = arrived()
  expect(new Set(staff.map(({ preview }) => preview))).toEqual(new Set(['Would you be a mentor?']))
  expect(staff.map(({ who }) => who).sort()).toEqual(offered.map(({ mentor }) => mentor).sort())
  expect(staff.filter(({ words }) => !words.includes('Why you two:'))).toEqual([])
})

test('a yes makes a pair, and both are introduced with the reasons', async () => {
  // Whoever has one offer only, so that the newest question is the one about this mentee.
  const counts = Map.groupBy(offered, ({ mentor }) => mentor)
  const once = offered.filter(({ mentor }) => counts.get(mentor)?.length === 1)
  accepted = once.slice(0, 8)
  declined = once[8] ?? expect.fail('there are too few mentors of one')

  for (const { mentor } of accepted) await called(mentor).press('Yes, gladly')
  await stage.settled()

  const { staff } = arrived()
  const told = (who: string, of: string) =>
    staff.map((one) => (one.who === who ? one.words.join('\n') : '')).filter((words) => words.includes(of))
  expect(await twosIn('pairs', `t.state = 'active'`)).toEqual(accepted.toSorted(byMentee))
  for (const { mentor, mentee } of accepted) {
    expect(told(mentee, mentor)).toEqual([expect.stringMatching(/years more|same|offers|reached|grade/)])
    expect(told(mentor, mentee).length).toBeGreaterThan(0)
  }
})

test('a no and its reason reach the coordinators, and nobody else', async () => {
  const form = await called(declined.mentor).press('Not this time')
  const said = await called(declined.mentor).submit({ why })
  await stage.settled()
  stage.at('2027-01-05T14:00:00Z')
  await stage.beat()

  const { staff, coordinators: told } = arrived()
  const readers = (arrivals: readonly Arrival[]) =>
    arrivals.filter(({ words }) => words.join('\n').includes('quokkawhy')).map(({ who }) => who)
  expect(form.form).toBe(true)
  expect(said.words).toContain('Thank you for telling me')
  expect(readers(told).sort()).toEqual([amira.name, tom.name].sort())
  expect(readers(staff)).toEqual([])
  expect(
    staff.filter(({ who, words }) => who === declined.mentee && words.join().includes(declined.mentor)),
  ).toEqual([])
  const rows = await draft()
  expect(rows.has(declined.mentee)).toBe(true)
  expect(rows.get(declined.mentee)).not.toBe(declined.mentor)
})

test('an offer that nobody answers is over after five days, the mentee is back in the draft, and hears that nobody is forgotten', async () => {
  const open = offered.filter((two) => !accepted.includes(two) && two !== declined)
  stage.at('2027-01-12T14:00:00Z')
  await stage.beat()

  const { staff, coordinators: told } = arrived()
  expect(await twosIn('offers', `t.state = 'open'`)).toEqual([])
  expect(await twosIn('pairs', `t.state = 'active'`)).toHaveLength(accepted.length)
  expect(told.map(({ preview }) => preview)).toContain('About your offers')
  const rows = await draft()
  expect(open.filter(({ mentee, mentor }) => !rows.has(mentee) || rows.get(mentee) === mentor)).toEqual([])
  const words = staff.filter(({ preview }) => preview === 'How things stand in Wards 2027')
  const heard = open.map(({ mentee }) => words.filter(({ who }) => who === mentee).length)
  expect(new Set(heard)).toEqual(new Set([1]))
})

/** Mentees of the draft, each with the mentor who is proposed now, if there is one. */
async function draft(): Promise<ReadonlyMap<string, string | null>> {
  const rows = await stage.sql<{ mentee: string; mentor: string | null }>(
    `select mentee.name as mentee, mentor.name as mentor from draft_rows t
     join people mentee on mentee.id = t.mentee_id left join people mentor on mentor.id = t.mentor_id`,
  )
  return new Map(rows.map(({ mentee, mentor }) => [mentee, mentor]))
}

/** Whether the page says that it holds the last rows of the list. */
function isLast(words: string): boolean {
  const [, last, of] = /\d+ to (\d+) of (\d+), /.exec(words) ?? []
  return last === of
}

/** The pairs of a page of the review, each with what stands below it. */
function rowsOn(words: string): (Two & { readonly reasons: string })[] {
  const lines = words.split('\n').filter((line) => !line.startsWith(' · '))
  return lines.flatMap((line, at) => {
    const [, mentee, mentor] = /^(.+?) ← (.+?)(?: · .+)?$/.exec(line) ?? []
    const below = lines[at + 1] ?? ''
    const reasons = below.startsWith('Open ') || below.includes('←') ? '' : below
    return mentee === undefined || mentor === undefined ? [] : [{ mentee, mentor, reasons }]
  })
}

function byMentee(one: Two, other: Two): number {
  return one.mentee < other.mentee ? -1 : 1
}
