import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, onSlack, onTeams } from './actors.ts'
import { cast, slackChannel, teamsChannel, teamsPeople } from './cast.ts'
import { bringIn, pairUp } from './staff.ts'
import { openStage, type Stage } from './stage.ts'

/** Made-up words that occur nowhere else. */
const aims = 'Lead a quokkaaims ward round'
const support = 'An answer within two quokkasupport days'
const asked = 'May we meet on quokkaasked Friday?'
const answered = 'Gladly, quokkaanswered at four'

interface Roles {
  readonly coordinator: Actor
  readonly mentor: Actor
  readonly mentee: Actor
  readonly digest: { readonly platform: 'slack' | 'teams'; readonly channel: string }
}

let stage: Stage
beforeAll(async () => {
  stage = await openStage({ cast })
  stage.at('2027-01-04T14:00:00Z')
})
afterAll(() => stage.close())

const onSlackChannel = { platform: 'slack', channel: slackChannel } as const
const onTeamsChannel = { platform: 'teams', channel: teamsChannel } as const
const teamsPerson = (at: number) => onTeams(stage, teamsPeople[at]?.id ?? '')

/** All that stands in conversations of two people and the bot. */
function groups(): { members: readonly string[]; words: string }[] {
  const { channels, posts } = stage.slack.world
  return [...channels.values()]
    .filter(({ kind }) => kind === 'group')
    .map(({ id, members }) => ({
      members,
      words: JSON.stringify(posts.filter(({ channel }) => channel === id)),
    }))
}

describe.each<{ way: string; slug: string; roles: () => Roles; introduced: (roles: Roles) => void }>([
  {
    way: 'on Slack',
    slug: 'on-slack',
    roles: () => ({
      coordinator: onSlack(stage, 'U0AMIRA001'),
      mentor: onSlack(stage, 'U0OLA001'),
      mentee: onSlack(stage, 'U0PRIYA001'),
      digest: onSlackChannel,
    }),
    introduced: ({ mentor, mentee }) => {
      const [group, ...more] = groups()
      expect(more).toEqual([])
      expect(group?.members).toEqual(expect.arrayContaining([mentor.id, mentee.id]))
      for (const name of [mentor.name, mentee.name]) expect(group?.words).toContain(name)
    },
  },
  {
    way: 'on Teams',
    slug: 'on-teams',
    roles: () => ({
      coordinator: teamsPerson(0),
      mentor: teamsPerson(1),
      mentee: teamsPerson(2),
      digest: onTeamsChannel,
    }),
    introduced: ({ mentor, mentee }) => {
      for (const one of [mentor, mentee]) expect(one.chat()).toContain('I am not in it')
      const link = `https://teams.microsoft.com/l/chat/0/0?users=${[mentee, mentor]
        .map(({ email }) => encodeURIComponent(email))
        .join(',')}`
      expect(JSON.stringify(stage.teams.tenant.journal)).toContain(link)
    },
  },
  {
    way: 'across both',
    slug: 'across',
    roles: () => ({
      coordinator: onSlack(stage, 'U0AMIRA001'),
      mentor: teamsPerson(3),
      mentee: onSlack(stage, 'U0MARTA001'),
      digest: onSlackChannel,
    }),
    introduced: ({ mentor, mentee }) => {
      expect(mentor.chat()).toContain('I pass on what you write')
      expect(mentee.chat()).toContain('I pass on what you write')
    },
  },
])('a pair $way', ({ slug, roles: rolesOf, introduced }) => {
  let roles: Roles
  beforeAll(async () => {
    roles = rolesOf()
    const { mentor, mentee } = roles
    await bringIn(stage, { slug, ...roles, more: ['ends_on: 2027-12-31'] })
    await stage.beat()
    await mentor.press('Join')
    await mentee.press('Join')
    await pairUp(stage, { slug, mentor, mentee })
    await stage.settled()
  })

  test('is introduced where the two are, each with the card for the first meeting', () => {
    introduced(roles)

    expect(roles.mentor.chat()).toContain('Ask what they hope for')
    expect(roles.mentee.chat()).toContain('Say what you would like to be different')
  })

  test('writes to one another by way of Rounds, and nobody else reads it', async () => {
    const { mentor, mentee } = roles

    const form = await mentee.openForm(`tell ${mentor.name}`)
    const receipt = await mentee.submit({ words: asked })
    await stage.settled()
    const answer = await mentor.press('Answer')
    await mentor.submit({ words: answered })
    await stage.settled()

    expect(form.words).toContain(`only ${mentor.name}`)
    expect(receipt.words).toContain(mentor.name)
    expect(mentor.chat()).toContain(asked)
    expect(answer.form).toBe(true)
    expect(mentee.chat()).toContain(answered)
    expect(
      groups()
        .map(({ words }) => words)
        .join(),
    ).not.toContain('quokka')
    expect(stage.logged.join('\n')).not.toContain('quokka')
  })

  test('writes an agreement, the mentee first, and it stands once both confirm it', async () => {
    const { mentor, mentee } = roles
    const days = { until: '2027-12-31', reviewOn: '2027-06-30' }

    const early = await mentor.command('agreement')
    await mentee.command('agreement')
    await mentee.press('Write my part')
    await mentee.submit({ aims })
    await mentee.submit({
      frequency: 'Every two weeks',
      organizer: 'mentee',
      channel: 'The library',
      ...days,
    })
    await stage.settled()
    await mentor.press('Add my part')
    await mentor.submit({ support, notice: 'A day before' })
    await stage.settled()
    const half = await mentee.press('I confirm')
    await stage.settled()
    const whole = await mentor.press('I confirm')
    await stage.settled()

    expect(early.words).toContain('writes first')
    expect(half.words).toContain('It stands once')
    for (const words of [whole.words, mentee.chat()]) {
      expect(words).toContain('your agreement stands')
      expect(words).toContain(aims)
      expect(words).toContain(support)
    }
    const states = await stage.sql<{ state: string }>(
      `select a.state from agreements a join pairs p on p.id = a.pair_id join programs g on g.id = p.program_id
       where g.slug = $1 order by a.version`,
      [slug],
    )
    expect(states.map(({ state }) => state)).toEqual(['replaced', 'standing'])
  })
})
