import type { Outcome } from '../core/message/intent.ts'
import { circleMenu, type ShownDraft } from '../core/peer/draft-messages.ts'
import type { Person } from '../core/people/person.ts'
import type { Recorder } from './recorder.ts'

type Addressed = Pick<Person, 'id' | 'email'>

interface Team {
  readonly programId: string
  readonly coordinator: Person
  readonly second: Person
  readonly people: Person[]
}

/** Rounds of a peer program, from nobody to nobody new: drafts and all that is done to them, and what the peers hear. */
export async function playRounds(play: Recorder): Promise<void> {
  const team = await gather(play)
  await playFirst(play, team)
  await playTwoCoordinators(play, team)
  await playStale(play, team)
  await playRepeats(play, team)
  playHidden(play)
}

async function gather({ hospital, cast }: Recorder): Promise<Team> {
  const coordinator = await hospital.person({ name: cast.coordinator })
  const second = await hospital.person({ name: cast.mentor })
  const { id } = await hospital.program({
    name: cast.program,
    type: 'peer',
    coordinators: [coordinator.email, second.email],
    cadence: { every: 'round', weekday: 'tuesday', at: '09:00' },
    ends_on: '2028-01-04',
  })
  return { programId: id, coordinator, second, people: [] }
}

async function playFirst(play: Recorder, team: Team): Promise<void> {
  const { coordinator, people } = team
  await play.command('rounds: nobody takes part', coordinator, 'admin match')
  for (let number = 0; number < 6; number += 1) people.push(await join(play, team))
  const silent = await joinUnheard(play, team)
  await join(play, team, { state: 'invited' })
  await apartFromAll(play, [...people, ...silent])
  const menu = await play.command('rounds: none yet', coordinator, 'admin match')
  const draft = await play.tap('rounds: a draft', coordinator, { shown: menu, verb: 'peer.propose' })
  const more = await play.tap('rounds: second page', coordinator, { shown: draft, verb: 'peer.page' })
  await play.tap('rounds: first page', coordinator, { shown: more, verb: 'peer.page' })
  const another = await play.tap('rounds: another', coordinator, { shown: draft, verb: 'peer.propose' })
  const swapped = await playSwaps(play, team, another)
  const asked = await play.tap('rounds: ask', coordinator, { shown: swapped, verb: 'peer.publish' })
  await play.tap('rounds: published', coordinator, { shown: asked, verb: 'peer.publish-now' })
  await play.tap('rounds: published twice', coordinator, { shown: asked, verb: 'peer.publish-now' })
  await play.sent('rounds')
  for (const person of people.slice(2, 4)) await play.command('rounds: overview of a peer', person, '')
}

async function playSwaps(play: Recorder, team: Team, draft: Outcome): Promise<Outcome> {
  const { coordinator, people } = team
  const form = await play.tap('rounds: swap', coordinator, { shown: draft, verb: 'peer.swap' })
  const [alone, barred, ...others] = people.map((person) => person.email)
  const groups = await groupsOf(play, team)
  const [group = [], next = []] = groups.filter((ids) => ids.length === 2)
  const swap = (name: string, one = '', other = '') =>
    play.fill(`rounds: ${name}`, coordinator, { form, values: { one, other } })
  await swap('nobody of that name', play.cast.words.slice(0, 40), others[0])
  await swap('in one group', addressIn(team, group[0]), addressIn(team, group[1]))
  await swap('both in no group', alone, barred)
  await swap('kept apart', alone, others[3])
  return swap('swapped', addressIn(team, group[0]), addressIn(team, next[0]))
}

async function playTwoCoordinators(play: Recorder, team: Team): Promise<void> {
  const { coordinator, second } = team
  play.hospital.at({ days: 28 })
  const menu = await play.command('rounds: one is under way', coordinator, 'admin match')
  const draft = await play.tap('rounds: the next', coordinator, { shown: menu, verb: 'peer.propose' })
  await play.tap('rounds: another by the second', second, { shown: draft, verb: 'peer.propose' })
  const late = await play.tap('rounds: seen too late', coordinator, { shown: draft, verb: 'peer.publish' })
  const form = await play.tap('rounds: swap now', coordinator, { shown: late, verb: 'peer.swap' })
  const [[one = ''] = [], [other = ''] = []] = (await groupsOf(play, team)).map((group) =>
    group.map((id) => addressIn(team, id)),
  )
  await play.fill('rounds: swapped now', coordinator, { form, values: { one, other } })
  await play.tap('rounds: swapped meanwhile', second, { shown: late, verb: 'peer.discard' })
  const now = await play.command('rounds: as it stands', coordinator, 'admin match')
  await play.tap('rounds: thrown away', coordinator, { shown: now, verb: 'peer.discard' })
  await play.tap('rounds: already gone', second, { shown: now, verb: 'peer.publish' })
}

/** Everybody but three goes, one takes a break, and one comes, while a draft is open. */
async function playStale(play: Recorder, team: Team): Promise<void> {
  const { coordinator, people, programId } = team
  const menu = await play.command('rounds: again', coordinator, 'admin match')
  const draft = await play.tap('rounds: open draft', coordinator, { shown: menu, verb: 'peer.propose' })
  const asked = await play.tap('rounds: about to publish', coordinator, {
    shown: draft,
    verb: 'peer.publish',
  })
  const [paused = '', ...staying] = people.slice(2).map(({ id }) => id)
  await play.hospital.within(async ({ tx }) => {
    const others = { programId, personId: { notIn: staying } }
    await tx.enrollment.updateMany({ where: others, data: { state: 'left' } })
    await tx.enrollment.updateMany({ where: { personId: paused }, data: { state: 'paused' } })
  })
  people.push(await join(play, team))
  await play.tap('rounds: does not hold', coordinator, { shown: asked, verb: 'peer.publish-now' })
  const late = await play.command('rounds: does not hold any more', coordinator, 'admin match')
  await play.tap('rounds: for who is here', coordinator, { shown: late, verb: 'peer.propose' })
}

async function playRepeats(play: Recorder, { coordinator, programId }: Team): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    play.hospital.at({ days: 28 })
    let shown = await play.command(`rounds: later ${round}`, coordinator, 'admin match')
    if (round > 0) shown = await play.tap('rounds: later draft', coordinator, { shown, verb: 'peer.propose' })
    const asked = await play.tap('rounds: later ask', coordinator, { shown, verb: 'peer.publish' })
    await play.tap('rounds: later published', coordinator, { shown: asked, verb: 'peer.publish-now' })
    await play.sent('rounds: later')
  }
  const over = { kind: 'press', verb: 'peer.menu', about: programId } as const
  play.hospital.at({ days: 300 })
  await play.press('rounds: the program is over', coordinator, over)
}

/** What a coordinator in the program sees, and what a swap by hand leads to. */
function playHidden({ keep, cast }: Recorder): void {
  const names = [cast.mentee, cast.mentor, cast.coordinator]
  const draft: ShownDraft = {
    id: 'r1',
    version: 3,
    groups: [{ names, again: [{ names: [cast.mentee, cast.mentor], round: 1 }] }],
    hidden: 2,
    people: 7,
    pairs: 2,
    trios: 1,
    again: 1,
    unavoidable: 0,
    leftOut: Array.from({ length: 14 }, () => ({ name: cast.mentee, why: 'nobody else takes part' })),
    problems: [],
    joined: Array.from({ length: 7 }, () => cast.mentor),
  }
  const circle = { program: { id: 'p1', name: cast.program }, people: 7, absent: { invited: 1, paused: 1 } }
  const last = { number: 1, groups: 1, since: Temporal.Instant.from('2027-01-04T09:00:00Z') }
  const reader = { locale: 'en-GB', zone: 'Europe/London' }
  keep('rounds: with hidden groups', circleMenu({ ...circle, last, next: 2, isOver: false, draft }, reader))
  const one = { ...draft, hidden: 1, problems: [`${cast.mentee} has left.`] }
  keep(
    'rounds: over with a draft',
    circleMenu({ ...circle, last, next: 2, isOver: true, draft: one }, reader),
  )
}

async function join(
  { hospital, cast }: Recorder,
  { programId }: Team,
  how: { state?: 'invited' } = {},
): Promise<Person> {
  const person = await hospital.person({ name: cast.mentee })
  const profile = { skills_sought: [cast.unit], skills_offered: [cast.unit], sites: [cast.milestone] }
  await hospital.enroll(programId, person, { role: 'both', ...how })
  await hospital.within(async ({ tx, now }) => {
    await tx.person.update({ where: { id: person.id }, data: { profile } })
    const noticedAt = new Date(now.epochMilliseconds)
    await tx.enrollment.updateMany({ where: { personId: person.id }, data: { noticedAt } })
  })
  return person
}

/** Enough for a second page: people without an account. */
function joinUnheard({ hospital, cast }: Recorder, { programId }: Team): Promise<Addressed[]> {
  const people = Array.from({ length: 23 }, (_, at) => ({
    id: `silent-${at}`,
    email: `silent-${at}@example.org`,
  }))
  return hospital.within(async ({ tx, organizationId }) => {
    const hours = { timeZone: 'Europe/London', contactDays: [1], contactFrom: '09:00', contactTo: '19:00' }
    const common = { ...hours, organizationId, name: cast.mentee, leave: [] }
    await tx.person.createMany({ data: people.map((one) => ({ ...one, ...common })) })
    const place = { organizationId, programId, role: 'both', state: 'active' }
    await tx.enrollment.createMany({ data: people.map(({ id }) => ({ ...place, id, personId: id })) })
    return people
  })
}

/** The first two are kept apart from everybody. */
function apartFromAll({ hospital }: Recorder, people: readonly Addressed[]): Promise<unknown> {
  const neverWith = people.map(({ email }) => email)
  return hospital.within(({ tx }) =>
    tx.person.updateMany({
      where: { id: { in: people.slice(0, 2).map(({ id }) => id) } },
      data: { profile: { never_with: neverWith } },
    }),
  )
}

function addressIn({ people }: Team, id = ''): string {
  return people.find((person) => person.id === id)?.email ?? `${id}@example.org`
}

async function groupsOf({ hospital }: Recorder, { programId }: Team): Promise<string[][]> {
  const [row] = await hospital.within(({ tx }) =>
    tx.peerRound.findMany({ where: { programId }, orderBy: { number: 'desc' }, take: 1 }),
  )
  return (row?.groups as unknown as { groups: string[][] } | undefined)?.groups ?? []
}
