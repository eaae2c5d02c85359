import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createIntentHandler } from '../../src/app/handle-intent.ts'
import type { Deed } from '../../src/core/message/intent.ts'
import { onSlack, onTeams } from './actors.ts'
import { cast, slackChannel, teamsPeople } from './cast.ts'
import { bringIn, pairUp } from './staff.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage

const account = { platform: 'slack', workspace: 'T0SECOND', user: 'U0TWIN0001' } as const
let ids: Record<'checkIn' | 'nudge' | 'pair' | 'goal' | 'enrollment' | 'program', string>

/** A nudged pair of ours; and somebody of a second organization who has the mentee's name and e-mail address. */
beforeAll(async () => {
  stage = await openStage({ cast })
  const ola = onSlack(stage, 'U0OLA001')
  const leo = onTeams(stage, teamsPeople[2]?.id ?? '')
  const digest = { platform: 'slack', channel: slackChannel } as const
  const coordinator = onSlack(stage, 'U0AMIRA001')
  stage.at('2027-01-04T13:30:00Z')
  await bringIn(stage, { slug: 'career-2027', coordinator, mentor: ola, mentee: leo, digest })
  await stage.beat()
  await leo.press('Join')
  await pairUp(stage, { slug: 'career-2027', mentor: ola, mentee: leo })
  stage.at('2027-01-19T13:00:00Z')
  await stage.beat()
  await stage.sql(`insert into organizations (id, slug, name) values ('second', 'second', 'second')`)
  await stage.sql(
    `insert into workspaces (id, organization_id, platform, external_id) values ('second', 'second', 'slack', 'T0SECOND')`,
  )
  await stage.sql(
    `insert into people (id, organization_id, email, name, time_zone, contact_days, contact_from, contact_to)
     select 'twin', 'second', email, name, time_zone, contact_days, contact_from, contact_to from people where email = $1`,
    [leo.email],
  )
  await stage.sql(
    `insert into accounts (id, organization_id, person_id, platform, workspace, "user")
     values ('twin', 'second', 'twin', 'slack', 'T0SECOND', 'U0TWIN0001')`,
  )
  await stage.sql(
    `insert into goals (id, organization_id, pair_id, owner_id, number, title, measure, baseline, target, starts_on, due_on, state)
     select 'goal', organization_id, id, mentee_id, 1, 'x', 'percent', 0, 100, now(), now(), 'open' from pairs`,
  )
  const [row] = await stage.sql<typeof ids>(
    `select c.id as "checkIn", c.nudge_id as nudge, p.id as pair, 'goal' as goal, e.id as enrollment, p.program_id as program
     from check_ins c join pairs p on p.id = c.pair_id join enrollments e on e.person_id = c.person_id
     where c.side = 'mentee' and c.nudge_id is not null`,
  )
  if (!row) throw new Error('There is no check-in')
  ids = row
})
afterAll(() => stage.close())

const does = async (deed: Deed) => {
  const handler = createIntentHandler(stage.running.world)
  return await handler.handle({ key: randomUUID(), account, place: { kind: 'personal' }, ...deed })
}
const state = () =>
  stage.sql(
    `select (select json_agg(t order by id) from check_ins t) as a, (select json_agg(t order by id) from enrollments t) as b,
     (select json_agg(t order by id) from pairs t) as c, (select count(*) from answers) as d, (select count(*) from meetings) as e,
     (select count(*) from goals) as f, (select count(*) from progress_entries) as g, (select count(*) from outbox) as h`,
  )

test.each([
  ['checkin.answer', () => ids.checkIn],
  ['checkin.form', () => ids.checkIn],
  ['checkin.not-met', () => ids.checkIn],
  ['checkin.skip', () => ids.checkIn],
  ['checkin.pick', () => `${ids.checkIn}:met:yes`],
  ['checkin.pass', () => `${ids.checkIn}:how`],
  ['checkin.reader', () => `${ids.checkIn}:learned`],
  ['checkin.read-by', () => `${ids.checkIn}:learned:coordinator`],
  ['checkin.not-this', () => `${ids.checkIn}:met`],
  ['checkin.later', () => ids.nudge],
  ['checkin.put-off', () => `${ids.nudge}:1`],
  ['checkin.put-off-form', () => ids.nudge],
  ['program.join', () => ids.enrollment],
  ['program.not-now', () => ids.enrollment],
  ['program.understood', () => ids.enrollment],
  ['program.go-on', () => ids.enrollment],
  ['program.pause', () => ids.enrollment],
  ['program.leave', () => ids.enrollment],
  ['goal.progress', () => ids.goal],
  ['digest.nudge', () => ids.pair],
  ['digest.snooze', () => ids.pair],
  ['digest.list', () => ids.program],
] as const)('somebody of another organization presses %s with our ids in vain', async (verb, about) => {
  const before = await state()

  const outcome = await does({ kind: 'press', verb, about: about() })

  expect(outcome).toMatchObject({ kind: 'show' })
  expect(JSON.stringify(outcome)).not.toMatch(/Ola|Leo|Program career/)
  expect(await state()).toEqual(before)
})

test.each([
  ['checkin.save', () => `${ids.checkIn}:met,how`, { met: 'yes', how: '5' }],
  ['checkin.put-off-date', () => ids.nudge, { date: '2027-02-01' }],
  ['goal.begin', () => ids.pair, { title: 'theirs', measure: 'yes-no' }],
  ['goal.save', () => ids.pair, { dueOn: '2027-06-30' }],
  ['goal.milestones-save', () => ids.goal, {}],
  ['goal.adjust-save', () => ids.goal, { title: 'theirs', dueOn: '2027-06-30', why: 'so' }],
  ['goal.retire-save', () => ids.goal, {}],
  ['goal.progress-save', () => ids.goal, { value: '50%' }],
  ['meeting.save', () => ids.pair, { heldOn: '2027-01-19', minutes: '30' }],
  ['program.leave-save', () => ids.enrollment, {}],
  ['program.pause-save', () => ids.enrollment, { until: '2027-02-20' }],
  ['program.join-save', () => ids.program, { role: 'mentee' }],
] as const)(
  'somebody of another organization submits %s with our ids in vain',
  async (verb, about, values) => {
    const before = await state()

    const outcome = await does({ kind: 'submit', verb, about: about(), values })

    expect(outcome.kind).toBe('show')
    expect(JSON.stringify(outcome)).not.toMatch(/Ola|Leo|Program career/)
    expect(await state()).toEqual(before)
  },
)

test.each(['', 'goal', 'checkin', 'privacy', 'admin', 'admin digest', 'met 30', 'progress 1 50%'])(
  'somebody of another organization sees nothing of ours by the command “%s”',
  async (words) => {
    const outcome = await does({ kind: 'command', words })

    expect(JSON.stringify(outcome)).not.toMatch(/Ola|Program career|U0OLA|T0HOSPITAL/)
  },
)
