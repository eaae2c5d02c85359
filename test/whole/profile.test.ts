import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Actor, onSlack, onTeams, type Shown } from './actors.ts'
import { cast, slackChannel, teamsPeople } from './cast.ts'
import { bringIn } from './staff.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let people: Record<'slack' | 'teams', { readonly known: Actor; readonly stranger: Actor }>
beforeEach(async () => {
  stage = await openStage({ cast })
  stage.at('2027-01-04T13:30:00Z')
  people = {
    slack: { known: onSlack(stage, 'U0OLA001'), stranger: onSlack(stage, 'U0NOBODY01') },
    teams: {
      known: onTeams(stage, teamsPeople[2]?.id ?? ''),
      stranger: onTeams(stage, teamsPeople[5]?.id ?? ''),
    },
  }
  await bringIn(stage, {
    slug: 'career-2027',
    coordinator: onSlack(stage, 'U0AMIRA001'),
    mentor: people.slack.known,
    mentee: people.teams.known,
    digest: { platform: 'slack', channel: slackChannel },
  })
})
afterEach(() => stage.close())

/** Slack shows errors at the fields, Teams in the form drawn again. */
const toldOf = ({ errors, words }: Shown) => [...errors, words].join('\n')

test.each(['slack', 'teams'] as const)('on %s somebody edits their profile in its form', async (platform) => {
  const { known } = people[platform]
  await known.say('profile')

  const form = await known.press('My work')
  const refused = await known.submit({ profession: 'nurse', registered_on: '2031-01-01' })
  const kept = await known.submit({ profession: 'nurse', registered_on: '2019-09-02' })

  expect(form.form).toBe(true)
  expect(toldOf(refused)).toContain('still to come')
  expect(kept.words).toContain('Thank you, I have kept that.')
  expect(await stage.sql('select edited from people where email = $1', [known.email])).toEqual([
    { edited: ['profession', 'registered_on'] },
  ])
})

test.each(['slack', 'teams'] as const)(
  'on %s whom somebody would rather not be paired with leaves no trace in their chat',
  async (platform) => {
    const { known } = people[platform]
    const { known: other } = people[platform === 'slack' ? 'teams' : 'slack']
    await known.say('profile')

    await known.press('Not paired with')
    const refused = await known.submit({ add: known.name })
    const kept = await known.submit({ add: other.name })
    const again = await known.press('Not paired with')

    expect(toldOf(refused)).toContain('Line 1: that is yourself.')
    expect(kept.words).not.toContain(other.name)
    expect(again.words).toContain('These are on your list now.')
    expect(known.chat()).not.toContain(other.name)
  },
)

test.each([
  ['slack', 'teams'],
  ['teams', 'slack'],
] as const)('a person on %s links an account on %s with a code', async (from, to) => {
  const { known } = people[from]
  const { stranger } = people[to]
  await known.say('profile')
  const given = await known.press(to === 'slack' ? 'Use Rounds on Slack, too' : 'Use Rounds on Teams, too')
  const [code = ''] = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(given.words) ?? []

  await stranger.say('profile')
  const form = await stranger.press('I have a code')
  const wrong = await stranger.submit({ code: 'AAAA-AAAA' })
  const linked = await stranger.submit({ code })
  await stage.settled()

  expect(form.form).toBe(true)
  expect(toldOf(wrong)).toContain('not right')
  expect(linked.words).toContain('from now on you can use Rounds here, too')
  expect(known.chat()).toContain('From now on you can use Rounds in')
  expect(stranger.chat()).toContain('From now on you can use Rounds in')
  expect(
    await stage.sql(
      'select count(*)::int as accounts from accounts a join people p on p.id = a.person_id where p.email = $1',
      [known.email],
    ),
  ).toEqual([{ accounts: 2 }])
})
