import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, onSlack, onTeams } from './actors.ts'
import { cast, slackChannel, teamsChannel, teamsPeople } from './cast.ts'
import { bringIn, pairUp } from './staff.ts'
import { openStage, type Stage } from './stage.ts'

/** Each holds a made-up word that occurs nowhere else, so that it can be looked for everywhere. */
const learned = 'I kept calm in a quokkalearned handover'
const taught = 'Listening first, as quokkataught shows'
const inTheWay = 'The rota quokkaprivate never fits'
const nextStep = 'Shadow the quokkanext outreach team'
const request = 'Please ring me about quokkarequest'
const goalTitle = 'Publish the quokkagoal article'
const progressNote = 'quokkanote two pages drafted'

type Way = 'Slack over HTTP' | 'Slack over Socket Mode' | 'Teams' | 'both platforms'

interface Roles {
  readonly coordinator: Actor
  readonly mentor: Actor
  readonly mentee: Actor
  readonly digest: { readonly platform: 'slack' | 'teams'; readonly channel: string }
}

describe.each<{ way: Way; socket?: true; roles: (stage: Stage) => Roles }>([
  {
    way: 'Slack over HTTP',
    roles: (stage) => ({
      coordinator: onSlack(stage, 'U0AMIRA001'),
      mentor: onSlack(stage, 'U0OLA001'),
      mentee: onSlack(stage, 'U0PRIYA001'),
      digest: { platform: 'slack', channel: slackChannel },
    }),
  },
  {
    way: 'Slack over Socket Mode',
    socket: true,
    roles: (stage) => ({
      coordinator: onSlack(stage, 'U0AMIRA001'),
      mentor: onSlack(stage, 'U0OLA001'),
      mentee: onSlack(stage, 'U0PRIYA001'),
      digest: { platform: 'slack', channel: slackChannel },
    }),
  },
  {
    way: 'Teams',
    roles: (stage) => ({
      coordinator: onTeams(stage, teamsPeople[0]?.id ?? ''),
      mentor: onTeams(stage, teamsPeople[1]?.id ?? ''),
      mentee: onTeams(stage, teamsPeople[2]?.id ?? ''),
      digest: { platform: 'teams', channel: teamsChannel },
    }),
  },
  {
    way: 'both platforms',
    roles: (stage) => ({
      coordinator: onSlack(stage, 'U0AMIRA001'),
      mentor: onTeams(stage, teamsPeople[3]?.id ?? ''),
      mentee: onSlack(stage, 'U0MARTA001'),
      digest: { platform: 'slack', channel: slackChannel },
    }),
  },
])('one check-in, from the calendar to the answer, on $way', ({ socket, roles: rolesIn }) => {
  let stage: Stage
  let roles: Roles

  beforeAll(async () => {
    stage = await openStage({
      ...(socket && { slack: 'socket' }),
      cast,
    })
    roles = rolesIn(stage)
  })
  afterAll(() => stage.close())

  const states = async () =>
    (
      await stage.sql<{ side: string; state: string }>(
        'select side, state from check_ins order by due_on, side',
      )
    ).map(({ side, state }) => `${side} ${state}`)

  test('the roster brings an invitation, and whoever joins is in', async () => {
    const { mentor, mentee } = roles
    stage.at('2027-01-04T13:30:00Z')

    await bringIn(stage, { slug: 'career-2027', ...roles })
    await stage.beat()

    const joined = [await mentor.press('Join'), await mentee.press('Join')]
    expect(mentor.chat()).toContain('You are invited to this program as a mentor')
    expect(mentee.chat()).toContain('You are invited to this program as a mentee')
    expect(joined.map(({ words }) => words)).toEqual([
      expect.stringContaining('as a mentor'),
      expect.stringContaining('as a mentee'),
    ])
    expect(await stage.sql('select role, state from enrollments order by role')).toEqual([
      { role: 'mentee', state: 'active' },
      { role: 'mentor', state: 'active' },
    ])
  })

  test('paired by hand, both are introduced, and the mentee sets a goal', async () => {
    const { mentor, mentee } = roles
    stage.at('2027-01-04T14:00:00Z')

    await pairUp(stage, { slug: 'career-2027', mentor, mentee })
    await stage.settled()
    const asked = await mentee.openForm('goal')
    const what = { title: goalTitle, measure: 'percent', target: '100', unit: 'of the text' }
    await mentee.submit(what)
    const saved = await mentee.submit({
      attainable: 'An hour every week',
      relevant: 'Others can use it',
      dueOn: '2027-02-26',
    })

    expect(mentor.chat()).toContain(mentee.name)
    expect(mentee.chat()).toContain(mentor.name)
    expect(asked.form).toBe(true)
    expect(saved.errors).toEqual([])
    expect(await stage.sql('select number, measure, target, state from goals')).toEqual([
      { number: 1, measure: 'percent', target: 100, state: 'open' },
    ])
  })

  test('the nudge comes at the due instant in each one’s own hours, not a minute before', async () => {
    const { mentor, mentee } = roles
    stage.arrivals()

    const heard: Record<string, boolean[]> = {}
    for (const moment of ['08:59', '09:00', '12:59', '13:00']) {
      stage.at(`2027-01-19T${moment}:00Z`)
      await stage.beat()
      const arrived = stage.arrivals()
      const nudged = ({ name }: Actor) =>
        arrived.some(({ who, preview }) => who === name && preview === 'Your check-in is ready')
      heard[moment] = [nudged(mentor), nudged(mentee)]
    }

    expect(heard).toEqual({
      '08:59': [false, false],
      '09:00': [true, false],
      '12:59': [false, false],
      '13:00': [false, true],
    })
  })

  test('the mentee answers question by question in the chat, and the goal moves', async () => {
    const { mentor, mentee } = roles
    stage.at('2027-01-19T13:05:00Z')

    const shown = [
      await mentee.press('Answer here'),
      await mentee.press('We met'),
      await mentee.press('45 min'),
      await mentee.press('4'),
      await mentee.say(learned),
      await mentee.press('Skip this one'),
      await mentee.say('60%'),
      await mentee.say(nextStep),
      await mentee.press('Yes'),
      await mentee.say(request),
    ]

    const expected = [
      'Have the two of you met yet?',
      'How long was it?',
      'How is the start going for you?',
      'What has gone well so far',
      `You and ${mentor.name.split(' ')[0]}`,
      'Where does this goal stand?',
      'What is your next step towards a good start, and by when?',
      'Should the coordinator get in touch with you?',
      'What should the coordinator know?',
      'That is all for this time. Thank you.',
    ]
    expect(shown.map(({ words }) => words)).toEqual(expected.map((words) => expect.stringContaining(words)))
    expect(await stage.sql('select minutes from meetings')).toEqual([{ minutes: 45 }])
    expect(await stage.sql('select value from progress_entries')).toEqual([{ value: 60 }])
    expect(await states()).toEqual(expect.arrayContaining(['mentee answered', 'mentor open']))
  })

  test('the mentor answers in the form; then each has what the other shared, and nothing more', async () => {
    const { mentor, mentee } = roles
    stage.at('2027-01-19T15:00:00Z')
    stage.arrivals()

    const opened = await mentor.press('Open form')
    const sent = await mentor.submit({
      met: 'yes',
      'met.minutes': '45',
      how: '5',
      learned: taught,
      'in-the-way': inTheWay,
      coordinator: 'no',
    })
    await stage.settled()
    const arrived = stage.arrivals()
    const recapFor = ({ name }: Actor) =>
      arrived
        .filter(({ who, preview }) => who === name && preview === 'What your pair shared with you')
        .flatMap(({ words }) => words)
        .join('\n')

    expect(opened.form).toBe(true)
    expect(sent.words).toContain('That is all for this time. Thank you.')
    expect(mentor.chat()).toContain('Answered. Thank you.')
    expect(mentor.chat()).not.toContain('Answer here')
    expect(recapFor(mentor)).toContain(learned)
    expect(recapFor(mentor)).toContain(nextStep)
    expect(recapFor(mentor)).toContain('60%')
    expect(recapFor(mentor)).not.toContain(request)
    expect(recapFor(mentee)).toContain(taught)
    expect(mentor.chat() + mentee.chat()).not.toContain(inTheWay)
    expect(await states()).toEqual(expect.arrayContaining(['mentee answered', 'mentor answered']))
    expect(await stage.sql('select minutes, confirmed_on is not null as both from meetings')).toEqual([
      { minutes: 45, both: true },
    ])
  })

  test('progress is told by a command', async () => {
    const { mentee } = roles

    const told = await mentee.command(`progress 1 80% ${progressNote}`)

    expect(told.words).toContain(goalTitle)
    expect(await stage.sql('select value from progress_entries order by value')).toEqual([
      { value: 60 },
      { value: 80 },
    ])
  })

  test('the digest tells the coordinators’ channel who asked for them, without a private word', async () => {
    const { mentor, mentee } = roles
    stage.arrivals()

    stage.at('2027-01-25T08:30:00Z')
    await stage.beat()
    await stage.beat()
    const digests = stage.arrivals().filter(({ who }) => who.includes('coordinators'))
    const words = digests.flatMap((digest) => [digest.preview, ...digest.words]).join('\n')

    expect(digests).toHaveLength(1)
    expect(words).toContain(`${mentor.name} and ${mentee.name}`)
    expect(words).toContain(`${mentee.name} asked the coordinator to get in touch`)
    expect(words).not.toContain('quokka')
  })

  test('the coordinator nudges from the digest, and snoozes', async () => {
    const { coordinator, mentor, mentee, digest } = roles
    stage.at('2027-02-02T13:00:00Z')
    await stage.beat()
    stage.at('2027-02-08T08:30:00Z')
    await stage.beat()
    stage.at('2027-02-08T14:00:00Z')
    // What the server would remind of by itself meanwhile has gone out before.
    await stage.beat()
    stage.arrivals()

    const nudge = await coordinator.pressIn(digest.channel, 'Nudge')
    await stage.settled()
    const nudged = stage
      .arrivals()
      .filter(({ words }) => words.join().includes('a friendly word from your coordinators'))
    const snooze = await coordinator.pressIn(digest.channel, 'Snooze')
    const byTheMentee = await mentee.command('admin nudge')

    expect(nudge.words).toContain('I have written to')
    expect(nudged.map(({ who }) => who).sort()).toEqual([mentor.name, mentee.name].sort())
    expect(snooze.words).toContain(`I will leave ${mentor.name} and ${mentee.name} out of the digest until`)
    expect(await stage.sql('select snoozed_until is not null as snoozed from pairs')).toEqual([
      { snoozed: true },
    ])
    expect(byTheMentee.words).not.toContain(mentor.name)
  })

  test('a dump of the database and the log hold nothing of what people wrote', async () => {
    const tables = await stage.sql<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname in ('public', 'graphile_worker')`,
    )
    const dump: string[] = []
    for (const { name } of tables)
      dump.push(
        ...(await stage.sql<{ row: string }>(`select t::text as row from ${name} t`)).map(({ row }) => row),
      )

    const log = stage.logged.join('')
    expect(dump.length).toBeGreaterThan(30)
    expect(dump.filter((row) => /quokka/i.test(row) || row.includes(hex('quokka')))).toEqual([])
    expect(log).not.toMatch(/quokka|stmarys|Priya|Marta|Novak|xoxb|xapp/)
    expect(log).not.toContain(stage.config.teams?.app?.password)
    expect(await stage.sql(`select id from outbox where get_byte(body, 0) = 123`)).toEqual([])
  })

  test('what the audit and the outbox say openly are ids and fixed words', async () => {
    const { mentor, mentee } = roles
    const audit = await stage.sql<{ row: string }>('select t::text as row from audit t')
    const outbox = await stage.sql<{ row: string }>(
      `select concat_ws(' ', key, fault, target, claimed_by) as row from outbox`,
    )

    const open = [...audit, ...outbox].map(({ row }) => row).join('\n')

    expect(audit.length).toBeGreaterThan(5)
    for (const { name, email } of [mentor, mentee]) {
      expect(open).not.toContain(email)
      expect(open).not.toContain(name)
    }
  })
})

function hex(word: string): string {
  return Buffer.from(word).toString('hex')
}
